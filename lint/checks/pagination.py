"""Page numbers that stayed between lines or inside sentences when pages were turned into text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

from lint import words
from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.document.markers import STRONG
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

NUMBER = r"[-–―·][ ]?\d{1,3}[ ]?[-–―·]|—[ ]?\d{1,3}[ ]?—|第[ ]?\d{1,3}[ ]?页[ ,，/]?共[ ]?\d{1,3}[ ]?页"
INSIDE = rf"(?<=[\u4e00-\u9fff])[ ]?(?P<at>{NUMBER})[ ]?(?=[\u4e00-\u9fff])"
BARE = Pattern(r"\d{1,3}(?!.)")
HEADED = Pattern(r"(?P<at>\d{1,3}[、.．]?)[ ]?(?=[\u4e00-\u9fff])")
CLAUSE = Pattern(r"[，,。]")
MIDDLE = "，,、"
FULL = 16  # characters of a line that a page number may cut
PAGE = 150  # characters that stand between two page numbers, on the average
SERIES = 3  # numbers that count up before they are pages
SKIPPED = 3  # what two neighbours of a series may differ by: some pages lose their number
COMMON = 20  # how often a word occurs in the dictionary's corpus that is likely to be cut
CUT = 10  # of so many numbers in a series one cuts a sentence
COUNTED = "年月日号时点个项所名万亿千百元米亩吨％%级类人次户台套份位场期节门家条"  # before these a number is no page's


@dataclass(frozen=True)
class Pagination(Check):
    """Reports page numbers: lines of at most `longest` characters in which one of `patterns` matches, and others.

    A bare number alone on its line is a page's where it stands between two halves of a sentence, or where such numbers
    count up with a page's worth of text between them: a table's stand closer. A number before text (`做出相⏎2、关工作`)
    or between dashes inside a line (`配-2-合`) is a page's where it splits a word, `- 2 -` anywhere between characters.
    The repair takes the number out.
    """

    kind: Literal["pagination"]
    patterns_: tuple[str, ...]
    longest: int = 16

    def run(self, document: Document) -> Iterator[Hit]:
        """Each number, in any order."""
        body = [line for line in document.lines if document.zone(line.start) == "body" and not line.chrome]
        text = [line for line in document.lines if not line.chrome]
        for span in sorted({*self._shaped(document), *_bare(text)}):
            yield Hit(span, {}, (Edit(document.source.whole_lines(span), ""),))
        yield from _headed(document, body)
        for match in document.matches(INSIDE):
            left, right = document.text[max(0, match.start() - 2) : match.start()], document.text[match.end() :][:2]
            if " " in match["at"] or match["at"][0] == "第" or _split(left, right) > 1:
                yield Hit(Span(*match.span("at")), {}, (Edit(Span(*match.span()), ""),))

    def _shaped(self, document: Document) -> Iterator[Span]:
        found = {document.source.position(m.end()).line for m in document.matches(*self.patterns_)}
        for line in document.lines if found else ():
            if line.number in found and len(line.text) <= self.longest:
                yield Span(line.start, line.end)

    def scanned(self) -> tuple[str, ...]:
        """The shapes of page numbers, and of those inside a sentence."""
        return (*self.patterns_, INSIDE)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The shapes of page numbers with a line to themselves."""
        return {"patterns": self.patterns_}

    def repairs(self) -> bool:
        """Always: the number is taken out."""
        return True


def _headed(document: Document, body: list[Line]) -> Iterator[Hit]:
    """Numbers before text that go on with the last word of the line before, where no item of a list is due."""
    due: set[int] | None = None
    for before, line in pairwise(body):
        number = HEADED.match(line.text)
        sure = _split(before.text, line.text[number.end() :]) if number and _open(before) else 0
        if number is None or not sure:
            continue
        due = _due(document) if due is None else due
        if sure > 1 or line.start not in due:
            end = line.start + number.end()
            yield Hit(Span(line.start, line.start + number.end("at")), {}, (Edit(Span(before.end, end), ""),))


def _due(document: Document) -> set[int]:
    """Where items stand that begin their list, or whose list has the ordinal before theirs."""
    sections = document.outline.sections
    counted = {(id(s.parent), s.marker.scheme, s.marker.ordinal) for s in sections}
    before = [(s, (id(s.parent), s.marker.scheme, s.marker.ordinal - 1)) for s in sections]
    return {s.marker.span.start for s, key in before if s.marker.ordinal == 1 or key in counted}


def _bare(lines: list[Line]) -> Iterator[Span]:
    """Numbers alone on their lines that cut a sentence, or count up from page to page."""
    found = [i for i, line in enumerate(lines) if BARE.match(line.text) and 0 < i < len(lines) - 1]
    series: list[int] = []
    for index, following in zip_longest(found, found[1:]):
        series.append(index)
        step = int(lines[following].text) - int(lines[index].text) if following else 0
        if 0 < step <= SKIPPED:
            continue
        far = lines[series[-1]].start - lines[series[0]].start >= PAGE * (len(series) - 1)
        cut = [i for i in series if _halves(lines[i - 1], lines[i + 1])]
        pages = series if len(series) >= SERIES and cut and len(cut) * CUT >= len(series) else cut
        for i in pages:
            if far or _split(lines[i - 1].text, lines[i + 1].text) > 1:
                yield Span(lines[i].start, lines[i].end)
        series = []


def _halves(before: Line, after: Line) -> bool:
    """Whether two lines are the halves of a sentence."""
    if not _open(before) or STRONG.match(after.text) or not "\u4e00" <= after.text[0] <= "\u9fff":
        return False
    sure = _split(before.text, after.text)
    if sure > 1 or after.text[0] in COUNTED:
        return sure > 1
    return sure > 0 or before.text[-1] in MIDDLE or (CLAUSE.search(before.text) is not None and after.prose)


def _open(line: Line) -> bool:
    """Whether a line of text can go on in the next: it is long, and ends with a character or a comma."""
    return len(line.text) >= FULL and ("\u4e00" <= line.text[-1] <= "\u9fff" or line.text[-1] in MIDDLE)


def _split(left: str, right: str) -> int:
    """How sure it is that two texts are halves of one word: 2 where neither ends or begins with a word of its own."""
    if words.frequency(left[-1] + right[0]) < COMMON:
        return 0
    return 2 - words.known(left[-2:]) - words.known(right[:2])
