"""Which schemes a document nests in which, learnt from the document, with GB/T 9704-2012 as the prior.

A scheme stands above another where whole lists of the other, from its 1 on, lie between two of its siblings, or
begin right below it. Such evidence must outweigh the usual order clearly: a single quoted list does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lint.document.markers import SCHEMES, Marker

BELOW = 0.5  # what it weighs that a list begins right below another scheme's marker
WHOLE = 1.0  # what it weighs that a whole list stands between two siblings
RUN = 0.75  # what it weighs that a part of one that runs on stands there, of two items or more
DEPARTS = 1.5  # the weight at which a document departs from the usual order
LEARNT = 2000  # markers that are looked at
Pair = tuple[str, str]  # outer, inner


class Nesting(NamedTuple):
    """The schemes of a document, outermost first, and the evidence for each pair of an outer and an inner one.

    `whole` counts the inner lists that stand whole between two outer siblings, `below` those that begin right below
    an outer marker, `parts` the parts of lists that run on and stand between two outer siblings.
    """

    order: tuple[str, ...]
    whole: Counter[Pair]
    below: Counter[Pair]
    parts: Counter[Pair]

    def weight(self, outer: str, inner: str) -> float:
        """What speaks for the one standing above the other, less what speaks against it."""
        pairs = (((outer, inner), 1), ((inner, outer), -1))
        return sum(
            sign * (WHOLE * self.whole[pair] + BELOW * self.below[pair] + RUN * self.parts[pair])
            for pair, sign in pairs
        )


def learn(found: Sequence[Marker]) -> Nesting:
    """The nesting that these markers show."""
    evidence = Nesting((), *_evidence(found[:LEARNT]))
    order: list[str] = []
    used = {marker.scheme for marker in found}
    for scheme in [scheme for scheme in SCHEMES if scheme in used]:
        order.insert(_place(scheme, order, evidence), scheme)
    return evidence._replace(order=tuple(order))


def _place(scheme: str, order: list[str], evidence: Nesting) -> int:
    """Where a scheme belongs among those that usually stand above it: below them all but for clear evidence."""

    def weight(place: int) -> float:
        above = sum(evidence.weight(other, scheme) for other in order[:place])
        return above + sum(evidence.weight(scheme, other) for other in order[place:])

    usual = len(order)
    best = max(range(usual, -1, -1), key=weight)
    # A pair that changes places counts for the one order and against the other: twice.
    return best if weight(best) - weight(usual) >= 2 * DEPARTS else usual


class _Inside(NamedTuple):
    """What stands of one scheme between two siblings of another: first and last ordinal, and how many."""

    first: int
    last: int
    size: int


def _evidence(found: Sequence[Marker]) -> tuple[Counter[Pair], Counter[Pair], Counter[Pair]]:
    whole, below, parts = (Counter[Pair]() for _ in range(3))
    last: dict[str, int] = {}
    inside: dict[str, dict[str, _Inside]] = {}  # outer → inner → what stands behind the last outer marker
    ended: dict[Pair, _Inside] = {}  # what stood between two siblings and has not gone on so far
    before: Marker | None = None
    for marker in found:
        scheme, ordinal = marker.scheme, marker.ordinal
        for pair in [pair for pair in ended if pair[1] == scheme]:
            seen = ended.pop(pair)
            goes_on = seen.last + 1 == ordinal
            whole[pair] += seen.first == 1 and not goes_on
            parts[pair] += seen.size > 1 and goes_on
        if before and before.scheme != scheme and ordinal == 1:
            below[before.scheme, scheme] += 1
        if last.get(scheme, 0) + 1 == ordinal:
            ended |= {(scheme, inner): seen for inner, seen in inside.get(scheme, {}).items()}
        inside[scheme] = {}
        for outer in inside:
            if outer != scheme:
                first, _, size = inside[outer].get(scheme, (ordinal, 0, 0))
                inside[outer][scheme] = _Inside(first, ordinal, size + 1)
        last[scheme] = ordinal
        before = marker
    whole.update(pair for pair, seen in ended.items() if seen.first == 1)
    return whole, below, parts
