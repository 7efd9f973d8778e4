"""The cheapest explanation of some ordinals: a chain of steps, each with what it costs.

The figures are weighed against one another: a fault costs about 1, so that one fault is preferred to two, and a fault
to a list that begins where nothing announces one. A few of the best chains are kept at every marker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from lint.document.numbering.links import FIRST, Link

WIDEST_GAP = 20  # missing ordinals; a wider jump is another sequence, not a loss
NEAR = 5  # ordinals that a list may have lost where a heading stands between
CHAINS = 6  # that are kept at every step
MARGIN = 2.5  # a chain that costs so much more than the best is given up


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
    """The list around the one that is counted, what it costs to return to it, and the list around that.

    No deeper: what a chain remembers must not grow with the text.
    """

    ordinal: int
    cost: float
    around: tuple[int, float] | None = None

    @property
    def outer(self) -> _Outer | None:
        """The list around it."""
        return _Outer(*self.around) if self.around else None


class _Chain(NamedTuple):
    """One way to read the ordinals so far: where it counts now, and which list it would return to."""

    cost: float
    ordinal: int
    outer: _Outer | None
    at: int  # index of the last sibling, -1 before any
    trail: Any  # (earlier trail, operation), newest first; () at the beginning


class Operation(Enum):
    """How a marker follows in a chain."""

    NEXT = "the next sibling"
    BEGIN = "the first of a list"
    LOST = "the first that is left of a list whose beginning is lost"
    RETURN = "the next of the list around the one before"
    GAP = "a later sibling"
    SPARE = "a marker too many"
    BACK = "an earlier number, from which the list goes on"
    WRONG = "the next sibling with a wrong number"
    WRONG_FIRST = "the first of a list with a wrong number"
    OTHER = "no marker of this list"
    FOREIGN = "the first of a list that begins anywhere"


Op = Operation
BEGINS = frozenset({Op.BEGIN, Op.LOST, Op.FOREIGN, Op.WRONG_FIRST})


def cheapest(ordinals: Sequence[int], links: Sequence[Link], known: Habit) -> list[Operation]:
    """The operation for each ordinal."""
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
    operations: list[Operation] = []
    trail = chains[0].trail
    while trail:
        trail, operation = trail
        operations.append(operation)
    return operations[::-1]


Way = tuple[
    float, int, _Outer | None, int, Operation
]  # cost, where the chain counts then, outer list, sibling, operation


def _ways(chain: _Chain, index: int, ordinal: int, link: Link, after: int, known: Habit) -> Iterator[Way]:
    """Every way in which a marker may follow; the figures are weighed against one another, a fault costs about 1."""
    now, outer, at = chain.ordinal, chain.outer, chain.at
    first = at < 0
    run_on = 0.0 if link < Link.HARD else known.run_on if link is Link.HARD else 0.3
    inside = (
        None if first or link > Link.COLON else _Outer(now, 1.03 if link is Link.SAME else 0.3, outer and outer[:2])
    )
    begin = _begin(now, link, after, first, known)
    if ordinal == 1:
        yield begin, 1, inside, index, Op.BEGIN
    elif ordinal <= FIRST and (ordinal == 2 or after == ordinal + 1):
        yield begin + (1.0 if first else 1.1), ordinal, inside, index, Op.LOST
    if first:
        yield 0.6 if ordinal > FIRST else 1.05, ordinal, None, index, Op.FOREIGN
        if ordinal <= WIDEST_GAP:
            yield 1.1 if after == 2 else 1.7, 1, None, index, Op.WRONG_FIRST
        return
    if ordinal == now + 1:
        yield run_on, ordinal, outer, index, Op.NEXT
    while outer is not None and link < Link.HARD:
        if ordinal == outer.ordinal + 1:
            yield outer.cost, ordinal, outer.outer, index, Op.RETURN
        outer = outer.outer
    outer = chain.outer
    if now + 1 < ordinal <= now + 1 + WIDEST_GAP:
        yield 1.0 + 0.02 * (ordinal - now - 1) + run_on, ordinal, outer, index, Op.GAP
    if ordinal > now + 1 + WIDEST_GAP:
        yield 0.7, now, outer, at, Op.OTHER
    yield from _faults(chain, index, ordinal, link, after, begin, run_on)


def _faults(
    chain: _Chain, index: int, ordinal: int, link: Link, after: int, begin: float, run_on: float
) -> Iterator[Way]:
    now, outer, at = chain.ordinal, chain.outer, chain.at
    # Below a label or another heading a marker is hardly a spare one of the list before.
    apart = 0.5 if link >= Link.HARD else 0.3 if link is Link.LABEL else 0.0
    if link is Link.BREAK:
        yield 0.6 if ordinal > FIRST else 1.5, ordinal, None, index, Op.FOREIGN
    elif link is Link.HARD:
        yield (1.25 if ordinal > now + NEAR else 1.5), ordinal, outer, index, Op.FOREIGN
    elif ordinal > now + 1 + WIDEST_GAP:
        yield 0.9, ordinal, outer, index, Op.FOREIGN
    if ordinal <= now:
        yield 1.0 + apart, now, outer, at, Op.SPARE
        yield 1.3 + apart, ordinal, _Outer(now, 0.3), index, Op.BACK
    elif ordinal > now + 1:
        yield 1.15 + apart, now, outer, at, Op.SPARE
    if ordinal != now + 1:
        yield 1.1 + run_on, now + 1, outer, index, Op.WRONG
    if link >= Link.HARD and ordinal != 1:
        yield begin + (1.1 if after == 2 else 1.7), 1, None, index, Op.WRONG_FIRST


def _begin(now: int, link: Link, after: int, first: bool, known: Habit) -> float:
    """What it costs that a list begins here: nothing under a new heading, much in the midst of another list."""
    if first or link is Link.BREAK:
        return 0.0
    if link is Link.HARD:
        return known.restart
    if link is Link.ITEM:
        return 1.1
    if link in (Link.COLON, Link.LABEL):
        return 0.2 + {2: 0.0, 3: 0.2}.get(after, 0.3)
    return 0.6 + (0.6 if now == 1 else 0.0) + {2: 0.0, 3: 0.2}.get(after, 0.7)
