"""Rules with one thing varied: an option left out, one of its words or patterns, a number at its extremes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any, NamedTuple

from lint.checks import Check
from lint.checks.check import usual, yaml_key
from lint.composition import Composed, Inside, Relation, says_nothing
from lint.packs.meaning import options
from lint.patterns import compiled
from lint.rules import Rule

LARGE = 1_000_000  # for an option that is a bound


class Variation(NamedTuple):
    """A rule in which one thing is not as it is written. `how` says what: `without 'except'`."""

    how: str
    rule: Rule


def variations(rule: Rule, text: str | None = None) -> Iterator[Variation]:
    """Every variation that is a rule, too: of whole options, and of each entry that occurs in `text`."""
    if rule.documents:
        yield Variation("without 'documents'", replace(rule, documents=()))
    if rule.files:
        yield Variation("without 'files'", replace(rule, files=()))
    if rule.scope:
        yield Variation("without 'scope'", replace(rule, scope=()))
    for how, check in _of_part(rule.check, "", text):
        if not isinstance(check, Composed) or check.producers:
            yield Variation(how, replace(rule, check=check))


def _of_part(part: Any, path: str, text: str | None) -> Iterator[tuple[str, Any]]:
    """A check or a condition with one of its options varied, or one option of a part inside of it."""
    patterns = part.patterns() if isinstance(part, Check | Inside | Relation) else {}
    for one in fields(part):
        if one.name == "kind":
            continue
        key, value = yaml_key(one.name), getattr(part, one.name)
        whole = _whole(value, usual(one), f"{path}{key}")
        inner = _inner(value, f"{path}{key}", text)
        single = _entries(value, f"{path}{key}", text, key in patterns) if text is not None else ()
        for how, other in (*whole, *inner, *single):
            varied = replace(part, **{one.name: other})
            if says_nothing(varied):
                continue  # it would hold everywhere; that it is left out whole is tried where it stands
            if not isinstance(varied, Check | Inside | Relation) or not options(varied):
                yield how, varied


def _whole(value: Any, default: Any, key: str) -> Iterator[tuple[str, Any]]:
    """An option left out, the other way round, or at its extremes."""
    if value != default and default is not MISSING:
        yield f"without '{key}'", default
    if isinstance(value, bool):
        if value == default:
            yield f"with '{key}: {'false' if value else 'true'}'", not value
    elif isinstance(value, int):
        yield from ((f"with '{key}: {number}'", number) for number in (0, LARGE) if number not in (value, default))


def _inner(value: Any, key: str, text: str | None) -> Iterator[tuple[str, Any]]:
    """An option that holds parts of its own, one of them left out or varied."""
    if is_dataclass(value):
        yield from _of_part(value, f"{key}.", text)
    for index, one in enumerate(value if isinstance(value, tuple) else ()):
        if is_dataclass(one):
            before, after = value[:index], value[index + 1 :]
            yield f"without '{key}.{index}'", (*before, *after)
            yield from ((how, (*before, other, *after)) for how, other in _of_part(one, f"{key}.{index}.", text))


def _entries(value: Any, key: str, text: str, patterns: bool) -> Iterator[tuple[str, Any]]:
    """A list or a map of texts without one of its entries; one that does not occur cannot make a difference."""
    if not isinstance(value, tuple | dict) or len(value) < 2:
        return
    for entry in value:
        if isinstance(entry, str) and (compiled(entry).search(text) if patterns else entry in text):
            if isinstance(value, dict):
                yield f"without '{entry}' in '{key}'", {name: one for name, one in value.items() if name != entry}
            else:
                yield f"without '{entry}' in '{key}'", tuple(one for one in value if one != entry)
