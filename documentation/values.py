"""Values of options as HTML: short ones in a line, long ones folded away."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from documentation import markup
from lint.checks.check import yaml_key

FOLDED = 12  # texts of a list that stand open; a longer list would hide what follows it


def default(field: dataclasses.Field[Any]) -> Any:
    """What an option is when nobody sets it; MISSING where somebody must."""
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def given(part: Any) -> Iterator[tuple[str, Any]]:
    """The options that are set, by their YAML keys."""
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if field.name != "kind" and value != default(field):
            yield yaml_key(field.name), value
        elif field.name == "kind" and value != "composed":
            yield "kind", value


def inline(value: Any) -> str:
    """A value in a line."""
    if isinstance(value, dict):
        return ", ".join(f"{markup.code(str(key))} → {inline(inner)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return " ".join(map(inline, value))
    return markup.code(_yaml(value))


def block(value: Any) -> str:
    """A value as HTML with as many lines as it needs: parts as lists, long lists folded."""
    if dataclasses.is_dataclass(value):
        return _list(f"{markup.code(key)}: {block(inner)}" for key, inner in given(value))
    if isinstance(value, tuple) and any(map(dataclasses.is_dataclass, value)):
        return _list(map(block, value))
    if isinstance(value, dict) and any(map(dataclasses.is_dataclass, value.values())):
        return _list(f"{markup.code(key)}: {block(inner)}" for key, inner in value.items())
    if isinstance(value, tuple | dict) and len(value) > FOLDED:
        return f"<details><summary>{len(value)} entries</summary>{inline(value)}</details>"
    return inline(value)


def _list(items: Iterator[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
