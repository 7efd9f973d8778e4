"""Headings that end otherwise than nearly all of their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Section
from lint.findings import Edit
from lint.text import Span

LONGEST = 30  # characters; what is longer is a sentence with a number
NEUTRAL = "，,；;）)”》！？"  # such an ending says something else: a clause goes on, a quotation closes
COLON = "：:"  # neutral too, for a list follows, unless nearly all end so
ARTICLE = "article"  # 第一条: text with a number, no heading
NAMES = {"。": "以句号结尾", "：": "以冒号结尾", "": "不带标点"}


@dataclass(frozen=True)
class Consistency(Check):
    """Reports headings of one marker scheme that end otherwise than nearly all others: with 。 or ： or without.

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
        short = section.heading.end - section.heading.start <= LONGEST
        heading = section.own_line and short and section.marker.scheme != ARTICLE
        return heading and document.filled(section) and document.text[section.heading.end - 1] not in NEUTRAL

    def _odd(self, document: Document, sections: list[Section]) -> Iterator[Hit]:
        ends = [_end(document, section) for section in sections]
        habit = max(NAMES, key=ends.count)
        if habit != "：":
            sections = [s for s, end in zip(sections, ends, strict=True) if end != "："]
            ends = [end for end in ends if end != "："]
        few = [(s, end) for s, end in zip(sections, ends, strict=True) if end != habit]
        if len(sections) < self.at_least or len(few) > max(1, len(sections) * self.odd // 100):
            return
        for section, end in few:
            edit = Edit(Span(section.heading.end - len(end), section.heading.end), habit)
            share = f"{len(sections) - len(few)}/{len(sections)}"
            yield Hit(section.heading, {"habit": NAMES[habit], "share": share}, (edit,))

    def values(self) -> frozenset[str]:
        """What nearly all do, and how many."""
        return frozenset({"habit", "share"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _end(document: Document, section: Section) -> str:
    """The mark a heading ends with: 。 or ： or none."""
    last = document.text[section.heading.end - 1]
    return "：" if last in COLON else last if last == "。" else ""
