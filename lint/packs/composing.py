"""The check of a rule, read from its map: one of a kind, or one that is put together of others.

Each part is read with its own place, so that a fault in the third condition is told where that stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.checks import Check
from lint.composition import Composed, Inside, Relation, Where, speaks_of
from lint.packs import shapes
from lint.packs.meaning import options
from lint.trees import FaultyError, nearest
from lint.trees.shapes import Path, given_as

MANY = ("inside", "has", "precedes", "follows", "not")  # one map, or a list of them
RELATED = ("inside", "has", "precedes", "follows")  # whose maps may hold a check
LISTS = ("all", "any", "not")  # lists of checks
MAP = "a map with 'kind' and its options"


def check(given: Any, place: shapes.Places) -> Check:
    """The check that a map says. Raises FaultyError with every fault of every part, each at its place."""
    if not isinstance(given, dict):
        raise FaultyError([place(()).fault(f"must be {MAP}, not {given_as(given, 'a map')}")])
    keys = composing(given)
    return _composed(given, keys, place) if keys else _single(given, place)


def composing(given: dict[str, Any]) -> list[str]:
    """The keys of a check that put it together of others; what is an option of its kind is none of them."""
    own = shapes.options_of(given.get("kind"))
    return [key for key in given if key in shapes.COMPOSING and key not in own]


def _single(given: dict[str, Any], place: shapes.Places) -> Check:
    """A check of one kind."""
    name = given.get("kind")
    try:
        of = shapes.kind(name)
    except LookupError as error:
        raise FaultyError([place(("kind",)).fault(str(error))]) from error
    if of is None:
        what = f"unknown kind '{name}'" if name else "missing key 'kind'"
        raise FaultyError([place(("kind",)).fault(f"{what}; {nearest(str(name), shapes.kinds())}")])
    made: Check = shapes.check(of, place).valid(given)
    return made


def _composed(given: dict[str, Any], keys: list[str], place: shapes.Places) -> Check:
    faults: list[str] = []
    tree: dict[str, Any] = {key: _listed(given[key]) if key in MANY else given[key] for key in keys}

    own = {key: value for key, value in given.items() if key not in keys}
    if "replacement" in own and _captured_elsewhere(own):
        tree["replacement"] = own.pop("replacement")
    if "kind" in own:
        tree["check"] = _part(own, place, faults)
    elif own:
        known = [*shapes.COMPOSING, "kind", "replacement"]
        faults += [place((key,)).fault(f"unknown key; {nearest(key, known)}") for key in own]
    for key in LISTS:
        if isinstance(tree.get(key), list):
            tree[key] = [_part(one, _below(place, (key, index)), faults) for index, one in enumerate(tree[key])]
    for key in RELATED:
        tree[key] = [_related(one, _below(place, (key, index)), faults) for index, one in _each(tree, key)]
    if faults:
        raise FaultyError(faults)
    made: Composed = shapes.composed(place).valid(tree)
    told = [place(path).fault(what) for path, what in _meant(made)]
    if told:
        raise FaultyError(told)
    return made


def _part(given: Any, place: shapes.Places, faults: list[str]) -> Check | None:
    """A check inside of another one, tried by itself."""
    try:
        made = check(given, place)
    except FaultyError as error:
        faults += error.faults
        return None
    faults += [place(path).fault(what) for path, what in options(made)]
    return made


def _related(given: Any, place: shapes.Places, faults: list[str]) -> Any:
    """A map of a relation whose check, where it has one, is read."""
    if not isinstance(given, dict) or "check" not in given:
        return given
    return given | {"check": _part(given["check"], _below(place, ("check",)), faults)}


def _meant(made: Composed) -> Iterator[tuple[Path, str]]:
    """What is wrong with the parts that are no checks: relations, and conditions on values."""
    parts: list[tuple[Path, Inside | Relation | Where]] = [
        *(((key, index), one) for key in RELATED for index, one in enumerate(getattr(made, key))),
        *((("where", name), condition) for name, condition in made.where.items()),
    ]
    for path, part in parts:
        for inner, what in options(part):
            yield (*path, *inner), what


def _captured_elsewhere(own: dict[str, Any]) -> bool:
    """Whether a replacement is for the whole: its kind has none, or it speaks of what conditions capture."""
    if "replacement" not in shapes.options_of(own.get("kind")):
        return True
    try:
        alone = _single({key: value for key, value in own.items() if key != "replacement"}, lambda path: shapes.NOWHERE)
    except FaultyError:
        return False
    return not speaks_of(str(own["replacement"])) <= alone.values()


def _listed(given: Any) -> Any:
    return given if isinstance(given, list) else [given]


def _each(tree: dict[str, Any], key: str) -> Iterator[tuple[int, Any]]:
    return enumerate(tree.get(key, ()))


def _below(place: shapes.Places, path: Path) -> shapes.Places:
    return lambda inner: place((*path, *inner))
