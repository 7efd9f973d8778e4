"""What a rule is made of, down to the single word, and the rule without some of it.

A part is found by its path through the rule: names of options, places in lists, keys of maps, and the number of an
alternative of a pattern. That works for every kind of check, also for those whose options hold maps or other checks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, replace
from typing import Any

from lint.checks.check import usual, yaml_key
from lint.composition import says_nothing
from lint.patterns import branches
from lint.rules import Rule

Path = tuple[str | int, ...]
ALTERNATIVE = "|"  # a step of a path: the number of an alternative follows
NOTHING: Any = object()  # what is left of a pattern without any alternative


@dataclass(frozen=True)
class Part:
    """A part that can be taken away: its path, the key of its option, and what it is, for people.

    A `pattern` is searched for in texts, a `word` stands in them as it is; what is neither may matter anywhere.
    """

    path: Path
    key: str
    text: str
    sort: str = ""


def parts(rule: Rule) -> Iterator[Part]:
    """Every part of a rule that an example could show the use of. What `documents` says is no matter of examples."""
    yield from _of_check(rule.check, ("check",), "")
    for index, zone in enumerate(rule.scope):
        yield Part(("scope", index), "scope", zone)
    if rule.fix:
        yield Part(("fix",), "fix", rule.fix)


def without(rule: Rule, gone: frozenset[Path]) -> Rule:
    """The rule without some of its parts; an option that is one of them is as nobody had set it."""
    scope = tuple(zone for index, zone in enumerate(rule.scope) if ("scope", index) not in gone)
    fix = None if ("fix",) in gone else rule.fix
    return replace(rule, check=_pruned(rule.check, ("check",), _Gone(gone)), scope=scope, fix=fix)


def _of_check(check: Any, path: Path, key: str, patterns: frozenset[str] = frozenset()) -> Iterator[Part]:
    """The parts of a check, or of a map among its options."""
    told = check.patterns() if hasattr(check, "patterns") else None
    for field in dataclasses.fields(check):
        if field.name == "kind":
            continue
        value, name = getattr(check, field.name), yaml_key(field.name)
        own = patterns if told is None else frozenset(told.get(name, ()))
        if value != usual(field):
            here = f"{key}.{name}" if key else name
            yield from _of_value(value, (*path, field.name), here, own, usual(field) is not MISSING)


def _of_value(value: Any, path: Path, key: str, patterns: frozenset[str], free: bool) -> Iterator[Part]:
    """The parts of an option's value; `free` says that it may be left out whole."""
    if isinstance(value, str) and value in patterns:
        yield from _of_pattern(value, path, key, free)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield Part((*path, name), key, str(name), "pattern" if name in patterns else "word")
            yield from _inside(one, (*path, name), f"{key}.{name}", patterns)
    elif isinstance(value, tuple) and not all(isinstance(one, int) for one in value):
        for index, one in enumerate(value):
            if isinstance(one, str) and one in patterns:
                yield from _of_pattern(one, (*path, index), key, True)
            else:
                sort = "word" if isinstance(one, str) else ""
                yield Part((*path, index), key, one if sort else f"number {index}", sort)
                yield from _inside(one, (*path, index), f"{key}.{index}", patterns)
    elif dataclasses.is_dataclass(value):
        yield from _of_check(value, path, key, patterns)
    elif free:
        yield Part(path, key, str(value))


def _inside(value: Any, path: Path, key: str, patterns: frozenset[str]) -> Iterator[Part]:
    """The parts of what stands in a list or a map, where it is more than one text."""
    if dataclasses.is_dataclass(value) or (isinstance(value, tuple | dict) and len(value) > 1):
        yield from _of_value(value, path, key, patterns, False)


def _of_pattern(pattern: str, path: Path, key: str, free: bool) -> Iterator[Part]:
    alternatives = branches(pattern)
    if len(alternatives) > 1:
        for index, branch in enumerate(alternatives):
            yield Part((*path, ALTERNATIVE, index), key, branch, "pattern")
    elif free:
        yield Part(path, key, pattern, "pattern")


class _Gone:
    """Paths that are taken away, and which paths lead to one of them."""

    def __init__(self, paths: frozenset[Path]) -> None:
        self.paths = paths
        self._above = {path[:size] for path in paths for size in range(len(path))}

    def below(self, path: Path) -> bool:
        return path in self._above


def _pruned(value: Any, path: Path, gone: _Gone) -> Any:
    """A value without what is gone; NOTHING where nothing is left of it."""
    if path in gone.paths:
        return NOTHING
    if not gone.below(path):
        return value
    if isinstance(value, str):
        left = [b for i, b in enumerate(branches(value)) if (*path, ALTERNATIVE, i) not in gone.paths]
        return "|".join(left) if left else NOTHING
    if isinstance(value, tuple):
        kept = (_pruned(one, (*path, index), gone) for index, one in enumerate(value))
        return tuple(one for one in kept if one is not NOTHING)
    if isinstance(value, dict):
        pairs = ((name, _pruned(one, (*path, name), gone)) for name, one in value.items())
        return {name: one for name, one in pairs if one is not NOTHING}
    changed = {f: _pruned(getattr(value, f.name), (*path, f.name), gone) for f in dataclasses.fields(value)}
    made = replace(value, **{f.name: usual(f) if one is NOTHING else one for f, one in changed.items()})
    return NOTHING if len(path) > 1 and says_nothing(made) else made
