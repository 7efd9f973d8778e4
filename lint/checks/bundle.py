"""Several documents in one text, as libraries of model texts put them together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document, Line
from lint.document.zones import TITLE_LENGTH
from lint.numerals import number
from lint.patterns import Pattern
from lint.text import Span

ORDINAL = Pattern(r"(?<![\d.．—–-])[ \u3000]?[（(【]?(?P<ordinal>[一二三四五六七八九十]{1,2}|\d{1,2})[)）】]?$")
KIND = Pattern(r"(?:要点|计划|方案|规划|总结|打算|安排|预案|意见|报告)(?=[（(][^（()）]{1,20}[)）]$|$)")
PLANS = ("要点", "计划", "方案", "规划")  # of one another's kind, in a full title
FULL = 8  # characters of a full title; a shorter one may head a part
FORWARDS = Pattern(r"(?:通知|函|批复|通报|公告|决定)[》”]?$|印发")
ANNEX = Pattern(r"^附\s?[件录表]")
BARE = Pattern(r"^附\s?[件录表]\s?[\d一二三四五六七八九十]{0,3}\s?[:：]?$")
SEVERAL = Pattern(r"[和与及暨、]")
MARKS = Pattern(r"[，。；：！？,;:]")
APART = 120  # characters of text between two titles of documents
BELOW = 400  # characters after a title in which its text begins


@dataclass(frozen=True)
class Bundle(Check):
    """Reports the inner titles of a text that holds several documents.

    Such are labels that one of `patterns` matches (篇一, 范文2) and `except` does not; titles that are the same but for
    a number at their end; and a title of the same kind as the document's after which the numbering of chapters begins
    again. An annex is none, nor what a notice forwards, nor the second half of a document that is two things by title.
    """

    kind: Literal["bundle"]
    patterns_: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each inner title or label, once."""
        matches = (Span(*match.span()) for match in document.matches(*self.patterns_))
        labels = [span for span in matches if not overlapping(self.except_, document, span)]
        told = {document.source.position(span.start).line for span in labels}
        titles = [line for line in document.lines if _titled(line)]
        inner = {*_numbered(document, titles), *_begun_again(document, titles)}
        yield from map(Hit, sorted(set(labels)))
        yield from (Hit(Span(line.start, line.end)) for line in sorted(inner) if line.number not in told)

    def scanned(self) -> tuple[str, ...]:
        """The labels."""
        return self.patterns_

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The labels, and what only looks like them."""
        return {"patterns": self.patterns_, "except": self.except_}


def _titled(line: Line) -> bool:
    """Whether a line could be a document's title, with or without a number at its end."""
    if line.chrome or len(line.text) not in TITLE_LENGTH or MARKS.search(line.text):
        return False
    return KIND.search(_stem(line)) is not None


def _stem(line: Line) -> str:
    return ORDINAL.sub("", line.text)


def _numbered(document: Document, titles: list[Line]) -> Iterator[Line]:
    """Titles that differ only in a number, which counts up from one, each with text below."""
    stems: dict[str, list[Line]] = {}
    paragraphs = [paragraph.start for paragraph in document.paragraphs]
    for line in titles:
        match = ORDINAL.search(line.text)
        before = stems.get(_stem(line), [])
        if match and number(match["ordinal"]) == len(before) + 1 and _below(line, paragraphs):
            stems.setdefault(_stem(line), []).append(line)
    for lines in stems.values():
        if len(lines) > 1:
            yield from lines


def _begun_again(document: Document, titles: list[Line]) -> Iterator[Line]:
    """Titles of the document's own kind, further down, after which its chapters are counted from one again.

    Where the document's own title is lost, the first one of these stands for it.
    """
    title = document.title or (_stem(titles[0]) if titles else "")
    own = KIND.search(title)
    if own is None or SEVERAL.search(title) or FORWARDS.search(title):
        return
    top = document.outline.top
    firsts = [s.heading.start for s in top if s.marker.ordinal == 1 and s.marker.scheme == top[0].marker.scheme]
    begin = firsts[0] if firsts and document.title else document.zones.body.start
    annexes = _annexes(document)
    for line in titles:
        kind = KIND.search(_stem(line))
        full = len(line.text) >= FULL and kind is not None and {kind[0], own[0]} <= set(PLANS)
        same = kind is not None and kind[0] == own[0]
        if (same or full) and begin + APART < line.start and _below(line, firsts) and not _annexed(line, annexes):
            yield line


def _annexes(document: Document) -> list[Line]:
    """The lines that name annexes, or with which one begins."""
    return [line for line in document.lines if ANNEX.match(line.text)]


def _annexed(line: Line, annexes: list[Line]) -> bool:
    """Whether a title stands behind a bare 附件, or is one that 附件：… names."""
    before = [annex for annex in annexes if annex.start < line.start]
    return any(BARE.match(annex.text) or _stem(line) in annex.text for annex in before)


def _below(line: Line, starts: Sequence[int]) -> bool:
    """Whether one of these places, in order, comes soon after a line."""
    index = bisect_left(starts, line.end)
    return index < len(starts) and starts[index] <= line.end + BELOW
