"""Reads one scheme's ordinals as people count: what is missing, twice, wrong or out of place.

A sequence of ordinals is explained by the cheapest chain of steps: the next sibling, a list that begins, a list
inside that returns, a gap, a spare marker, a wrong digit. The cheapest chain tells each fault once and goes on behind
it: after 二、七、四、 the 七 is a 三 and nothing is missing. A few of the best chains are kept at every step, so time
is linear in the number of markers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

WIDEST_GAP = 20  # missing ordinals; a wider jump is another sequence, not a loss
FIRST = 3  # the highest ordinal that counts as a list whose beginning is lost
NEAR = 5  # ordinals that a list may have lost where a heading stands between
CHAINS = 6  # that are kept at every step
MARGIN = 2.5  # a chain that costs so much more than the best is given up
BULLETS = 3  # the same ordinal so often in a row numbers nothing


class Link(IntEnum):
    """What stands between a marker and the one of its scheme before it."""

    SAME = 0  # their text only
    COLON = 1  # a line that announces a list, so that one may begin inside the list before
    LABEL = 2  # a line that might be a heading without a number
    HARD = 3  # a heading of a higher level
    BREAK = 4  # the beginning of another document: an annex, notes


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


class Habit(NamedTuple):
    """How often the lists of a scheme began anew under the next heading, and how often they ran on through it."""

    restarts: int = 0
    runs: int = 0

    @property
    def restart(self) -> float:
        """What it costs a list to begin anew under the next heading."""
        return 0.3 if self.runs > self.restarts else 0.0

    @property
    def run_on(self) -> float:
        """What it costs a list to run on."""
        if self.runs > self.restarts:
            return 0.0
        if self.restarts >= 2 and self.runs <= 1:
            return 1.3
        return 0.3 if self.restarts else 0.4


class _Outer(NamedTuple):
    """The list around the one that is counted, and what it costs to return to it."""

    ordinal: int
    cost: float


class _Chain(NamedTuple):
    """One way to read the ordinals so far: where it counts now, and which list it would return to."""

    cost: float
    ordinal: int
    outer: _Outer | None
    at: int  # index of the last sibling, -1 before any
    trail: Any  # (earlier trail, operation), newest first; () at the beginning


NEXT, BEGIN, RETURN, GAP, LOST, SPARE, BACK, WRONG, WRONG_FIRST, OTHER, FOREIGN = range(11)
BEGINS = (BEGIN, LOST, FOREIGN, WRONG_FIRST)


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
    kept = [i for i in range(len(ordinals)) if not _bullet(ordinals, links, i)]
    operations = _cheapest([ordinals[i] for i in kept], [links[i] for i in kept], known)
    told = dict(zip(kept, _told([ordinals[i] for i in kept], operations), strict=True))
    steps = [told.get(i, Step("sound", ordinal)) for i, ordinal in enumerate(ordinals)]
    return [s._replace(before=kept[s.before]) if s.before is not None else s for s in steps]


def _clean(ordinals: Sequence[int], links: Sequence[Link], known: Habit) -> bool:
    """Whether every ordinal follows the one before, or begins a list where one may begin: nearly always so."""
    last = 0
    for ordinal, link in zip(ordinals, links, strict=True):
        follows = ordinal == last + 1 and (link < Link.HARD or known.run_on < 1)
        if not follows and not (ordinal == 1 and link is not Link.SAME):
            return False
        last = ordinal
    return True


def _bullet(ordinals: Sequence[int], links: Sequence[Link], index: int) -> bool:
    """Whether a marker is the third or later of a row of equal ones: 1. 1. 1. is a list of bullets."""
    first = index - BULLETS + 1
    return (
        first >= 0
        and all(ordinals[i] == ordinals[index] for i in range(first, index))
        and all(links[i] < Link.HARD for i in range(first + 1, index + 1))
    )


def _cheapest(ordinals: Sequence[int], links: Sequence[Link], known: Habit) -> list[int]:
    chains = [_Chain(0.0, 0, None, -1, ())]
    for index, ordinal in enumerate(ordinals):
        after = ordinals[index + 1] if index + 1 < len(ordinals) and links[index + 1] < Link.HARD else 0
        best: dict[tuple[int, _Outer | None], _Chain] = {}
        for chain in chains:
            for cost, now, outer, at, operation in _ways(chain, index, ordinal, links[index], after, known):
                total = chain.cost + cost
                if (now, outer) not in best or total < best[now, outer].cost:
                    best[now, outer] = _Chain(total, now, outer, at, (chain.trail, operation))
        ranked = sorted(best.values(), key=lambda chain: chain.cost)[:CHAINS]
        chains = [chain for chain in ranked if chain.cost <= ranked[0].cost + MARGIN]
    operations: list[int] = []
    trail = chains[0].trail
    while trail:
        trail, operation = trail
        operations.append(operation)
    return operations[::-1]


Way = tuple[float, int, _Outer | None, int, int]  # cost, where the chain counts then, outer list, sibling, operation


def _ways(chain: _Chain, index: int, ordinal: int, link: Link, after: int, known: Habit) -> Iterator[Way]:
    """Every way in which a marker may follow; the figures are weighed against one another, a fault costs about 1."""
    now, outer, at = chain.ordinal, chain.outer, chain.at
    first = at < 0
    run_on = 0.0 if link < Link.HARD else known.run_on if link is Link.HARD else 0.3
    inside = None if first or link > Link.COLON else _Outer(now, 0.3 if link is Link.COLON else 1.03)
    begin = _begin(now, link, after, first, known)
    if ordinal == 1:
        yield begin, 1, inside, index, BEGIN
    elif ordinal <= FIRST and (ordinal == 2 or after == ordinal + 1):
        yield begin + (1.0 if first else 1.1), ordinal, inside, index, LOST
    if first:
        yield 0.6 if ordinal > FIRST else 1.05, ordinal, None, index, FOREIGN
        if ordinal <= WIDEST_GAP:
            yield 1.1 if after == 2 else 1.7, 1, None, index, WRONG_FIRST
        return
    if ordinal == now + 1:
        yield run_on, ordinal, outer, index, NEXT
    if outer is not None and ordinal == outer.ordinal + 1 and link < Link.HARD:
        yield outer.cost, ordinal, None, index, RETURN
    if now + 1 < ordinal <= now + 1 + WIDEST_GAP:
        yield 1.0 + 0.02 * (ordinal - now - 1) + run_on, ordinal, outer, index, GAP
    if ordinal > now + 1 + WIDEST_GAP:
        yield 0.7, now, outer, at, OTHER
    yield from _faults(chain, index, ordinal, link, after, begin, run_on)


def _faults(
    chain: _Chain, index: int, ordinal: int, link: Link, after: int, begin: float, run_on: float
) -> Iterator[Way]:
    now, outer, at = chain.ordinal, chain.outer, chain.at
    # Below a label or another heading a marker is hardly a spare one of the list before.
    apart = 0.5 if link >= Link.HARD else 0.3 if link is Link.LABEL else 0.0
    if link is Link.BREAK:
        yield 0.6 if ordinal > FIRST else 1.5, ordinal, None, index, FOREIGN
    elif link is Link.HARD:
        yield (1.25 if ordinal > now + NEAR else 1.5), ordinal, outer, index, FOREIGN
    elif ordinal > now + 1 + WIDEST_GAP:
        yield 0.9, ordinal, outer, index, FOREIGN
    if ordinal <= now:
        yield 1.0 + apart, now, outer, at, SPARE
        yield 1.3 + apart, ordinal, _Outer(now, 0.3), index, BACK
    elif ordinal > now + 1:
        yield 1.15 + apart, now, outer, at, SPARE
    if ordinal != now + 1:
        yield 1.1 + run_on, now + 1, outer, index, WRONG
    if link >= Link.HARD and ordinal != 1:
        yield begin + (1.1 if after == 2 else 1.7), 1, None, index, WRONG_FIRST


def _begin(now: int, link: Link, after: int, first: bool, known: Habit) -> float:
    """What it costs that a list begins here: nothing under a new heading, much in the midst of another list."""
    if first or link is Link.BREAK:
        return 0.0
    if link is Link.HARD:
        return known.restart
    if link in (Link.COLON, Link.LABEL):
        return 0.2 + {2: 0.0, 3: 0.2}.get(after, 0.3)
    return 0.6 + (0.6 if now == 1 else 0.0) + {2: 0.0, 3: 0.2}.get(after, 0.7)


def _told(ordinals: Sequence[int], operations: Sequence[int]) -> list[Step]:
    """The chain's operations as steps; a gap that a later spare marker fills is no gap but a marker out of place."""
    steps: list[Step] = []
    outer: set[int] = set()  # ordinals seen in the list around this one
    seen: set[int] = set()
    gaps: dict[int, int] = {}  # missing ordinal of this list → index of the step that misses it
    now, before = 0, None
    for index, (ordinal, operation) in enumerate(zip(ordinals, operations, strict=True)):
        if operation in BEGINS:
            outer, seen, gaps = seen, set(), {}
        elif operation == RETURN:
            seen, gaps = outer, {}
        step = _step(operation, ordinal, now, before, seen)
        if operation == SPARE and ordinal in gaps:
            filled = gaps.pop(ordinal)
            left = tuple(n for n in steps[filled].missing if n != ordinal)
            steps[filled] = steps[filled]._replace(kind="gap" if left else "sound", missing=left)
        gaps |= dict.fromkeys(step.missing, index)
        steps.append(step._replace(begins=operation in BEGINS))
        seen.add(ordinal)
        if operation not in (SPARE, OTHER):
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


def _step(operation: int, ordinal: int, now: int, before: int | None, seen: set[int]) -> Step:
    if operation == LOST:
        return Step("gap", ordinal, tuple(range(1, ordinal)))
    if operation == GAP:
        missing = tuple(n for n in range(now + 1, ordinal) if n not in seen)
        return Step("gap" if missing else "sound", ordinal, missing, before)
    if operation in (SPARE, BACK):
        return Step("repeat" if ordinal in seen else "order", ordinal, (), before)
    if operation in (WRONG, WRONG_FIRST):
        right = now + 1 if operation == WRONG else 1
        kind = "repeat" if ordinal in seen else "order" if ordinal < right else "wrong"
        return Step(kind, right, (), before)
    return Step("sound", ordinal)
