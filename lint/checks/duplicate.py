"""Text that a document says twice: its title again as the page's heading, or a whole paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

AGAIN = 20  # characters; a shorter line may be said twice below itself
MARKER = Pattern(
    r"^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳])[)）、.．是]{0,2}|第[一二三四五六七八九十]{1,2}[，,、])(?!\d)"
)  # does not count
NAMED = 10  # characters; a shorter title may be that of an annex, too
SITE = Pattern(r"(?:[_|｜丨·]|[-—–－]{1,2})[^_|｜丨。，]{2,20}$")  # what the page's title adds: 要点_教育网, 计划-文库
YEAR = Pattern(r"^20\d\d年度?(?=\S{7})(?!.*20\d\d年)")  # a page may leave it out
PAIRS = {"《": "》", "【": "】", "[": "]"}
LABEL = Pattern(
    r"^(?:(?:原|本文|文章)?标题|题目|名称)[:：]|^[—–-]{1,3}(?=[\u4e00-\u9fff])|[（(](?:全文|全|\d{1,5}字|最新|完整版)[)）]$"
)
SAID = Pattern(r"。|[；;！]$")  # a line of text has one
CLAUSE = 6  # characters; a shorter one may be a figure of speech
SENTENCE = 12  # characters; a shorter one may be said twice


@dataclass(frozen=True)
class Duplicate(Check):
    """Reports the second copy of a text, with the first as related place.

    `of: title`: a line that repeats the title around it or at the page's end; the title proper is the one nearest to
    the text, so that the page's own heading is the spare copy. `of: paragraph`: a paragraph of at least `shortest`
    characters, or of any length just below the first; a sentence or a clause just behind the first, or in the next
    line. White space and the number of an item do not count; annexes may hold one form twice.
    """

    kind: Literal["duplicate"]
    of: Literal["title", "paragraph"]
    shortest: int = 14

    def run(self, document: Document) -> Iterator[Hit]:
        """Each spare copy, as a whole line."""
        return self._titles(document) if self.of == "title" else self._paragraphs(document)

    def _titles(self, document: Document) -> Iterator[Hit]:
        title = document.zones.title
        if title is None:
            return
        wanted = _named(document.slice(title))
        for line in document.lines:
            inside = document.zones.body.start <= line.start < document.zones.body.end
            told = _named(line.text)
            if line.start == title.start or (inside and line is not document.lines[-1] and len(wanted) < NAMED):
                continue
            if told == wanted or _cut(told, wanted):
                yield _spare(document, line, title)
            elif line.start == document.zones.body.start and len(wanted) >= NAMED and line.text.startswith(wanted):
                span = Span(line.start, line.start + len(wanted))
                yield Hit(span, {}, (Edit(span, ""),), (("另一处", title),))

    def _paragraphs(self, document: Document) -> Iterator[Hit]:
        first: dict[str, Line] = {}
        before, end = "", 0  # the line above: its key, and where it ends
        for line in document.lines:
            key = MARKER.sub("", _squeezed(line.text))
            again = key == before and len(key) >= AGAIN
            long = (len(key) >= self.shortest or again) and SAID.search(key) and not line.chrome
            if long and key in first and first[key].start < document.annex:
                yield _hit(document, line, Span(first[key].start, first[key].end))
            first.setdefault(key, line)
            if key and before.endswith("。" + key) and len(key) >= self.shortest:
                yield _hit(document, line, Span(end - len(key), end))
            elif before.endswith("，") and line.text.startswith(before) and len(before) >= SENTENCE:
                span = Span(line.start, line.start + len(before))
                yield Hit(span, {}, (Edit(span, ""),), (("另一处", Span(end - len(before), end)),))
            before, end = key, line.end
            yield from _doubled(line)

    def repairs(self) -> bool:
        """Always: the copy is dropped."""
        return True


def _spare(document: Document, line: Line, title: Span) -> Hit:
    """The title proper is the one without the site's name; what bears it is the spare copy."""
    own = next((other for other in document.lines if other.start == title.start), line)
    if SITE.search(_squeezed(own.text)) and not SITE.search(_squeezed(line.text)):
        return _hit(document, own, Span(line.start, line.end))
    return _hit(document, line, title)


def _cut(told: str, wanted: str) -> bool:
    """Whether a line is the title's beginning with an ellipsis, as lists of pages show it."""
    begin = told.rstrip("….")
    return len(begin) >= NAMED and begin != told and wanted.startswith(begin)


def _doubled(line: Line) -> Iterator[Hit]:
    """Each sentence that stands there twice in a row."""
    offset = line.start
    before = ""
    for sentence in line.text.split("。")[:-1]:
        yield from _clauses(sentence, offset)
        said = MARKER.sub("", sentence)
        if (said == before or before.endswith("，" + said)) and len(said) >= SENTENCE:
            span = Span(offset, offset + len(sentence) + 1)
            yield Hit(span, {}, (Edit(span, ""),), (("另一处", Span(span.start - len(sentence) - 1, span.start)),))
        before = said
        offset += len(sentence) + 1


def _clauses(sentence: str, offset: int) -> Iterator[Hit]:
    """Each clause of a sentence that stands there twice in a row."""
    before = ""
    for clause in sentence.split("，")[:-1]:
        if clause == before and len(clause) >= CLAUSE:
            span = Span(offset, offset + len(clause) + 1)
            yield Hit(span, {}, (Edit(span, ""),), (("另一处", Span(span.start - len(clause) - 1, span.start)),))
        before = clause
        offset += len(clause) + 1


def _named(text: str) -> str:
    """A title without what pages put around it: its label, brackets, the site's name."""
    bare = SITE.sub("", LABEL.sub("", _squeezed(text)))
    if bare[:1] in PAIRS and bare.find(PAIRS[bare[0]]) == len(bare) - 1:
        bare = bare[1:-1]
    return YEAR.sub("", bare)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _hit(document: Document, line: Line, first: Span) -> Hit:
    span = Span(line.start, line.end)
    return Hit(span, {}, (Edit(document.source.whole_lines(span), ""),), (("另一处", first),))
