"""Places in a text are half-open ranges of characters; lines and columns are derived, never stored."""

from __future__ import annotations

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


class Position(NamedTuple):
    """A place as people count: `offset` from 0, `line` and `column` from 1, all in characters."""

    offset: int
    line: int
    column: int
