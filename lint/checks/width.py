"""Marks whose width is not the document's own habit: one half-width comma among hundreds of full-width ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

HAN = "\u4e00-\u9fff"
NAMES = {True: "全角", False: "半角"}
# Where a text has a choice: behind Chinese, a closing mark or a unit, before Chinese or a line's end.
CHOICE = rf"(?<=[{HAN}”》）％%%℃])[%s](?=[{HAN}“《\n]|$)"
# Brackets are judged as pairs around Chinese; list markers are read elsewhere.
PAIR = rf"(?P<open>[（(])(?P<inside>[^（()）\n]{{0,60}}[{HAN}][^（()）\n]{{0,60}})(?P<close>[）)])"
BRACKETS = {"（": "）", "(": ")"}
MARKER = Pattern(r"[一二三四五六七八九十\d]{1,4}$")
DIGITS = r"(?<=[0-9])[０-９]+|[０-９]+(?=[0-9])"  # one number in two widths
WIDE_RUN = (
    r"(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．])(?:[０-９]{1,9}(?:[.．][０-９]{1,9}){0,1}|[Ａ-Ｚａ-ｚ]{1,9})"
    r"(?![A-Za-z０-９Ａ-Ｚａ-ｚ]|(?<=[０-９])[0-9])"
)
PLAIN_RUNS = {True: Pattern(r"[0-9]+(?:\.[0-9]+)?"), False: Pattern(r"[A-Za-z]+")}  # of digits, of letters
PERCENT = r"(?<=[0-9])[%％]"
QUOTED = rf'"[^"\n“”]{{0,40}}[{HAN}][^"\n“”]{{0,40}}"'
ASCII = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
TOGETHER = 7  # marks of all kinds that make a habit for one that stands alone
OTHERS = (
    3  # numbers, words in letters but for one, percent signs or pairs of quotation marks that make a single one odd
)
STRAY = 2  # marks of the other width that a habit may have


@dataclass(frozen=True)
class Width(Check):
    """Reports marks of the width that a document hardly uses for them, beside Chinese characters.

    `marks` maps half-width marks to their full-width forms. Each is judged by itself: a document may write `,`
    half-width and `。` full-width throughout. A habit needs `at-least` marks, and no more than `odd` in a hundred may
    deviate, half as many against a single one; a rare mark is judged by all others where these have one width only.
    Brackets and straight quotation marks are judged as pairs; a percent sign, a number of the other width and digits
    inside one count, too. What `except` matches is left alone. Values: `habit`, `replacement`.
    """

    kind: Literal["width"]
    marks: dict[str, str]
    at_least: int = 30
    odd: int = 3
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each deviating mark and pair, and each run of digits inside a number of the other width."""
        found = chain(self._singles(document), self._pairs(document), self._quotes(document), _numbers(document))
        for span, edits in found:
            if not overlapping(self.except_, document, span):
                better = "".join(edit.replacement for edit in edits)
                yield Hit(span, {"habit": NAMES[better[0] > "\x7f"], "replacement": better}, edits)

    def _singles(self, document: Document) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
        counts = self._counted(document)
        odd = {mark for mark in counts if self._deviates(mark, counts)}
        for match in document.matches(self._choice) if odd else ():
            if match[0] in odd:
                span = Span(*match.span())
                yield span, (Edit(span, self._other[match[0]]),)

    def _counted(self, document: Document) -> Counter[str]:
        return Counter(document.strings(self._choice))

    def _pairs(self, document: Document) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
        """Brackets whose width, or that of one half, is not that of the document's others; at the first such half."""
        pairs = [match for match in document.matches(PAIR) if not MARKER.match(match["inside"])]
        counts = Counter(match["open"] for match in pairs if match["close"] == BRACKETS[match["open"]])
        for match in pairs if "(" in self.marks else ():
            halves = [Span(*match.span(name)) for name in ("open", "close")]
            mixed = match["close"] != BRACKETS[match["open"]]
            usual = max(BRACKETS, key=counts.__getitem__)
            told = counts["（"] != counts["("] or self._wide(document)
            if (mixed and told) or (not mixed and self._deviates(match["open"], counts)):
                odd = [half for half in halves if document.slice(half) not in (usual, BRACKETS[usual])]
                yield odd[0], tuple(Edit(half, self._other[document.slice(half)]) for half in odd)

    def _quotes(self, document: Document) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
        """A straight pair among curly ones, or the only pair of a text whose marks are all full-width."""
        pairs = [match.span() for match in document.matches(QUOTED)] if '"' in self.marks else []
        curly = document.text.count("“")
        if len(pairs) == 1 and (curly >= OTHERS or self._wide(document)):
            for start, end in pairs:
                edits = (Edit(Span(start, start + 1), "“"), Edit(Span(end - 1, end), "”"))
                yield Span(start, end), edits

    def _wide(self, document: Document) -> bool:
        """Whether all marks but a stray one are full-width."""
        counts = self._counted(document)
        half = sum(counts[mark] for mark in self.marks)
        return half <= STRAY and counts.total() - half >= TOGETHER

    @cached_property
    def _other(self) -> dict[str, str]:
        """Each mark in its other width."""
        return self.marks | {wide: half for half, wide in self.marks.items() if half < "\x7f"}

    def _deviates(self, mark: str, counts: Counter[str]) -> bool:
        if mark in self.marks and mark > "\x7f":  # ｡ is no mark of Chinese
            return True
        few, many = counts[mark], counts[self._other[mark]]
        if many >= self.at_least or (few == 1 and many * 2 >= self.at_least):
            return few == 1 or few * 100 <= (few + many) * self.odd
        if mark in BRACKETS:
            return False
        same = sum(counts[one] for one in counts if (one in self.marks) == (mark in self.marks))
        return few == 1 and same <= STRAY and counts.total() - same >= TOGETHER

    @cached_property
    def _choice(self) -> str:
        return CHOICE % "".join("\\" + mark for mark in sorted(self._other) if mark not in '()（）"“')

    def anchors(self) -> tuple[str, ...] | None:
        """A mark that has two widths, a pair of brackets, or a number in two widths."""
        return (self._choice, PAIR, QUOTED, DIGITS, WIDE_RUN, PERCENT)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The exceptions."""
        return {"except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """No marks, or one that is more than a character."""
        if not self.marks:
            yield "marks", "is empty: there is nothing to find"
        for half, wide in self.marks.items():
            if len(half) != 1 or len(wide) != 1:
                yield "marks", f"'{half}: {wide}' is no pair of single characters"

    def values(self) -> frozenset[str]:
        """What the document does, and the mark that it would write."""
        return frozenset({"habit", "replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _numbers(document: Document) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
    """Digits inside a number of the other width, a number and a percent sign among others of the other width."""
    odd = [Span(*match.span()) for match in document.matches(DIGITS)]
    runs = [Span(*match.span()) for match in document.matches(WIDE_RUN)]
    for digits, plain in PLAIN_RUNS.items():
        wide = [span for span in runs if document.text[span.start].isdigit() is digits]
        if len(wide) == 1 and plain.count(document.text) >= OTHERS - (not digits):
            odd += wide
    for span in odd:
        yield span, (Edit(span, "".join(ASCII.get(sign, sign) for sign in document.slice(span))),)
    counts = Counter(document.strings(PERCENT))
    for span in (Span(*match.span()) for match in document.matches(PERCENT)) if 1 in counts.values() else ():
        other = "%" if document.slice(span) == "％" else "％"
        if counts[document.slice(span)] == 1 and counts[other] >= OTHERS - 1:
            yield span, (Edit(span, other),)
