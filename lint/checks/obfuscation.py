"""Letters put in the place of words: D建 for 党建, 20D for 二十大."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lint import patterns, words
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.numerals import chinese
from lint.patterns import Pattern
from lint.text import Span

CHINESE = "\u4e00-\u9fff"
HAN = Pattern(r"[\u4e00-\u9fff]+")
REACH = 4  # characters of a dictionary word to either side of the letters
COMMON = 3  # occurrences in the dictionary's 60 million words; below that a word proves nothing
# Capitals that Chinese characters touch, and no other letter, digit or sign of a code; small letters between two.
CAPITALS = (
    r"(?<![A-Za-z\dＡ-Ｚａ-ｚ+&.\-/×])[A-ZＡ-Ｚ]{1,3}(?![A-Za-z\dＡ-Ｚａ-ｚ+&.\-/×])(?:(?<=[\u4e00-\u9fff][A-ZＡ-Ｚ])|(?<=[\u4e00-\u9fff]"
    r"[A-ZＡ-Ｚ]{2})|(?<=[\u4e00-\u9fff][A-ZＡ-Ｚ]{3})|(?=[\u4e00-\u9fff\d]))"
    r"|(?<=[\u4e00-\u9fff（“《，。；：])[a-zａ-ｚ]{1,2}(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[a-zａ-ｚ](?=[，。；”）])"
)
# Syllables of pinyin that touch Chinese characters: zhen兴, gong益, dang员.
SPELT = (
    r"(?<=[\u4e00-\u9fff])[a-z]{2,6}(?=[\u4e00-\u9fff，。；、”）])|(?<=[，。；：、（“\n])[a-z]{2,6}(?=[\u4e00-\u9fff])"
)
# Syllables that are words of English or letters of Greek.
ENGLISH = frozenset((
    "ban", "bang", "bin", "bus", "can", "den", "die", "due", "fan", "fun", "gang", "gun", "hang", "he", "hen", "king",
    "lie", "long", "man", "me", "men", "mu", "nu", "pan", "pen", "pi", "pie", "pin", "ping", "ring", "run", "she",
    "sing", "song", "sue", "sun", "tan", "ten", "tie", "wing", "xi", "you",
))  # fmt: skip
SPELT_SEEN = 150  # occurrences of a word of which one character is spelt
BESIDE = 2  # characters to either side that a guessed word may reach
LONGEST = 4  # characters of a guessed word
GUESSED = 50  # occurrences in the dictionary's corpus that a guessed word has at least
CONGRESS = Pattern(r"(?<![\dA-Za-z.])(?P<number>1\d|2\d)(?P<letter>[A-Za-zＤ])(?![A-Za-z\d])")


@dataclass(frozen=True)
class Obfuscation(Check):
    """Reports Latin letters that stand for the word they begin with, where a dictionary word confirms it.

    `letters` gives the readings of each group of letters (full-width and lower case count as the same; the longer
    group first). A reading counts when letters and neighbours together make a word of the dictionary (D建 → 党建), or
    when a pattern of `phrases` matches the restored text around it (党的十). `numbers` gives letters that follow a
    number (20D → 二十大), confirmed by `before` or `after`, patterns of what stands beside it. With `guess: true` any
    one to three capitals count that make a common word with the characters beside them, read as initials of pinyin, the
    likeliest of which is then the reading; so does a syllable that makes one. `words` are such as are hidden so: their
    initials, in either case, stand for them wherever they touch a Chinese character. What `except` matches
    is left alone. Value: `replacement`.
    """

    kind: Literal["obfuscation"]
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    guess: bool = False
    phrases: tuple[str, ...] = ()
    numbers: dict[str, str] | None = None
    before: str = r"党的$"
    after: str = r"^(?:精神|报告|代表|召开|以来|胜利|闭幕|[、和]?[一二三四五六七]中全会)"
    except_: tuple[str, ...] = ()

    @cached_property
    def _group(self) -> str:
        wide = (
            re.escape(group) + "|" + re.escape(_full_width(group))
            for group in sorted(self.letters, key=len, reverse=True)
        )
        return rf"(?<![A-Za-z\dＡ-Ｚａ-ｚ+&.\-/])(?:{'|'.join(wide)})(?![A-Za-z\dＡ-Ｚａ-ｚ+&\-/])"

    def run(self, document: Document) -> Iterator[Hit]:
        """Each group of letters with the word it is part of."""
        found = []
        for match in document.matches(self._group) if self.letters else ():
            span = Span(*match.span())
            if not overlapping(self.except_, document, span):
                found.append(self._restored(document, span, self.letters[match[0].translate(patterns.HALF)]))
        hits = [hit for hit in found if hit is not None]
        hits += [hit for hit in self._wholes(document) if not any(hit.span.overlaps(known.span) for known in hits)]
        yield from hits
        if self.guess:
            yield from self._guesses(document, hits)
        if self.numbers:
            yield from self._numbered(document, self.numbers)

    @cached_property
    def _by_initials(self) -> dict[str, tuple[str, ...]]:
        """The words by the letters that abbreviate them, in the order in which they were given."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.words:
            group = "".join(map(words.initial, word))
            found[group] = (*found.get(group, ()), word)
        return found

    @cached_property
    def _whole(self) -> str:
        groups = sorted(self._by_initials, key=len, reverse=True)
        any_case = "|".join(f"{group}|{group.lower()}|{_full_width(group)}" for group in groups)
        bound = r"[A-Za-z\dＡ-Ｚａ-ｚ+&.\-/_@:#]"
        return rf"(?<!{bound})(?:(?<=[{CHINESE}])(?:{any_case})|(?:{any_case})(?=[{CHINESE}]))(?!{bound}|[ ][A-Za-z\d])"

    def _wholes(self, document: Document) -> Iterator[Hit]:
        """Letters that stand for one of the words as a whole; its neighbours tell which of several."""
        for match in document.matches(self._whole) if self.words else ():
            span = Span(*match.span())
            if not overlapping(self.except_, document, span):
                readings = self._by_initials[match[0].translate(patterns.HALF).upper()]
                restored = self._restored(document, span, readings)
                yield restored or Hit(span, {"replacement": readings[0]}, (Edit(span, readings[0]),))

    def _guesses(self, document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
        """What capitals may stand for that no reading is given for; labels (A基础, B关键) are none."""
        spans = [Span(*match.span()) for match in document.matches(CAPITALS)]
        labels = len({document.slice(span) for span in spans} & set("ABCDEFG")) > 1
        for span in spans:
            known = any(hit.span.start <= span.start < hit.span.end for hit in hits)
            label = labels and span.end - span.start == 1
            if not known and not label and not overlapping(self.except_, document, span):
                yield from _guessed(document, span)
        for match in document.matches(SPELT):
            span = Span(*match.span())
            if match[0] not in ENGLISH and words.read_as(match[0]) and not any(hit.span.overlaps(span) for hit in hits):
                yield from _spelt(document, span)

    def _restored(self, document: Document, span: Span, readings: tuple[str, ...]) -> Hit | None:
        """The hit over the letters and the word they begin (else end), of all readings the likeliest one."""
        left, right = _han_before(document.text, span.start), _han_after(document.text, span.end)
        found = [(seen, reading, spread) for reading in readings for seen, spread in _words(left, reading, right)]
        if found:
            _, reading, _ = max(found, key=lambda one: (sum(one[2]), one[0]))
            before, after = min((s for _, r, s in found if r == reading), key=lambda s: (s[0], -s[1]))
        else:
            around = document.text[max(0, span.start - REACH) : span.start], document.text[span.end : span.end + REACH]
            confirmed = self._phrase(*around, readings)
            if confirmed is None:
                return None
            reading, before, after = confirmed
        place = Span(span.start - before, span.end + after)
        word = document.text[place.start : span.start] + reading + document.text[span.end : place.end]
        return Hit(place, {"replacement": word}, (Edit(place, word),))

    def _phrase(self, left: str, right: str, readings: tuple[str, ...]) -> tuple[str, int, int] | None:
        """The reading that a phrase confirms, and how far the phrase reaches to either side."""
        for reading in readings:
            for pattern in self.phrases:
                for match in patterns.compiled(pattern).finditer(left + reading + right):
                    if not match.start() <= len(left) < match.end():
                        continue
                    reach = match.end() - len(left) - len(reading)
                    return reading, len(left) - match.start(), max(0, reach)
        return None

    def _numbered(self, document: Document, numbers: dict[str, str]) -> Iterator[Hit]:
        for match in CONGRESS.finditer(document.text):
            reading = numbers.get(match["letter"].translate(patterns.HALF))
            left, right = (
                document.text[max(0, match.start() - 6) : match.start()],
                document.text[match.end() : match.end() + 8],
            )
            if reading and (re.search(self.before, left) or re.search(self.after, right)):
                word = chinese(int(match["number"])) + reading
                yield Hit(Span(*match.span()), {"replacement": word}, (Edit(Span(*match.span()), word),))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the groups of letters."""
        return (
            *((self._group,) if self.letters else ()),
            *((CAPITALS, SPELT) if self.guess else ()),
            *((self._whole,) if self.words else ()),
            *((CONGRESS.pattern.replace("?P<number>", "").replace("?P<letter>", ""),) if self.numbers else ()),
        )

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Phrases, contexts and exceptions."""
        return {"phrases": self.phrases, "except": self.except_, "before": (self.before,), "after": (self.after,)}

    def faults(self) -> Iterator[tuple[str, str]]:
        """No letters, or a group that is none."""
        if not self.letters and not self.words and not self.guess:
            yield "letters", "is empty, and 'guess' is not true: there is nothing to find"
        for word in self.words:
            if len(word) < 2 or not all(map(words.initial, word)):
                yield "words", f"'{word}' is no word of two or more common Chinese characters"
        for group in self.letters:
            if not re.fullmatch("[A-Za-z]+", group):
                yield "letters", f"'{group}' is no group of Latin letters"

    def values(self) -> frozenset[str]:
        """The restored word."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _words(left: str, reading: str, right: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The dictionary's words that hold a reading and more, each as its frequency and its reach to either side."""
    for before in range(min(REACH, len(left)) + 1):
        for after in range(min(REACH, len(right)) + 1):
            if before or after:
                seen = words.frequency(left[len(left) - before :] + reading + right[:after])
                if seen >= COMMON:
                    yield seen, (before, after)


def _guessed(document: Document, span: Span) -> Iterator[Hit]:
    """The hit over letters that abbreviate part of a common word, with the likeliest one."""
    left, right = _han_before(document.text, span.start), _han_after(document.text, span.end)
    letters = document.slice(span).translate(patterns.HALF).upper()
    best: tuple[int, str, int, int] | None = None
    for before in range(min(BESIDE, len(left)) + 1):
        for after in range(min(BESIDE, len(right)) + 1):
            ahead, behind = left[len(left) - before :], right[:after]
            if not before + after or len(ahead + letters + behind) > LONGEST:
                continue
            around = [words.initial(c) for c in ahead + behind]
            if all(around):
                initials = "".join(around[:before]) + letters + "".join(around[before:])
                for seen, word in words.by_initials(initials):
                    fits = word.startswith(ahead) and word.endswith(behind) and seen >= GUESSED
                    if fits and (best is None or seen > best[0]):
                        best = seen, word, before, after
    if best is not None:
        _, word, before, after = best
        place = Span(span.start - before, span.end + after)
        yield Hit(place, {"replacement": word}, (Edit(place, word),))


def _spelt(document: Document, span: Span) -> Iterator[Hit]:
    """The hit over a syllable that stands for one character of a common word, with the likeliest one."""
    left, right = _han_before(document.text, span.start), _han_after(document.text, span.end)
    best: tuple[int, str, int, int] | None = None
    for character in words.read_as(document.slice(span)):
        for before, after in ((0, 1), (1, 0), (0, 2), (1, 1), (2, 0), (0, 3)):
            if before > len(left) or after > len(right):
                continue
            word = left[len(left) - before :] + character + right[:after]
            seen = words.frequency(word)
            if seen >= SPELT_SEEN and (best is None or seen > best[0]):
                best = seen, word, before, after
    if best is not None:
        _, word, before, after = best
        place = Span(span.start - before, span.end + after)
        yield Hit(place, {"replacement": word}, (Edit(place, word),))


def _full_width(group: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in group)


def _han_before(text: str, offset: int) -> str:
    found = re.search(r"[\u4e00-\u9fff]*$", text[max(0, offset - REACH - 2) : offset])
    return found[0] if found else ""


def _han_after(text: str, offset: int) -> str:
    found = HAN.match(text, offset, offset + REACH + 2)
    return found[0] if found else ""
