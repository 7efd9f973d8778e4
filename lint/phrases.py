"""Fixed phrases, and what they become when synonyms are put into them.

A phrase is a row of words: 供给侧 结构性 改革. Spinners swap words one by one, so a phrase that reads 供应侧布局性改革
needs no entry of its own: it is told by the words that were left, or by synonyms in the order of the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lint.patterns import compiled, words

TOKEN = re.compile(r"\[([^\[\]]+)\]|[^\s\[\]]+")
KEPT = 2048  # phrases that are not read again where rules differ in little else
HAN = "[\u4e00-\u9fff]"
PARTICLES = "的了在和与及"  # begin no word that a spinner puts in: here the sentence goes another way


@dataclass(frozen=True)
class Word:
    """A place of a phrase: the words that may stand there, synonyms put for them, and whether any other is wrong."""

    right: tuple[str, ...]
    meant: Mapping[str, str]
    fixed: bool

    @property
    def own(self) -> str:
        """One pattern for the words that may stand there."""
        return f"(?:{words(self.right)})"

    @property
    def synonym(self) -> str:
        """One pattern for their synonyms."""
        return f"(?:{words(tuple(self.meant))})"

    @property
    def either(self) -> str:
        """One pattern for the words and their synonyms."""
        return f"(?:{words((*self.right, *self.meant))})"

    def other(self, last: bool) -> str:
        """One pattern for any other word of about that length; at a phrase's end, of just that length."""
        length = len(self.right[0])
        least, most = (length, length) if last else (max(1, length - 1), length + 1)
        return rf"(?![{PARTICLES}]|{self.own}){HAN}{{{least},{most}}}?"

    def restored(self, found: str) -> str:
        """What should stand where something was found."""
        return found if found in self.right else self.meant.get(found, self.right[0])


@dataclass(frozen=True)
class Phrase:
    """Words in their order. Punctuation may be a word, too."""

    words: tuple[Word, ...]

    @classmethod
    def read(cls, text: str, synonyms: Mapping[str, str]) -> Phrase:
        """A phrase as rules write it.

        Words are parted by blanks; 小康|和谐 are two that are right in one place, and where [乡村] stands in brackets
        any other word is wrong. `synonyms` gives the synonyms of a word, parted by blanks.
        """
        tokens = [(tuple((token[1] or token[0]).split("|")), token[1] is not None) for token in TOKEN.finditer(text)]
        return _phrase(
            tuple((right, fixed, tuple(synonyms.get(word, "") for word in right)) for right, fixed in tokens)
        )

    @cached_property
    def variants(self) -> str:
        """One pattern for all that synonyms or another word make of the phrase; empty where they can make nothing."""
        return "|".join(self._branches())

    def _branches(self) -> Iterator[str]:
        """By the first word that is swapped, so that the phrase itself never matches and costs nothing to pass."""
        own = [word.own for word in self.words]
        for index, word in enumerate(self.words):
            if word.meant:
                yield "".join((*own[:index], word.synonym, *(after.either for after in self.words[index + 1 :])))
            if word.fixed:
                yield "".join((*own[:index], word.other(index == len(own) - 1), *own[index + 1 :]))

    def restored(self, variant: str) -> str:
        """The phrase that a variant was made of."""
        last = len(self.words) - 1
        places = (
            f"({word.either}|{word.other(index == last)})" if word.fixed else f"({word.either})"
            for index, word in enumerate(self.words)
        )
        match = compiled("".join(places)).fullmatch(variant)
        assert match is not None
        return "".join(word.restored(found) for word, found in zip(self.words, match.groups(), strict=True))

    @property
    def around(self) -> int:
        """How many characters the words have around the one in brackets, at least."""
        return sum(min(map(len, word.right)) for word in self.words if not word.fixed)


@lru_cache(KEPT)
def _phrase(words: tuple[tuple[tuple[str, ...], bool, tuple[str, ...]], ...]) -> Phrase:
    """A phrase by what may stand in each place, whether that is in brackets, and the synonyms of each."""
    return Phrase(tuple(_word(*word) for word in words))


def _word(right: tuple[str, ...], fixed: bool, synonyms: tuple[str, ...]) -> Word:
    meant = {
        synonym: word for word, put in reversed(tuple(zip(right, synonyms, strict=True))) for synonym in put.split()
    }
    return Word(right, {synonym: word for synonym, word in meant.items() if synonym not in right}, fixed)
