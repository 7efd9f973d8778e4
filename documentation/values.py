"""Values of options as HTML: short ones in a line, long ones folded away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from documentation import markup

FOLDED = 12  # texts of a list that stand open; a longer list would hide what follows it


def inline(value: Any) -> str:
    """A value in a line."""
    if isinstance(value, dict):
        return ", ".join(f"{markup.code(str(key))} → {inline(inner)}" for key, inner in value.items())
    if isinstance(value, tuple | list):
        return " ".join(map(inline, value))
    return markup.code(_yaml(value))


def block(value: Any) -> str:
    """A value as HTML with as many lines as it needs: maps of more than words as lists, long lists folded."""
    if isinstance(value, dict) and any(isinstance(inner, dict | list) for inner in value.values()):
        return _list(f"{markup.code(str(key))}: {block(inner)}" for key, inner in value.items())
    if isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        return _list(map(block, value))
    if isinstance(value, list | dict) and len(value) > FOLDED:
        return f"<details><summary>{len(value)} entries</summary>{inline(value)}</details>"
    return inline(value)


def _list(items: Iterator[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
