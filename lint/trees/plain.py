"""A tree as plain lists, maps, texts, numbers and dates, so that nothing of a library outlives the reading."""

from __future__ import annotations

from datetime import date
from typing import Any

from lint.trees.faults import FaultyError

LARGEST = 4_000_000  # bytes of one file
NODES = 200_000  # values of one tree; aliases of aliases would write out more than any memory holds
BITS = 64  # of a whole number


def plain(node: Any, name: str, part: str, left: list[int] | None = None) -> Any:
    """The plain form of what a YAML or TOML library read.

    Raises FaultyError with one sentence that names no place: of a `part` ('a rule') that is too large or runs in a
    circle, of a value that has no place in what is called a `name` ('a pack').
    """
    left = [NODES] if left is None else left
    left[0] -= 1
    if left[0] < 0:
        raise FaultyError([f"{part} holds more than {NODES} values; aliases are written out where they stand"])
    try:
        if isinstance(node, dict):
            return {_key(key, part): plain(value, name, part, left) for key, value in node.items()}
        if isinstance(node, list):
            return [plain(value, name, part, left) for value in node]
    except RecursionError as error:
        raise FaultyError([f"{part} is nested too deep; an alias may stand inside of what it stands for"]) from error
    return _scalar(node, name, part)


def _scalar(node: Any, name: str, part: str) -> Any:
    if isinstance(node, int) and node.bit_length() > BITS:
        raise FaultyError([f"{part} holds a number too large"])
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    if node is None or isinstance(node, date):
        return node
    tag = getattr(getattr(node, "tag", None), "value", None)
    what = f"the tag {tag}" if tag else f"a value of the kind {type(node).__name__}"
    raise FaultyError([f"{what} is not allowed; {name} holds plain texts, numbers, lists and maps"])


def _key(key: Any, part: str) -> str:
    try:
        return str(key)
    except ValueError as error:  # more digits than Python writes
        raise FaultyError([f"{part} holds a number too large"]) from error
