"""Places in a text are half-open ranges of characters; lines and columns are derived, never stored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `end`; `start == end` is a place of no width."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Two spans overlap when they share a character; a place of no width overlaps what holds it."""
        return max(self.start, other.start) < min(self.end, other.end) or (
            self.start == self.end and other.start <= self.start <= other.end
        )


class Regions:
    """Parts of a text, merged where they overlap, so that whether a place lies in one is a bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            if self.spans and span.start <= self.spans[-1].end:
                self.spans[-1] = Span(self.spans[-1].start, max(self.spans[-1].end, span.end))
            else:
                self.spans.append(span)
        self._starts = [span.start for span in self.spans]

    def __contains__(self, offset: object) -> bool:
        if not isinstance(offset, int):
            return False
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index].end

    def meet(self, span: Span) -> bool:
        """Whether a span and one of these overlap."""
        index = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return index >= 0 and span.start < self.spans[index].end


class Position(NamedTuple):
    """A place as people count: `offset` from 0, `line` and `column` from 1, all in characters."""

    offset: int
    line: int
    column: int
