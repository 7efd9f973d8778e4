"""Types of options in words: what one writes in YAML."""

from __future__ import annotations

import dataclasses
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from documentation import markup
from lint.checks import Check

WORDS = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`"}
MANY = {str: "texts", int: "whole numbers", float: "numbers"}


def told(hint: Any) -> str:
    """A type as Markdown that may stand in a table; options that are maps link to the section of their keys."""
    arguments = get_args(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return "one of " + ", ".join(markup.code(str(value)) for value in arguments)
    if origin is tuple:
        return _row(arguments)
    if origin is dict:
        return f"map of texts to {_many(arguments[1])}"
    if arguments:  # a union
        return " or ".join(told(one) for one in arguments if one is not NoneType)
    if dataclasses.is_dataclass(hint):
        return _part(hint)
    return markup.spoken(WORDS.get(hint, str(getattr(hint, "__name__", hint))))


def _row(arguments: tuple[Any, ...]) -> str:
    if arguments[-1] is Ellipsis:
        return f"list of {_many(arguments[0])}"
    return f"{len(arguments)} {_many(arguments[0])}"


def _many(hint: Any) -> str:
    if hint in MANY:
        return MANY[hint]
    if get_origin(hint) is Literal:
        return told(hint).removeprefix("one of ")
    if get_origin(hint) is tuple:
        return "lists of texts"
    return told(hint).replace("map", "maps", 1).replace("check", "checks", 1)


def _part(hint: Any) -> str:
    return "check" if issubclass(hint, Check) else f"map ([{hint.__name__.lower()}](#{hint.__name__.lower()}))"
