"""The options of a class of checks or conditions, as a table."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from documentation import hints, markup, values
from lint.checks.check import usual, yaml_key
from lint.schemas.describing import naming

CLAUSE = re.compile(r"(?<=[.;]) ")
HEAD = "| option | type | default | what it does |\n|---|---|---|---|"


def table(of: Any) -> str:
    """One row for each option but `kind`: its type, its default, and what the docstring says of it."""
    rows = list(_rows(of))
    return "\n".join((HEAD, *rows)) if rows else "It has no options."


def _rows(of: Any) -> Iterator[str]:
    types = get_type_hints(of)
    clauses = [clause for one in (of.__doc__ or "").split("\n\n") for clause in CLAUSE.split(" ".join(one.split()))]
    for field in dataclasses.fields(of):
        if field.name != "kind":
            key, hint = yaml_key(field.name), types[field.name]
            said = markup.spoken(about(key, hint, clauses))
            yield f"| {markup.code(key)} | {hints.told(hint)} | {_default(field)} | {said} |"


def about(key: str, hint: Any, clauses: list[str]) -> str:
    """What a docstring says of an option, as sentences.

    The clauses that name it in backticks, alone or with a value, but for definitions of something else; where there are
    none, the definitions of the values that it may have.
    """
    found = naming(key, clauses)
    if not found:
        of_values = tuple(f"`{value}`: " for value in get_args(hint))
        found = [clause for clause in clauses if of_values and clause.startswith(of_values)]
    return " ".join(_sentence(clause) for clause in found)


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:].rstrip(";.,") + "."


def _default(field: dataclasses.Field[Any]) -> str:
    default = usual(field)
    if default is dataclasses.MISSING:
        return "needed"
    return values.inline(default) if default not in (None, "", (), {}) else "—"
