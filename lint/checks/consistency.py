"""Headings that end otherwise than nearly all of their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Section
from lint.findings import Edit
from lint.text import Span

END = "。"
LONGEST = 30  # characters; what is longer is a sentence with a number
NEUTRAL = "：:，,；;）)”》！？"  # such an ending says something else: a list follows, a quotation closes


@dataclass(frozen=True)
class Consistency(Check):
    """Reports headings of one marker scheme that end with 。 where nearly all others do not, or the reverse.

    Only headings with a line to themselves and text below count. A scheme needs `at-least` of them, and no more than
    `odd` in a hundred may deviate (one always may). Values: `habit`, `share`.
    """

    kind: Literal["consistency"]
    of: Literal["heading-end"]
    at_least: int = 8
    odd: int = 8

    def run(self, document: Document) -> Iterator[Hit]:
        """Each deviating heading."""
        schemes: dict[str, list[Section]] = {}
        for section in document.outline.sections:
            if self._counts(document, section):
                schemes.setdefault(section.marker.scheme, []).append(section)
        for sections in schemes.values():
            yield from self._odd(document, sections)

    def _counts(self, document: Document, section: Section) -> bool:
        below = document.slice(section.body).strip() or section.children
        short = section.heading.end - section.heading.start <= LONGEST
        return section.own_line and short and bool(below) and document.text[section.heading.end - 1] not in NEUTRAL

    def _odd(self, document: Document, sections: list[Section]) -> Iterator[Hit]:
        ending = [s for s in sections if document.text[s.heading.end - 1] == END]
        bare = [s for s in sections if document.text[s.heading.end - 1] != END]
        few, many = sorted((ending, bare), key=len)
        if len(sections) < self.at_least or not few or len(few) > max(1, len(sections) * self.odd // 100):
            return
        for section in few:
            end = section.heading.end
            edit = Edit(Span(end, end), END) if many is ending else Edit(Span(end - 1, end), "")
            habit = "以句号结尾" if many is ending else "不以句号结尾"
            yield Hit(section.heading, {"habit": habit, "share": f"{len(many)}/{len(sections)}"}, (edit,))

    def values(self) -> frozenset[str]:
        """What nearly all do, and how many."""
        return frozenset({"habit", "share"})

    def repairs(self) -> bool:
        """Always."""
        return True
