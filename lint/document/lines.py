"""Lines as zones and line rules need them: where each lies, and whether it reads as prose or as chrome."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from lint.document import furniture
from lint.document.occurrences import UNKNOWN, Occurrences
from lint.patterns import Pattern
from lint.text import Source

SENTENCE_END = "。！？!?；;…"
STOPS = "。！？"
GLUED = 60  # characters
CLOSERS = "”’」』）)》〕】\"'"
MARKS = Pattern(r"[，。；、,;]")
LONGEST = 300  # characters; a longer line is text, whatever words it holds
SPOKEN = 160  # characters; a longer line that ends a sentence is no notice of a page
CERTAIN_LENGTH = 100  # characters; a longer line may be text that only speaks of pages
PROSE = 24  # characters; a shorter line without a sentence's end is a title, a label, a menu
SENTENCE = 2  # characters; a shorter line is no sentence even with 。


class Line(NamedTuple):
    """One line's content, without its end and outer white space: what `start` and `end` span in `whole`, the text.

    `chrome` says that the line has the words or the shape of what only stands around documents; `certain` that no
    document holds such a line of its own, wherever it stands. `glued` says that text stands before it in the same line
    of the source, which ends a sentence.
    """

    whole: str
    number: int
    start: int
    end: int
    chrome: bool
    certain: bool = False
    glued: bool = False

    @property
    def text(self) -> str:
        """The line's characters; cut out anew each time, for a copy of every line would be a copy of the document."""
        return self.whole[self.start : self.end]

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text: it ends a sentence, or is long and punctuated."""
        if self.end - self.start < SENTENCE or self.chrome:
            return False
        text = self.text
        if _ends_sentence(text):
            return True
        return len(text) >= PROSE and ("。" in text or MARKS.count(text) >= 2)

    @property
    def ends_sentence(self) -> bool:
        """Whether the line's last mark is one that ends a sentence, up to closing quotation marks and brackets."""
        return _ends_sentence(self.text)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(CLOSERS)[-1:] in SENTENCE_END


def read(source: Source, occurrences: Occurrences = UNKNOWN) -> tuple[Line, ...]:
    """Every line that is not blank; chrome behind a line's text is a line of its own."""
    lines: list[Line] = []
    doubtful = occurrences.of(furniture.PATTERNS)
    starts, whole = source.line_starts, source.text
    for index, (start, end) in enumerate(zip_longest(starts, starts[1:], fillvalue=len(whole))):
        raw = whole[start:end]
        text = raw.strip()
        if text:
            begin = start + len(raw) - len(raw.lstrip())
            if doubtful is None or index in doubtful:
                lines += _parts(whole, index + 1, begin, text)
            else:
                lines.append(Line(whole, index + 1, begin, begin + len(text), chrome=False))
    return tuple(lines)


def _parts(whole: str, number: int, start: int, text: str) -> Iterator[Line]:
    """A line, or its text and the chrome behind that: 抓好落实。 and [编辑：某]."""
    cut = max(text.rfind(end, 0, -1) for end in STOPS) + 1
    behind = text[cut:]
    if cut and len(behind) <= GLUED and furniture.certain(behind, text[-1] in SENTENCE_END):
        yield _line(whole, number, start, text[:cut])
        yield Line(whole, number, start + cut, start + len(text), chrome=True, certain=True, glued=True)
    else:
        yield _line(whole, number, start, text)


def _line(whole: str, number: int, start: int, text: str) -> Line:
    end = start + len(text)
    if len(text) > LONGEST:
        return Line(whole, number, start, end, chrome=False)
    stops = text[-1] in SENTENCE_END
    if stops and len(text) > SPOKEN:
        return Line(whole, number, start, end, chrome=False)
    if furniture.certain(text, stops):
        return Line(whole, number, start, end, chrome=True, certain=len(text) <= CERTAIN_LENGTH)
    return Line(whole, number, start, end, chrome=furniture.likely(text) or (not stops and furniture.shaped(text)))
