"""Letters put in the place of words: D建 for 党建, 20D for 二十大."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Literal

from lint import initials, jammed, patterns, words
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.initials import Restored, Token
from lint.numerals import chinese
from lint.patterns import Pattern
from lint.text import Span

CHINESE = "\u4e00-\u9fff"
LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
BEFORE = initials.CODE - {"×"}
CODE = BEFORE - {"."}
FOREIGN = initials.FOREIGN - {"×"}
ENGLISH_ON = Pattern(r"[ ][A-Za-z\d]")
LABELS = frozenset("AB")
LONGEST = initials.LONGEST  # letters that stand for one word
CONGRESS = Pattern(r"(?<![\dA-Za-z.])(?P<number>1\d|2\d)(?P<letter>[A-Za-zＤ])(?![A-Za-z\d])")


@dataclass(frozen=True)
class Obfuscation(Check):
    """Reports Latin letters that stand for the word they begin with, where something confirms it.

    `letters` gives the readings of each group of letters (full-width and lower case count as the same; the longer
    group first). A reading counts when letters and neighbours together make a word of the dictionary (D建 → 党建), or
    when a pattern of `phrases` matches the restored text around it (党的十). `numbers` gives letters that follow a
    number (20D → 二十大), confirmed by `before` or `after`, patterns of what stands beside it. With `guess: true` any
    one to four capitals count that make a common word with the characters beside them, read as initials of pinyin, the
    likeliest of which is then the reading; so does a syllable that makes one. `words` are such as are hidden so: their
    initials, in either case, stand for them wherever they touch a Chinese character. `plain` words must be confirmed
    like the letters, or by the text itself, which has them beside the same character elsewhere. With `signs: true`
    words count that have a sign inside (领·导). What `except` matches is left alone. Value: `replacement`.
    """

    kind: Literal["obfuscation"]
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    guess: bool = False
    signs: bool = False
    phrases: tuple[str, ...] = ()
    numbers: dict[str, str] | None = None
    before: str = r"党的$"
    after: str = r"^(?:精神|报告|代表|召开|以来|胜利|闭幕|[、和]?[一二三四五六七]中全会)"
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each group of letters with the word it is part of."""
        tokens = [initials.token(document.text, Span(*match.span())) for match in document.matches(initials.RUN)]
        labels = len({document.slice(token.span) for token in tokens if token.capital} & LABELS) == len(LABELS)
        reached = 0
        for token in tokens:
            found = self._restored(document, token, labels)
            if found is not None and found.span.start >= reached:
                reached = found.span.end
                yield _hit(found)
        if self.numbers:
            yield from self._numbered(document, self.numbers)
        if self.signs:
            signs = chain.from_iterable(map(document.matches, jammed.SIGNS))
            yield from map(_hit, jammed.found(document.text, signs, self._all))

    def _restored(self, document: Document, token: Token, labels: bool) -> Restored | None:
        """What a token stands for; with `labels`, single capitals (A基础, B关键) are none."""
        text, span = document.text, token.span
        given = self.letters.get(token.letters, ()) if token.before not in BEFORE and token.after not in CODE else ()
        whole = self._by_initials.get(token.letters.upper(), ()) if self._whole(text, token) else ()
        guess = self.guess and (token.small or (token.capital and token.touches and len(token.letters) <= LONGEST))
        spelt = self.guess and token.syllable
        if not (given or whole or guess or spelt) or self._excepted(document, token):
            return None
        return (
            (initials.confirmed(text, span, given, self.phrases) if given else None)
            or (self._hidden(text, span, whole) if whole else None)
            or (
                initials.guessed(text, span, self.phrases)
                if guess and not (labels and len(token.letters) == 1)
                else None
            )
            or (initials.spelt(text, span) if spelt else None)
        )

    def _excepted(self, document: Document, token: Token) -> bool:
        """Whether an exception holds at the place, or for full-width letters as they would be in half width."""
        wide = document.slice(token.span) != token.letters
        own = wide and any(patterns.compiled(pattern).fullmatch(token.letters) for pattern in self.except_)
        return own or overlapping(self.except_, document, token.span)

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset((*self.words, *self.plain))

    @cached_property
    def _by_initials(self) -> dict[str, tuple[str, ...]]:
        """The words by the letters that abbreviate them, in the order in which they were given."""
        found: dict[str, tuple[str, ...]] = {}
        for word in (*self.words, *self.plain):
            group = "".join(map(words.initial, word))
            found[group] = (*found.get(group, ()), word)
        return found

    def _whole(self, text: str, token: Token) -> bool:
        """Whether letters of one case stand by themselves beside a Chinese character."""
        one_case = token.letters.isupper() or (token.letters.islower() and text[token.span.start] < "\x7f")
        apart = token.before not in FOREIGN and token.after not in FOREIGN
        return one_case and apart and (token.touches or token.itemised) and not ENGLISH_ON.match(text, token.span.end)

    def _hidden(self, text: str, span: Span, readings: tuple[str, ...]) -> Restored | None:
        """The reading that something confirms, else the first that is always meant."""
        known = initials.confirmed(text, span, readings, self.phrases) or initials.echoed(text, span, readings)
        hidden = [reading for reading in readings if reading in self.words]
        return known or (Restored(span, hidden[0]) if hidden else None)

    def _numbered(self, document: Document, numbers: dict[str, str]) -> Iterator[Hit]:
        for match in CONGRESS.finditer(document.text):
            reading = numbers.get(match["letter"].translate(patterns.HALF))
            left = document.text[max(0, match.start() - 6) : match.start()]
            right = document.text[match.end() : match.end() + 8]
            if reading and (re.search(self.before, left) or re.search(self.after, right)):
                yield _hit(Restored(Span(*match.span()), chinese(int(match["number"])) + reading))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the groups of letters."""
        beside = (rf"[{CHINESE}“‘「（《，。；：、,;:）)\n]{LETTER}", rf"{LETTER}[{CHINESE}]")
        return (
            *beside,
            *(jammed.SIGNS if self.signs else ()),
            *((CONGRESS.pattern.replace("?P<number>", "").replace("?P<letter>", ""),) if self.numbers else ()),
        )

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Phrases, contexts and exceptions."""
        return {"phrases": self.phrases, "except": self.except_, "before": (self.before,), "after": (self.after,)}

    def faults(self) -> Iterator[tuple[str, str]]:
        """No letters, or a group that is none."""
        if not self.letters and not self._by_initials and not self.guess:
            yield "letters", "is empty, and 'guess' is not true: there is nothing to find"
        for key, given in (("words", self.words), ("plain", self.plain)):
            for word in given:
                if len(word) < 2 or not all(map(words.initial, word)):
                    yield key, f"'{word}' is no word of two or more common Chinese characters"
        for group in self.letters:
            if not re.fullmatch("[A-Za-z]+", group):
                yield "letters", f"'{group}' is no group of Latin letters"

    def values(self) -> frozenset[str]:
        """The restored word."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _hit(found: Restored) -> Hit:
    return Hit(found.span, {"replacement": found.word}, (Edit(found.span, found.word),))
