"""What pydantic says of a tree of the wrong shape, in our words: the place, what is wrong, what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pydantic

from lint.trees.faults import FaultyError, Place, meant, nearest

Path = tuple[Any, ...]

MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a map",
    "dataclass_type": "a map",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "a whole number from 0 on",
    "float_parsing": "a number",
    "float_type": "a number",
}


def wanted(kind: str, path: Path) -> str:
    """What should stand where pydantic names this kind of fault."""
    return WANTED.get(kind, "something else")


@dataclass(frozen=True)
class Shape:
    """What a tree should be: a type as pydantic adapts it, where its keys are written, and which keys each map has."""

    adapter: Any
    place: Callable[[Path], Place]
    keys: Callable[[Path], list[str]]
    wanted: Callable[[str, Path], str] = wanted

    def valid(self, tree: Any) -> Any:
        """The tree as its type. Raises FaultyError with every fault."""
        try:
            return self.adapter.validate_python(tree)
        except pydantic.ValidationError as error:
            found = error.errors()
        unknown = [str(one["loc"][-1]) for one in found if one["type"] in UNKNOWN]
        raise FaultyError(
            [self._told(one) for one in found if not (one["type"] in MISSING and _misspelt(one, unknown))]
        )

    def _told(self, fault: Any) -> str:
        path = tuple(fault["loc"])
        place = self.place(path)
        match fault["type"]:
            case name if name in UNKNOWN:
                return place.fault(f"unknown key; {nearest(str(path[-1]), self.keys(path[:-1]))}")
            case name if name in MISSING:
                what = f"missing key '{path[-1]}'; {nearest('', self.keys(path[:-1]))}"
                return self.place(path[:-1]).fault(what)
            case "literal_error" | "enum":
                expected = fault["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
                given = str(fault["input"])
                return place.fault(f"'{given}' is not allowed; {nearest(given, expected)}")
            case "value_error":
                return place.fault(str(fault["ctx"]["error"]))
            case name:
                should = self.wanted(name, path)
                return place.fault(f"must be {should}, not {given_as(fault['input'], should)}")


def given_as(value: Any, should: str) -> str:
    """What was read, and the remedy where a text was read as something else."""
    if value is None:
        return "nothing"
    if isinstance(value, str | list | dict):
        return f"{value!r:.60}"
    return f"{value}; write it in quotes" if should == "text" else str(value)


def _misspelt(fault: Any, unknown: list[str]) -> bool:
    """Whether a missing key is there under a name that comes near it; then the unknown name says it all."""
    return any(meant(name, [str(fault["loc"][-1])]) for name in unknown)
