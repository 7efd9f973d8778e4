"""The numbering of a text: which markers count, how their schemes nest, and what is missing, twice, wrong or damaged.

Schemes are read from the outermost to the innermost, so that every list knows the headings around it. Where an
ordinal is missing, its damaged or glued form is looked for before it is called a gap. Time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.document.markers import Marker
from lint.document.numbering import candidates, parts, sequences
from lint.document.numbering.chains import Habit
from lint.document.numbering.hidden import Hidden
from lint.document.numbering.links import FIRST, Links
from lint.document.numbering.sequences import Step
from lint.text import Span

__all__ = ["Fault", "Habit", "Numbering"]

REACH = 12000  # characters after the last marker of a list in which the list may go on
CHAIN = 30  # hidden items that may follow the last one


class Fault(NamedTuple):
    """One fault of the numbering: its kind (gap, repeat, order, malformed, glued), where, and the marker before.

    `right` is the ordinal that the marker should have, where that can be told.
    """

    kind: str
    marker: Marker
    missing: tuple[int, ...] = ()
    before: Marker | None = None
    right: int = 0


class Numbering:
    """The markers of one text that count, in order, with their nesting, their habits and the faults.

    `contents` are the tables of contents, `breaks` the offsets at which another part of the file begins.
    """

    def __init__(self, text: str, end: int) -> None:
        found, self.contents = candidates.read(text, end)
        found, self.nesting = candidates.nested(text, found)
        self.breaks = parts.breaks(text, found, end)
        self.habits: dict[str, Habit] = {}
        self.faults: list[Fault] = []
        self._end = end
        self._told: set[Span] = set()  # hidden markers whose damage is noted
        self._hidden = Hidden(text, found)
        self._links = Links(text, sorted([*self.breaks, *(table.end for table in self.contents)]))
        kept: list[Marker] = []
        for scheme in self.nesting.order:
            kept += self._scheme(scheme)
            self._links.outer = sorted(marker.span.start for marker in kept)
        self.markers = sorted(kept, key=lambda marker: marker.span)
        self.faults.sort(key=lambda fault: fault.marker.span)

    def _scheme(self, scheme: str) -> list[Marker]:
        """The markers of one scheme, with the hidden ones among them; their faults are noted."""
        items = list(self._with_firsts(self._hidden.of(scheme)))
        links = self._links.between(items)
        ordinals = [marker.ordinal for marker in items]
        steps = sequences.read(ordinals, links)
        self.habits[scheme] = sequences.habit(ordinals, links)
        added: list[Marker] = []
        for index, step in enumerate(steps):
            if step.kind == "gap":
                added += self._gap(items, index, step)
            elif step.kind != "sound":
                before = items[step.before] if step.before is not None else None
                kind = "malformed" if step.kind == "wrong" else step.kind
                self.faults.append(Fault(kind, items[index], (), before, step.ordinal))
        habitual = sum(marker.fault is not None for marker in items) * 3 >= len(items)
        for first, last in _lists(steps):
            self._note_odd_forms(items[first : last + 1], habitual)
            if steps[first].kind == "sound" and items[first].ordinal > FIRST:
                added += self._before(items, first)
            added += self._after(items, last, max(step.ordinal for step in steps[first : last + 1]), last - first + 1)
        self._hidden.count(items)
        return items + added

    def _with_firsts(self, items: Sequence[Marker]) -> Iterator[Marker]:
        """The markers, and before each 2 that follows no 1 the hidden first one of its list."""
        before: Marker | None = None
        for marker in items:
            if marker.ordinal == 2:
                region = Span(self._links.begin(before, marker.span.start), marker.span.start)
                alone = before is None or before.ordinal != 1 or region.start > before.span.end
                first = self._hidden.first(region, marker, alone)
                yield from self._noted(first) if first else ()
            yield marker
            before = marker

    def _noted(self, found: Marker) -> Iterator[Marker]:
        """A hidden marker, its damage noted."""
        if found.fault:
            self.faults.append(Fault(found.fault, found, (), None, found.ordinal))
            self._told.add(found.span)
        yield found

    def _gap(self, items: Sequence[Marker], index: int, step: Step) -> Iterator[Marker]:
        """The hidden markers that fill a gap; what none fills is noted."""
        marker = items[index]
        before = items[step.before] if step.before is not None else None
        begin = before.span.end if before else self._begin(items, index)
        missing = []
        for ordinal in step.missing:
            found = self._hidden.missing(Span(begin, marker.span.start), marker, ordinal)
            if found is None:
                missing.append(ordinal)
                continue
            before, begin = found, found.span.end
            yield from self._noted(found)
        if missing:
            self.faults.append(Fault("gap", marker, tuple(missing), before))
            self._links.lose(Span(begin, marker.span.start))

    def _before(self, items: Sequence[Marker], first: int) -> Iterator[Marker]:
        """The glued markers before a list that begins far from 1: 四、, where 二、 and 三、 stand inside lines."""
        marker, begin = items[first], self._begin(items, first)
        while marker.ordinal > 1:
            found = self._hidden.before(Span(begin, marker.span.start), marker, marker.ordinal - 1)
            if found is None:
                break
            marker = found
            yield from self._noted(found)
        if 1 < marker.ordinal <= FIRST:
            self.faults.append(Fault("gap", marker, tuple(range(1, marker.ordinal))))

    def _begin(self, items: Sequence[Marker], index: int) -> int:
        return self._links.begin(items[index - 1] if index else None, items[index].span.start)

    def _after(self, items: Sequence[Marker], last: int, ordinal: int, siblings: int) -> Iterator[Marker]:
        """The hidden markers that end a list: 4编辑 after 1. 2. 3., where no gap gives them away."""
        marker = items[last]
        ends = [self._end, marker.span.end + REACH, *(after.span.start for after in items[last + 1 : last + 2])]
        end = self._links.end(marker.span.end, ends)
        for count in range(1, CHAIN):
            region = Span(marker.span.end, end)
            found = self._hidden.following(region, marker, ordinal + count, siblings + count - 1)
            if found is None:
                return
            marker = found
            yield from self._noted(found)

    def _note_odd_forms(self, siblings: Sequence[Marker], habitual: bool) -> None:
        """一. among 一、: a separator that is odd among siblings or in the document; one that is usual is a habit."""
        odd = [marker for marker in siblings if marker.fault and marker.span not in self._told]
        if not odd or len(odd) == len(siblings):
            return
        if len(odd) * 2 < len(siblings) or not habitual:
            self.faults += [Fault("malformed", marker, (), None, marker.ordinal) for marker in odd]


def _lists(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """The first and last index of every list of siblings."""
    first = 0
    for index in range(1, len(steps) + 1):
        if index == len(steps) or steps[index].begins:
            yield first, index - 1
            first = index
