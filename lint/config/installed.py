"""Packs that other distributions bring: an entry point of theirs names the module in whose folder they lie.

Nothing of theirs is imported: the folder is found by the places where Python would look for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.machinery import PathFinder
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

GROUP = "plan_lint.packs"


def folders(name: str) -> list[Path]:
    """The folders of the packs of this name, one for each distribution that brings some; empty where none does.

    Raises LookupError with one sentence where a module is not where its entry point says.
    """
    return sorted({_folder(point) for point in _points() if point.name == name})


def names() -> list[str]:
    """The names of all installed packs."""
    return sorted({point.name for point in _points()})


def _points() -> Iterable[EntryPoint]:
    return entry_points(group=GROUP)


def _folder(point: EntryPoint) -> Path:
    module = point.value.partition(":")[0].strip()
    first, *inner = module.split(".")
    try:
        spec = find_spec(first)  # which imports only what stands above a module
        for part in inner:
            spec = PathFinder.find_spec(part, list((spec and spec.submodule_search_locations) or ()))
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        raise LookupError(f"its module '{module}' cannot be found; is the distribution installed whole?")
    if spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(spec.origin or "").parent
