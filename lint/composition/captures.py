"""What one part of a check has captured, put into the patterns and words of another: `{name}`.

A name begins with a letter, so that `\\d{4}` and `{2,8}` are never taken for one; `\\{` is a brace.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from lint.checks.check import yaml_key

NAME = re.compile(r"(?<!\\)\{([A-Za-z_]\w*)\}")
LITERAL = frozenset({"tokens", "words", "is", "in", "above", "below"})  # options that are no patterns
OWN = frozenset({"kind", "replacement", "second", "without"})  # what never speaks of another part's captures

Part = TypeVar("Part")


def speaks_of(part: Any) -> frozenset[str]:
    """The names that the patterns and words of a part speak of."""
    return frozenset(name for text in _strings(part) for name in NAME.findall(text))


def filled(part: Part, values: Mapping[str, str]) -> Part:
    """A part with the values that it speaks of in their places; the part itself where it speaks of none."""
    if speaks_of(part).isdisjoint(values):
        return part
    made: Part = _anew(part, lambda text, literal: _put(text, values, literal), literal=False)
    return made


def _put(text: str, values: Mapping[str, str], literal: bool) -> str:
    def put(match: re.Match[str]) -> str:
        value = values.get(match[1], match[0])
        return value if literal or match[1] not in values else re.escape(value)

    return NAME.sub(put, text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in _fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)


def _anew(value: Any, put: Callable[[str, bool], str], literal: bool) -> Any:
    """A copy of a value whose texts were put anew."""
    if isinstance(value, str):
        return put(value, literal)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = _fields(value)
        changed = {f.name: _anew(getattr(value, f.name), put, yaml_key(f.name) in LITERAL) for f in fields}
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_anew(one, put, literal) for one in value)
    if isinstance(value, dict):
        return {key if literal else put(key, False): _anew(one, put, literal) for key, one in value.items()}
    return value


def _fields(part: Any) -> Iterator[dataclasses.Field[Any]]:
    """The options that may speak of captures."""
    return (field for field in dataclasses.fields(part) if field.init and field.name not in OWN)
