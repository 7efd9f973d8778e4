"""Text that a document says twice: its title again as the page's heading, or a whole paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.findings import Edit
from lint.text import Span


@dataclass(frozen=True)
class Duplicate(Check):
    """Reports the second copy of a text, with the first as related place.

    `of: title`: a line that repeats the title around it or at the page's end; the title proper is the one nearest to
    the text, so that the page's own heading is the spare copy. `of: paragraph`: a paragraph of at least
    `shortest` characters. White space does not count.
    """

    kind: Literal["duplicate"]
    of: Literal["title", "paragraph"]
    shortest: int = 40

    def run(self, document: Document) -> Iterator[Hit]:
        """Each spare copy, as a whole line."""
        return self._titles(document) if self.of == "title" else self._paragraphs(document)

    def _titles(self, document: Document) -> Iterator[Hit]:
        title = document.zones.title
        if title is None:
            return
        wanted = _squeezed(document.slice(title))
        for line in document.lines:
            inside = document.zones.body.start <= line.start < document.zones.body.end
            if (
                (not inside or line is document.lines[-1])
                and line.start != title.start
                and _squeezed(line.text) == wanted
            ):
                yield _hit(document, line, title)

    def _paragraphs(self, document: Document) -> Iterator[Hit]:
        first: dict[str, Line] = {}
        for line in document.lines:
            if len(line.text) >= self.shortest and "。" in line.text and not line.chrome:
                key = _squeezed(line.text)
                if key in first:
                    yield _hit(document, line, Span(first[key].start, first[key].end))
                first.setdefault(key, line)

    def repairs(self) -> bool:
        """Always: the copy is dropped."""
        return True


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _hit(document: Document, line: Line, first: Span) -> Hit:
    span = Span(line.start, line.end)
    return Hit(span, {}, (Edit(document.source.whole_lines(span), ""),), (("另一处", first),))
