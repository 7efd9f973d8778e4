"""Words that are misspelt near a word with which they make a fixed pair: 强化考该 is 强化考核.

What two characters alone do not tell, a neighbour does: where a collocation needs only one character that looks or
sounds alike, and the dictionary's words part the text there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from lint import pairs, segments, words
from lint.characters import character
from lint.nonwords import Nonword
from lint.text import Span

# Not where two words meet: there most characters are of this kind.
PLACE = re.compile(rb"(?<!\x01)[\x04\x06]|[\x04\x06](?!\x01)")
NEAR = 6  # characters of the clause to either side in which a partner may stand
MARKS = re.compile(r"[^\u4e00-\u9fff]")


class Collocations:
    """Words that often stand behind a word, looked up from either; those of the dictionary (工作计划) are known.

    `shapes` are sets of characters that look alike as a whole, beside those that share a part or a syllable. `near` has
    the words of any collocation that two characters may stand for, one of them misspelt.
    """

    def __init__(self, behind: Mapping[str, Collection[str]], shapes: Collection[str] = ()) -> None:
        self._shapes: dict[str, str] = defaultdict(str)
        for group in shapes:
            for one in group:
                self._shapes[one] += group.replace(one, "")
        self._behind = {word: frozenset(partners) for word, partners in behind.items()}
        ahead: dict[str, set[str]] = defaultdict(set)
        for word, partners in self._behind.items():
            for partner in partners:
                ahead[partner].add(word)
        self._ahead = {word: frozenset(partners) for word, partners in ahead.items()}
        self.words = frozenset((*self._behind, *self._ahead))
        self._firsts: dict[str, str] = defaultdict(str)
        self._seconds: dict[str, str] = defaultdict(str)
        for word in self.words:
            self._firsts[word[1:]] += word[0]
            self._seconds[word[0]] += word[1:]
        self.near = pairs.Remembered(lambda pair: (*pairs.near(pair), *self._others(pair)))

    def _others(self, pair: str) -> Iterator[str]:
        """The words that only the collocations hold, for which two characters may stand, one of them misspelt."""
        firsts, seconds = self._firsts.get(pair[1], ""), self._seconds.get(pair[0], "")
        if not (firsts or seconds) or not pairs.NUMERALS.isdisjoint(pair):
            return
        first, second = character(pair[0]), character(pair[1])
        if first is not None and second is not None:
            shapes, others = self._shapes.get(pair[0], ""), self._shapes.get(pair[1], "")
            ahead = (one + pair[1] for one in firsts if one in first.alikes or one in shapes)
            behind = (pair[0] + one for one in seconds if one in second.alikes or one in others)
            yield from (word for word in (*ahead, *behind) if pairs.NUMERALS.isdisjoint(word))

    def partnered(self, word: str, before: str, after: str) -> bool:
        """Whether a word has a partner in what stands before it or behind it in its clause."""
        return (
            _fixed(before[-2:], word)
            or _fixed(word, after[:2])
            or any(partner in after for partner in self._behind.get(word, ()))
            or any(partner in before for partner in self._ahead.get(word, ()))
        )


NONE = Collocations({})


def find(text: str, codes: bytes, collocations: Collocations = NONE) -> Iterator[Nonword]:
    """Each misspelt word that another one in its clause tells; `codes` are those of the text's pairs."""
    near, starts = collocations.near, (match.start() for match in PLACE.finditer(codes))
    for start, candidates in [(at, told) for at in starts if (told := near[text[at : at + 2]])]:
        if likely := _told(text, start, codes, candidates, collocations):
            found = _partnered(text, start, likely, collocations)
            if found and not pairs.quoted(text, found.start, found.start + 2):
                yield found


def _told(text: str, start: int, codes: bytes, candidates: tuple[str, ...], collocations: Collocations) -> list[str]:
    """Those of some words that have a partner anywhere, or make a longer word with what stands beside the place."""
    before = text[start - 2 : start] if start > 1 and codes[start - 2] <= pairs.KNOWN else ""
    after = text[start + 2 : start + 4] if start + 2 < len(codes) and codes[start + 2] <= pairs.KNOWN else ""
    return [
        word
        for word in candidates
        if word in collocations.words
        or (before and words.known(before + word))
        or (after and words.known(word + after))
    ]


def _partnered(text: str, start: int, candidates: list[str], collocations: Collocations) -> Nonword | None:
    before = MARKS.split(text[max(0, start - NEAR) : start])[-1]
    after = MARKS.split(text[start + 2 : start + 2 + NEAR])[0]
    for word in candidates:
        if collocations.partnered(word, before, after) and segments.whole(text, Span(start, start + 2)):
            return Nonword(start, word)
    return None


def _fixed(one: str, other: str) -> bool:
    """Whether two words make one of four characters that the dictionary has."""
    return len(one) == len(other) == 2 and words.known(one + other) and words.known(one) and words.known(other)
