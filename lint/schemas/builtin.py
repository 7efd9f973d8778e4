"""The built-in rules, for what schemas show: names to offer, and examples that are known to work."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from lint import packs
from lint.composition import Composed
from lint.rules import Rule
from lint.trees import yaml
from lint.trees.plain import plain

LONGEST = 400  # characters of an example; more is no help where a list of words could stand


@cache
def rules() -> tuple[Rule, ...]:
    """All of them, in the order of their packs."""
    return packs.load().rules


def kind(rule: Rule) -> str:
    """The kind whose options a configuration may change; empty where the check is put together of several."""
    check: Any = rule.check.check if isinstance(rule.check, Composed) else rule.check
    return "" if check is None else str(check.kind)


def example() -> dict[str, Any]:
    """A whole rule as it is written: the shortest of those with a fix and a scope."""
    return min((rule for rule in _written() if rule.keys() >= {"fix", "scope"}), key=_length)


def examples() -> dict[str, dict[str, Any]]:
    """A check of each kind that a built-in rule puts to use: the shortest."""
    found: dict[str, dict[str, Any]] = {}
    for check in sorted((rule.get("check", {}) for rule in _written() if "extends" not in rule), key=_length):
        if _length(check) <= LONGEST and "kind" in check:
            found.setdefault(check["kind"], check)
    return found


@cache
def _written() -> tuple[dict[str, Any], ...]:
    files = sorted(packs.BUILTIN.glob("*.yaml"))
    trees = (yaml.parsed(str(file), file.read_bytes(), "pack") for file in files)
    return tuple(plain(rule, "a pack", "a rule") for tree in trees for rule in tree["rules"])


def _length(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False))
