"""Sentences cut into several lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint import words
from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.document.markers import STRONG
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

MARKS = Pattern(r"[，,。；、]")
OPEN = Pattern(r"[（(〔［【《“]")
CLOSE = {"（": "）)", "(": "）)", "〔": "〕", "［": "］", "【": "】", "《": "》", "“": "”"}
STOPS = "。！？!?…"
MIDDLE = "，,、"  # no line of text ends so
LISTED = "；;"  # a list may: only inside an open bracket is it a cut
FAR = 6  # lines within which an open bracket must close
HARD = 0.5  # the share of full lines, and of those that end in mid-sentence, that makes a document hard-wrapped
WRAPPED = 10  # long lines that a hard-wrapped document has at least
ABOUT = 4  # cells by which full lines differ
WIDEST = 110  # cells; longer lines are paragraphs
LONG = 30  # characters of a line that has no room for more
FULL = 20  # characters; a shorter line may end anywhere


@dataclass(frozen=True)
class Wrapping(Check):
    """Reports the end of a line that stands inside a sentence.

    A line is cut when it ends with ， or 、, when it ends inside a bracket or quotation that the next lines close, or
    when it ends without a mark in the midst of punctuated text that the next line goes on with. A document that is
    hard-wrapped throughout (most of its long lines are equally full and end in mid-sentence) gets one finding, at its
    first cut line. Values: `lines` (how many lines are cut), `extent` (the same as words, empty for one).
    """

    kind: Literal["wrapping"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each cut line's end, or the first one's."""
        lines = [line for line in document.lines if document.zones.body.start <= line.start < document.zones.body.end]
        pairs = list(pairwise(lines))
        full = _full_width(lines)
        if full:
            cut = [(a, b) for a, b in pairs if _cells(a) >= full and a.text[-1] not in STOPS]
            yield self._hit(cut[0], [Edit(Span(a.end, b.start), "") for a, b in cut])
            return
        for pair in [(a, b) for i, (a, b) in enumerate(pairs) if self._cut(lines, i, a, b)]:
            yield self._hit(pair, [Edit(Span(pair[0].end, pair[1].start), "")])

    def _hit(self, pair: tuple[Line, Line], edits: list[Edit]) -> Hit:
        extent = f"（全文硬换行，共 {len(edits)} 处）" if len(edits) > 1 else ""
        return Hit(Span(pair[0].end - 1, pair[0].end), {"lines": str(len(edits)), "extent": extent}, tuple(edits))

    def _cut(self, lines: list[Line], index: int, line: Line, following: Line) -> bool:
        if len(line.text) < FULL or STRONG.match(following.text) or line.chrome or following.chrome:
            return False
        last = line.text[-1]
        if last in STOPS:
            return False
        if self._inside(lines, index):
            return True
        near = following.number == line.number + 1
        if last in MIDDLE:
            return near or following.prose
        return near and self._runs_on(line, following)

    def _inside(self, lines: list[Line], index: int) -> bool:
        """Whether a bracket that is open at the line's end closes within the next lines."""
        open_ = _unclosed("".join(line.text for line in lines[max(0, index - FAR) : index + 1]))
        ahead = "".join(line.text for line in lines[index + 1 : index + 1 + FAR])
        return any(_closes(mark, ahead) for mark in open_)

    def _runs_on(self, line: Line, following: Line) -> bool:
        """A line of punctuated text that ends with a character, before one that goes on and ends like a sentence."""
        if not "\u4e00" <= line.text[-1] <= "\u9fff" or not re.match(r"[\u4e00-\u9fff，。、；]", following.text):
            return False
        punctuated = MARKS.count(line.text) >= 2
        numbered = STRONG.match(line.text) is not None and not words.known(line.text[-1] + following.text[0])
        return punctuated and len(line.text) >= LONG and following.text[-1] in STOPS and not numbered

    def values(self) -> frozenset[str]:
        """How many lines are cut."""
        return frozenset({"lines", "extent"})

    def repairs(self) -> bool:
        """Always: the lines are joined."""
        return True


def _cells(line: Line) -> int:
    """The width of a line as it was set: a Chinese character is twice as wide as a Latin one."""
    return sum(2 if c > "\x7f" else 1 for c in line.text)


def _full_width(lines: list[Line]) -> int:
    """From which width on a line is full, in a document that is hard-wrapped; 0 in one that is not."""
    widths = [(_cells(line), line.text[-1]) for line in lines if len(line.text) >= FULL]
    if len(widths) < WRAPPED:
        return 0
    usual = Counter(width // ABOUT for width, _ in widths).most_common(1)[0][0] * ABOUT
    ends = [end for width, end in widths if abs(width - usual) <= 2 * ABOUT]
    cut = sum(end not in STOPS for end in ends)
    wrapped = usual <= WIDEST and len(ends) > HARD * len(widths) and cut > HARD * len(ends)
    return usual - 2 * ABOUT if wrapped else 0


def _unclosed(text: str) -> str:
    """The opening marks that nothing after them closes."""
    found = ""
    for mark in OPEN.strings(text):
        if text.rfind(mark) > max(text.rfind(c) for c in CLOSE[mark]):
            found += mark
    return found


def _closes(mark: str, ahead: str) -> bool:
    """Whether the text ahead closes a mark before it opens it again."""
    closing = min((i for i in (ahead.find(c) for c in CLOSE[mark]) if i >= 0), default=-1)
    opening = ahead.find(mark)
    return closing >= 0 and (opening < 0 or closing < opening)
