"""What stands between two markers of one scheme: text only, a line that announces a list, a heading, another part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from enum import IntEnum

from lint.document.markers import LOOSE, STRONG, Marker
from lint.text import Span

FIRST = 3  # the highest ordinal that counts as a list whose beginning is lost
LABEL = 30  # characters; a longer line announces no list unless it ends with a colon


class Link(IntEnum):
    """What stands between a marker and the one of its scheme before it."""

    SAME = 0  # their text only
    ITEM = 1  # another heading right before, without text: one of this scheme may hold a list of its own
    COLON = 2  # a line that announces a list, so that one may begin inside the list before
    LABEL = 3  # a line that might be a heading without a number
    HARD = 4  # a heading of a higher level
    BREAK = 5  # the beginning of another document: an annex, notes


class Links:
    """The links between the markers of one text, as far as its schemes have been read.

    `outer` are the offsets of the headings read so far, `breaks` those of the lines with which another part begins.
    """

    def __init__(self, text: str, breaks: list[int]) -> None:
        self._text = text
        self.breaks = breaks
        self.outer: list[int] = []
        self._lost: list[Span] = []

    def lose(self, region: Span) -> None:
        """Note that a heading is missing inside a region."""
        insort(self._lost, region)

    def begin(self, before: Marker | None, start: int) -> int:
        """Where the list of a marker may have begun: behind the last heading, break or marker of its scheme."""
        ends = [before.span.end if before else 0]
        for offsets in (self.outer, self.breaks):
            place = bisect_left(offsets, start)
            ends += offsets[place - 1 : place] if place else []
        return max(ends)

    def end(self, start: int, ends: Sequence[int]) -> int:
        """Where the list that reaches an offset has ended: at the next heading or break, or one of these ends."""
        nearest = list(ends)
        for offsets in (self.outer, self.breaks):
            place = bisect_left(offsets, start)
            nearest += offsets[place : place + 1]
        return min(nearest)

    def between(self, items: Sequence[Marker]) -> list[Link]:
        """The link before each marker of one scheme."""
        return [self._link(before, marker) for before, marker in zip([None, *items], items, strict=False)]

    def _link(self, before: Marker | None, marker: Marker) -> Link:
        start, end = before.span.start if before else -1, marker.span.start
        if bisect_left(self.breaks, end) > bisect_right(self.breaks, start):
            return Link.BREAK
        if bisect_left(self.outer, end) > bisect_right(self.outer, start):
            return Link.HARD
        if before is not None and before.under != marker.under:
            return Link.HARD
        if marker.ordinal <= FIRST:
            return Link.LABEL if self._headless(start, end) else self._announced(marker)
        return Link.SAME

    def _announced(self, marker: Marker) -> Link:
        """What the line before announces: a list by its colon, a new part of the text by being a label."""
        start = marker.span.start
        end = len(self._text[max(0, start - 200) : start].rstrip("# *“\t\u3000\xa0\r\n")) + max(0, start - 200)
        begin = max(self._text.rfind("\n", 0, end) + 1, end - 200)
        line = self._text[begin:end].strip()
        if line.rstrip('“"').endswith(("：", ":")):
            return Link.COLON
        if not 0 < len(line) <= LABEL or line[-1] in "。；;！？，,、…":
            return Link.SAME
        heading = STRONG.match(line) or LOOSE.match(line)
        if heading is None:
            return Link.LABEL
        # The same heading again announces nothing.
        title = line[heading.end() :].strip()
        again = self._text[marker.span.end : marker.span.end + LABEL * 2].lstrip().startswith(title)
        return Link.SAME if again else Link.ITEM

    def _headless(self, start: int, end: int) -> bool:
        """Whether a heading of a higher level is missing between two offsets."""
        index = bisect_left(self._lost, (start, 0)) - 1
        return any(lost.start < end and start < lost.end for lost in self._lost[max(0, index) : index + 3])
