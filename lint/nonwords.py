"""Where segmentation falls apart: two characters that make no word, neither together nor with their neighbours.

Most such places are sound: names, abbreviations (拨投贷), verbs in a row. One counts as misspelt only where a word that is
common and clearly likelier is one character away that looks or sounds alike, and where little else explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log
from operator import add
from typing import NamedTuple

from lint import words
from lint.characters import Character, bound, character

# Figures were chosen on a month of a newspaper and a hundred plans: three million sound characters, a dozen findings.
GAIN = 6.0  # how much likelier the one word is than two lone characters, as a natural logarithm
CLEAR = 20  # times that the meant word is more frequent than the next
RARE = 20_000  # uses in the dictionary's corpus, above which a character stands in many abbreviations
FREE = 0.45  # share of its uses as a word by itself, above which a character explains itself
FIRM = 0.15  # one of the two has at most this share
TIED = 0.1  # the other character has at most this share, where the word alone says enough,
OWN = 0.05  # and at least this share of its uses in the meant word,
SURE = 300  # which occurs so often
NAMING = 0.45  # share of its words that are names, above which a character is taken for part of one
NEAR = 5000  # characters to each side that may tell what was meant
OFTEN = 2  # what stands more often nearby is meant so
AGAIN = 4  # characters to each side in which a character that is meant so may be repeated
NUMERALS = frozenset("一二三四五六七八九十百千万亿两零")
CORPUS = 60_000_000  # words
STRAY = re.compile(rb"(?<!\x01)\x02(?!\x01)")


class Nonword(NamedTuple):
    """What stands at an offset, and the word of as many characters that was meant."""

    start: int
    meant: str


class _Guess(NamedTuple):
    """The word that two characters may stand for, the one of them that is wrong, and whether no more need be known."""

    word: str
    odd: str
    sure: bool


def find(text: str) -> Iterator[Nonword]:
    """Each place that a common word is one character away from."""
    few, every = bound()
    pairs = list(map(add, text, text[1:]))
    loose = (pair for pair in set(pairs) if every.issuperset(pair) and not few.isdisjoint(pair))
    codes = dict.fromkeys(pairs, 0)
    codes |= dict.fromkeys(loose, 2)
    codes |= dict.fromkeys(filter(words.known, codes), 1)
    flags = bytes(map(codes.__getitem__, pairs))
    for match in STRAY.finditer(flags):
        start = match.start()
        found = _phrase(text, start) or _word(text, start)
        if found:
            yield found


def _phrase(text: str, start: int) -> Nonword | None:
    """An idiom or fixed phrase of four characters one of whose halves is misspelt."""
    wrong = text[start : start + 2]
    begun, _ = words.phrases(text[start - 2 : start]) if start > 1 else ((), ())
    _, ended = words.phrases(text[start + 2 : start + 4])
    for meant in begun:
        if _confused(wrong, meant[2:]) and not words.known(text[start - 2 : start + 2]):
            return Nonword(start - 2, meant)
    for meant in ended:
        if _confused(wrong, meant[:2]) and not words.known(text[start : start + 4]):
            return Nonword(start, meant)
    return None


def _confused(wrong: str, right: str) -> bool:
    differing = [(x, y) for x, y in zip(wrong, right, strict=True) if x != y]
    if len(differing) != 1 or NUMERALS.issuperset(differing[0]):
        return False
    odd = character(differing[0][0])
    return odd is not None and odd.alone <= FREE and differing[0][1] in odd.alike


def _word(text: str, start: int) -> Nonword | None:
    """A common word of two characters, where it says enough or the text itself tells."""
    guess = _meant(text[start : start + 2])
    if guess is None or _explained(text, start, guess):
        return None
    near = text[max(0, start - NEAR) : start + NEAR]
    if near.count(text[start : start + 2]) > OFTEN:
        return None
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    told = (before and before + guess.word in near) or (after and guess.word + after in near)
    return Nonword(start, guess.word) if guess.sure or told else None


@lru_cache(maxsize=10_000)
def _meant(wrong: str) -> _Guess | None:
    """The one common word that is far likelier than two lone characters, and than any other, a character away."""
    first, second = character(wrong[0]), character(wrong[1])
    if first is None or second is None:
        return None
    found = [wrong[0] + other for other in first.after if other in second.alike]
    found += [other + wrong[1] for other in second.before if other in first.alike]
    ranked = sorted(((words.frequency(word), word) for word in found), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]):
        return None
    seen, word = ranked[0]
    apart = max(1, words.frequency(wrong[0])) * max(1, words.frequency(wrong[1]))
    place = 0 if wrong[1] == word[1] else 1
    odd, other = (first, second) if place == 0 else (second, first)
    if log(seen) + log(CORPUS) - log(apart) < GAIN or not _odd(odd, other):
        return None
    return _Guess(word, wrong[place], other.alone <= TIED and seen >= max(OWN * other.uses, SURE))


def _odd(odd: Character, other: Character) -> bool:
    """Whether a character is a rare one that seldom stands alone, and neither is mostly found in names."""
    return (
        odd.uses <= RARE
        and odd.alone <= FREE
        and max(odd.names, other.names) <= NAMING
        and min(odd.alone, other.alone) <= FIRM
    )


def _explained(text: str, start: int, guess: _Guess) -> bool:
    """Whether a name goes on here, a longer word covers the place, or the odd character is said again (捐物捐料)."""
    ahead = character(text[start - 1 : start])
    around = text[max(0, start - AGAIN) : start + 2 + AGAIN]
    return (
        (ahead is not None and ahead.names > NAMING)
        or around.count(guess.odd) > 1
        or any(
            words.known(text[begin : begin + length])
            for length in (3, 4)
            for begin in range(max(0, start - length + 1), start + 2)
        )
    )
