"""Which schemes a document nests in which, learnt from the document, with GB/T 9704-2012 as the prior.

A scheme stands above another where whole lists of the other, from its 1 on, lie between two of its siblings, or
begin right below it. Such evidence must outweigh the usual order clearly: a single quoted list does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lint.document.markers import SCHEMES, Marker

BEFORE = 0.5  # what it weighs that a list begins right below another scheme's marker
BETWEEN = 1.0  # what it weighs that a whole list stands between two siblings
DEPARTS = 1.5  # the weight at which a document departs from the usual order
LEARNT = 2000  # markers that are looked at


Evidence = defaultdict[tuple[str, str], float]  # (outer, inner) → weight


class Nesting(NamedTuple):
    """The schemes of a document, outermost first, and for each pair (outer, inner) the weight of the evidence."""

    order: tuple[str, ...]
    evidence: dict[tuple[str, str], float]


def learn(found: Sequence[Marker]) -> Nesting:
    """The nesting that these markers show."""
    evidence = _evidence(found[:LEARNT])
    order: list[str] = []
    for scheme in [s for s in SCHEMES if any(m.scheme == s for m in found)]:
        order.insert(_place(scheme, order, evidence), scheme)
    return Nesting(tuple(order), dict(evidence))


def _place(scheme: str, order: list[str], evidence: Evidence) -> int:
    """Where a scheme belongs among those that usually stand above it: below them all but for clear evidence."""

    def weight(place: int) -> float:
        above = sum(evidence[other, scheme] - evidence[scheme, other] for other in order[:place])
        return above + sum(evidence[scheme, other] - evidence[other, scheme] for other in order[place:])

    usual = len(order)
    best = max(range(usual, -1, -1), key=weight)
    return best if weight(best) - weight(usual) >= DEPARTS else usual


def _evidence(found: Sequence[Marker]) -> Evidence:
    evidence: Evidence = defaultdict(float)
    last: dict[str, int] = {}
    inside: dict[str, dict[str, tuple[int, int]]] = {}  # outer → inner → first and last since the last outer marker
    whole: dict[tuple[str, str], int] = {}  # lists between two siblings that have not gone on so far → last ordinal
    before: Marker | None = None
    for marker in found:
        scheme, ordinal = marker.scheme, marker.ordinal
        for pair in [pair for pair in whole if pair[1] == scheme]:
            if whole.pop(pair) + 1 != ordinal:
                evidence[pair] += BETWEEN
        if before and before.scheme != scheme and ordinal == 1:
            evidence[before.scheme, scheme] += BEFORE
        if last.get(scheme, 0) + 1 == ordinal:
            lists = inside.get(scheme, {})
            whole |= {(scheme, inner): seen[1] for inner, seen in lists.items() if seen[0] == 1}
        inside[scheme] = {}
        for outer in inside:
            if outer != scheme:
                first, _ = inside[outer].get(scheme, (ordinal, 0))
                inside[outer][scheme] = (first, ordinal)
        last[scheme] = ordinal
        before = marker
    for pair in whole:
        evidence[pair] += BETWEEN
    return evidence
