"""What a document of its year could not know: the twentieth congress in a plan for 2016."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.text import Span

NUMBERED = r"[〔［\[（(](?P<year>20[0-4]\d)(?:[〕］\])）]\d{1,4}号|年?版[)）])"  # 〔2024〕5号, （2022年版）
LATE = 1  # years after its own that a document may be written in


@dataclass(frozen=True)
class Anachronism(Check):
    """Reports phrases that are younger than the document.

    `since` maps patterns to the first year in which a document can speak so. A document is as old as the last year
    that its title (or its very first words) says it is for; without one nothing is said. What bears its own year, a
    document's number or an edition, is younger from two years on: a plan may be written, and a report be late. What
    `except` matches is left alone. Values: `since`, `year`.
    """

    kind: Literal["anachronism"]
    since: dict[str, int]
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """The first place of each phrase: one date rewritten makes all of them wrong."""
        if document.years is None:
            return
        year = document.years[1]
        yield from _numbered(document, year)
        for pattern in document.present(pattern for pattern, since in self.since.items() if since > year):
            since = self.since[pattern]
            for match in document.matches(pattern):
                span = Span(*match.span())
                if not overlapping(self.except_, document, span):
                    yield Hit(span, {"since": str(since), "year": str(year)})
                    break

    def anchors(self) -> tuple[str, ...] | None:
        """One of the phrases, or what bears its year."""
        return (*self.since, NUMBERED)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The phrases and the exceptions."""
        return {"since": tuple(self.since), "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find."""
        if not self.since:
            yield "since", "is empty: there is nothing to find"

    def values(self) -> frozenset[str]:
        """The first year that could know it, and the document's."""
        return frozenset({"since", "year"})


def _numbered(document: Document, year: int) -> Iterator[Hit]:
    """The first number or edition of each year that the document could not know."""
    told: set[int] = set()
    for match in document.matches(NUMBERED):
        since = int(match["year"])
        if since > year + LATE and since not in told:
            told.add(since)
            yield Hit(Span(*match.span()), {"since": str(since), "year": str(year)})
