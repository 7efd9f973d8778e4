"""Words that are misspelt beside a word with which they make a fixed pair: 强化考该 is 强化考核.

What two characters alone do not tell, their neighbour does: where a collocation needs only one character that looks or
sounds alike, and the dictionary's words part the text there. In two and a half million sound characters it told ten
places wrongly, which the rule excepts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from lint import pairs, segments, words
from lint.nonwords import Nonword
from lint.text import Span

# Beside a word, but not where two words meet: there most characters are of this kind.
BESIDE = re.compile(
    rb"(?<=\x01.)[\x04\x06](?!\x01)|(?<!\x01)[\x04\x06](?=.\x01)|(?<=\x01[^\x01])[\x04\x06]|[\x04\x06](?=[^\x01]\x01)",
    re.DOTALL,
)
NONE: Mapping[str, Collection[str]] = {}


def find(text: str, codes: bytes, collocations: Mapping[str, Collection[str]] = NONE) -> Iterator[Nonword]:
    """Each misspelt word that the word before it or behind it tells.

    `codes` are those of the text's pairs; `collocations` gives the words that often stand behind a word, beside those
    of four characters that the dictionary has (工作计划).
    """
    for match in BESIDE.finditer(codes):
        found = _beside(text, match.start(), collocations)
        if found and not pairs.quoted(text, found.start, found.start + 2):
            yield found


def _beside(text: str, start: int, collocations: Mapping[str, Collection[str]]) -> Nonword | None:
    before, after = text[start - 2 : start] if start > 1 else "", text[start + 2 : start + 4]
    for word in pairs.near(text[start : start + 2]):
        told = _paired(word, after, collocations) or _paired(before, word, collocations)
        if told and segments.whole(text, Span(start, start + 2)):
            return Nonword(start, word)
    return None


def _paired(one: str, other: str, collocations: Mapping[str, Collection[str]]) -> bool:
    if len(one) != 2 or len(other) != 2:
        return False
    return other in collocations.get(one, ()) or (words.known(one + other) and words.known(one) and words.known(other))
