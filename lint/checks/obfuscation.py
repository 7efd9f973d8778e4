"""Letters put in the place of words: D建 for 党建, 20D for 二十大."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lint import initials, patterns, words
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.initials import Restored
from lint.numerals import chinese
from lint.patterns import Pattern
from lint.text import Span

CHINESE = "\u4e00-\u9fff"
# Beside such signs letters are part of a code or of a foreign word.
BOUND = r"[A-Za-z\dＡ-Ｚａ-ｚ+&.\-/_@:#]"
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
    like the letters, or by the text itself, which has them beside the same character elsewhere. What `except` matches
    is left alone. Value: `replacement`.
    """

    kind: Literal["obfuscation"]
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    guess: bool = False
    phrases: tuple[str, ...] = ()
    numbers: dict[str, str] | None = None
    before: str = r"党的$"
    after: str = r"^(?:精神|报告|代表|召开|以来|胜利|闭幕|[、和]?[一二三四五六七]中全会)"
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each group of letters with the word it is part of."""
        hits: list[Hit] = []
        for found in (self._groups(document), self._wholes(document)):
            hits += [hit for hit in found if not any(hit.span.overlaps(known.span) for known in hits)]
        yield from hits
        if self.guess:
            yield from self._guesses(document, hits)
        if self.numbers:
            yield from self._numbered(document, self.numbers)

    @cached_property
    def _group(self) -> str:
        wide = (
            re.escape(group) + "|" + re.escape(_full_width(group))
            for group in sorted(self.letters, key=len, reverse=True)
        )
        return rf"(?<![A-Za-z\dＡ-Ｚａ-ｚ+&.\-/])(?:{'|'.join(wide)})(?![A-Za-z\dＡ-Ｚａ-ｚ+&\-/])"

    def _groups(self, document: Document) -> Iterator[Hit]:
        """Letters whose readings are given."""
        for match in document.matches(self._group) if self.letters else ():
            span = Span(*match.span())
            if not overlapping(self.except_, document, span):
                readings = self.letters[match[0].translate(patterns.HALF)]
                yield from _hit(initials.confirmed(document.text, span, readings, self.phrases))

    @cached_property
    def _by_initials(self) -> dict[str, tuple[str, ...]]:
        """The words by the letters that abbreviate them, in the order in which they were given."""
        found: dict[str, tuple[str, ...]] = {}
        for word in (*self.words, *self.plain):
            group = "".join(map(words.initial, word))
            found[group] = (*found.get(group, ()), word)
        return found

    @cached_property
    def _whole(self) -> str:
        groups = sorted(self._by_initials, key=len, reverse=True)
        any_case = "|".join(f"{group}|{group.lower()}|{_full_width(group)}" for group in groups)
        return rf"(?<!{BOUND})(?:(?<=[{CHINESE}])(?:{any_case})|(?:{any_case})(?=[{CHINESE}]))(?!{BOUND}|[ ][A-Za-z\d])"

    def _wholes(self, document: Document) -> Iterator[Hit]:
        """Letters that stand for one of the words as a whole; its neighbours tell which of several."""
        for match in document.matches(self._whole) if self._by_initials else ():
            span = Span(*match.span())
            if not overlapping(self.except_, document, span):
                readings = self._by_initials[match[0].translate(patterns.HALF).upper()]
                yield from _hit(self._read(document.text, span, readings))

    def _read(self, text: str, span: Span, readings: tuple[str, ...]) -> Restored | None:
        known = initials.confirmed(text, span, readings, self.phrases) or initials.echoed(text, span, readings)
        hidden = [reading for reading in readings if reading in self.words]
        return known or (Restored(span, hidden[0]) if hidden else None)

    def _guesses(self, document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
        """What capitals may stand for that no reading is given for; labels (A基础, B关键) are none."""
        spans = [Span(*match.span()) for match in document.matches(initials.CAPITALS)]
        labels = len({document.slice(span) for span in spans} & set("ABCDEFG")) > 1
        for span in spans:
            known = any(hit.span.start <= span.start < hit.span.end for hit in hits)
            label = labels and span.end - span.start == 1
            if not known and not label and not overlapping(self.except_, document, span):
                yield from _hit(initials.guessed(document.text, span, self.phrases))
        for match in document.matches(initials.SPELT):
            span = Span(*match.span())
            if match[0] not in initials.ENGLISH and not any(hit.span.overlaps(span) for hit in hits):
                yield from _hit(initials.spelt(document.text, span))

    def _numbered(self, document: Document, numbers: dict[str, str]) -> Iterator[Hit]:
        for match in CONGRESS.finditer(document.text):
            reading = numbers.get(match["letter"].translate(patterns.HALF))
            left = document.text[max(0, match.start() - 6) : match.start()]
            right = document.text[match.end() : match.end() + 8]
            if reading and (re.search(self.before, left) or re.search(self.after, right)):
                yield from _hit(Restored(Span(*match.span()), chinese(int(match["number"])) + reading))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the groups of letters."""
        return (
            *((self._group,) if self.letters else ()),
            *((initials.CAPITALS, initials.SPELT) if self.guess else ()),
            *((self._whole,) if self._by_initials else ()),
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


def _hit(found: Restored | None) -> Iterator[Hit]:
    if found is not None:
        yield Hit(found.span, {"replacement": found.word}, (Edit(found.span, found.word),))


def _full_width(group: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in group)
