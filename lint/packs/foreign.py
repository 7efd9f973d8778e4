"""Kinds of check that other distributions bring: an entry point of theirs names a class for each.

A pack alone can bring no code. What runs here was installed by the user, and is imported only where a pack asks for it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args, get_type_hints

from lint.checks import Check

GROUP = "plan_lint.kinds"


def names() -> list[str]:
    """The names of all kinds that are installed beside the built-in ones."""
    return sorted({point.name for point in _points()})


@cache
def kind(name: str) -> type[Check] | None:
    """The class of a kind; None where no distribution brings one of this name.

    Raises LookupError with one sentence where what is installed is no kind of check.
    """
    point = next((point for point in _points() if point.name == name), None)
    if point is None:
        return None
    where = f"kind '{name}' of {_distribution(point)}"
    try:
        found = point.load()
    except Exception as error:  # anything may go wrong in code that is not ours
        raise LookupError(f"{where} cannot be imported: {type(error).__name__}: {error}") from error
    fault = _fault(name, found)
    if fault:
        raise LookupError(f"{where} {fault}")
    made: type[Check] = found
    return made


def brings(module: str, name: str) -> Any:
    """A class of an installed kind, by its module and name, or of a part of its options; None for anything else."""
    for point in _points():
        if module == point.module:
            try:
                found = kind(point.name)
            except LookupError:
                continue
            classes = (found, *found.parts.values()) if found else ()
            made = next((one for one in classes if (one.__module__, one.__name__) == (module, name)), None)
            if made is not None:
                return made
    return None


def identity(wanted: Iterable[str]) -> str:
    """What tells one state of the code of these kinds from another; nothing is imported for it."""
    named = frozenset(wanted)
    return repr([(p.name, p.value, _distribution(p), list(_stats(p))) for p in _points() if p.name in named])


def _fault(name: str, found: Any) -> str:
    """What keeps an object from being a kind of check."""
    if not (isinstance(found, type) and issubclass(found, Check)):
        return "is no class that extends lint.checks.Check"
    if not (dataclasses.is_dataclass(found) and found.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        return "is no frozen dataclass"
    told = get_args(get_type_hints(found).get("kind"))
    if told != (name,):
        return f"must have the field 'kind: Literal[\"{name}\"]'"
    return "has no method 'run'" if found.run is Check.run else ""


def _points() -> list[EntryPoint]:
    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "an unknown distribution"


def _stats(point: EntryPoint) -> Iterator[tuple[str, int, int]]:
    """The sizes and times of the files of a kind's package."""
    try:
        spec = find_spec(point.module.partition(".")[0])
    except (ImportError, ValueError):
        return
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [file for folder in folders for file in Path(folder).rglob("*.py")]
    for file in sorted(files or ([Path(spec.origin)] if spec and spec.origin else [])):
        if file.is_file():
            yield file.name, file.stat().st_size, file.stat().st_mtime_ns
