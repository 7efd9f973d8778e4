"""A check as YAML would hold it: what was set, by its keys, conditions beside the check that they are for."""

from __future__ import annotations

import dataclasses
from typing import Any

from lint.checks.check import usual, yaml_key
from lint.composition.composed import Composed
from lint.composition.relations import Inside, Relation
from lint.composition.where import Where

ONE = ("inside", "has", "precedes", "follows", "not")  # lists of which one map may stand alone


def plain(part: Any) -> Any:
    """A check, a condition, or a value of one as lists, maps and texts; options that nobody has set are left out."""
    if isinstance(part, Composed):
        own: dict[str, Any] = plain(part.check) if part.check is not None else {}
        return own | {key: value for key, value in _fields(part).items() if key not in ("kind", "check")}
    if dataclasses.is_dataclass(part):
        return _fields(part)
    if isinstance(part, tuple | list):
        return [plain(one) for one in part]
    if isinstance(part, dict):
        return {str(key): plain(value) for key, value in part.items()}
    return part


def says_nothing(part: Any) -> bool:
    """Whether nothing is left of a condition, so that it would hold everywhere."""
    if isinstance(part, Relation):
        return not (part.patterns_ or part.tokens or part.check)
    return part in (Composed(), Inside(), Where())


def _fields(part: Any) -> dict[str, Any]:
    found = {}
    for field in dataclasses.fields(part):
        key, value = yaml_key(field.name), getattr(part, field.name)
        if field.init and value != usual(field):
            told = plain(value)
            found[key] = told[0] if key in ONE and isinstance(told, list) and len(told) == 1 else told
    return found
