"""A few of many things, spread over the documents that they come from, and the same ones at every run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

Shown = TypeVar("Shown")


class _Document(NamedTuple):
    """What is kept of one document; those with the lowest lot stay."""

    lot: bytes
    number: int  # in the order in which documents came
    shown: list[object]


class Samples(Generic[Shown]):
    """At most `most` things. Each comes from another document as long as there are enough of these.

    The documents are drawn by a digest of their names: over the whole of a corpus, and without chance. Only what may
    be shown is made and kept, so that a corpus of any size leaves no more than `most` documents here.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0
        self._kept: list[_Document] = []

    def offer(self, name: str, things: Iterable[Callable[[], Shown]]) -> None:
        """What one document has to offer; each thing is made only where it may be shown."""
        self._count += 1
        lot = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        full = len(self._kept) >= self._most
        if not self._most or (full and lot >= self._kept[-1].lot):
            return
        made: list[object] = [make() for make, _ in zip(things, range(self._most), strict=False)]
        self._kept = sorted([*self._kept, _Document(lot, self._count, made)])[: self._most]

    def chosen(self) -> list[Shown]:
        """The first thing of each document, then the second ones, up to as many as wanted; in the order of all."""
        places = [[(one.number, index) for index in range(len(one.shown))] for one in self._kept]
        rounds = (place for row in zip_longest(*places) for place in row if place is not None)
        wanted = sorted(place for place, _ in zip(rounds, range(self._most), strict=False))
        of = {one.number: one.shown for one in self._kept}
        return [of[number][index] for number, index in wanted]  # type: ignore[misc]
