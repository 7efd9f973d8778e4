"""Whole lines that should not be there: chrome that a web page left around or inside a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from lint import patterns
from lint.checks.check import Check, Hit
from lint.document import Document, lines
from lint.findings import Edit
from lint.text import Span

NEAR = 2  # lines to each side
LISTED = 40  # lines that a list of links has at most
LINK = 60  # characters; a longer line is no link


@dataclass(frozen=True)
class Line(Check):
    """Reports lines in which `patterns` match at least `at-least` times, in lines of at most `longest` characters.

    Lines that `except` matches are left alone, and so are those within two lines of one that `except-near` matches.
    Neighbours of one kind are one finding, blank lines between them or not, unless `join` is false; with `with-list`
    the short lines below a match in the tail belong to it, as the titles below 相关阅读 do. The repair drops the lines,
    but never one that also holds body text.
    """

    kind: Literal["line"]
    patterns_: tuple[str, ...]
    except_: tuple[str, ...] = ()
    except_near: tuple[str, ...] = ()
    longest: int = 200
    at_least: int = 1
    join: bool = True
    with_list: bool = False

    def run(self, document: Document) -> Iterator[Hit]:
        """Each line, or each run of neighbouring ones in one zone."""
        run: list[lines.Line] = []
        indexes = self._lines(document)
        for index, following in zip_longest(indexes, indexes[1:], fillvalue=-1):
            run.append(document.lines[index])
            last = self._list_end(document, index) if self.with_list else index
            run += document.lines[index + 1 : last + 1]
            near = self.join and index < following <= last + 1
            if near and document.zone(run[0].start) == document.zone(document.lines[following].start):
                continue
            run = list(dict.fromkeys(run))
            span = Span(run[0].start, run[-1].end)
            dropped = () if any(one.prose for one in run) else (Edit(document.source.whole_lines(span), ""),)
            yield Hit(span, {"lines": str(len(run))}, dropped)
            run = []

    def _list_end(self, document: Document, index: int) -> int:
        """The last of the short lines below a label that are the list it announces; only in the tail."""
        below = document.lines[index + 1 : index + 1 + LISTED]
        if document.zone(document.lines[index].start) != "tail":
            return index
        for line in below:
            if line.chrome or line.prose or len(line.text) > LINK:
                break
            index += 1
        return index

    def _lines(self, document: Document) -> list[int]:
        """Indexes into the document's lines, in order."""
        starts = [line.start for line in document.lines]
        counts: dict[int, int] = {}
        for pattern in self.patterns_:
            for match in document.matches(pattern):
                index = bisect_right(starts, max(match.start(), match.end() - 1)) - 1
                counts[index] = counts.get(index, 0) + 1
        fit = [i for i in sorted(counts) if i >= 0 and counts[i] >= self.at_least and self._fits(document.lines[i])]
        return [i for i in fit if not self._excused(document.lines[max(0, i - NEAR) : i + NEAR + 1])]

    def _excused(self, near: tuple[lines.Line, ...]) -> bool:
        return any(patterns.compiled(p).search(line.text) for p in self.except_near for line in near)

    def _fits(self, line: lines.Line) -> bool:
        return len(line.text) <= self.longest and not any(patterns.compiled(p).search(line.text) for p in self.except_)

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns must match."""
        return self.patterns_

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns and their exceptions."""
        return {"patterns": self.patterns_, "except": self.except_, "except-near": self.except_near}

    def values(self) -> frozenset[str]:
        """How many lines there are."""
        return frozenset({"lines"})

    def repairs(self) -> bool:
        """Always: the lines are dropped."""
        return True
