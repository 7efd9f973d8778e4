"""Faults of the marker itself: its separator, bracket or numeral lost or wrong. A reader points at the marker."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutants import ONLY, Change, LeftOut, Mutant
from benchmarks.mutating import DIGITS, NUMERAL
from benchmarks.sequences import Item, written

SEPARATORS = {"arabic": ".．、", "arabic-close": ")）", "chinese": "、"}
WRONG = {"arabic": (",", "，"), "chinese": (".", ",", "，")}
OPEN, CLOSE = re.compile("[（(]"), re.compile("[）)]")
# Measures that make a count of the numeral before them: 三、年级组 without its separator is 三年级组.
COUNTED = frozenset("年月日号时点个项所名万亿千百十元米亩吨％%级类种家条次届")
COUNT = LeftOut("without its separator the number counts what follows: 三年级")
HABIT = LeftOut("its siblings write their markers so: no fault but a habit")


def separator_lost(item: Item, random: Random) -> Mutant | LeftOut | None:
    """27.构建 is 27构建."""
    if item.marker[-1] not in SEPARATORS.get(item.section.marker.scheme, ""):
        return None
    if _following(item).isdecimal():
        return DIGITS
    return COUNT if _following(item) in COUNTED else _rewritten(item, item.marker[:-1])


def separator_wrong(item: Item, random: Random) -> Mutant | LeftOut | None:
    """一、 is 一. or 一, and 1. is 1, and （一） is （一）、."""
    marker, scheme = item.marker, item.section.marker.scheme
    if scheme == "chinese-paren" and marker[-1] in "）)":
        return _rewritten(item, f"{marker}、")
    if scheme not in WRONG or marker[-1] not in SEPARATORS[scheme]:
        return None
    if _following(item).isdecimal():
        return DIGITS
    return _rewritten(item, marker[:-1] + random.choice(WRONG[scheme]))


def bracket_lost(item: Item, random: Random) -> Mutant | LeftOut | None:
    """（三） is （三 or 三）."""
    if not _bracketed(item):
        return None
    return _rewritten(item, random.choice((OPEN, CLOSE)).sub("", item.marker, count=1))


def bracket_other(item: Item, random: Random) -> Mutant | LeftOut | None:
    """（三） is 【三）, （三】, （三」 or 【三】."""
    if not _bracketed(item):
        return None
    opening, closing = random.choice((("【", None), (None, "】"), (None, "」"), ("【", "】")))
    marker = OPEN.sub(opening, item.marker, count=1) if opening else item.marker
    return _rewritten(item, CLOSE.sub(closing, marker, count=1) if closing else marker)


def numeral_lost(item: Item, random: Random) -> Mutant | LeftOut | None:
    """三、 is 、 and （三） is （）; None for ③, of which nothing would be left."""
    marker = NUMERAL.sub("", item.marker, count=1)
    return _rewritten(item, marker) if marker else None


def numeral_spaced(item: Item, random: Random) -> Mutant | LeftOut | None:
    """10. is 1 0.; only numerals of two characters and more."""
    numeral = NUMERAL.search(item.marker)
    if numeral is None or len(numeral[0]) < 2:
        return None
    at = random.randrange(numeral.start() + 1, numeral.end())
    return _rewritten(item, f"{item.marker[:at]} {item.marker[at:]}")


def split(item: Item, random: Random) -> Mutant | LeftOut | None:
    """（三） is （三 on one line and ） on the next: ugly, but a marker that can be read. No fault of the numbering."""
    if not _bracketed(item) or "\n" in item.marker:
        return None
    span = item.section.marker.span
    return Mutant(item.text, (Change(span, CLOSE.sub(r"\n\g<0>", item.marker, count=1)),), ())


def _following(item: Item) -> str:
    """The character after the marker; empty at the text's end."""
    end = item.section.marker.span.end
    return item.text[end : end + 1]


def _bracketed(item: Item) -> bool:
    return bool(OPEN.search(item.marker) and CLOSE.search(item.marker))


def _rewritten(item: Item, marker: str) -> Mutant | LeftOut:
    if len(item.siblings) == 1:
        return ONLY
    others = (written(item.text, sibling) for sibling in item.siblings if sibling is not item.section)
    if NUMERAL.search(marker) and any(_shape(other) == _shape(marker) for other in others):
        return HABIT
    span = item.section.marker.span
    return Mutant(item.text, (Change(span, marker),), (span.start,))


def _shape(marker: str) -> str:
    return NUMERAL.sub("", marker)
