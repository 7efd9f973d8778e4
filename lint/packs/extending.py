"""A rule that extends another one: all that it does not say itself is said there.

`tokens: […]` takes the place of the other's list, `tokens+` adds to it, and `tokens-` takes out of it; so with every
list and map of the check, and with the examples.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lint.trees import FaultyError, meant, nearest

MERGED = ("check", "examples")  # maps whose keys are merged one by one; all else is replaced
Tree = dict[str, Any]


class ExtendingError(FaultyError):
    """What a rule cannot take from another one: the keys where it says so, and one sentence."""

    def __init__(self, path: tuple[Any, ...], what: str) -> None:
        super().__init__([what])
        self.path = path


def extended(own: Tree, rules: Mapping[str, Callable[[], Tree]], seen: tuple[str, ...] = ()) -> Tree:
    """A rule with what it has from the one that it extends. `rules` gives each rule as it is written.

    Raises ExtendingError.
    """
    name = own.get("extends")
    if name is None:
        return own
    if not isinstance(name, str) or name not in rules:
        close = meant(str(name), sorted(rules))
        remedy = f"did you mean '{close}'?" if close else "'plan-lint rule' lists them"
        raise ExtendingError(("extends",), f"no rule '{name}' to extend; {remedy}")
    if name in seen or name == own.get("id"):
        raise ExtendingError(("extends",), f"'{name}' extends this rule in turn; one of them must stand by itself")
    other = extended(_of(rules[name]), rules, (*seen, str(own.get("id"))))
    made = {key: value for key, value in other.items() if key != "id"} | {
        key: value for key, value in own.items() if key not in (*MERGED, "extends")
    }
    for key in MERGED:
        if key in own:
            made[key] = _merged(made.get(key), own[key], key)
    return made


def _of(rule: Callable[[], Tree]) -> Tree:
    """The other rule; what is wrong with it is told of it, and need not be told again."""
    try:
        return rule()
    except FaultyError as error:
        raise FaultyError([]) from error


def _merged(other: Any, own: Any, part: str) -> Any:
    """A check or examples over those of the other rule."""
    if not isinstance(own, dict) or not isinstance(other, dict):
        return own
    if part == "check" and own.get("kind", other.get("kind")) != other.get("kind"):
        return own  # another kind has other options
    made = dict(other)
    for key, value in own.items():
        name = key[:-1]
        if key.endswith("+"):
            made[name] = _more(made.get(name), value, (part, key))
        elif key.endswith("-"):
            made[name] = _less(made.get(name), value, (part, key))
        else:
            made[key] = value
    return made


def _more(given: Any, value: Any, path: tuple[Any, ...]) -> Any:
    """A list or a map with more in it."""
    if given is None:
        return value
    if isinstance(given, list) and isinstance(value, list):
        return [*given, *value]
    if isinstance(given, dict) and isinstance(value, dict):
        return {**given, **value}
    raise ExtendingError(path, f"adds {_named(value)} to {_named(given)}; write {_named(given)}")


def _less(given: Any, value: Any, path: tuple[Any, ...]) -> Any:
    """A list or a map without some of what is in it; what is not in it cannot be taken out."""
    if not isinstance(given, list | dict) or not isinstance(value, list):
        raise ExtendingError(path, f"takes {_named(value)} out of {_named(given)}; write a list of what is to go")
    for index, one in enumerate(value):
        if one not in given:
            texts = [text for text in given if isinstance(text, str)]
            close = nearest(str(one), texts).partition("; ")[2]
            raise ExtendingError((*path, index), f"'{one}' is not in the list{f'; {close}' if close else ''}")
    if isinstance(given, dict):
        return {key: kept for key, kept in given.items() if key not in value}
    return [one for one in given if one not in value]


def _named(value: Any) -> str:
    return {list: "a list", dict: "a map", str: "a text", type(None): "nothing"}.get(type(value), "a single value")
