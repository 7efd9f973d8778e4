"""Quantified targets whose value cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint import patterns
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document, targets


@dataclass(frozen=True)
class Target(Check):
    """Reports targets of a `unit` (a pattern) and `indicator` (a pattern) above or below a bound, or reversed ranges.

    `above: 100` with `unit: '[%％]'` and `indicator: 率$` finds rates over 100 %. `reversed: true` finds 80-70.
    Values: `value`, `unit`, `indicator`.
    """

    kind: Literal["target"]
    unit: str = ""
    indicator: str = ""
    above: float | None = None
    below: float | None = None
    reversed: bool = False
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each target whose value is out of bounds, at its value."""
        for target in document.targets:
            if self._meant(target) and self._wrong(target) and not overlapping(self.except_, document, target.span):
                yield Hit(target.span, {"value": target.value, "unit": target.unit, "indicator": target.indicator})

    def _meant(self, target: targets.Target) -> bool:
        pairs = ((self.unit, target.unit), (self.indicator, target.indicator))
        return all(not pattern or patterns.compiled(pattern).search(text) for pattern, text in pairs)

    def _wrong(self, target: targets.Target) -> bool:
        if self.reversed:
            return len(target.amounts) == 2 and abs(target.amounts[0]) > abs(target.amounts[1])
        return (self.above is not None and max(target.amounts) > self.above) or (
            self.below is not None and min(target.amounts) < self.below
        )

    def anchors(self) -> tuple[str, ...] | None:
        """A digit."""
        return ("[0-9０-９]",)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Unit, indicator and exceptions."""
        named = {"unit": self.unit, "indicator": self.indicator}
        return {"except": self.except_} | {key: (pattern,) for key, pattern in named.items() if pattern}

    def values(self) -> frozenset[str]:
        """Value, unit and indicator as written."""
        return frozenset({"value", "unit", "indicator"})
