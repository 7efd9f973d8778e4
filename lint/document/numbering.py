"""The numbering of a text: which markers count, how their schemes nest, and what is missing, twice, wrong or damaged.

Schemes are read from the outermost to the innermost, so that every list knows the headings around it. Where an
ordinal is missing, its damaged or glued form is looked for before it is called a gap. Time is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.document import markers, nesting, parts, sequences
from lint.document.damage import Damage
from lint.document.markers import STRONG, Marker
from lint.document.nesting import Nesting
from lint.document.sequences import Link, Step
from lint.text import Span

REACH = 12000  # characters after the last marker of a list in which the list may go on
LABEL = 30  # characters; a longer line announces no list unless it ends with a colon
CHAIN = 30  # glued items that may follow the last one
FOLLOWED = 0.5  # the share of loose markers that must follow one another


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
    """The markers of one text that count, in order, with their nesting and the faults."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._damage = Damage(text)
        found, self.contents = _markers(text, end)
        self._found, self.nesting = _nesting(text, found)
        self._noted: set[Marker] = set()  # damaged first markers, whose faults are told
        self.breaks = parts.breaks(text, Span(found[0].span.end if found else end, end))
        self._taken: set[int] = set()  # starts of markers that are damaged ones of another scheme
        self.habits: dict[str, sequences.Habit] = {}
        self.faults: list[Fault] = []
        self._outer: list[int] = []  # starts of the markers of the schemes read so far
        self._lost: list[Span] = []  # where a heading of theirs is missing
        kept: list[Marker] = []
        for scheme in self.nesting.order:
            kept += self._scheme(scheme)
            self._outer = sorted(marker.span.start for marker in kept)
        self.markers = sorted(kept, key=lambda marker: marker.span)
        self.faults.sort(key=lambda fault: fault.marker.span)

    def _scheme(self, scheme: str) -> list[Marker]:
        """The markers of one scheme, with the damaged and glued ones among them; their faults are noted."""
        items = list(self._items(scheme))
        links = self._links(items)
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
        for first, last in _lists(steps):
            self._note_odd_forms(items[first : last + 1], items)
            added += self._before(items, steps, first)
            added += self._after(items, steps, first, last)
        return items + added

    def _items(self, scheme: str) -> Iterator[Marker]:
        """The markers of one scheme, with the first ones of their lists that do not look like markers.

        A list may begin behind a colon (附件：1.… ⏎ 2.…), or its first marker may be damaged or glued.
        """
        before: Marker | None = None
        for marker in self._found:
            if marker.scheme != scheme or marker.span.start in self._taken:
                continue
            if marker.ordinal == 2:
                region = Span(self._begin(before, marker.span.start), marker.span.start)
                if before is None or before.ordinal != 1 or region.start > before.span.end:
                    yield from self._first(region, marker)
            yield marker
            before = marker

    def _first(self, region: Span, second: Marker) -> Iterator[Marker]:
        inline = self._damage.inline_first(region, second.scheme)
        forms = [inline] if inline else self._damage.missing(region, second, 1)
        for form in forms:
            if self._take(form, region):
                if form.fault:
                    self.faults.append(Fault(form.fault, form, (), None, 1))
                    self._noted.add(form)
                yield form
                return

    def _links(self, items: Sequence[Marker]) -> list[Link]:
        links = []
        for before, marker in zip([None, *items], items, strict=False):
            links.append(self._link(before.span.start if before else -1, before, marker))
        return links

    def _link(self, start: int, before: Marker | None, marker: Marker) -> Link:
        end = marker.span.start
        if bisect_left(self.breaks, end) > bisect_right(self.breaks, start):
            return Link.BREAK
        if bisect_left(self._outer, end) > bisect_right(self._outer, start):
            return Link.HARD
        if before is not None and before.under != marker.under:
            return Link.HARD
        if marker.ordinal <= sequences.FIRST:
            return Link.LABEL if self._headless(start, end) else self._announced(end)
        return Link.SAME

    def _announced(self, start: int) -> Link:
        """What the line before announces: a list by its colon, a new part of the text by being a label."""
        end = len(self._text[max(0, start - 200) : start].rstrip("# *\t\u3000\xa0\r\n")) + max(0, start - 200)
        begin = max(self._text.rfind("\n", 0, end) + 1, end - 200)
        line = self._text[begin:end].strip()
        if line.endswith(("：", ":")):
            return Link.COLON
        label = 0 < len(line) <= LABEL and line[-1] not in "。；;！？，,、…" and STRONG.match(line) is None
        return Link.LABEL if label else Link.SAME

    def _headless(self, start: int, end: int) -> bool:
        """Whether a heading of a higher level is missing between two offsets."""
        index = bisect_left(self._lost, (start, 0)) - 1
        return any(lost.start < end and start < lost.end for lost in self._lost[max(0, index) : index + 3])

    def _gap(self, items: Sequence[Marker], index: int, step: Step) -> Iterator[Marker]:
        """The damaged and glued markers that fill a gap; what none fills is noted."""
        marker = items[index]
        before = items[step.before] if step.before is not None else None
        begin = before.span.end if before else self._begin(items[index - 1] if index else None, marker.span.start)
        missing = []
        for ordinal in step.missing:
            region = Span(begin, marker.span.start)
            forms = self._damage.missing(region, marker, ordinal)
            found = next((form for form in forms if self._take(form, region)), None)
            if found is None:
                missing.append(ordinal)
                continue
            before, begin = found, found.span.end
            if found.fault:
                self.faults.append(Fault(found.fault, found, (), None, ordinal))
            yield found
        if missing:
            self.faults.append(Fault("gap", marker, tuple(missing), before))
            insort(self._lost, Span(begin, marker.span.start))

    def _begin(self, before: Marker | None, start: int) -> int:
        """Where the list of a marker may have begun: behind the last heading, break or marker of its scheme."""
        ends = [before.span.end if before else 0]
        for offsets in (self._outer, self.breaks):
            place = bisect_left(offsets, start)
            ends += offsets[place - 1 : place] if place else []
        return max(ends)

    def _take(self, found: Marker, region: Span) -> bool:
        """Take a damaged marker out of the scheme that it looks like, unless it has siblings of that scheme."""
        begin = bisect_left(self._found, region.start, key=lambda marker: marker.span.start)
        end = bisect_left(self._found, region.end, key=lambda marker: marker.span.start)
        near = self._found[begin:end]
        like = next((m for m in near if m.span.start == found.span.start), None)
        if like is None:
            return True
        if any(m.scheme == like.scheme and m is not like for m in near):
            return False
        self._taken.add(like.span.start)
        return True

    def _note_odd_forms(self, siblings: Sequence[Marker], items: Sequence[Marker]) -> None:
        """一. among 一、: a separator that is odd among siblings or in the document; one that is usual is a habit."""
        odd = [marker for marker in siblings if marker.fault and marker not in self._noted]
        if not odd or len(odd) == len(siblings):
            return
        everywhere = sum(marker.fault is not None for marker in items)
        if len(odd) * 2 < len(siblings) or everywhere * 3 < len(items):
            self.faults += [Fault("malformed", marker, (), None, marker.ordinal) for marker in odd]

    def _before(self, items: Sequence[Marker], steps: Sequence[Step], first: int) -> Iterator[Marker]:
        """The glued markers before a list that begins far from 1: 四、, where 二、 and 三、 stand inside lines."""
        marker, region = items[first], self._head(items, first)
        if steps[first].kind != "sound" or marker.ordinal <= sequences.FIRST:
            return
        found = None
        for ordinal in range(marker.ordinal - 1, 0, -1):
            found = next(self._damage.before(region, marker, ordinal), None)
            if found is None:
                break
            marker, region = found, Span(region.start, found.span.start)
            self.faults.append(Fault("glued", found, (), None, ordinal))
            yield found
        if 1 < marker.ordinal <= sequences.FIRST:
            self.faults.append(Fault("gap", marker, tuple(range(1, marker.ordinal))))

    def _head(self, items: Sequence[Marker], index: int) -> Span:
        start = items[index].span.start
        return Span(self._begin(items[index - 1] if index else None, start), start)

    def _after(self, items: Sequence[Marker], steps: Sequence[Step], first: int, last: int) -> Iterator[Marker]:
        """The damaged or glued markers that end a list: 4编辑 after 1. 2. 3., where no gap gives them away."""
        end = self._list_end(items, last)
        marker, ordinal = items[last], max(step.ordinal for step in steps[first : last + 1])
        for count in range(last - first + 1, last - first + 1 + CHAIN):
            region = Span(marker.span.end, end)
            ordinal += 1
            forms = self._damage.following(region, marker, ordinal, count)
            found = next((form for form in forms if self._take(form, region)), None)
            if found is None:
                return
            self.faults.append(Fault(found.fault or "malformed", found, (), None, ordinal))
            marker = found
            yield found

    def _list_end(self, items: Sequence[Marker], last: int) -> int:
        start = items[last].span.end
        ends = [self._end, start + REACH]
        ends += [items[last + 1].span.start] if last + 1 < len(items) else []
        for offsets in (self._outer, self.breaks):
            ends += offsets[bisect_left(offsets, start) :][:1]
        return min(ends)


