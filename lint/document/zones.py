"""Where a document begins and ends: the head above its title, the title, metadata, body, and the tail below.

Chrome stands before the title or after the last line of text, and the same words in running text are no chrome; so
rules speak of zones. The borders are found by the shape of lines: the body begins with the first line of prose or
the first heading of the outline, and ends with the last line of prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lint.document.lines import MARKS, Line
from lint.document.markers import STRONG
from lint.patterns import Pattern
from lint.text import Span

TITLE_WORDS = Pattern(
    r"(?:要点|计划|方案|规划|意见|通知|报告|办法|规定|条例|细则|纲要|决定|公告|总结|安排|指南|措施|行动|目标|任务|讲话|批复|函|规范|标准|制度|预案|思路|打算)"
    r"(?:[（(《].{0,30}[）)》])?[”》]?$"
)
TITLE_LENGTH = range(4, 70)
HEAD_LINES = 60  # lines that are looked at for a title; deeper down it would be another document's
TAIL_LINES = 30  # lines before the last sentence that may yet be chrome
LONG = 60  # characters; a longer sentence is hardly chrome
NUMBER = Pattern(r"^[\d\s()（）+-]+$|^[>＞›»|｜\[［【]")  # a telephone's, a pager's; or a bar
PERIOD = Pattern(r"[（(][^（()）]{0,30}[)）]|\d")  # what counts neither for nor against a title
SALUTATION = Pattern(r"^(?:各|同志们|尊敬的).{1,200}[:：]$")
OWN = Pattern(r"附件|附录|附表|附注|抄送|主题词|印发|公开|序号|名单|[表图]\s?\d|[|｜\t]|^[（(#*]|[。；：:]$|盖章|签字")
DATE_LINE = Pattern(r"^[（(]?(?:\d{4}|[一二三四五六七八九〇○零]{4})\s?年.{1,6}月.{1,4}日")


class Zones(NamedTuple):
    """Zones of one document; `title` is None where none was found. Head, body and tail cover the text.

    The foot is where the body's last sentence or heading ends: a signature stands below it. Seams are lines of chrome
    inside the body, where a page's end and the next page's beginning were glued together.
    """

    head: Span
    title: Span | None
    body: Span
    tail: Span
    foot: int = 0
    seams: tuple[Span, ...] = ()

    def at(self, offset: int) -> str:
        """The name of the zone that holds an offset; metadata stands between title and body."""
        if self.title and self.title.start <= offset < max(self.title.end, self.title.start + 1):
            return "title"
        if offset < self.body.start:
            return "metadata" if self.title and offset >= self.title.end else "head"
        if offset >= self.tail.start and self.tail.start < self.tail.end:
            return "tail"
        index = bisect_right(self.seams, offset, key=lambda seam: seam.start) - 1
        return "seam" if index >= 0 and offset in self.seams[index] else "body"

    def regions(self, names: frozenset[str]) -> tuple[Span, ...]:
        """The parts of the text, in order, outside which no zone of these names lies."""
        if names & {"body", "heading"}:
            return (Span(self.head.start, self.tail.end),)
        head = (self.head,) if names & {"head", "title", "metadata"} else ()
        return (
            *head,
            *(self.seams if "seam" in names else ()),
            *((Span(self.foot, self.tail.end),) if "tail" in names else ()),
        )


def read(text: str, lines: tuple[Line, ...]) -> Zones:
    """The zones of a text."""
    if not lines:
        return Zones(Span(0, 0), None, Span(0, len(text)), Span(len(text), len(text)), len(text))
    begin, end = _begin(lines), _end(lines)
    if begin >= end:  # nothing but short lines: the title is what comes first
        own = [index for index, line in enumerate(lines) if not line.chrome] or [0]
        begin, end = own[0], own[-1] + 1
    title = _title(lines[: min(begin, HEAD_LINES)])
    body = Span(lines[begin].start, lines[end - 1].end)
    head = Span(0, body.start)
    named = Span(title.start, title.end) if title else None
    foot = next((line.end for line in reversed(lines[begin:end]) if line.prose or _heading(line)), body.end)
    return Zones(head, named, body, Span(body.end, len(text)), foot, tuple(_seams(lines[begin:end])))


def _seams(body: tuple[Line, ...]) -> Iterator[Span]:
    """Runs of chrome inside the body, of which at least one line could be no document's own."""
    before, open_ = 0, False
    for chrome, run in groupby(body, key=lambda line: line.chrome):
        lines = list(run)
        told = open_ or lines[0].ends_sentence  # a sentence, be it broken into lines, may speak of pages
        cut = told and MARKS.search(lines[0].text)
        if chrome and any(line.certain for line in lines) and not cut:
            yield Span(before, lines[-1].end)
        before, open_ = lines[-1].end, not (lines[-1].prose or _heading(lines[-1]))


