"""By when: 年底前 in a plan for 2020 is 2020-12-31, 到2030年 2030-12-31, 8月底前 the end of August.

A date in the sentence of a target counts; else one that a paragraph or a heading begins with, for all below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Span

DEADLINE = Pattern(
    r"""(?P<year>20\d\d)\s?年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?P<monthend>底|末)?|(?P<yearend>年?[底末])(?![建完投]成?的)|)(?:(?<=[底末])|(?=之?前|[内起]?(?:[，,]|$)|[完达建实培新力打改开招引投争启评创]|以前))
    |(?:到|至|截至|截止到?)\s?(?P<by>20\d\d)\s?年(?:(?P<bymonth>\d{1,2})月)?(?:年?[底末])?
    |到(?P<till>\d{1,2})月(?:底|末)(?:之?前)?
    |“?十(?P<plan5>[三四五六])五”?(?:期间|时期|末|期末)
    |(?:今年|本年度?)(?P<this>\d{1,2})月(?:底|份)?(?:之?前)?
    |(?<![\d年])(?P<only>\d{1,2})月(?:(?P<onlyday>\d{1,2})日)?(?P<onlyend>底|末|份)?(?:之?前|以前)
    |(?P<plan>年底|年末|年内|本年度内|全年|今年|本年度)(?:之?前)?
    |(?P<half>上半年|下半年)
    |(?P<term>春季|秋季)(?:学期)?(?:开学)?(?=起|开始|前)
    |第?(?P<quarter>[一二三四])季度(?=末|底|前|内|[完建开启实])""",
    re.VERBOSE,
)
BEGINNING = Pattern("[0-9到至截今本年全上下春秋第一二三四“十]")
PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}  # the last year of each five-year plan
TERMS = {"春季": 3, "秋季": 9}
QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
AIMS = Pattern(r"目标$|目标[。：:]?$")  # a date at the beginning of such a section is for all of it
BEGINS = Pattern(  # what may stand between the beginning of a line and a deadline that is for all of it
    r"(?:^|[。；：\n])[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．][ ]?)?(?:——|—)?"
    r"(?:[\u4e00-\u9fff“”、]{0,12}[。：:])?(?:力争|确保|争取|预计|计划|通过[^，。]{0,12}，|经过[^，。]{0,12}，)?$"
)
NONE = Span(0, 0), Span(0, 0)
LEAD = 40  # characters before a deadline in which its line may begin


class Deadline(NamedTuple):
    """A day by which (or, for a term, from which) something is due, and where the text says so.

    `day` is None for a date without a year in a text that does not say which year it is for.
    """

    day: date | None
    span: Span
    absolute: bool


class Deadlines:
    """The deadlines of a text in order, and the parts of it that some of them are for."""

    def __init__(self, text: str, year: int | None, sections: Sequence[tuple[Span, Span]]) -> None:
        found = (_deadline(match, year) for match in _dates(text))
        self._all = [deadline for deadline in found if deadline is not None]
        self._starts = [deadline.span.start for deadline in self._all]
        self._parts = sorted(_parts(text, self._all, sections))
        self._begins = [span.start for span, _ in self._parts]

    def of(self, place: Place) -> Deadline | None:
        """The deadline of a quantity: the last before it in its sentence, one behind it, or its paragraph's."""
        begin, end = place.sentence.start, place.quantity.span.start
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self._starts[last] >= begin:
            return self._all[last]
        close = place.quantity.span.end + len(place.right)
        if last + 1 < len(self._all) and self._starts[last + 1] < close + 1:
            return self._all[last + 1]
        if last + 1 < len(self._all) and place.text[close : close + 1] in "，," and self._starts[last + 1] == close + 1:
            return self._all[last + 1]  # 培训300人，年底前完成
        return self._inherited(place.quantity.span.start)

    @property
    def starts(self) -> Sequence[int]:
        """Where each begins, in order."""
        return self._starts

    def stated(self, span: Span) -> bool:
        """Whether a part of the text names a deadline."""
        first = bisect_left(self._starts, span.start)
        return first < len(self._starts) and self._starts[first] < span.end

    def _inherited(self, offset: int) -> Deadline | None:
        """The deadline of the smallest part around a place; parts nest, so few are looked at."""
        index = bisect_right(self._begins, offset) - 1
        for span, deadline in reversed(self._parts[max(0, index - 8) : index + 1]):
            if offset < span.end:
                return deadline
        return None


def _parts(text: str, found: Sequence[Deadline], sections: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Deadline]]:
    """Parts of the text that begin with a deadline: paragraphs, lists below a line that ends with ：, sections."""
    parts, line = [], 0
    starts = [heading.start for heading, _ in sections]
    for deadline in found:
        at = deadline.span.start
        index = bisect_right(starts, at) - 1
        heading, whole = sections[index] if index >= 0 else NONE
        if deadline.absolute and at < heading.end <= heading.start + LEAD:
            parts.append((Span(at, whole.end), deadline))
            continue
        opens = deadline.absolute and text[deadline.span.end : deadline.span.end + 1] in ("，", ",")
        if not deadline.absolute:
            continue
        if opens or BEGINS.search(text[max(0, at - LEAD) : at]):
            if line <= at:  # each line's end is looked for once
                line = text.find("\n", at)
                line = len(text) if line < 0 else line
            if AIMS.search(text[heading.start : heading.end]) and at - heading.end <= LEAD:
                line = max(line, whole.end)
            lists = index >= 0 and text[max(at, line - 2) : line].rstrip()[-1:] in ("：", ":")
            parts.append((Span(at, max(line, whole.end) if lists else line), deadline))
    return parts


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Every match of DEADLINE, tried only where one may begin: at every character it would be slow."""
    reached = 0
    for begins in BEGINNING.finditer(text):
        if begins.start() >= reached:
            match = DEADLINE.match(text, begins.start())
            if match is not None:
                reached = match.end()
                yield match


def _deadline(match: re.Match[str], year: int | None) -> Deadline | None:
    """A deadline; None for a month that no year has."""
    month = int(match["bymonth"] or match["month"] or match["this"] or match["only"] or match["till"] or 12)
    if not 1 <= month <= 12:
        return None
    written = match["by"] or match["year"] or (match["plan5"] and str(PLANS[match["plan5"]]))
    of = int(written) if written else year
    if written and year and int(written) < year:
        return None  # 2000年底前建成的小区
    return Deadline(_day(match, of, month) if of else None, Span(*match.span()), written is not None)


def _day(match: re.Match[str], year: int, month: int) -> date:
    if match["half"] == "上半年":
        return date(year, 6, 30)
    if match["term"]:
        return date(year, TERMS[match["term"]], 1)
    if match["quarter"]:
        month = QUARTERS[match["quarter"]]
    day, last = int(match["day"] or match["onlyday"] or 0), monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)