def _lists(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """The first and last index of every list of siblings."""
    first = 0
    for index in range(1, len(steps) + 1):
        if index == len(steps) or steps[index].begins:
            yield first, index - 1
            first = index


def _markers(text: str, end: int) -> tuple[list[Marker], list[Span]]:
    """Every marker that counts before damage is looked for, and the tables of contents."""
    strong = [marker for marker in markers.strong(text) if marker.span.start < end]
    found, contents = parts.without_contents(text, strong)
    taken = {marker.span.start for marker in strong}
    has_chinese = any(marker.scheme == "chinese" for marker in found)
    loose = [m for m in markers.loose(text) if m.span.start < end and m.span.start not in taken]
    kept = _followed([marker for marker in loose if not (has_chinese and marker.scheme == "chinese")])
    return sorted(_adopted(found) + kept, key=lambda marker: marker.span), contents


def _followed(loose: list[Marker]) -> list[Marker]:
    """The loose markers of each scheme that mostly follow one another, from 1 on."""
    kept = []
    for scheme in {marker.scheme for marker in loose}:
        items = _in_place([marker for marker in loose if marker.scheme == scheme])
        last: dict[str, int] = {}
        follows = 0
        for marker in items:
            follows += marker.ordinal in (1, last.get(marker.under, 0) + 1)
            last[marker.under] = marker.ordinal
        if len(items) >= 3 and follows > FOLLOWED * len(items) and max(last.values()) >= 2:
            kept += items
    return kept


def _in_place(items: list[Marker]) -> list[Marker]:
    """The decimal markers without quantities among them: a 1.5 between 4.2 and 4.3."""
    unders = [None, *(marker.under for marker in items), None]
    return [
        marker
        for marker, before, after in zip(items, unders, unders[2:], strict=False)
        if before != after or marker.under == before or not before
    ]


FAMILIES = (("chinese-paren", "arabic-paren", "arabic-close", "chinese-close"), ("chinese", "arabic"))
GAP = 3  # ordinals after which a marker still goes on from one of its own shape
MOST = 500  # markers that are looked at for how a document writes its brackets
BRACKETS = ({"chinese-paren", "chinese-close"}, {"arabic-paren", "arabic-close"})  # that may lose their first half


def _adopted(found: list[Marker]) -> list[Marker]:
    """The markers, where one in another shape between two neighbours, （1） 2） （3）, is a damaged one of theirs."""
    adopted = {marker: marker for marker in found}
    for family in FAMILIES:
        kin = [marker for marker in found if marker.scheme in family]
        counted = _counted(kin)
        for index, marker in enumerate(kin):
            like = None if marker in counted else _like(kin, index)
            if like:
                adopted[marker] = marker._replace(scheme=like, fault="malformed")
    return [adopted[marker] for marker in found]


def _like(kin: list[Marker], index: int) -> str | None:
    """The scheme of the neighbours among which a marker counts: between two, before the next two, after the last."""
    ordinal, scheme = kin[index].ordinal, kin[index].scheme
    earlier, before = (kin[i] if i >= 0 else None for i in (index - 2, index - 1))
    after, next_ = (kin[i] if i < len(kin) else None for i in (index + 1, index + 2))
    if before and before.scheme != scheme and before.ordinal + 1 == ordinal:
        between = after is not None and after[1:3] == (before.scheme, ordinal + 1)
        ends = {scheme, before.scheme} in BRACKETS and earlier and earlier[1:3] == (before.scheme, ordinal - 2)
        return before.scheme if between or ends or (ordinal == 2 and _rare(kin, scheme, before.scheme)) else None
    if after and next_ and ordinal == 1 and {scheme, after.scheme} in BRACKETS:
        opens = after.ordinal == 2 and next_[1:3] == (after.scheme, 3)
        return after.scheme if opens and (before is None or before[1:3] != (after.scheme, 1)) else None
    return None


def _rare(kin: list[Marker], scheme: str, other: str) -> bool:
    """Whether a bracket that lost its half is rarer than the whole one."""
    if {scheme, other} not in BRACKETS:
        return False
    count = Counter(marker.scheme for marker in kin[:MOST])
    return count[scheme] * 3 < count[other]


def _counted(kin: list[Marker]) -> set[Marker]:
    """The markers that follow one of their own shape, at once or with a gap, or that one follows."""
    counted: set[Marker] = set()
    last: dict[str, Marker] = {}
    for marker in kin:
        before = last.get(marker.scheme)
        if before and before.ordinal < marker.ordinal <= before.ordinal + GAP:
            counted |= {before, marker}
        last[marker.scheme] = marker
    return counted


def _nesting(text: str, found: list[Marker]) -> tuple[list[Marker], Nesting]:
    """The markers and how their schemes nest; 1、 and 1. are one scheme unless one clearly stands within the other."""
    split = [
        marker._replace(scheme="arabic-comma")
        if marker.scheme == "arabic" and text[marker.span.end - 1] == "、"
        else marker
        for marker in found
    ]
    learnt = nesting.learn(split)
    if abs(learnt.weight("arabic", "arabic-comma")) >= nesting.DEPARTS:
        return split, learnt
    return found, nesting.learn(found)
