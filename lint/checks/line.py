"""Whole lines that should not be there: chrome that a web page left around or inside a document."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from lint import patterns
from lint.checks.check import Check, Hit
from lint.document import Document, Zone, lines
from lint.findings import Edit
from lint.text import Span

NEAR = 2  # lines to each side
BLANKS = 400  # characters of blank lines that go with a line, at most
SHORT = 80  # characters; a longer line of the body is text that only speaks of pages
BUTTON = 10  # characters of the longest word in a row of buttons
WORDS = patterns.Pattern(r"[^\W\d]+")
INNER = patterns.Pattern("[。！？](?=.)")
STOPS = patterns.Pattern("[。；，]")


@dataclass(frozen=True)
class Line(Check):
    """Reports lines of at most `longest` characters that hold one of the words given.

    `phrases` stand anywhere in a line; they are such as no document holds, so that a line of at most 80 characters
    counts in every zone. All else counts only in `zones`. `labels` stand at a line's beginning or behind a blank and
    have a colon or a bar; `buttons` are the one word of a line or at least half of those in a row of such; in both `*`
    stands for up to four characters. What words cannot say, `patterns` do; they must match `at-least` times. Lines that
    `except` matches are left alone, and so are those within two lines of one that `except-near` matches. With
    `neighbours` a line takes those below along that hold no such words, but stand among chrome; `unnamed` is the
    length, in characters, of lines without any such words below the signature. Neighbours of one kind are one finding,
    blank lines between them or not, unless `join` is false. The repair drops the lines, but never one with body text.
    Values: `lines`, and with `cells` also `empty`, the labels that have no value there.
    """

    kind: Literal["line"]
    patterns_: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    except_near: tuple[str, ...] = ()
    longest: int = 200
    at_least: int = 1
    join: bool = True
    neighbours: bool = False
    unnamed: tuple[int, int] | None = None
    cells: bool = False
    zones: tuple[Zone, ...] = ()

    @cached_property
    def _row(self) -> str:
        return patterns.buttons(self.buttons) if self.buttons else ""

    @cached_property
    def _words(self) -> str:
        return patterns.words(self.phrases) if self.phrases else ""

    @cached_property
    def _placed(self) -> tuple[str, ...]:
        return (*self.patterns_, patterns.labels(self.labels)) if self.labels else self.patterns_

    def run(self, document: Document) -> Iterator[Hit]:
        """Each line, or each run of neighbouring ones in one zone."""
        for run in self._runs(document):
            members = [document.lines[index] for index in run]
            span = Span(members[0].start, members[-1].end)
            gone = span if members[0].glued else _with_blanks(document.text, document.source.whole_lines(span))
            dropped = () if any(one.prose for one in members) else (Edit(gone, ""),)
            cells = {"empty": _empty(document, span)} if self.cells else {}
            yield Hit(span, {"lines": str(len(members)), **cells}, dropped)

    def _runs(self, document: Document) -> Iterator[list[int]]:
        """Indexes of lines that are one finding."""
        indexes = [index for index in self._lines(document) if document.lines[index].start not in document.foreign]
        if self.neighbours:
            indexes = sorted({near for index in indexes for near in _neighbourhood(document, index)})
        if self.unnamed:
            indexes = sorted({*indexes, *_unnamed(document, *self.unnamed)})
        run = indexes[:1]
        for index, following in pairwise(indexes):
            if not (self.join and following == index + 1 and _together(document, run[0], index, following)):
                yield run
                run = []
            run.append(following)
        if run:
            yield run

    def _lines(self, document: Document) -> list[int]:
        """Indexes into the document's lines, in order, of those that the words tell."""
        placed = document.within(frozenset(self.zones)) if self.zones else document
        counts: Counter[int] = Counter()
        for pattern in self._placed:
            counts.update(_found(placed, pattern))
        fit = {index for index, count in counts.items() if count >= self.at_least}
        if self._row:
            fit |= {i for i in _found(placed, self._row) if self._is_row(document.lines[i].text)}
        if self.zones:
            fit = {index for index in fit if self._is_placed(document, index)}
        spoken = set(_found(document, self._words)) if self._words else set()
        fit |= {i for i in spoken if self._is_placed(document, i) or _stands_out(document.lines[i])}
        found = [index for index in sorted(fit) if self._fits(document.lines[index])]
        return [i for i in found if not self._excused(document.lines[max(0, i - NEAR) : i + NEAR + 1])]

    def _is_placed(self, document: Document, index: int) -> bool:
        """Whether a line stands in one of the zones; below the text's foot the tail may have begun."""
        below = "tail" in self.zones and document.lines[index].start >= document.zones.foot
        return below or _zone(document, index) in self.zones

    def _is_row(self, text: str) -> bool:
        """Whether a line is a row of short words, at least half of them known."""
        words = WORDS.strings(text)
        if len(words) == 1:
            return words[0] in self.buttons
        known = len(patterns.compiled(self._row).findall(text))
        return 2 * known >= len(words) and max(map(len, words)) <= BUTTON and not STOPS.search(text)

    def _excused(self, near: tuple[lines.Line, ...]) -> bool:
        return any(patterns.compiled(p).search(line.text) for p in self.except_near for line in near)

    def _fits(self, line: lines.Line) -> bool:
        return len(line.text) <= self.longest and not any(patterns.compiled(p).search(line.text) for p in self.except_)

    def anchors(self) -> tuple[str, ...] | None:
        """One of the words or patterns must occur, be it behind text; zones are small and looked through."""
        if self.unnamed or self.zones:
            return None
        return tuple(patterns.anywhere(pattern) for pattern in (*self._placed, self._row, self._words) if pattern)

    def scanned(self) -> tuple[str, ...]:
        """All of them, each where lines are told apart by it."""
        return (*(self.anchors() or ()), *filter(None, (*self._placed, self._row, self._words)))

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns and their exceptions."""
        return {"patterns": self.patterns_, "except": self.except_, "except-near": self.except_near}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, or an empty word."""
        if not (self._placed or self._row or self._words):
            yield "patterns", "is missing, and so are 'phrases', 'labels' and 'buttons': there is nothing to find"
        for key, words in (("phrases", self.phrases), ("labels", self.labels), ("buttons", self.buttons)):
            if any(not word.strip("*") for word in words):
                yield key, "holds an empty word, which would be found everywhere"

    def values(self) -> frozenset[str]:
        """How many lines there are, and what of a table is empty."""
        return frozenset({"lines", "empty"} if self.cells else {"lines"})

    def repairs(self) -> bool:
        """Always: the lines are dropped."""
        return True


def _with_blanks(text: str, gone: Span) -> Span:
    """Lines that go, and the blank ones that would be left of them: below, where none stands above, and at the end."""
    before, behind = text[max(0, gone.start - BLANKS) : gone.start], text[gone.end : gone.end + BLANKS]
    above = before[len(before.rstrip()) :]
    left = behind[: len(behind) - len(behind.lstrip())]
    first = len(above) == gone.start
    if gone.end + len(left) == len(text):  # the last lines
        return Span(0 if first else gone.start - len(above[above.find("\n") + 1 :]), len(text))
    return Span(gone.start, gone.end + left.rfind("\n") + 1) if first or above.count("\n") > 1 else gone


def _empty(document: Document, span: Span) -> str:
    """The labels in some lines that have no value."""
    labels = (entry.label for entry in document.metadata if entry.label.start in span and not entry.value)
    return "、".join("".join(document.slice(label).split()) for label in labels) or "无"


def _found(document: Document, pattern: str) -> Iterator[int]:
    """The indexes of the lines in which a pattern matches, once for each match, with those behind other text."""
    starts = document.line_starts
    for match in document.matches(pattern):
        index = bisect_right(starts, max(match.start(), match.end() - 1)) - 1
        if index >= 0:
            yield index
    for index in document.glued:
        if patterns.compiled(pattern).search(document.lines[index].text):
            yield index


def _stands_out(line: lines.Line) -> bool:
    """Whether a line of the body is no more than a phrase's own sentence."""
    return len(line.text) <= SHORT and not INNER.search(line.text)


def _zone(document: Document, index: int) -> str:
    """A line's zone; what stands below the text's foot is of the tail already."""
    start = document.lines[index].start
    return "tail" if start >= document.zones.foot else document.zone(start)


def _together(document: Document, first: int, index: int, following: int) -> bool:
    """Whether a line goes on a run of one zone; a remark to plan-lint between two lines parts them."""
    before, behind = document.lines[index], document.lines[following]
    parted = any(before.end <= aside.start < behind.start for aside in document.source.asides)
    return not parted and _zone(document, first) == _zone(document, following)


def _neighbourhood(document: Document, index: int) -> Iterator[int]:
    """A line, and the strays below it."""
    yield index
    while index + 1 in document.strays.below and _together(document, index, index, index + 1):
        index += 1
        yield index


def _unnamed(document: Document, least: int, most: int) -> Iterator[int]:
    """The strays below a signature, where half of them or more have such a length."""
    lengths = sorted(len(document.lines[index].text) for index in document.strays.signed)
    if lengths and least <= lengths[len(lengths) // 2] <= most:
        yield from document.strays.signed
