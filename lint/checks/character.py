"""Characters that no text should hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

BLANK = 200  # characters; a longer line is hardly blank


@dataclass(frozen=True)
class Character(Check):
    """Reports runs of the characters that `set` (the inside of a pattern's [ ]) holds.

    What `sequence`, a pattern, matches belongs to a run as a whole and is repaired as one: an escape character and the
    letters that it gives a meaning.

    With `per-line` all runs of one line are one finding at the first, and lines that hold nothing else are passed: they
    are blank. Where a document has more than `gather` equal runs, they are one finding at the first: one slip of its
    making, not one each. The repair puts for each character what `swap`
    says, else `replacement`; leave it out where none can be known. Values: `codes` (U+FFFD), `count` (characters).
    """

    kind: Literal["character"]
    set: str
    sequence: str = ""
    per_line: bool = False
    gather: int | None = None
    replacement: str | None = None
    swap: dict[str, str] = field(default_factory=dict)

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run, the first of each line, or the first of many equal ones."""
        groups = list(self._groups(document))
        equal = Counter(document.slice(runs[0]) for runs in groups)
        gathered: dict[str, list[Span]] = {}
        for runs in groups:
            told = document.slice(runs[0])
            if self.gather is not None and equal[told] > self.gather:
                gathered.setdefault(told, []).extend(runs)
            else:
                yield self._hit(document, runs)
        for runs in gathered.values():
            yield self._hit(document, runs)

    def _groups(self, document: Document) -> Iterator[list[Span]]:
        """The runs, those of one line together where that is asked for."""
        runs: list[Span] = []
        for match in document.matches(self._runs):
            span = Span(*match.span())
            if self.per_line and _blank(document, span):
                continue
            if runs and not (self.per_line and "\n" not in document.text[runs[-1].end : span.start]):
                yield runs
                runs = []
            runs.append(span)
        if runs:
            yield runs

    @property
    def _runs(self) -> str:
        """The pattern of a run."""
        return f"(?:{self.sequence}|[{self.set}])+" if self.sequence else f"[{self.set}]+"

    def _hit(self, document: Document, runs: list[Span]) -> Hit:
        bad = [c for span in runs for c in re.findall(f"[{self.set}]", document.slice(span))]
        codes = dict.fromkeys(f"U+{ord(c):04X}" for c in bad)
        other = self.replacement
        edits: tuple[Edit, ...] = ()
        if other is not None:
            edits = tuple(
                Edit(s, "".join(self.swap.get(c, other) for c in self._left(document.slice(s)))) for s in runs
            )
        values = {"codes": " ".join(codes), "count": str(len(bad))}
        return Hit(runs[0], values, edits)

    def _left(self, run: str) -> str:
        """A run, one character left of each sequence."""
        return re.sub(self.sequence, lambda match: match[0][0], run) if self.sequence else run

    def anchors(self) -> tuple[str, ...] | None:
        """One of the characters."""
        return (f"[{self.set}]",)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The set and the sequence."""
        return {"set": (f"[{self.set}]",), "sequence": (self.sequence,) if self.sequence else ()}

    def values(self) -> frozenset[str]:
        """Which characters, and how many."""
        return frozenset({"codes", "count"})

    def repairs(self) -> bool:
        """Whether a replacement is given."""
        return self.replacement is not None


def _blank(document: Document, span: Span) -> bool:
    """Whether the line of a run holds nothing beside it that can be seen."""
    line = document.source.line_span(document.source.position(span.start).line)
    return (
        line.end - line.start <= BLANK
        and not (document.text[line.start : span.start] + document.text[span.end : line.end]).strip()
    )
