"""What a document measures: targets for each chapter, digits in a hundred characters, characters of a section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import Literal

from lint import formulas
from lint.checks.check import Check, Hit, below
from lint.document import MEASURES, Document
from lint.text import Span

FINEST = 12  # decimals that are ever shown


@dataclass(frozen=True)
class Metric(Check):
    """Reports a document, chapter or section of which a `formula` gives more than `above` or less than `below`.

    `every` is the part: the `document`, each `chapter` or each `section` with its subsections. A formula has names of
    counts (as `lint.document.measures` has them, each of the part), numbers, + - * / and parentheses; where it divides
    by zero nothing is said. Documents with fewer than `at-least` chapters (sections, where `every` says so) owe
    nothing, nor do parts whose heading, or one above it, matches `except`. Told at the title or heading. Values:
    `value`, `limit`, `heading`.
    """

    kind: Literal["metric"]
    formula: str
    every: Literal["document", "chapter", "section"] = "document"
    above: float | None = None
    below: float | None = None
    at_least: int = 0
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each part out of bounds."""
        sections = document.outline.sections if self.every == "section" else document.outline.top
        if len(sections) < self.at_least:
            return
        for index, (place, part) in enumerate(document.shown(self.every)):
            if self.every != "document" and below(document, sections[index], self.except_):
                continue
            value = self._value(document, part)
            limit = None if value is None else self._broken(value)
            if value is not None and limit is not None:
                heading = document.slice(place).strip()
                yield Hit(place, {"value": _told(value, limit), "limit": _told(limit), "heading": heading})

    def _value(self, document: Document, part: Span) -> float | None:
        return formulas.value(self.formula, lambda name: document.measures.of(name, part))

    def _broken(self, value: float) -> float | None:
        """The limit that a value is beyond."""
        if self.above is not None and value > self.above:
            return self.above
        return self.below if self.below is not None and value < self.below else None

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The headings that owe nothing."""
        return {"except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """A formula that is none, and limits and exceptions that say nothing."""
        yield from (("formula", what) for what in _unfit(self.formula))
        for key, limit in (("above", self.above), ("below", self.below)):
            if limit is not None and not isfinite(limit):
                yield key, f"is {limit}, which is no number to compare with; write one"
        if self.above is None and self.below is None:
            yield "above", "is missing, and so is 'below': write which value is too much or too little"
        if self.above is not None and self.below is not None and self.below > self.above:
            yield "below", f"is {self.below:g}, more than 'above', so that every value would be reported"
        if self.except_ and self.every == "document":
            yield "except", "names headings, but 'every' is the document; write 'every: chapter', or take it out"

    def values(self) -> frozenset[str]:
        """What the formula gives, the limit, the heading."""
        return frozenset({"value", "limit", "heading"})


def _unfit(formula: str) -> Iterator[str]:
    """What is wrong with a formula."""
    from lint.trees import nearest

    counts = list(MEASURES)
    if reason := formulas.refusal(formula):
        yield reason
        return
    named = formulas.names(formula)
    if not named:
        yield f"names no count, so that its value is always the same; {nearest('', counts)}"
    yield from (f"uses the unknown count '{name}'; {nearest(name, counts)}" for name in named if name not in counts)


def _told(value: float, limit: float | None = None) -> str:
    """A value with two decimals, or two digits of a small one, and with more where it would read like its limit."""
    digits = 2 if abs(value) >= 1 or value == 0 else max(2, min(FINEST, 1 - floor(log10(abs(value)))))
    while limit is not None and round(value, digits) == limit and digits < FINEST:
        digits += 1
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
