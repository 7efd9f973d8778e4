"""Where segmentation falls apart: two characters that make no word, neither together nor with their neighbours.

Most such places are sound: names, abbreviations (拨投贷), verbs in a row. One counts as misspelt only where a word that
is common and clearly likelier is one character away that looks or sounds alike, and where little else explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log
from typing import NamedTuple

from lint import pairs, words
from lint.characters import Character, character

# Chosen on a month of a newspaper and a hundred plans: in three million sound characters two findings are wrong.
GAIN = 5.0  # how much likelier the one word is than two lone characters, as a natural logarithm
CLEAR = 3  # times that the meant word is more frequent than the next
RARE = 22_000  # uses in the dictionary's corpus, above which a character stands in many abbreviations,
OFTENER = 45_000  # or, where the text tells what was meant,
OFTENEST = 100_000  # or where the other character is mostly used in the meant word
FREE = 0.8  # share of its uses as a word by itself, above which a character explains itself
LOOSE = 0.5  # the same for a phrase, of which the odd character may be a particle
FIRM = 0.15  # one of the two has at most this share,
TIED = 0.1  # the other one at most this where the text does not tell
OWN, OWN_MORE, OWN_MOST = 0.02, 0.05, 0.3  # share of the other character's uses that the meant word has
NAMING = 0.45  # share of its words that are names, above which a character is taken for part of one
NEAR = 5000  # characters to each side that may tell what was meant
OFTEN = 2  # what stands more often nearby is meant so
AGAIN = 4  # characters to each side in which a character that is meant so may be repeated
STRAY = re.compile(rb"(?<!\x01)[\x02\x06](?!\x01)")


class Nonword(NamedTuple):
    """What stands at an offset, and the word of as many characters that was meant."""

    start: int
    meant: str


class _Guess(NamedTuple):
    """The word that two characters may stand for, the one of them that is wrong, and whether no more need be known."""

    word: str
    odd: str
    sure: bool


def find(text: str, codes: bytes) -> Iterator[Nonword]:
    """Each place that a common word is one character away from; `codes` are those of the text's pairs."""
    for match in STRAY.finditer(codes):
        found = _phrase(text, match.start()) or _word(text, match.start())
        if found and not pairs.quoted(text, found.start, found.start + len(found.meant)):
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
    if len(differing) != 1 or not pairs.NUMERALS.isdisjoint(differing[0]):
        return False
    odd = character(differing[0][0])
    return odd is not None and odd.alone <= LOOSE and differing[0][1] in odd.alike


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


@lru_cache(maxsize=20_000)
def _meant(wrong: str) -> _Guess | None:
    """The one common word that is far likelier than two lone characters, and than any other, a character away."""
    first, second = character(wrong[0]), character(wrong[1])
    if first is None or second is None or min(first.alone, second.alone) > FIRM:
        return None
    found: list[tuple[int, str]] = []
    if _odd(first):
        found += ((words.frequency(word), word) for word in _words(second.before, first.alike, "", wrong[1]))
    if _odd(second):
        found += ((words.frequency(word), word) for word in _words(first.after, second.alike, wrong[0], ""))
    found.sort(reverse=True)
    if not found:
        return None
    seen, word = found[0]
    apart = max(1, words.frequency(wrong[0])) * max(1, words.frequency(wrong[1]))
    if log(seen) + log(words.CORPUS) - log(apart) < GAIN:
        return None
    return _guess(wrong, word, seen, len(found) == 1 or seen >= CLEAR * found[1][0])


def _words(partners: str, alike: str, before: str, after: str) -> Iterator[str]:
    return (before + one + after for one in partners if one in alike)


def _odd(one: Character) -> bool:
    """Whether a character may be wrong: it seldom stands alone, in names, or in abbreviations."""
    return one.uses <= OFTENEST and one.alone <= FREE and one.names <= NAMING


def _guess(wrong: str, word: str, seen: int, clear: bool) -> _Guess | None:
    """What to say of a word that may have been meant; None where even a text that has it would not tell."""
    place = 0 if wrong[1] == word[1] else 1
    odd, other = character(wrong[place]), character(wrong[1 - place])
    if odd is None or other is None:
        return None
    own = seen / other.uses
    if own < OWN or (other.named > NAMING and own < OWN_MOST):
        return None
    rare = odd.uses <= (OFTENEST if own >= OWN_MOST else RARE)
    sure = clear and rare and other.alone <= TIED and own >= OWN_MORE
    return _Guess(word, wrong[place], sure) if sure or odd.uses <= OFTENER else None


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
            for begin in range(max(0, start - length + 1), min(start + 1, len(text) - length) + 1)
        )
    )
