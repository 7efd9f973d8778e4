"""Words or patterns that stand somewhere too often, or not often enough."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, apart, sought
from lint.document import Document, Extent
from lint.text import Span


@dataclass(frozen=True)
class Occurrence(Check):
    """Reports parts of the text that hold more than `at-most` or fewer than `at-least` matches.

    What is counted is all that `patterns` or `tokens` match. `in` is the part: `document`, `chapter`, `section`, `line`
    or `sentence`. Of too many the first too many is told; a section counts its own text there, without its subsections,
    so that one fault is told once. Too few are told where a reader would look: at the title, at the heading of a
    section (which then counts its subsections, too), or as the whole line or sentence; of these only running text owes
    anything, not titles, headings and chrome. A group named `at` narrows the place; `except` holds patterns that make
    an overlapping match not count. Values: `count`, `most`, `least`.
    """

    kind: Literal["occurrence"]
    patterns_: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    in_: Extent = "sentence"
    at_most: int | None = None
    at_least: int | None = None
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """The first match too many of each part, then each part that has too few."""
        found = document.matches(*self.scanned())
        spans = [span for span, _ in apart(document, found, self.except_)]
        if self.at_most is not None:
            yield from self._many(document, spans, self.at_most)
        if self.at_least is not None:
            yield from self._few(document, [span.start for span in spans], self.at_least)

    def _many(self, document: Document, spans: list[Span], most: int) -> Iterator[Hit]:
        parts: dict[Span, list[Span]] = {}
        for span in spans:
            part = document.extents.around(self.in_, span.start)
            if part is not None:
                parts.setdefault(part, []).append(span)
        for held in parts.values():
            if len(held) > most:
                yield Hit(held[most], self._values(len(held)))

    def _few(self, document: Document, starts: list[int], least: int) -> Iterator[Hit]:
        for place, part in document.shown(self.in_):
            count = bisect_left(starts, part.end) - bisect_left(starts, part.start)
            if count < least and (self.in_ not in ("line", "sentence") or _running(document, part)):
                yield Hit(place, self._values(count))

    def _values(self, count: int) -> Mapping[str, str]:
        most, least = (("" if limit is None else str(limit)) for limit in (self.at_most, self.at_least))
        return {"count": str(count), "most": most, "least": least}

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns, unless it is missed where it does not stand."""
        return self.scanned() if self.at_least is None else None

    def scanned(self) -> tuple[str, ...]:
        """What is counted."""
        return sought(self.patterns_, self.tokens)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """What is counted, and what does not count."""
        return {"patterns": self.patterns_, "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to count, or limits that limit nothing or contradict each other."""
        if not self.scanned():
            yield "patterns", "is missing, and so is 'tokens': there is nothing to count"
        if "" in self.tokens:
            yield "tokens", "holds an empty word, which would be found everywhere"
        if self.at_most is None and self.at_least is None:
            yield "at-most", "is missing, and so is 'at-least': write how often is too often, or not often enough"
        if self.at_most is not None and self.at_most < 1:
            yield "at-most", f"is {self.at_most}; what must not stand there at all is the business of kind 'existence'"
        if self.at_least is not None and self.at_least < 1:
            yield "at-least", f"is {self.at_least}, which everything has; write a number from 1 on"
        if self.at_most and self.at_least and self.at_least > self.at_most:
            yield "at-least", f"is {self.at_least}, more than 'at-most', so that no part could be right"

    def values(self) -> frozenset[str]:
        """How often it stands there, and how often it may."""
        return frozenset({"count", "most", "least"})


def _running(document: Document, part: Span) -> bool:
    """Whether a line or sentence is text, not a title, a heading or chrome."""
    index = bisect_right(document.line_starts, part.start) - 1
    if index < 0 or not document.lines[index].prose or document.is_heading(part.start):
        return False
    return document.zone(part.start) in ("body", "metadata")
