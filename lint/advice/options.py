"""The texts that a rule's check is given, with their keys: patterns and plain words, also those of checks inside it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lint.checks.check import Check, yaml_key
from lint.rules import Rule

# Keys of patterns that only say where a finding counts, and how such keys begin.
EXCUSES = frozenset({"under", "unless", "not", "inside", "where", "has", "precedes", "follows", "heading", "title"})
EXCEPT = "except"


@dataclass(frozen=True)
class Given:
    """A pattern or a word of an option, and where it stands: `check.tokens.3` is the fourth of `tokens`.

    `check` is the one whose own option it is, and `field` the name of that option in it.
    """

    check: Check
    field: str
    key: str
    index: int | str
    text: str
    pattern: bool

    @property
    def place(self) -> str:
        """The key as errors of packs write it."""
        place = f"{self.key}.{self.index}" if self.index != "" else self.key
        return place.replace("check.check.", "check.", 1) if place.startswith("check.check.") else place

    @property
    def excuses(self) -> bool:
        """Whether it lifts findings, so that what it matches is no place that is told."""
        names = self.key.split(".")
        return not EXCUSES.isdisjoint(names) or any(name.startswith(EXCEPT) for name in names)


def given(rule: Rule) -> Iterator[Given]:
    """Every pattern and every listed word of a rule."""
    yield from _of_options(rule.check, "check", rule.check)


def _of_options(options: Any, key: str, check: Check) -> Iterator[Given]:
    """The texts in the options of a check, or of a map among them."""
    told = options.patterns() if hasattr(options, "patterns") else {}
    for field in dataclasses.fields(options):
        if field.name != "kind":
            name, value = yaml_key(field.name), getattr(options, field.name)
            texts = frozenset(told.get(name, ()))
            words = "str" in str(field.type)  # names of zones are none
            for one in _of_value(value, f"{key}.{name}", check, texts, words):
                yield one if one.field else dataclasses.replace(one, field=field.name)


def _of_value(value: Any, key: str, check: Check, patterns: frozenset[str], words: bool) -> Iterator[Given]:
    """The texts of one option: a pattern, a list, a map by its keys, or maps and checks in any of these."""
    if isinstance(value, str):
        if value in patterns:
            yield Given(check, "", key, "", value, True)
    elif dataclasses.is_dataclass(value):
        yield from _of_options(value, key, value if isinstance(value, Check) else check)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            if not isinstance(one, str):
                yield from _of_value(one, f"{key}.{index}", check, patterns, words)
            elif one in patterns or words:
                yield Given(check, "", key, index, one, one in patterns)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in patterns:
                yield Given(check, "", key, name, name, True)
            if not isinstance(one, str):
                yield from _of_value(one, f"{key}.{name}", check, patterns, words)
