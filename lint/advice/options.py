"""The texts that a rule's check is given, with their keys: patterns and plain words, also those of checks inside it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.check import Check, yaml_key
from lint.rules import Rule

EXCUSES = ("except", "under", "unless")  # how keys begin whose patterns only lift a finding or look at headings


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
        return f"{self.key}.{self.index}" if self.index != "" else self.key

    @property
    def excuses(self) -> bool:
        """Whether it lifts findings, so that what it matches is no place that is told."""
        return self.key.rsplit(".", 1)[-1].startswith(EXCUSES)


def given(rule: Rule) -> Iterator[Given]:
    """Every pattern and every listed word of a rule."""
    yield from _of_check(rule.check, "check")


def _of_check(check: Check, key: str) -> Iterator[Given]:
    told = check.patterns()
    for field in dataclasses.fields(check):
        if field.name == "kind" or not isinstance(field.type, str):
            continue
        name = yaml_key(field.name)
        texts = set(told.get(name, ()))
        if texts or "str" in field.type or not field.type.startswith("tuple"):  # names of zones are no words
            for one in _of_option(getattr(check, field.name), f"{key}.{name}", texts):
                yield one if one.field else dataclasses.replace(one, check=check, field=field.name)


def _of_option(value: object, key: str, patterns: set[str]) -> Iterator[Given]:
    """The texts of one option: a pattern, a list, a map by its keys, or checks and maps in any of these."""
    if isinstance(value, str):
        if value in patterns:
            yield Given(NONE, "", key, "", value, True)
    elif isinstance(value, Check):
        yield from _of_check(value, key)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            if isinstance(one, str):
                yield Given(NONE, "", key, index, one, one in patterns)
            else:
                yield from _of_option(one, f"{key}.{index}", patterns)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in patterns:
                yield Given(NONE, "", key, name, name, True)
            if not isinstance(one, str):
                yield from _of_option(one, f"{key}.{name}", patterns)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _of_option(getattr(value, field.name), f"{key}.{yaml_key(field.name)}", patterns)


NONE = Check()