def _begin(lines: tuple[Line, ...]) -> int:
    """Where the text begins: at its first sentence or heading, unless more chrome than text comes after that."""
    first = next((i for i, line in enumerate(lines) if _begins(line)), len(lines))
    best, weight, most = first, 0, 0
    for index in range(first, min(first + HEAD_LINES // 4, len(lines))):
        weight += _weight(lines[index])
        if weight > most:
            best, most = index + 1, weight
    return next((i for i in range(best, len(lines)) if _begins(lines[i])), first)


def _end(lines: tuple[Line, ...]) -> int:
    """Where the text has ended: after its last sentence or heading, unless more chrome than text comes before that."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].prose or _heading(lines[i])), len(lines) - 1)
    best, weight, most = last + 1, 0, 0
    for index in range(last, max(last - TAIL_LINES, 0), -1):
        if lines[index].prose or lines[index].chrome:  # numbered titles of other pages say nothing
            weight += _weight(lines[index])
        if weight > most:
            best, most = index, weight
    end = next((i + 1 for i in range(best - 1, -1, -1) if lines[i].prose or _heading(lines[i])), last + 1)
    while end < len(lines) and not lines[end].chrome and not NUMBER.match(lines[end].text):
        if DATE_LINE.match(lines[end - 1].text) and _beyond(lines[end:]):
            break
        end += 1  # short lines without an end mark, a signature, a date
    return end


def _beyond(rest: tuple[Line, ...]) -> bool:
    """Whether what stands below a signature's date is no annex, which would say so."""
    return 1 <= len(rest) <= TAIL_LINES and not any(OWN.search(line.text) for line in rest)


def _weight(line: Line) -> int:
    """How much a line speaks for chrome (1) or for text (-2, a long one -6)."""
    if line.chrome:
        return 1
    if line.prose:
        return -2 if len(line.text) < LONG else -6
    return -2 if _heading(line) else 0


ANNEX = Pattern(
    r"^[ \t\u3000\xa0]*(?:附件|附录|附表)[ \u3000]?[\d一二三四五六]{0,2}(?:[:：][^\n。]{0,60})?[ \t\u3000\r]*$"
    r"|^[ \t\u3000\xa0]*\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[ \t\u3000\r]*$",
    re.MULTILINE,
)


def annex(text: str, body: Span) -> int:
    """Where the first annex of a text begins: at a line 附件, or after a date alone on its line, as signatures end."""
    found = ANNEX.search(text, body.start, body.end)
    return found.start() if found else len(text)


def _heading(line: Line) -> bool:
    return not line.chrome and STRONG.match(line.text) is not None


def _begins(line: Line) -> bool:
    return line.prose or _heading(line) or SALUTATION.match(line.text) is not None


def _title(head: tuple[Line, ...]) -> Line | None:
    """The last line before the body that is named like a plan; else the first that could be a heading."""
    named = [line for line in head if _could_be_title(line) and TITLE_WORDS.search(line.text)]
    if named:
        return named[-1]
    return next((line for line in head if _could_be_title(line) and line.text[-1] not in "。；;，,：:"), None)


def _could_be_title(line: Line) -> bool:
    if line.chrome or len(line.text) not in TITLE_LENGTH or DATE_LINE.match(line.text):
        return False
    told = PERIOD.sub("", line.text)
    return sum("\u4e00" <= c <= "\u9fff" for c in told) * 2 > len(told)
