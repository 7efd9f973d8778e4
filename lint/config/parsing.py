"""A file of YAML or TOML as the plain values it gives and the lines they stand in, or every fault of it.

Imported only for what no cache knows, for it needs pydantic and ruamel.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lint.config import shapes
from lint.config.faults import ConfigError
from lint.trees import FaultyError, Place, toml, yaml
from lint.trees.plain import NODES, plain
from lint.trees.shapes import Path, Shape

NAME = "a configuration"
DEEP = 5  # parts of the longest path whose line is kept: options.ID.KEY.INDEX.KEY

Lines = Callable[[Path], int]
Values = dict[str, Any]


def config(file: str, content: bytes) -> tuple[Values, dict[str, int]]:
    """What a `plan-lint.yaml` says, and the line of each path, its parts joined by line ends. Raises ConfigError."""
    tree = _yaml(file, content, "configuration")
    if tree is None:  # nothing but comments, as after `plan-lint init`
        return {}, {}
    return _valid(file, tree, lambda path: yaml.line_of(tree, path), shapes.written, NAME)


def section(file: str, content: bytes) -> tuple[Values, dict[str, int]]:
    """What `[tool.plan-lint]` of a `pyproject.toml` says, and the lines. Raises ConfigError."""
    try:
        tree = toml.parsed(file, content)
    except FaultyError as error:
        raise ConfigError(error.faults) from error
    lines = toml.Lines(content.decode("utf-8-sig"))
    tool = tree.get("tool")
    if not isinstance(tool, dict) or "plan-lint" not in tool:
        raise ConfigError([f"{file}:1: has no [tool.plan-lint]; write one, or a plan-lint.yaml"])
    at = ("tool", "plan-lint")
    return _valid(file, tool["plan-lint"], lambda path: lines.of((*at, *path)), shapes.written, NAME)


def sidecar(file: str, content: bytes) -> tuple[Values, dict[str, int]]:
    """What a sidecar says, and the lines. Raises ConfigError."""
    tree = _yaml(file, content, "sidecar")
    return _valid(file, tree, lambda path: yaml.line_of(tree, path), shapes.sidecar, "a sidecar")


def _yaml(file: str, content: bytes, name: str) -> Any:
    try:
        return yaml.parsed(file, content, name)
    except FaultyError as error:
        raise ConfigError(error.faults) from error


def _valid(
    file: str, tree: Any, line: Lines, shape: Callable[[Callable[[Path], Place]], Shape], name: str
) -> tuple[Values, dict[str, int]]:
    if not isinstance(tree, dict):
        keys = shape(lambda path: Place(file, 1, "")).keys(())
        raise ConfigError([f"{file}:{line(())}: {name} is a map; allowed: {', '.join(keys)}"])

    def place(path: Path) -> Place:
        return Place(file, line(path), ".".join(map(str, path)))

    try:
        values = shape(place).valid(_plain(tree, place, name))
    except FaultyError as error:
        raise ConfigError(error.faults) from error
    return values, {"\n".join(map(str, path)): line(path) for path in _paths(values, ())}


def _plain(tree: dict[Any, Any], place: Callable[[Path], Place], name: str) -> Values:
    """Each key's value as plain lists, maps and scalars."""
    faults: list[str] = []
    values: Values = {}
    left = [NODES]
    for key, value in tree.items():
        try:
            values |= plain({key: value}, name, "the file", left)
        except FaultyError as error:
            faults += [place((key,)).fault(fault) for fault in error.faults]
    if faults:
        raise FaultyError(faults)
    return values


def _paths(value: Any, path: Path) -> Iterator[Path]:
    """Every path of a tree down to some depth."""
    if path:
        yield path
    if len(path) < DEEP:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, below in inner:
            yield from _paths(below, (*path, key))
