"""Non-words that one confused character separates from a common word: 投拆 for 投诉."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Literal

from lint import nonwords, pairs, partners, words
from lint.characters import character
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

Common = tuple[tuple[int, str], ...]  # words, each with its frequency
COMMON = 40  # occurrences in the dictionary's corpus that the meant word has at least
BOUND = 0.165  # share of its uses as a word by itself, above which a character
OFTEN = 80_000  # that is used more than this, stands beside anything
FREE = 0.3  # the same share, above which the odd character is a word, too,
OWN = 0.005  # so that the meant one must have this share of its neighbour's uses
NAMING = 0.45  # share of its words that are names, above which a character is taken for part of one
CERTAIN = 1000  # or, where the character itself is no word (椎进 before 城乡), whatever covers its neighbour
LONE = 600  # occurrences by itself of a character that is no word
RARER = 100  # times that a word must be rarer than the meant one to count as none: the dictionary holds 布署 and 勾通


@dataclass(frozen=True)
class Spelling(Check):
    """Reports a character beside a neighbour with which it makes no word, where a look-alike would make a common one.

    `confused` lists sets of characters that are taken for one another, `misread` characters with those that they are
    put for, one way only (千 is read for 干, hardly the reverse). A place counts only where no word of two to four
    characters covers the character or its neighbour as they stand, or only a far rarer one: then segmentation falls
    apart there. `known` maps patterns of misspellings that segmentation cannot show to what was meant. With `guess`
    any character counts that looks or sounds alike, where one common word explains it. `collocations` maps words to
    those that often stand behind them: for `guess`, near its partner, a word may be told by any look-alike, and
    `shapes` are sets of characters that look alike as a whole. `except` holds patterns that make an overlapping match
    right. Value: `replacement` (the meant word).
    """

    kind: Literal["spelling"]
    confused: tuple[str, ...]
    misread: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    guess: bool = False
    collocations: dict[str, str] = field(default_factory=dict)
    shapes: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    @cached_property
    def _alternatives(self) -> dict[str, str]:
        found = dict(self.misread)
        for group in self.confused:
            for one in group:
                found[one] = found.get(one, "") + group.replace(one, "")
        return found

    def run(self, document: Document) -> Iterator[Hit]:
        """Each known misspelling, and each non-word, at the characters of the word that was meant."""
        told: set[int] = set()
        for span, word in chain(self._known(document), self._confused(document), self._guessed(document)):
            place = range(span.start, span.end)
            if told.isdisjoint(place) and not overlapping(self.except_, document, span):
                told.update(place)
                yield _hit(span, word)

    def _known(self, document: Document) -> Iterator[tuple[Span, str]]:
        for pattern in document.present(self.known):
            word = self.known[pattern]
            for match in document.matches(pattern):
                span = Span(*match.span())
                if not (pattern == match[0] and len(pattern) == len(word) == 2 and _parted(document.text, span, word)):
                    yield span, word

    def _confused(self, document: Document) -> Iterator[tuple[Span, str]]:
        text, behind, ahead = document.text, self._behind, self._ahead
        offsets = (match.start() for match in document.matches(self._anchor)) if self._alternatives else iter(())
        for offset in [at for at in offsets if ahead[text[at : at + 2]] or behind[text[max(0, at - 1) : at + 1]]]:
            best = max(self._meant(text, offset), default=None)
            if best is not None:
                _, word, start = best
                yield Span(start, start + 2), word

    def _guessed(self, document: Document) -> Iterator[tuple[Span, str]]:
        if not self.guess:
            return
        codes = pairs.codes(document.text)
        told = partners.find(document.text, codes, self._partners)
        for start, word in chain(nonwords.find(document.text, codes), told):
            yield Span(start, start + len(word)), word

    @cached_property
    def _partners(self) -> partners.Collocations:
        behind = {word: partners_.split() for word, partners_ in self.collocations.items()}
        return partners.Collocations(behind, self.shapes)

    def _meant(self, text: str, offset: int) -> Iterator[tuple[int, str, int]]:
        behind, ahead = self._behind[text[max(0, offset - 1) : offset + 1]], self._ahead[text[offset : offset + 2]]
        for words_, start, neighbour in ((behind, offset - 1, offset - 1), (ahead, offset, offset + 1)):
            for seen, word in words_:
                if not _leans(text, offset, neighbour, seen) or _covered(text, offset, seen):
                    continue
                bound = seen >= CERTAIN and words.frequency(text[offset]) <= LONE
                if bound or not _covered(text, neighbour, seen):
                    yield seen, word, start

    @cached_property
    def _behind(self) -> pairs.Remembered[Common]:
        """The common words that two characters may stand for, the second of them put for another."""
        return pairs.Remembered(lambda pair: _common(pair[:-1] + other for other in self._alternatives[pair[-1]]))

    @cached_property
    def _ahead(self) -> pairs.Remembered[Common]:
        """The same, the first of them put for another."""
        return pairs.Remembered(lambda pair: _common(other + pair[1:] for other in self._alternatives[pair[0]]))

    @cached_property
    def _anchor(self) -> str:
        return "[" + "".join(sorted(self._alternatives)) + "]"

    def anchors(self) -> tuple[str, ...] | None:
        """One of the characters or misspellings; a guess needs none."""
        return None if self.guess else self.scanned()

    def scanned(self) -> tuple[str, ...]:
        """The characters and misspellings, of which a guess needs none."""
        return (*((self._anchor,) if self._alternatives else ()), *self.known)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The known misspellings and the exceptions."""
        return {"known": tuple(self.known), "except": self.except_}

    def values(self) -> frozenset[str]:
        """The word that was meant."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _common(candidates: Iterable[str]) -> Common:
    counted = ((words.frequency(word), word) for word in candidates if len(word) == 2)
    return tuple((seen, word) for seen, word in counted if seen >= COMMON)


def _leans(text: str, offset: int, neighbour: int, seen: int) -> bool:
    """Whether the two are no words in a row (拨出, 楼里), the meant word is common for both, and no name goes on."""
    odd, other = character(text[offset]), character(text[neighbour])
    if other is None or text[offset] == text[neighbour]:
        return False
    if odd is None:  # no character of today's
        return True
    start = min(offset, neighbour)
    ahead = character(text[start - 1 : start])
    named = max(odd.names, other.names) > NAMING and ahead is not None and ahead.names > NAMING
    free = other.alone > BOUND and other.uses > OFTEN
    rare = odd.alone > FREE and seen < OWN * other.uses
    return not (named or free or rare)


def _hit(span: Span, word: str) -> Hit:
    return Hit(span, {"replacement": word}, (Edit(span, word),))


def _parted(text: str, span: Span, meant: str) -> bool:
    """Whether one of two characters makes a word with what stands outside: 促消费 holds no 促消."""
    seen = words.frequency(meant)
    ahead = (text[max(0, span.start - reach) : span.start + 1] for reach in (1, 2, 3))
    behind = (text[span.end - 1 : span.end + reach] for reach in (1, 2, 3))
    return any(words.frequency(word) * RARER > seen for word in (*ahead, *behind) if len(word) > 1)


def _covered(text: str, offset: int, meant: int) -> bool:
    """Whether a dictionary word of two to four characters, not far rarer than the meant one, covers a place."""
    return any(
        words.frequency(text[start : start + length]) * RARER > meant
        for length in (2, 3, 4)
        for start in range(max(0, offset - length + 1), min(offset, len(text) - length) + 1)
    )
