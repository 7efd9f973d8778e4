"""Follows each scheme's ordinals through a text: what is missing, twice, out of order, damaged or glued.

A sequence may restart under every parent or run on through the document. After a fault the count goes on from what
stands there, so that one fault is told once. Time is linear in the number of markers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lint.document import markers
from lint.document.markers import RANKS, Marker
from lint.text import Span

WIDEST_GAP = 20  # missing ordinals; a wider jump is another sequence, not a loss
FIRST = 3  # the highest ordinal that counts as a list whose beginning is lost
ENDED = 3  # siblings that a list has at least before its last one is looked for in a damaged form
REACH = 3000  # characters after the last marker of a text in which its list may go on
AHEAD = 40  # siblings that are looked at for a missing ordinal that merely stands later


class Fault(NamedTuple):
    """One fault of the numbering: its kind (gap, repeat, order, malformed, glued), where, and the marker before."""

    kind: str
    marker: Marker
    missing: tuple[int, ...] = ()
    before: Marker | None = None


@dataclass
class _Siblings:
    """What has been counted of one scheme under the parent that is open now."""

    last: Marker
    highest: int
    damaged: bool = False
    seen: set[int] = field(default_factory=set)

    @classmethod
    def begun_by(cls, marker: Marker) -> _Siblings:
        return cls(marker, marker.ordinal, marker.fault is not None, {marker.ordinal})

    def add(self, marker: Marker) -> None:
        self.last = marker
        self.highest = max(self.highest, marker.ordinal)
        self.damaged |= marker.fault is not None
        self.seen.add(marker.ordinal)


class Numbering:
    """Follows the markers of one text and notes the faults."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._open: dict[str, _Siblings] = {}
        self._last: dict[str, Marker] = {}  # of each scheme in the whole document
        self._counted: dict[str, _Siblings] = {}  # the latest siblings of each scheme, open or not
        self._runs_on: set[str] = set()  # schemes that have gone on counting under a new parent

    def follow(self, found: list[Marker]) -> Iterator[Marker]:
        """Each marker, and before it the weak ones that fill a gap."""
        following = _siblings_ahead(found)
        for index, marker in enumerate(found):
            if index:
                yield from self._closed(found[index - 1], marker)
            siblings = self._siblings(marker)
            if not self._expected(marker, siblings):
                fault = self._jump(marker, siblings, found, following, index)
                if fault is not None:
                    yield from self._note(fault, siblings, found[index - 1] if index else None)
            if marker.fault and siblings and not siblings.damaged:
                self.faults.append(Fault("malformed", marker))
            self._count(marker, siblings)
            yield marker
        if found:
            yield from self._closed(found[-1], None)

    def _closed(self, last: Marker, marker: Marker | None) -> Iterator[Marker]:
        """The damaged marker that ends a list: 4编辑 after 1. 2. 3., where no gap gives it away."""
        siblings = self._counted[last.scheme]
        if len(siblings.seen) < ENDED or (marker is not None and RANKS[marker.scheme] >= RANKS[last.scheme]):
            return
        end = marker.span.start if marker else min(len(self._text), last.span.end + REACH)
        found = markers.damaged(self._text, Span(last.span.end, end), last.scheme, siblings.highest + 1)
        if found is not None:
            self.faults.append(Fault("malformed", found))
            siblings.add(found)
            self._last[found.scheme] = found
            yield found

    def _siblings(self, marker: Marker) -> _Siblings | None:
        """What a marker goes on from: its siblings, or the last of its scheme where that runs on."""
        siblings, last = self._open.get(marker.scheme), self._last.get(marker.scheme)
        if siblings is None and last is not None and marker.ordinal > last.ordinal:
            if marker.scheme in self._runs_on:
                return self._counted[marker.scheme]
            if marker.ordinal == last.ordinal + 1:
                self._runs_on.add(marker.scheme)
                return self._counted[marker.scheme]
        if siblings and marker.ordinal == 2 and self._began_inline(siblings.last, marker):
            return _Siblings.begun_by(marker._replace(ordinal=1))
        return siblings

    def _began_inline(self, before: Marker, marker: Marker) -> bool:
        """Whether a list began on the line of its label (注：1.… ⏎ 2.…) since the marker before."""
        return markers.inline_first(self._text, Span(before.span.end, marker.span.start), marker.scheme)

    def _expected(self, marker: Marker, siblings: _Siblings | None) -> bool:
        """Whether an ordinal is the next sibling's, the next of the whole document, or begins a list."""
        last = self._last.get(marker.scheme)
        return (
            marker.ordinal == 1
            or (siblings is not None and marker.ordinal - 1 in (siblings.last.ordinal, siblings.highest))
            or (last is not None and marker.ordinal == last.ordinal + 1)
        )

    def _jump(
        self,
        marker: Marker,
        siblings: _Siblings | None,
        found: list[Marker],
        following: list[int | None],
        index: int,
    ) -> Fault | None:
        """What an unexpected ordinal means; None where it rather begins something else."""
        if siblings is None:
            after = following[index]
            follows = after is not None and found[after].ordinal == marker.ordinal + 1
            first = marker.ordinal <= FIRST and (follows or marker.ordinal == 2)
            if first:
                return Fault("gap", marker, tuple(range(1, marker.ordinal)))
            last = self._last.get(marker.scheme)
            if follows and last is not None and marker.ordinal == last.ordinal + 2:  # it runs on, with a hole
                return Fault("gap", marker, (last.ordinal + 1,), last)
            return None
        before = siblings.last
        if marker.ordinal <= before.ordinal:
            return Fault("repeat" if marker.ordinal in siblings.seen else "order", marker, (), before)
        later = self._later(found, following, index)
        missing = tuple(n for n in range(before.ordinal + 1, marker.ordinal) if n not in later | siblings.seen)
        return Fault("gap", marker, missing, before) if 0 < len(missing) <= WIDEST_GAP else None

    def _later(self, found: list[Marker], following: list[int | None], index: int) -> set[int]:
        """The ordinals of the siblings after a marker, up to where a list begins anew."""
        later: set[int] = set()
        for _ in range(AHEAD):
            after = following[index]
            if after is None or found[after].ordinal == 1:
                break
            if found[after].ordinal == 2 and self._began_inline(found[index], found[after]):
                break
            later.add(found[after].ordinal)
            index = after
        return later

    def _note(self, fault: Fault, siblings: _Siblings | None, previous: Marker | None) -> Iterator[Marker]:
        """Keep a fault; of a gap only what no damaged or glued marker fills, which are given."""
        if fault.kind != "gap":
            self.faults.append(fault)
            return
        before, begin = fault.before, (fault.before or previous or Marker(Span(0, 0), "", 0)).span.end
        missing = []
        for ordinal in fault.missing:
            marker = markers.weak(self._text, Span(begin, fault.marker.span.start), fault.marker.scheme, ordinal)
            if marker is None:
                missing.append(ordinal)
                continue
            before, begin = marker, marker.span.end
            if marker.fault:
                self.faults.append(Fault(marker.fault, marker))
            if siblings is not None:
                siblings.seen.add(ordinal)
            yield marker
        if missing:
            self.faults.append(fault._replace(missing=tuple(missing), before=before))

    def _count(self, marker: Marker, siblings: _Siblings | None) -> None:
        rank = RANKS[marker.scheme]
        self._open = {name: kept for name, kept in self._open.items() if RANKS[name] <= rank}
        if siblings is None or marker.ordinal == 1:
            siblings = _Siblings.begun_by(marker)
        else:
            siblings.add(marker)
        self._open[marker.scheme] = siblings
        self._last[marker.scheme] = marker
        self._counted[marker.scheme] = siblings


def _siblings_ahead(found: list[Marker]) -> list[int | None]:
    """For each marker the index of the next of its scheme before any of a higher rank: its next sibling."""
    following: list[int | None] = [None] * len(found)
    waiting: dict[str, int] = {}
    for index, marker in enumerate(found):
        if marker.scheme in waiting:
            following[waiting[marker.scheme]] = index
        rank = RANKS[marker.scheme]
        waiting = {name: i for name, i in waiting.items() if RANKS[name] < rank}
        waiting[marker.scheme] = index
    return following
