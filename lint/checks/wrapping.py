"""Sentences cut into several lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint import words
from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.document.lines import CLOSERS
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
FULL = 20  # characters; a shorter line may end anywhere, unless it is itself the rest of a cut one
LEAD = 14  # characters; a line that begins with a shorter sentence begins a paragraph: 需求导向、融合创新。…
COMMON = 20  # how often a word occurs in the dictionary's corpus that is likely to be cut
NUMBER = Pattern(r"^(?:[-—–·\s]*\d{1,3}[-—–·\s]*|\d{1,3}\s?/\s?\d{1,3}|第\s?\d{1,3}\s?页.{0,12})$")  # of a page
ENTRY = 20  # characters at the end of a line that show an entry of a table of contents
CONTENTS = Pattern(r"[.．…·]{4,}[ \t]{0,9}\d{0,3}$")
HALF_MARKER = Pattern(r"^[（(]?\s?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})$")  # （三 of a marker （三） on two lines
FOLLOWS = Pattern(r"^[，。；》）”]")  # no line of text begins so
GOES_ON = Pattern(r"(?<=[\u4e00-\u9fff])(?:[的和与及或以把将对为在]|达到|不低于|不少于|增长)$")
GOING = Pattern(
    r"(?![一二三四五六七八九十]{1,2}[是要]|[^，。；：]{2,10}：)(?:[\u4e00-\u9fff，。、；A-Za-z]|\d{1,9}(?!\d|年|[.．、）)])|\d{1,4}\.\d{1,4}[%％万亿])"
)  # how a line may go on
CN = "[一二三四五六七八九十]{1,3}"
GLUED = Pattern(rf"[。；！）)][ ]?(?:[（(]{CN}[）)]|{CN}、|\d{{1,2}}[.、])[^。；]{{0,60}}$")  # a heading in the line


@dataclass(frozen=True)
class Wrapping(Check):
    """Reports the end of a line that stands inside a sentence.

    A line is cut when it ends with ， or 、, when it ends inside a bracket or quotation that the next lines close,
    inside a word, or on one that must go on, when the next begins with a mark, or when it ends without a mark in the
    midst of punctuated text that the next line goes on with. Page numbers between do not count. A sentence cut several
    times is one finding, at its first cut. A document that is hard-wrapped throughout (most of its long lines are
    equally full and end in mid-sentence) is one, too. Values: `lines` (how many lines are cut), `extent` (the same as
    words, empty for one).
    """

    kind: Literal["wrapping"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each cut line's end, or the first one's."""
        body = document.zones.body
        lines = [line for line in document.lines if body.start <= line.start < body.end and _text(line)]
        pairs = list(pairwise(lines))
        full = _full_width(lines)
        if full:
            cut = [(a, b) for a, b in pairs if _cells(a) >= full and a.text[-1] not in STOPS]
            yield _hit(cut, f"（全文硬换行，共 {len(cut)} 处）")
            return
        sentence: list[tuple[Line, Line]] = []
        for index, pair in enumerate(pairs):
            if self._cut(document, lines, index, running=bool(sentence)):
                sentence.append(pair)
            elif sentence:
                yield _hit(sentence, f"，断成 {len(sentence) + 1} 行" if len(sentence) > 1 else "")
                sentence = []
        if sentence:
            yield _hit(sentence, f"，断成 {len(sentence) + 1} 行" if len(sentence) > 1 else "")

    def _cut(self, document: Document, lines: list[Line], index: int, running: bool) -> bool:
        """Whether the line at an index is cut; `running` says that the one before was, so that this is its rest."""
        line, following = lines[index], lines[index + 1]
        if STRONG.match(following.text) or line.chrome or following.chrome or line.text[-1] in STOPS:
            return False
        if HALF_MARKER.search(line.text):
            return False
        if FOLLOWS.match(following.text) and (running or "\u4e00" <= line.text[-1] <= "\u9fff"):
            return True
        if len(line.text) < FULL and line.text[-1] not in CLOSE and not running:
            return False
        if self._inside(lines, index):
            return True
        near = following.number == line.number + 1
        if line.text[-1] in MIDDLE:
            return near or following.prose
        if MARKS.search(line.text) and _torn(line.text, following):
            return near or following.prose
        return near and self._runs_on(line, following) and not _indented(document, following)

    def _inside(self, lines: list[Line], index: int) -> bool:
        """Whether a bracket that is open at the line's end closes within the next lines."""
        open_ = _unclosed("".join(line.text for line in lines[max(0, index - FAR) : index + 1]))
        ahead = "".join(line.text for line in lines[index + 1 : index + 1 + FAR])
        return any(_closes(mark, ahead) for mark in open_)

    def _runs_on(self, line: Line, following: Line) -> bool:
        """A line of punctuated text that ends with a character, before one that goes on and ends like a sentence."""
        if not "\u4e00" <= line.text[-1] <= "\u9fff" or not GOING.match(following.text) or GLUED.search(line.text):
            return False
        punctuated = MARKS.count(line.text) >= 2 and len(line.text) >= LONG
        lead = following.text.find("。", 0, LEAD)
        goes_on = following.text.rstrip(CLOSERS)[-1:] in STOPS and not 0 < lead < len(following.text) - 1
        return punctuated and goes_on and ("。" in line.text or STRONG.match(line.text) is None)

    def values(self) -> frozenset[str]:
        """How many lines are cut."""
        return frozenset({"lines", "extent"})

    def repairs(self) -> bool:
        """Always: the lines are joined."""
        return True


def _text(line: Line) -> bool:
    """Whether a line is more than a page number or an entry of a table of contents."""
    return NUMBER.match(line.text) is None and CONTENTS.search(line.text[-ENTRY:]) is None


def _indented(document: Document, line: Line) -> bool:
    """Whether a line begins as a paragraph does, with blanks."""
    return document.text[max(0, line.start - 1) : line.start] not in ("", "\n")


def _torn(left: str, following: Line) -> bool:
    """Whether a line ends inside a word that the next goes on with, or with a word that must go on in a sentence."""
    right = following.text
    if not "\u4e00" <= left[-1] <= "\u9fff" or not ("\u4e00" <= right[0] <= "\u9fff" and following.prose):
        return False
    whole, begun = words.known(left[-2:]), words.known(right[:2])
    if words.frequency(left[-1] + right[0]) >= COMMON and not (whole and begun):
        return True
    if words.frequency(left[-2:] + right[0]) >= COMMON and not begun:
        return True
    return GOES_ON.search(left) is not None and not whole


def _hit(cut: list[tuple[Line, Line]], extent: str) -> Hit:
    """One finding at the first of some cut lines, with the repair of all."""
    end = cut[0][0].end
    edits = tuple(Edit(Span(line.end, following.start), "") for line, following in cut)
    return Hit(Span(end - 1, end), {"lines": str(len(cut)), "extent": extent}, edits)


def _cells(line: Line) -> int:
    """The width of a line as it was set: a Chinese character is twice as wide as a Latin one."""
    return 2 * len(line.text) - len(line.text.encode("ascii", "ignore"))


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
    for mark in dict.fromkeys(OPEN.strings(text)):
        if text.rfind(mark) > max(text.rfind(c) for c in CLOSE[mark]):
            found += mark
    return found


def _closes(mark: str, ahead: str) -> bool:
    """Whether the text ahead closes a mark before it opens it again."""
    closing = min((i for i in (ahead.find(c) for c in CLOSE[mark]) if i >= 0), default=-1)
    opening = ahead.find(mark)
    return closing >= 0 and (opening < 0 or closing < opening)
