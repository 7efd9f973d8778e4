"""What one part of a check has captured, put into the patterns and words of another: `{name}`.

A name begins with a letter, so that `\\d{4}` and `{2,8}` are never taken for one; `\\{` is a brace.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from lint import patterns
from lint.checks.check import yaml_key

NAME = re.compile(r"\{([A-Za-z_]\w*)\}")  # in words
WORDS = frozenset({"tokens", "words", "is", "in", "above", "below"})  # options that are no patterns
OWN = frozenset({"kind", "replacement", "second", "without"})  # what never speaks of another part's captures

Part = TypeVar("Part")


def speaks_of(part: Any) -> frozenset[str]:
    """The names that the patterns and words of a part speak of; a text by itself is words."""
    return frozenset(name for text, words in _texts(part, True) for name in _names(text, words))


def filled(part: Part, values: Mapping[str, str]) -> Part:
    """A part with the values that it speaks of in their places; the part itself where it speaks of none."""
    if speaks_of(part).isdisjoint(values):
        return part
    made: Part = _anew(part, values, words=True)
    return made


def _names(text: str, words: bool) -> Iterable[str]:
    return NAME.findall(text) if words else patterns.spoken(text)


def _put(text: str, values: Mapping[str, str], words: bool) -> str:
    return NAME.sub(lambda name: values.get(name[1], name[0]), text) if words else patterns.filled(text, values)


def _texts(value: Any, words: bool) -> Iterator[tuple[str, bool]]:
    """Each text of a value, and whether it is words."""
    if isinstance(value, str):
        yield value, words
    elif dataclasses.is_dataclass(value):
        for field in _fields(value):
            yield from _texts(getattr(value, field.name), yaml_key(field.name) in WORDS)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, words)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key, words
            yield from _texts(one, words)


def _anew(value: Any, values: Mapping[str, str], words: bool) -> Any:
    """A copy of a value whose texts have the captures."""
    if isinstance(value, str):
        return _put(value, values, words)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field, yaml_key(field.name) in WORDS) for field in _fields(value))
        return dataclasses.replace(value, **{f.name: _anew(getattr(value, f.name), values, own) for f, own in fields})
    if isinstance(value, tuple):
        return tuple(_anew(one, values, words) for one in value)
    if isinstance(value, dict):
        return {_put(key, values, words): _anew(one, values, words) for key, one in value.items()}
    return value


def _fields(part: Any) -> Iterator[dataclasses.Field[Any]]:
    """The options that may speak of captures."""
    return (field for field in dataclasses.fields(part) if field.init and field.name not in OWN)
