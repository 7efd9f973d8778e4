"""Counts that a text declares and does not keep: 九项工程 with eight named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Section
from lint.numerals import number
from lint.patterns import Pattern
from lint.text import Span

DECLARED = Pattern(
    r"(?<!第)(?P<count>[一两二三四五六七八九十]{1,3}|\d{1,2})(?P<unit>大|项|个|类|条|种)(?P<thing>[\u4e00-\u9fff]{2})"
)
QUOTED = Pattern(
    r"“(?P<list>[^“”]{4,400})”(?P<at>[一两二三四五六七八九十]{1,3})[大项个类](?P<thing>[\u4e00-\u9fff]{2,4})"
)
INNER = Pattern(r"[‘《（(][^’》）)]*[’》）)]")


@dataclass(frozen=True)
class Count(Check):
    """Reports a declared count that differs from what it counts.

    `of: list`: members joined by 、 in quotation marks right before the count (“甲、乙”两项工程). `of: headings`: the
    title's “八大行动” against the outermost sections when nearly all of them end with the thing counted. Where the
    things cannot be named nothing is said. Values: `declared`, `found`, `thing`.
    """

    kind: Literal["count"]
    of: Literal["list", "headings"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each declared count that is not kept, at the count."""
        yield from self._lists(document) if self.of == "list" else self._headings(document)

    def _lists(self, document: Document) -> Iterator[Hit]:
        for match in QUOTED.finditer(document.text):
            members = INNER.sub("", match["list"]).split("、")
            declared = number(match["at"])
            if len(members) > 1 and declared != len(members):
                yield _hit(Span(match.start("at"), match.end()), declared, len(members), match["thing"])

    def _headings(self, document: Document) -> Iterator[Hit]:
        if not document.zones.title:
            return
        for match in DECLARED.finditer(document.text, *document.zones.title):
            thing = match["thing"]
            sections = [s for s in document.outline.top if self._names(document, s, thing)]
            declared = number(match["count"])
            others = len(document.outline.top) - len(sections)
            if len(sections) >= 3 and others <= 1 and declared != len(sections):
                yield _hit(Span(*match.span()), declared, len(sections), thing)

    def _names(self, document: Document, section: Section, thing: str) -> bool:
        return document.slice(section.heading).rstrip("。 ").endswith(thing)

    def anchors(self) -> tuple[str, ...] | None:
        """A count must be declared."""
        return (DECLARED.pattern,)

    def values(self) -> frozenset[str]:
        """What is declared, what was found, of what."""
        return frozenset({"declared", "found", "thing"})


def _hit(span: Span, declared: int | None, found: int, thing: str) -> Hit:
    return Hit(span, {"declared": str(declared), "found": str(found), "thing": thing})
