"""What one file holds beside its text: a table of contents, annexes, notes, other documents.

Each is a sequence of its own: its numbers neither go on from the text's nor break off.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lint.document.markers import RANKS, Marker
from lint.patterns import Pattern
from lint.text import Span

TITLE = 60  # characters; a longer line is no title in a table of contents
PAGE = Pattern(r"[.．…·]{4,}\s*\d*$|\t\d+$")  # what a line of a table of contents ends with
_N = r"[一二三四五六七八九十\d]{1,3}"
_LABEL = rf"第{_N}篇|篇{_N}|范文{_N}"
# Lines with which another part of a file begins: an annex, notes, a signature's date, a label, another title.
BREAK = Pattern(
    rf"\n[ \t\u3000\xa0#*]*(?:"
    rf"(?:附\s?件|附\s?录|附\s?表|附)\s?[一二三四五六七八九十\d]{{0,3}}\s?(?:[:：][^\n。]{{0,60}})?"
    rf"|(?:名词解释|名词注释|术语解释|注释|注|脚注|参考文献|编后记)\s?[:：]?"
    rf"|[（(]?\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日[）)]?"
    rf"|[【（(]?(?:{_LABEL})[】）)]?(?:[:：、 \u3000][^\n。]{{0,60}})?"
    rf"|(?![（(]?{_N}[、.．）)]|第)(?=[^\n]{{0,30}}(?:20\d\d年|篇{_N}))[^\n。；，、]{{4,40}}"
    rf"(?:计划|要点|方案|规划|总结|打算)(?:\s?[（(【]?篇{_N}[）)】]?)?"
    r")[ \t\u3000\xa0*]*\r?(?=\n|\Z)"
)


def breaks(text: str, found: Sequence[Marker], end: int) -> list[int]:
    """Offsets of the lines with which other sequences of numbers begin: 附件, 注释, 篇二, a date below a signature.

    Where the next marker goes on from the last one of its scheme, nothing broke.
    """
    offsets = []
    last: dict[str, int] = {}
    index = 0
    for match in BREAK.finditer(text, found[0].span.end if found else end, end):
        while index < len(found) and found[index].span.start < match.end():
            last[found[index].scheme] = found[index].ordinal
            index += 1
        goes_on = index < len(found) and last.get(found[index].scheme, 0) + 1 == found[index].ordinal > 1
        if not goes_on:
            offsets.append(match.start())
    return offsets


FENCE = Pattern(r"(?:\A|\n)```")


def without_code(text: str, found: Sequence[Marker]) -> list[Marker]:
    """The markers outside fenced code, which numbers its own lines."""
    fences = [match.end() for match in FENCE.finditer(text)] if "```" in text else []
    return [marker for marker in found if bisect_left(fences, marker.span.start) % 2 == 0]


def without_contents(text: str, found: Sequence[Marker]) -> tuple[list[Marker], list[Span]]:
    """The markers outside tables of contents, and the tables.

    A table of contents shows page numbers, or is a run of headings without text that come again further down.
    """
    titles = [_line(text, marker) for marker in found]
    keys = [re.sub(r"[\s.．…·\d]+$|\s", "", title) for title in titles]
    last = {key: index for index, key in enumerate(keys)}
    listed = [PAGE.search(title) is not None for title in titles]
    run: list[int] = []
    held: set[str] = set()
    for index, marker in enumerate(found):
        if keys[index] in held or (run and marker[1:3] == found[run[0]][1:3]):  # the text itself begins
            _mark_contents(found, keys, last, run, listed)
            run, held = [], set()
        run.append(index)
        held.add(keys[index])
        following = found[index + 1] if index + 1 < len(found) else None
        gap = text[marker.span.start : following.span.start] if following else ""
        has_text = len(titles[index]) > TITLE or "。" in titles[index][:-1] or len(gap.strip()) > len(titles[index])
        if following is None or has_text:
            _mark_contents(found, keys, last, run, listed)
            run, held = [], set()
    kept = [marker for marker, dropped in zip(found, listed, strict=True) if not dropped]
    return kept, list(_tables(found, titles, listed))


def _mark_contents(
    found: Sequence[Marker], keys: list[str], last: dict[str, int], run: list[int], listed: list[bool]
) -> None:
    """Mark a run of headings without text, if most of them come again after it."""
    outermost = min(RANKS[found[i].scheme] for i in run)
    again = [last[keys[i]] > run[-1] for i in run if RANKS[found[i].scheme] == outermost]
    if len(run) >= 3 and sum(again) >= 2 and sum(again) * 2 > len(again):
        for index in run:
            listed[index] = True


def _tables(found: Sequence[Marker], titles: list[str], listed: list[bool]) -> Iterator[Span]:
    start = None
    for index, marker in enumerate(found):
        if not listed[index]:
            start = None
            continue
        start = marker.span.start if start is None else start
        if index + 1 == len(found) or not listed[index + 1]:
            yield Span(start, marker.span.start + len(titles[index]))


def _line(text: str, marker: Marker) -> str:
    end = text.find("\n", marker.span.start)
    return text[marker.span.start : end if end >= 0 else len(text)][:200].strip()
