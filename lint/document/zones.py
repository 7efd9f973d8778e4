"""Where a document begins and ends: the head above its title, the title, metadata, body, and the tail below.

Chrome stands before the title or after the last line of text, and the same words in running text are no chrome; so
rules speak of zones. The borders are found by the shape of lines: the body begins with the first line of prose or
the first heading of the outline, and ends with the last line of prose.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lint.document.lines import Line
from lint.document.markers import STRONG
from lint.patterns import Pattern
from lint.text import Span

TITLE_WORDS = Pattern(
    r"(?:要点|计划|方案|规划|意见|通知|报告|办法|规定|条例|细则|纲要|决定|公告|总结|安排|指南|措施|行动|目标|任务|讲话|批复|函|规范|标准|制度|预案|思路|打算)"
    r"(?:[（(《].{0,30}[）)》])?[”》]?$"
)
TITLE_LENGTH = range(4, 70)
HEAD_LINES = 60  # lines that are looked at for a title; deeper down it would be another document's
SALUTATION = Pattern(r"^(?:各|同志们|尊敬的).{1,200}[:：]$")
DATE_LINE = Pattern(r"^[（(]?(?:\d{4}|[一二三四五六七八九〇○零]{4})\s?年.{1,6}月.{1,4}日")


class Zones(NamedTuple):
    """Zones of one document; `title` is None where none was found. Head, body and tail cover the text."""

    head: Span
    title: Span | None
    body: Span
    tail: Span

    def at(self, offset: int) -> str:
        """The name of the zone that holds an offset: head, title, metadata (between title and body), body or tail."""
        if self.title and self.title.start <= offset < max(self.title.end, self.title.start + 1):
            return "title"
        if offset < self.body.start:
            return "metadata" if self.title and offset >= self.title.end else "head"
        return "tail" if offset >= self.tail.start and self.tail.start < self.tail.end else "body"


def read(text: str, lines: tuple[Line, ...]) -> Zones:
    """The zones of a text."""
    begin = next((i for i, line in enumerate(lines) if _begins(line)), len(lines))
    title = _title(lines[: min(begin, HEAD_LINES)])
    if begin == len(lines):
        begin = lines.index(title) + 1 if title in lines else 0
    last = next(
        (i for i in range(len(lines) - 1, begin - 1, -1) if lines[i].prose or _heading(lines[i])), len(lines) - 1
    )
    start = lines[begin].start if begin < len(lines) else len(text)
    end = lines[last].end if lines and last >= begin else start
    return Zones(
        Span(0, start), Span(title.start, title.end) if title else None, Span(start, end), Span(end, len(text))
    )


ANNEX = Pattern(
    r"^[ \t\u3000\xa0]*(?:附件|附录|附表)[ \u3000]?[\d一二三四五六]{0,2}[ \t\u3000\r]*$"
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
    return sum("\u4e00" <= c <= "\u9fff" for c in line.text) * 2 > len(line.text)
