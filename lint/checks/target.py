"""Quantified targets whose value cannot be, or that leave something unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal

from lint import patterns
from lint.checks.check import Check, Hit, overlapping, yaml_key
from lint.document import Document, targets
from lint.document.targets.quantities import Quantity
from lint.text import Span

LEVELS = ("=", "≥", "≤", "≈", "range", "change-to", "from-to")  # a growth may be of any size
Slot = Literal["indicator", "unit", "scope", "deadline", "baseline", "responsible"]
NAMES = {
    "indicator": "指标", "unit": "单位", "scope": "范围", "deadline": "期限", "baseline": "基数",
    "responsible": "责任单位",
}  # fmt: skip

NEAR = 40  # characters between a target and another that shows what it lacks


@dataclass(frozen=True)
class Limit:
    """What the value of a target must not be `above` or `below`, where its `indicator` and `unit` (patterns) match."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": yaml_key}

    indicator: str = ""
    unit: str = ""
    above: float | None = None
    below: float | None = None

    def bounds(self, unit: str, amounts: tuple[Decimal, ...]) -> bool:
        """Whether some amounts with a unit are out of these bounds, whatever they measure."""
        beyond = self.above is not None and max(amounts) > self.above
        short = self.below is not None and min(amounts) < self.below
        return (beyond or short) and (not self.unit or patterns.compiled(self.unit).search(unit) is not None)

    def fault(self, target: targets.Target) -> str:
        """What is wrong with a target's value, as a phrase; empty where nothing is."""
        if target.operator not in LEVELS or not self.bounds(target.unit, target.amounts):
            return ""
        if self.indicator and not patterns.compiled(self.indicator).search(target.indicator):
            return ""
        if self.above is not None and max(target.amounts) > self.above:
            return f"超过了 {self.above:g}{target.unit}"
        return (
            f"低于 {self.below:g}{target.unit}" if self.below is not None and min(target.amounts) < self.below else ""
        )


@dataclass(frozen=True)
class Target(Check):
    """Reports targets, of those whose `indicator` and `unit` (patterns) match, that break one of these.

    `limits`: bounds of the value, each for some indicators. `reversed: true`: a range whose ends are in the wrong order
    (80-70), unless it tells a fall. `lacks`: a slot that the target does not fill: `deadline` (nor its section, nor the
    title of the document), `unit` (where another value of its sentence has one), `scope`, `baseline`, `responsible`,
    `indicator`. What `except` matches is left alone. Values: `fault` (a phrase), `value`, `unit`, `indicator`.
    """

    parts: ClassVar[Mapping[str, type]] = {"limits": Limit}
    kind: Literal["target"]
    indicator: str = ""
    unit: str = ""
    limits: tuple[Limit, ...] = ()
    reversed: bool = False
    lacks: Slot | None = None
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each target that is out of bounds or lacks what it must have, at its value."""
        for target in document.targets if any(map(self._may_break, document.amounts)) else ():
            fault = _matches(self.indicator, self.unit, target) and self._fault(document, target)
            if fault and not overlapping(self.except_, document, target.span):
                named = {"value": target.value, "unit": target.unit, "indicator": target.indicator}
                yield Hit(target.span, {"fault": fault, **named})

    def _may_break(self, quantity: Quantity) -> bool:
        """Whether a quantity could be such a target; what it measures and when it is due is dearer to read."""
        amounts = quantity.amounts
        if self.reversed and len(amounts) == 2 and abs(amounts[0]) > abs(amounts[1]):
            return True
        return (self.lacks is not None and (self.lacks != "unit" or not quantity.unit)) or any(
            limit.bounds(quantity.unit, amounts) for limit in self.limits
        )

    def _fault(self, document: Document, target: targets.Target) -> str:
        if self.reversed and len(target.amounts) == 2 and abs(target.amounts[0]) > abs(target.amounts[1]):
            return "前大后小"
        if self.lacks and _lacks(document, target, self.lacks):
            return f"没有写明{NAMES[self.lacks]}"
        return next((fault for limit in self.limits if (fault := limit.fault(target))), "")

    def anchors(self) -> tuple[str, ...] | None:
        """A digit, unless a target in words will do."""
        return None if self.lacks else ("[0-9０-９]",)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Indicator, unit and exceptions."""
        named = {"unit": self.unit, "indicator": self.indicator}
        return {"except": self.except_} | {key: (pattern,) for key, pattern in named.items() if pattern}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to look for, a limit that limits nothing, or one whose patterns cannot be used."""
        if not (self.limits or self.reversed or self.lacks):
            yield "limits", "is missing, and so are 'reversed' and 'lacks': there is nothing to look for"
        for limit in self.limits:
            if limit.above is None and limit.below is None:
                yield "limits", "has an entry with neither 'above' nor 'below'"
            elif limit.above is not None and limit.below is not None and limit.above < limit.below:
                yield (
                    "limits",
                    f"has an entry above {limit.above} and below {limit.below}: every value would be reported",
                )
            for pattern in filter(None, (limit.indicator, limit.unit)):
                reason = patterns.refusal(pattern)
                if reason:
                    yield "limits", f"{pattern!r:.80} {reason}"

    def values(self) -> frozenset[str]:
        """What is wrong, and value, unit and indicator as written."""
        return frozenset({"fault", "value", "unit", "indicator"})


def _matches(indicator: str, unit: str, target: targets.Target) -> bool:
    pairs = ((indicator, target.indicator), (unit, target.unit))
    return all(not pattern or patterns.compiled(pattern).search(text) for pattern, text in pairs)


def _lacks(document: Document, target: targets.Target, slot: Slot) -> bool:
    """Whether a target leaves a slot empty that it could be expected to fill."""
    if slot == "deadline":
        return "deadline" not in target.spans and document.years is None and not _dated(document, target.span.start)
    if slot == "unit":
        return not target.unit and target.value[:1] not in "清动零" and _has_measured_sibling(document, target)
    return slot not in target.spans


def _dated(document: Document, offset: int) -> bool:
    """Whether the section around a place names a date."""
    around = document.section(offset)
    return document.deadlines.stated(around.whole if around else Span(*document.zones.body))


def _has_measured_sibling(document: Document, target: targets.Target) -> bool:
    """Whether another target near by in the same sentence has a unit."""
    return any(
        other.unit and not _parted(document, other.span, target.span) for other in document.near_targets(target, NEAR)
    )


def _parted(document: Document, one: Span, other: Span) -> bool:
    """Whether a sentence ends between two places."""
    first, last = sorted((one, other))
    return any(mark in document.text[first.end : last.start] for mark in "。；\n，,")
