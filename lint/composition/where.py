"""Conditions on what was captured: texts are compared as they stand, numbers by their value, 十二 like 12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from lint import numerals, patterns
from lint.checks.check import yaml_key

NUMBER = re.compile(r"[-+]?\d{1,18}(?:\.\d{1,9})?")
WIDE = {ord(wide): plain for wide, plain in zip("０１２３４５６７８９．－＋", "0123456789.-+", strict=True)}
GROUPING = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Where:
    """What a captured value must be: all that is given holds.

    `is` is the text, `in` a list of texts, `matches` a pattern that occurs in it; `above` and `below` are numbers, and
    a value that is no number holds neither. All may name another value: `{name}`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": yaml_key}

    is_: str | None = None
    in_: tuple[str, ...] = ()
    matches: str | None = None
    above: float | str | None = None
    below: float | str | None = None

    def holds(self, value: str) -> bool:
        """Whether a value is so."""
        return (
            (self.is_ is None or value == self.is_)
            and (not self.in_ or value in self.in_)
            and (self.matches is None or patterns.compiled(self.matches).search(value) is not None)
            and (self.above is None or _greater(value, self.above))
            and (self.below is None or _greater(self.below, value))
        )

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The one, where there is one."""
        return {"matches": (self.matches,)} if self.matches else {}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to hold, or a bound that is neither a number nor a name."""
        if self == Where():
            yield "", "says nothing of the value; write is, in, matches, above or below"
        for key, bound in (("above", self.above), ("below", self.below)):
            if isinstance(bound, str) and number(bound) is None and not re.fullmatch(r"\{[A-Za-z_]\w*\}", bound):
                yield key, f"'{bound}' is no number; write one, or the name of another value such as '{{year}}'"


def _greater(one: float | str, other: float | str) -> bool:
    first, second = number(one), number(other)
    return first is not None and second is not None and first > second


def number(value: float | str) -> float | None:
    """The number that a value begins with, or a Chinese numeral that it is; None where it is neither."""
    if not isinstance(value, str):
        return float(value)
    plain = GROUPING.sub("", value.strip().translate(WIDE))
    match = NUMBER.match(plain)
    if match:
        return float(match[0])
    found = numerals.number(plain)
    return None if found is None else float(found)


def held(where: Mapping[str, Where], values: Mapping[str, str]) -> bool:
    """Whether every named value is as it must be; a name that nothing was captured for is an empty text."""
    return all(condition.holds(values.get(name, "")) for name, condition in where.items())
