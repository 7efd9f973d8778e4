"""The shapes of rules and of the options of each kind of check, as pydantic tells them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_type_hints

import pydantic

from lint.checks import AnyCheck
from lint.checks.check import yaml_key
from lint.composition import Composed, Inside, Relation, Where
from lint.packs import foreign
from lint.rules import Bad, Examples, Good, Rule
from lint.trees import Place, shapes
from lint.trees.shapes import Path, Shape

KINDS: dict[str, type[Any]] = {get_args(get_type_hints(c)["kind"])[0]: c for c in get_args(AnyCheck)}
OWN = ("kind", "check", "replacement")  # of a composed check; what else it has, conditions have
RELATIONS = {"inside": Inside, "has": Relation, "precedes": Relation, "follows": Relation, "where": Where}
NOWHERE = Place("", 0, "")
RULE_KEYS = [yaml_key(field.name) for field in dataclasses.fields(Rule) if field.name != "pack"] + ["extends"]
_RULE: Any = pydantic.TypeAdapter(Rule)
_COMPOSED: Any = pydantic.TypeAdapter(Composed)
COMPOSING = [key for field in dataclasses.fields(Composed) if (key := yaml_key(field.name)) not in OWN]
_EXAMPLES: dict[str, type] = {"examples": Examples, "good": Good, "bad": Bad}

Places = Callable[[Path], Place]


def rule(place: Places) -> Shape:
    """The shape of a rule, whose keys stand at these places. Its check is validated on its own before."""

    def keys(path: Path) -> list[str]:
        part = _EXAMPLES.get(_last_name(path))
        return [field.name for field in dataclasses.fields(part)] if part else RULE_KEYS

    return Shape(_RULE, place, keys, _wanted)


def check(of: Any, place: Places, without: tuple[str, ...] = ()) -> Shape:
    """The shape of a check of this class; `without` are keys that are not offered to people."""

    def keys(path: Path) -> list[str]:
        shape = of.parts.get(_last_name(path), of)
        own = [key for field in dataclasses.fields(shape) if (key := yaml_key(field.name)) not in without]
        composing = COMPOSING if shape is of and not without else ()
        return [*own, *(key for key in composing if key not in own)]

    return Shape(_adapter(of), place, keys)


@cache
def _adapter(of: Any) -> Any:
    return pydantic.TypeAdapter(of)


def kind(name: Any) -> type[Any] | None:
    """The class of a kind, built-in or installed; None where there is none. Raises LookupError for a broken one."""
    return (KINDS.get(name) or foreign.kind(name)) if isinstance(name, str) else None


def kinds() -> list[str]:
    """The names of all kinds."""
    return sorted({*KINDS, *foreign.names()})


def composed(place: Places) -> Shape:
    """The shape of a check that is put together of others, which are read before."""

    def keys(path: Path) -> list[str]:
        part = RELATIONS.get(str(path[0])) if path else None
        return [yaml_key(field.name) for field in dataclasses.fields(part)] if part else [*COMPOSING, "kind"]

    return Shape(_COMPOSED, place, keys)


def options_of(name: Any) -> frozenset[str]:
    """The options of a kind of check; none of what is no kind."""
    try:
        of = kind(name)
    except LookupError:
        of = None
    fields = dataclasses.fields(of) if of else ()
    return frozenset(yaml_key(field.name) for field in fields)


def _wanted(fault: str, path: Path) -> str:
    """An example may be a map, but most are texts."""
    return "text" if fault == "dataclass_type" and _last_name(path) in ("good", "bad") else shapes.wanted(fault, path)


def _last_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
