"""Counts that a text declares and does not keep: 九项工程 with eight named, 八大行动 with seven sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.document.counts import ANCHORS, Declared


@dataclass(frozen=True)
class Count(Check):
    """Reports a declared count that differs from the list or the sections that it counts.

    Only lists that can be read in one way are compared; where any sound reading keeps the count nothing is said.
    """

    kind: Literal["count"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each declared count that is not kept, at the count and its thing; a place is told once."""
        told: dict[int, Declared] = {}
        for declared in (*document.section_counts, *document.counts):
            known = told.get(declared.span.start)
            if known is None or declared.said == declared.found:
                told[declared.span.start] = declared
        for declared in told.values():
            if declared.said != declared.found:
                values = {"declared": str(declared.said), "found": str(declared.found), "thing": declared.thing}
                yield Hit(declared.span, values)

    def anchors(self) -> tuple[str, ...] | None:
        """A count must be declared."""
        return ANCHORS

    def values(self) -> frozenset[str]:
        """What is declared, what was found, of what."""
        return frozenset({"declared", "found", "thing"})
