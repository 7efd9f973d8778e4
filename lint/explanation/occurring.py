"""Which of a rule's words and patterns occur in a text, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Any, NamedTuple

from lint.checks import Check
from lint.checks.check import yaml_key
from lint.composition import Inside, Relation
from lint.document import Document
from lint.patterns import compiled, spoken, words
from lint.text import Span

MOST = 1000  # places of one pattern that are looked for


class Occurrence(NamedTuple):
    """A pattern, or a word as it stands, under the key of its option, and where it occurs; maybe nowhere."""

    key: str
    said: str
    places: tuple[Span, ...]


def occurrences(document: Document, part: Any, path: str = "") -> Iterator[Occurrence]:
    """All patterns of a check and of the parts inside of it, and those of its words that occur.

    A pattern that speaks of what another part has captured is none before that is known, and is left out.
    """
    known = part.patterns() if isinstance(part, Check | Inside | Relation) else {}
    for key, group in known.items():
        yield from (
            Occurrence(f"{path}{key}", pattern, _places(document, pattern)) for pattern in group if not spoken(pattern)
        )
    for one in fields(part):
        key, value = yaml_key(one.name), getattr(part, one.name)
        if is_dataclass(value):
            yield from occurrences(document, value, f"{path}{key}.")
        elif isinstance(value, tuple) and key not in known and key not in ("zones", "in"):
            for index, entry in enumerate(value):
                if is_dataclass(entry):
                    yield from occurrences(document, entry, f"{path}{key}.{index}.")
                elif isinstance(entry, str) and entry and entry in document.text:
                    yield Occurrence(f"{path}{key}", entry, _places(document, words((entry,))))


def can_occur(document: Document, check: Check) -> bool:
    """Whether one of the patterns occurs without which the check finds nothing."""
    anchors = check.anchors()
    return anchors is None or any(compiled(pattern).search(document.text) for pattern in anchors)


def _places(document: Document, pattern: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in islice(compiled(pattern).finditer(document.text), MOST))
