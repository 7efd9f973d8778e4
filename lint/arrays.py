"""The codes of a text's pairs by numpy, a whole text at a time. Imported for much text only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import numpy as np

PART = 100_000  # characters at once: their numbers take some thirty times the memory of the text
BEYOND = 0xFFFF  # the last code of a character that a table holds; further ones count as this, which is no character


class Arrays:
    """What `pairs` knows of characters, by number; the number behind the last stands for all other characters."""

    def __init__(
        self,
        places: Mapping[str, int],
        alone: Sequence[float],
        row: int,
        known: bytes,
        few: Set[str],
        chance: float,
        bits: tuple[int, int, int],
    ) -> None:
        self._other = len(places)
        self._numbers = np.full(BEYOND + 1, self._other, np.uint16)
        for one, number in places.items():
            self._numbers[ord(one)] = number
        self._alone = np.array([*alone, 0.0])
        self._few = np.array([one in few for one in places] + [False])
        self._row = row
        self._known = np.frombuffer(known, np.uint8)  # not copied; beyond its end nothing counts
        self._chance = chance
        self._bits = bits

    def codes(self, text: str) -> bytes:
        """A code for each character of a text and the one behind it."""
        starts = range(0, len(text) - 1, PART)
        return b"".join(self._codes(text[start : start + PART + 1]) for start in starts)

    def _codes(self, text: str) -> bytes:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        numbers = self._numbers[np.minimum(points, BEYOND)]
        first, second = numbers[:-1], numbers[1:]
        place = first.astype(np.uint32) * np.uint32(self._row) + (second >> 3)
        known = (np.take(self._known, place, mode="clip") >> (second & 7).astype(np.uint8)) & 1
        few, alone = self._few[numbers], self._alone[numbers]
        stray = few[:-1] | few[1:]
        seldom = alone[:-1] + alone[1:] <= self._chance
        is_known, is_stray, is_seldom = self._bits
        apart = stray * np.uint8(is_stray) | seldom * np.uint8(is_seldom)
        both = (first != self._other) & (second != self._other)
        return bytes((both * np.where(known, np.uint8(is_known), apart)).astype(np.uint8))
