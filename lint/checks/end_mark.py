"""Paragraphs of sentences whose last one has no mark, in a document that ends all others with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.text import Span

ENDED = "。！？!?；;：:…，,、—.·）)》”’」』】"  # , and 、 are a cut sentence, which another rule tells


@dataclass(frozen=True)
class EndMark(Check):
    """Reports the end of each paragraph of at least `shortest` characters with a 。 inside that ends without a mark.

    Only before a heading, a blank line or the end, where the sentence cannot go on, and only where no more than `odd`
    in a hundred of at least `at-least` such paragraphs end so.
    """

    kind: Literal["end-mark"]
    shortest: int = 40
    at_least: int = 5
    odd: int = 15

    def run(self, document: Document) -> Iterator[Hit]:
        """Each end, as a place of no width."""
        end = min(document.annex, document.zones.body.end)
        lines = [line for line in document.lines if document.zones.body.start <= line.start < end]
        long = [
            line for line in lines if len(line.text) >= self.shortest and "。" in line.text[:-1] and not line.chrome
        ]
        bare = {line.start for line in long if line.text[-1] not in ENDED}
        if len(long) < self.at_least or len(bare) * 100 > len(long) * self.odd:
            return
        heads = {section.heading.start for section in document.outline.sections}
        for line, following in pairwise([*lines, None]):
            if line is not None and line.start in bare and _apart(document, line, following, heads):
                yield Hit(Span(line.end, line.end))

    def anchors(self) -> tuple[str, ...] | None:
        """A full stop."""
        return ("。",)


def _apart(document: Document, line: Line, following: Line | None, heads: set[int]) -> bool:
    """Whether the sentence cannot go on in the line that follows."""
    if following is None:
        return document.breaks_off is None
    return following.start in heads or document.text.count("\n", line.end, following.start) > 1
