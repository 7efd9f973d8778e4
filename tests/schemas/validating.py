"""What a schema says of a file as an editor reads it."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from lint import schemas
from lint.trees import FaultyError, yaml
from lint.trees.plain import plain

JSONSCHEMA: Any = import_module("jsonschema")  # it has no types of its own


def validator(name: str) -> Any:
    """A validator by a schema, also of dates."""
    kind = JSONSCHEMA.Draft202012Validator
    return kind(schemas.MADE[name](), format_checker=kind.FORMAT_CHECKER)


def tree(file: Path) -> Any:
    """What a file holds; its dates are texts, as YAML 1.2 has them. Raises FaultyError where it is no YAML or TOML."""
    content = file.read_bytes()
    if file.suffix == ".toml":
        try:
            return tomllib.loads(content.decode())["tool"]["plan-lint"]
        except (ValueError, KeyError) as error:
            raise FaultyError([str(error)]) from error
    return _texts(plain(yaml.parsed(file.name, content, "file"), "a file", "a part"))


def _texts(node: Any) -> Any:
    if isinstance(node, list):
        return [_texts(one) for one in node]
    if isinstance(node, dict):
        return {key: _texts(value) for key, value in node.items()}
    return node.isoformat() if isinstance(node, date) else node
