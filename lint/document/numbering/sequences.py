"""Reads one scheme's ordinals as people count: what is missing, twice, wrong or out of place.

A sequence of ordinals is explained by the cheapest chain of steps: the next sibling, a list that begins, a list
inside that returns, a gap, a spare marker, a wrong digit. The cheapest chain tells each fault once and goes on behind
it: after 二、七、四、 the 七 is a 三 and nothing is missing. A few of the best chains are kept at every step, so time
is linear in the number of markers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.document.numbering.chains import BEGINS, Habit, Op, Operation, cheapest
from lint.document.numbering.links import Link

BULLETS = 3  # the same ordinal so often in a row numbers nothing


class Step(NamedTuple):
    """How one marker follows: `kind` is sound, gap, repeat, order or wrong; `ordinal` is what it should read.

    `missing` are the ordinals of a gap, `before` the index of the sibling before it, None where a list lost its
    beginning; `begins` says that the marker is the first of its list.
    """

    kind: str
    ordinal: int
    missing: tuple[int, ...] = ()
    before: int | None = None
    begins: bool = False


def habit(ordinals: Sequence[int], links: Sequence[Link]) -> Habit:
    """Whether this document's lists of a scheme restart under every heading or run on through it."""
    restarts = runs = 0
    for index in range(1, len(ordinals)):
        if links[index] is Link.HARD:
            restarts += ordinals[index] == 1
            runs += ordinals[index] == ordinals[index - 1] + 1
    return Habit(restarts, runs)


def read(ordinals: Sequence[int], links: Sequence[Link]) -> list[Step]:
    """One step for each ordinal."""
    known = habit(ordinals, links)
    if _clean(ordinals, links, known):
        return [Step("sound", ordinal, begins=ordinal == 1) for ordinal in ordinals]
    kept = list(_numbers(ordinals, links))
    operations = cheapest([ordinals[i] for i in kept], [links[i] for i in kept], known)
    told = dict(zip(kept, _told([ordinals[i] for i in kept], operations), strict=True))
    steps = [told.get(i, Step("sound", ordinal)) for i, ordinal in enumerate(ordinals)]
    return [s._replace(before=kept[s.before]) if s.before is not None else s for s in steps]


def _clean(ordinals: Sequence[int], links: Sequence[Link], known: Habit) -> bool:
    """Whether every ordinal follows the one before, or begins a list where one may begin: nearly always so."""
    last = 0
    for ordinal, link in zip(ordinals, links, strict=True):
        follows = ordinal == last + 1 and (link < Link.HARD or known.run_on < 1)
        if not follows and not (ordinal == 1 and link > Link.ITEM):
            return False
        last = ordinal
    return True


def _numbers(ordinals: Sequence[int], links: Sequence[Link]) -> Iterator[int]:
    """The indexes without what a row of equal ordinals repeats: 1. 1. 1. is a list of bullets, 2. 2. 2. one repeat."""
    first = 0
    for index in range(1, len(ordinals) + 1):
        if index < len(ordinals) and ordinals[index] == ordinals[first] and links[index] < Link.HARD:
            continue
        last = first + 1 + (ordinals[first] != 1) if index - first >= BULLETS else index
        yield from range(first, last)
        first = index


def _told(ordinals: Sequence[int], operations: Sequence[Operation]) -> list[Step]:
    """The chain's operations as steps; a gap that a later spare marker fills is no gap but a marker out of place."""
    steps: list[Step] = []
    outer: set[int] = set()  # ordinals seen in the list around this one
    seen: set[int] = set()
    gaps: dict[int, int] = {}  # missing ordinal of this list → index of the step that misses it
    now, before = 0, None
    for index, (ordinal, operation) in enumerate(zip(ordinals, operations, strict=True)):
        if operation in BEGINS:
            outer, seen, gaps = seen, set(), {}
        elif operation is Op.RETURN:
            seen, gaps = outer, {}
        step = _step(operation, ordinal, now, before, seen)
        if operation is Op.SPARE and ordinal in gaps:
            filled = gaps.pop(ordinal)
            left = tuple(n for n in steps[filled].missing if n != ordinal)
            steps[filled] = steps[filled]._replace(kind="gap" if left else "sound", missing=left)
        gaps |= dict.fromkeys(step.missing, index)
        steps.append(step._replace(begins=operation in BEGINS))
        seen.add(ordinal)
        if operation not in (Op.SPARE, Op.OTHER):
            now, before = step.ordinal, index
    return list(_swapped(steps, ordinals))


def _swapped(steps: Sequence[Step], ordinals: Sequence[int]) -> Iterator[Step]:
    """The steps, where of two neighbours that changed places the one that goes back is out of order, not the other."""
    for index, step in enumerate(steps):
        if _goes_ahead(steps, ordinals, index):
            yield step._replace(kind="sound")
        elif index and _goes_ahead(steps, ordinals, index - 1):
            yield step._replace(kind="order", before=index - 1)
        else:
            yield step


def _goes_ahead(steps: Sequence[Step], ordinals: Sequence[int], index: int) -> bool:
    if steps[index].kind != "order" or index + 1 == len(steps) or steps[index + 1].kind != "sound":
        return False
    return ordinals[index] == ordinals[index + 1] + 1 and not steps[index + 1].begins


def _step(operation: Operation, ordinal: int, now: int, before: int | None, seen: set[int]) -> Step:
    if operation is Op.LOST:
        return Step("gap", ordinal, tuple(range(1, ordinal)))
    if operation is Op.GAP:
        missing = tuple(n for n in range(now + 1, ordinal) if n not in seen)
        return Step("gap" if missing else "sound", ordinal, missing, before)
    if operation in (Op.SPARE, Op.BACK):
        return Step("repeat" if ordinal in seen else "order", ordinal, (), before)
    if operation in (Op.WRONG, Op.WRONG_FIRST):
        right = now + 1 if operation is Op.WRONG else 1
        kind = "repeat" if ordinal in seen else "order" if ordinal < right else "wrong"
        return Step(kind, right, (), before)
    return Step("sound", ordinal)
