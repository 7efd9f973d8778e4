"""What two neighbouring characters are: a word, or such as could be one misspelt.

Codes of pairs are bits: KNOWN for a word of the dictionary, STRAY where one of the two hardly stands alone, SELDOM
where they hardly meet by chance.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from operator import add

from lint import words
from lint.characters import bound, character

KNOWN, STRAY, SELDOM = 1, 2, 4
REMEMBERED = 200_000  # pairs
CHANCE = 2.6 + log(words.CORPUS)  # uses of two lone characters, above which they may meet; natural logarithms
NUMERALS = frozenset("二三四五六七八九十百千万亿两零")  # put for one another on purpose; 一 is put for 异
OPENING, CLOSING = frozenset('“‘"「『《〈（('), frozenset('”’"」』》〉）)')


def codes(text: str) -> bytes:
    """A code for each character and the one behind it."""
    return bytes(map(_codes.__getitem__, map(add, text, text[1:])))


class _Codes(dict[str, int]):
    """The codes of pairs; texts share most of them."""

    def __missing__(self, pair: str) -> int:
        few, every = bound()
        if pair[0] not in every or pair[1] not in every:
            code = 0
        else:
            stray = STRAY if pair[0] in few or pair[1] in few else 0
            seldom = SELDOM if _alone(pair[0]) + _alone(pair[1]) <= CHANCE else 0
            code = KNOWN if words.known(pair) else stray | seldom
        if len(self) >= REMEMBERED:
            self.clear()
        self[pair] = code
        return code


_codes = _Codes()


@cache
def _alone(one: str) -> float:
    """How often a character is a word by itself, as a natural logarithm."""
    return log(max(1, words.frequency(one)))


@lru_cache(maxsize=20_000)
def near(pair: str) -> tuple[str, ...]:
    """The common words that two characters may stand for, one of them misspelt; numerals are put on purpose."""
    first, second = character(pair[0]), character(pair[1])
    if first is None or second is None or pair[0] == pair[1] or not NUMERALS.isdisjoint(pair):
        return ()
    ahead = (one + pair[1] for one in second.before if one in first.alike)
    behind = (pair[0] + one for one in first.after if one in second.alike)
    return tuple(word for word in (*ahead, *behind) if NUMERALS.isdisjoint(word))


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a place is all that a pair of quotation marks or brackets holds: a name, a coinage."""
    return text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING
