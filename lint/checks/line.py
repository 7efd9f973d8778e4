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
from lint.document import Document, lines
from lint.findings import Edit
from lint.text import Span

NEAR = 2  # lines to each side
BUTTON = 10  # characters of the longest word in a row of buttons
WORDS = patterns.Pattern(r"[^\W\d]+")
STOPS = patterns.Pattern("[。；，]")


@dataclass(frozen=True)
class Line(Check):
    """Reports lines of at most `longest` characters that hold one of the words given.

    `phrases` stand anywhere in a line; `labels` stand at its beginning or behind a blank and have a colon or a bar;
    `buttons` are the one word of a line or at least half of those in a row of such; in both `*` stands for up to four characters. What
    words cannot say, `patterns` do; they must match `at-least` times. Lines that `except` matches are left alone, and so
    are those within two lines of one that `except-near` matches. With `neighbours` a line takes those below along that
    hold no such words, but stand among chrome; `unnamed` is the length, in characters, of lines without any such words
    below the signature. Neighbours of one kind are one finding, blank lines between them or not,
    unless `join` is false. The repair drops the lines, but never one that also holds body text.
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

    @cached_property
    def _row(self) -> str:
        return patterns.buttons(self.buttons) if self.buttons else ""

    @cached_property
    def _anywhere(self) -> tuple[str, ...]:
        words = patterns.words(self.phrases) if self.phrases else ""
        labels = patterns.labels(self.labels) if self.labels else ""
        return tuple(filter(None, (*self.patterns_, words, labels)))

    def run(self, document: Document) -> Iterator[Hit]:
        """Each line, or each run of neighbouring ones in one zone."""
        for run in self._runs(document):
            members = [document.lines[index] for index in run]
            span = Span(members[0].start, members[-1].end)
            gone = span if members[0].glued else document.source.whole_lines(span)
            yield Hit(span, {"lines": str(len(members))}, () if any(one.prose for one in members) else (Edit(gone, ""),))

    def _runs(self, document: Document) -> Iterator[list[int]]:
        """Indexes of lines that are one finding."""
        indexes = self._lines(document)
        if self.neighbours:
            indexes = sorted({near for index in indexes for near in _neighbourhood(document, index)})
        if self.unnamed:
            indexes = sorted({*indexes, *_unnamed(document, *self.unnamed)})
        run = indexes[:1]
        for index, following in pairwise(indexes):
            if not (self.join and following == index + 1 and _zone(document, run[0]) == _zone(document, following)):
                yield run
                run = []
            run.append(following)
        if run:
            yield run

    def _lines(self, document: Document) -> list[int]:
        """Indexes into the document's lines, in order, of those that the words tell."""
        starts = [line.start for line in document.lines]
        counts: Counter[int] = Counter()
        for pattern in self._anywhere:
            for match in document.matches(pattern):
                counts[bisect_right(starts, max(match.start(), match.end() - 1)) - 1] += 1
            counts.update(i for i in document.glued if patterns.compiled(pattern).search(document.lines[i].text))
        fit = {index for index, count in counts.items() if count >= self.at_least}
        if self._row:
            beginnings = {bisect_right(starts, match.end() - 1) - 1 for match in document.matches(self._row)}
            fit |= {index for index in beginnings - fit if index >= 0 and self._is_row(document.lines[index].text)}
        found = [index for index in sorted(fit) if index >= 0 and self._fits(document.lines[index])]
        return [i for i in found if not self._excused(document.lines[max(0, i - NEAR) : i + NEAR + 1])]

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
        """One of the words or patterns must occur, be it behind text in its line; strays may stand in any text."""
        if self.unnamed:
            return None
        return tuple(map(patterns.anywhere, (*self._anywhere, self._row) if self._row else self._anywhere))

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns and their exceptions."""
        return {"patterns": self.patterns_, "except": self.except_, "except-near": self.except_near}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, or an empty word."""
        if not self._anywhere and not self._row:
            yield "patterns", "is missing, and so are 'phrases', 'labels' and 'buttons': there is nothing to find"
        for key, words in (("phrases", self.phrases), ("labels", self.labels), ("buttons", self.buttons)):
            if any(not word.strip("*") for word in words):
                yield key, "holds an empty word, which would be found everywhere"

    def values(self) -> frozenset[str]:
        """How many lines there are."""
        return frozenset({"lines"})

    def repairs(self) -> bool:
        """Always: the lines are dropped."""
        return True


def _zone(document: Document, index: int) -> str:
    return document.zone(document.lines[index].start)


def _neighbourhood(document: Document, index: int) -> Iterator[int]:
    """A line, and the strays below it."""
    yield index
    while index + 1 in document.strays.below and _zone(document, index + 1) == _zone(document, index):
        index += 1
        yield index


def _unnamed(document: Document, least: int, most: int) -> Iterator[int]:
    """The strays below a signature, where half of them or more have such a length."""
    lengths = sorted(len(document.lines[index].text) for index in document.strays.signed)
    if lengths and least <= lengths[len(lengths) // 2] <= most:
        yield from document.strays.signed
