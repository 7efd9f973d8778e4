"""By when: 年底前 in a plan for 2020 is 2020-12-31, 到2030年 2030-12-31, 8月底前 the end of August."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

DEADLINE = Pattern(
    r"""(?P<year>20\d\d)\s?年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?P<monthend>底|末)?|(?P<yearend>底|末)?)(?=之?前|[内起]?(?:[，,]|$)|[完达建实]|以前)
    |到\s?(?P<by>20\d\d)\s?年(?:底|末)?
    |(?P<only>\d{1,2})月(?:(?P<onlyday>\d{1,2})日)?(?P<onlyend>底|末|份)?(?:之?前|以前)
    |(?P<plan>年底|年末|年内|本年度内|全年|今年)(?:之?前)?
    |(?P<half>上半年|下半年)
    |(?P<term>春季|秋季)(?:学期)?(?:开学)?(?=起|开始|前)
    |第?(?P<quarter>[一二三四])季度(?=末|底|前|内)""",
    re.VERBOSE,
)
TERMS = {"春季": 3, "秋季": 9}
QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}


class Deadline(NamedTuple):
    """A day by which (or, for a term, from which) something is due, and where the text says so."""

    day: date
    span: Span


def read(text: str, region: Span, year: int | None) -> Deadline | None:
    """The last deadline in a region; one without a year is of the plan's own year, and None where that is not known."""
    found = None
    for match in DEADLINE.finditer(text, *region):
        day = _day(match, year)
        if day is not None:
            found = Deadline(day, Span(*match.span()))
    return found


def _day(match: re.Match[str], year: int | None) -> date | None:
    if match["by"]:
        return date(int(match["by"]), 12, 31)
    if match["year"]:
        return _end(int(match["year"]), int(match["month"] or 12), int(match["day"] or 0))
    if year is None:
        return None
    if match["only"]:
        return _end(year, int(match["only"]), int(match["onlyday"] or 0))
    if match["half"]:
        return date(year, 6, 30) if match["half"] == "上半年" else date(year, 12, 31)
    if match["term"]:
        return date(year, TERMS[match["term"]], 1)
    if match["quarter"]:
        return _end(year, QUARTERS[match["quarter"]], 0)
    return date(year, 12, 31)


def _end(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)
