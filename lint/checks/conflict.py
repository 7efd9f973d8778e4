"""One thing of which a document says two values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from lint import years
from lint.checks.check import Check, Hit
from lint.document import Document, Target
from lint.patterns import Pattern
from lint.text import Span

# Indicators that have one value at a time. Of what is counted, one place may build three and another five.
LEVEL = Pattern(r"(?:率|比例|比重|占比|强度|浓度|指数|总值|总量|规模|收入|总额|天数|面积|里程|投资|产值|增加值)$")
SHORTEST = 4  # characters; 覆盖率 alone is of this here and of that there
CHANGES = ("change-by", "from-to")


@dataclass(frozen=True)
class Conflict(Check):
    """Reports the second of two values of one thing; the first is named beside it.

    `of: target`: one indicator with the same unit, scope, deadline and modality. Two values of one sentence are steps
    of it, and what grows by two amounts may do so in turn. `of: year`: the year that the title says the plan is for
    against the year that the text gives to its own work, and against a date of writing, of the page or of the signature
    more than a year before it; that a page is published later says nothing. Values: `indicator` (计划年份 for years),
    `first`, `value`.
    """

    kind: Literal["conflict"]
    of: Literal["target", "year"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each value that contradicts an earlier one."""
        return self._targets(document) if self.of == "target" else map(partial(_year, document), years.wrong(document))

    def _targets(self, document: Document) -> Iterator[Hit]:
        seen: dict[tuple[object, ...], Target] = {}
        for target in document.targets:
            if not _has_one_value(target):
                continue
            key = (target.indicator, target.unit, target.scope, target.deadline, target.modality == "strive")
            first = seen.setdefault(key, target)
            if first.amounts != target.amounts and _apart(document, first, target):
                named = {"indicator": target.indicator, "first": first.value, "value": target.value}
                yield Hit(target.span, named, related=(("先前的数值", first.span),))

    def anchors(self) -> tuple[str, ...] | None:
        """A digit, or a year in numerals."""
        return ("[0-9０-９]", "二[〇○零]|一九")

    def values(self) -> frozenset[str]:
        """The indicator and its two values."""
        return frozenset({"indicator", "first", "value"})


def _has_one_value(target: Target) -> bool:
    named = len(target.indicator) >= SHORTEST and LEVEL.search(target.indicator) is not None
    return named and target.operator not in CHANGES


def _apart(document: Document, first: Target, second: Target) -> bool:
    """Whether a sentence ends between two targets."""
    return any(mark in document.text[first.span.end : second.span.start] for mark in "。；\n")


def _year(document: Document, span: Span) -> Hit:
    first = "—".join(dict.fromkeys(map(str, document.years or ())))
    title = document.zones.title or span
    return Hit(
        span, {"indicator": "计划年份", "first": first, "value": document.slice(span)}, related=(("标题", title),)
    )
