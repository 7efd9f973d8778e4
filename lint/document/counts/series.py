"""Series of marked members inside text: 一是… 二是…, 一要… 二要…, 1.… 2.…, ①… ②…, 第一，… 第二，….

A series runs through its paragraph, and through the lines below where its next members stand there: scraped text is
broken anywhere. Members may hold series of their own, so a series is sure only where nothing restarts inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lint.numerals import number
from lint.patterns import Pattern

CN = "[一二三四五六七八九十]{1,3}"
EDGE = r"(?:^|(?<=[。；;：:，,！、”）)\s（(〔]))"
FORMS = (
    Pattern(rf"{EDGE}(?P<n>{CN})是(?![非否])"),
    Pattern(rf"{EDGE}(?P<n>{CN})要(?!素)"),
    Pattern(rf"{EDGE}第(?P<n>{CN})[，,是、：:]"),
    Pattern(rf"{EDGE}(?P<n>\d{{1,2}})[.．、](?!\d)"),
    Pattern(rf"{EDGE}[（(](?P<n>\d{{1,2}})[）)]"),
    Pattern(rf"{EDGE}[（(](?P<n>{CN})[）)]"),
    Pattern(r"(?P<n>[①-⑳])"),
)
BLANK = Pattern(r"\s*")
HEADING = Pattern(rf"\n[ \t\u3000\xa0]*(?:[（(]{CN}[）)]|{CN}、|第{CN}[章节条部]|\d{{1,2}}[.．、])")
REACH = 4000  # characters that a series may take
MOST = 60  # marks that are looked at


class Series(NamedTuple):
    """How many members a series has: every number it could be read as, and the one that is sure (0 for none)."""

    numbers: frozenset[int]
    sure: int


def read(text: str, start: int, end: int | None = None) -> Series | None:
    """The series that begins at `start`, up to `end` or as far as it goes; None where none begins there."""
    blank = BLANK.match(text, start)
    start = blank.end() if blank else start
    last = min(len(text), start + REACH) if end is None else end
    form = next((form for form in FORMS if _ordinal(form, text, start, last) == 1), None)
    if form is None:
        return None
    if end is None and (heading := HEADING.search(text, start, last)):
        last = heading.start()
    marks = list(islice(_marks(form, text, start, last), MOST))
    own = text.find("\n", start, last)
    numbers = {
        _run(marks)[0],
        _run([mark for mark in marks if own < 0 or mark[0] < own])[0],
        _run([mark for mark in marks if mark[0] == start or _begins_line(text, mark[0])])[0],
    }
    length, sound = _run(marks)
    if sound or _apart(text, marks, length):
        return Series(frozenset(numbers), length)
    return Series(frozenset(numbers), 0)


def _ordinal(form: Pattern, text: str, start: int, end: int) -> int | None:
    match = form.match(text, start, end)
    return number(match["n"]) if match else None


def _marks(form: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in form.finditer(text, start, end):
        yield match.start(), number(match["n"]) or 0


def _run(marks: list[tuple[int, int]]) -> tuple[int, bool]:
    """How far the ordinals run from 1 without a break, and whether that is all of them."""
    for index, (_, ordinal) in enumerate(marks):
        if ordinal != index + 1:
            return index, False
    return len(marks), True


def _begins_line(text: str, offset: int) -> bool:
    near = max(0, offset - 20)
    begin = max(near, text.rfind("\n", near, offset) + 1)
    return begin > near and not text[begin:offset].strip()


def _apart(text: str, marks: list[tuple[int, int]], length: int) -> bool:
    """Whether what breaks a series is another one, which begins in a later paragraph."""
    offset, ordinal = marks[length]
    return ordinal == 1 and length > 0 and "\n" in text[marks[length - 1][0] : offset]
