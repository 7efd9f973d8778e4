"""Documents whose beginning or end is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.patterns import Pattern
from lint.text import Span

LEAST = 10  # characters of a text that can have an end
DATED = Pattern(r"[\d〇○零一二三四五六七八九十][ \t]?日[）)]?$")  # the last line of a signature


@dataclass(frozen=True)
class Truncation(Check):
    """Reports a text that ends or begins in the middle of a sentence.

    `at` says on which side to look. At the `end` it looks at the last line of text: one that ends with a comma, an open
    bracket or a word that must go on, a heading with nothing below, or a paragraph that alone has no full stop. It also
    reports lines in which one of `hidden` says that a page holds text back, unless the line stands below the date that
    ends a text; where the text breaks off just before such a line, that is told once. At the `start` it looks at the
    first line: one that begins with what can only follow something. Value: `lost`, the side on which text is missing
    (前面 or 后面).
    """

    kind: Literal["truncation"]
    at: tuple[Literal["start", "end"], ...] = ("start", "end")
    hidden: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """The first line; or the last one, and each place where text is held back."""
        if len(document.text.strip()) < LEAST:
            return
        if "start" in self.at and document.cut_beginning is not None:
            yield Hit(document.cut_beginning, {"lost": "前面"})
        if "end" in self.at:
            end = document.breaks_off
            if end is not None:
                yield Hit(end, {"lost": "后面"})
            yield from self._held_back(document, end)

    def _held_back(self, document: Document, end: Span | None) -> Iterator[Hit]:
        """The first of neighbouring lines that say so, unless the text is already told to break off before them."""
        said = {document.source.position(m.start()).line for m in document.matches(*self.hidden)}
        before: Line | None = None
        signed = False
        for line in document.lines:
            if line.number not in said:
                signed = DATED.search(line.text) is not None or (signed and line.chrome)
            elif (end is None or line.start < end.start) and not signed and (not before or before.number not in said):
                yield Hit(Span(line.start, line.end), {"lost": "后面"})
            before = line

    def scanned(self) -> tuple[str, ...]:
        """What says that text is held back."""
        return self.hidden

    def values(self) -> frozenset[str]:
        """The side on which text is missing."""
        return frozenset({"lost"})

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """What says that text is held back."""
        return {"hidden": self.hidden}
