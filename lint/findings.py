"""What a rule says of a place: a finding, how grave it is, and the edits that would repair it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from lint.text import Position, Span


class Severity(Enum):
    """How grave a finding is. `off` is a rule that runs only where it is asked for by name."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for off up to 3 for error."""
        return list(Severity).index(self)


class Edit(NamedTuple):
    """Characters of the source, and what should stand there instead."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair. It is `safe` when no meaning can change, `unsafe` when a person should look."""

    safety: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding: the first of two values, the neighbour of a gap."""

    message: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's word on one place of one document; complete in itself, so that the document can be let go."""

    file: str
    rule: str
    pack: str
    severity: Severity
    message: str
    text: str
    start: Position
    end: Position
    values: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[str, int, str, int]:
        """Findings are told in this order: file, start, rule."""
        return self.file, self.start.offset, self.rule, self.end.offset


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count.

    `by` is config, sidecar, comment or baseline; `reason` is what people wrote there, empty where they did not.
    """

    by: str
    reason: str = ""


Suppressed = tuple[Finding, Suppression]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap; of two that do, the one that starts first is applied."""
    pieces, reached = [], 0
    for span, replacement in sorted(edits):
        if span.start < reached:
            continue
        pieces += [text[reached : span.start], replacement]
        reached = span.end
    return "".join([*pieces, text[reached:]])
