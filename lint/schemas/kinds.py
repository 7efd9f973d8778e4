"""The kinds of check that there are to choose from: built-in ones, and those that other distributions bring."""

from __future__ import annotations

import json
from typing import Any

from lint.packs import shapes
from lint.schemas.making import Schema, ref, schema_of

INSTALLED = "Installed"


def names() -> dict[str, str]:
    """The name of the part that says what options each kind has."""
    built_in = {kind: check.__name__ for kind, check in shapes.KINDS.items()}
    return built_in | {kind: f"{INSTALLED}.{kind}" for kind in shapes.kinds() if kind not in built_in}


def installed() -> dict[str, Schema]:
    """The parts of the kinds that are not built in. Of one that is broken no more is known than its name."""
    found: dict[str, Schema] = {}
    for kind, name in names().items():
        if kind not in shapes.KINDS:
            try:
                whole = _renamed(schema_of(shapes.kind(kind), ""), name)
            except Exception as error:  # anything may go wrong in code that is not ours
                whole = {"description": str(error), "type": "object", "properties": {"kind": {"const": kind}}}
            found |= {f"{name}.{part}": inner for part, inner in whole.pop("$defs", {}).items()}
            found[name] = {key: value for key, value in whole.items() if key not in ("$schema", "title")}
    return found


def _renamed(schema: Schema, name: str) -> Any:
    """A schema whose parts are called so that none has the name of a built-in one."""
    start = json.dumps(ref("")["$ref"])[:-1]
    return json.loads(json.dumps(schema).replace(start, f"{start}{name}."))
