"""Where words begin and end: Chinese text parted into the dictionary's words, the likeliest row of them.

The frequencies of single words decide (a unigram model), without a guess at words that the dictionary does not have:
what it does not know is parted into characters. Only the clause around a place is read.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from lint import words
from lint.text import Span

LONGEST = 12  # characters of a word that is looked for
BEFORE, BEHIND = 20, 12  # characters of the clause on each side that decide


def whole(text: str, span: Span) -> bool:
    """Whether a place cuts no word in two, at its beginning or its end.

    >>> whole("自由，", Span(1, 2))
    False
    """
    start, end = _clause(text, span)
    ends = _ends(text[start:end])
    return {span.start - start, span.end - start} <= ends


def around(text: str, gap: Span) -> Span:
    """The word that a gap stands in, with the gap, once the gap is taken out; the gap alone where it parts two words.

    >>> around("重点工.作安排", Span(3, 4))
    Span(start=2, end=5)
    """
    start, end = _clause(text, gap)
    ends = _ends(text[start : gap.start] + text[gap.end : end])
    place = gap.start - start
    if place in ends:
        return gap
    before, after = max(e for e in ends if e < place), min(e for e in ends if e > place)
    return Span(start + before, start + after + gap.end - gap.start)


def _clause(text: str, span: Span) -> tuple[int, int]:
    """The Chinese characters around a place, without a mark between."""
    start, end = span.start, span.end
    while start > max(0, span.start - BEFORE) and _chinese(text[start - 1]):
        start -= 1
    while end < min(len(text), span.end + BEHIND) and _chinese(text[end]):
        end += 1
    return start, end


def _chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@lru_cache(maxsize=1_000)
def _ends(clause: str) -> frozenset[int]:
    """The offsets at which a word of the likeliest row begins or ends."""
    likeliest = [0.0] * (len(clause) + 1)
    length = [1] * len(clause)
    for index in reversed(range(len(clause))):
        known = words.prefixes(clause[index : index + LONGEST])
        rows = ((_weight(word) + likeliest[index + len(word)], len(word)) for word in {*known, clause[index]})
        likeliest[index], length[index] = max(rows)
    ends, index = {0}, 0
    while index < len(clause):
        index += length[index]
        ends.add(index)
    return frozenset(ends)


def _weight(word: str) -> float:
    """The logarithm of a word's share of the corpus; what is never seen counts as seen once."""
    return log(max(1, words.frequency(word)) / words.CORPUS)
