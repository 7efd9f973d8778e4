"""The parts of a text that rules speak of: the document, its chapters and sections, its lines and sentences.

In scraped text a paragraph is a line. A section holds its subsections, so that those of one document lie in each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal, get_args

from lint.document.outline import Outline
from lint.text import Source, Span

Extent = Literal["document", "chapter", "section", "line", "sentence"]
EXTENTS: tuple[Extent, ...] = get_args(Extent)


class Extents:
    """The parts of one text, each kind cut when it is first asked for."""

    def __init__(self, source: Source, outline: Callable[[], Outline], sentences: Callable[[], Sequence[Span]]) -> None:
        self._source = source
        self._outline = outline
        self._sentences = sentences

    def all(self, extent: Extent) -> Sequence[Span]:
        """Every part of a kind in order, blank lines left out."""
        if extent == "document":
            return (self._whole,)
        if extent == "chapter":
            return self._chapters
        if extent == "section":
            return self._sections
        return self._lines if extent == "line" else self._sentences()

    def around(self, extent: Extent, offset: int) -> Span | None:
        """The part of a kind that holds an offset, of sections the innermost; None where none does."""
        if extent == "document":
            return self._whole
        if extent == "line":
            return self._source.line_span(self._source.position(offset).line)
        spans = self.all(extent)
        index = bisect_right(spans, offset, key=lambda span: span.start) - 1
        while extent == "section" and index >= 0 and offset >= spans[index].end:
            index -= 1  # out of a subsection that has ended before
        return spans[index] if index >= 0 and offset < spans[index].end else None

    @cached_property
    def _whole(self) -> Span:
        return Span(0, len(self._source.text))

    @cached_property
    def _chapters(self) -> Sequence[Span]:
        return tuple(section.whole for section in self._outline().top)

    @cached_property
    def _sections(self) -> Sequence[Span]:
        return tuple(section.whole for section in self._outline().sections)

    @cached_property
    def _lines(self) -> Sequence[Span]:
        source = self._source
        spans = map(source.line_span, range(1, len(source.line_starts) + 1))
        return tuple(span for span in spans if source.text[span.start : span.end].strip())
