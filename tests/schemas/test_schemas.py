"""The schemas in the repository are those that the models make, valid, closed, and described throughout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
from validating import JSONSCHEMA

from lint import schemas
from lint.cli.schema import NAMES

FOLDER = Path(__file__).parents[2] / "schemas"
RENEW = f"for name in {' '.join(NAMES)}; do plan-lint schema $name > schemas/$name.json; done"
MADE = {name: schemas.MADE[name]() for name in NAMES}


def parts(name: str) -> Iterator[tuple[str, Any]]:
    yield name, MADE[name]
    yield from MADE[name]["$defs"].items()


def described(whole: Any, value: Any) -> bool:
    """Whether a key has a description, or is one of a part that has."""
    if "description" not in value and "$ref" in value:
        value = reduce(getitem, value["$ref"].removeprefix("#/").split("/"), whole)
        return described(whole, value)
    return bool(value.get("description"))


def within(node: Any) -> Iterator[dict[str, Any]]:
    """Every map of a schema."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from within(inner)


def test_the_command_offers_every_schema() -> None:
    assert tuple(schemas.MADE) == NAMES
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(f"{name}.json" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_the_models_make(name: str) -> None:
    current = (FOLDER / f"{name}.json").read_bytes() == schemas.written(name).encode()
    assert current, f"schemas/{name}.json is out of step; renew it: {RENEW}"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_keeps_to_the_meta_schema(name: str) -> None:
    assert MADE[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    JSONSCHEMA.Draft202012Validator.check_schema(MADE[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_part_is_there_and_referred_to(name: str) -> None:
    referred = {one["$ref"].removeprefix("#/$defs/") for one in within(MADE[name]) if "$ref" in one}
    assert {part.partition("/")[0] for part in referred} == set(MADE[name]["$defs"])
    assert all(re.fullmatch(r"[\w.-]+(/properties/[\w-]+)?", part) for part in referred)  # as addresses are written


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_described(name: str) -> None:
    bare = [
        f"{part}.{key}"
        for part, schema in parts(name)
        if "description" in schema  # others say how the keys of a part depend on each other
        for key, value in schema.get("properties", {}).items()
        if not described(MADE[name], value)
    ]
    assert bare == [], "the docstring of the class names each of its keys in backticks"


@pytest.mark.parametrize("name", NAMES)
def test_every_map_of_known_keys_refuses_others(name: str) -> None:
    maps = [(part, one) for part, one in parts(name) if one.get("type") == "object" and "properties" in one]
    open_maps = [part for part, one in maps if one.get("additionalProperties", True) is True]
    assert open_maps == (["Check", "Changes"] if name == "rules" else [])  # which each kind closes


@pytest.mark.parametrize("name", NAMES)
def test_examples_and_defaults_are_valid(name: str) -> None:
    kind = JSONSCHEMA.Draft202012Validator
    for one in within(MADE[name]):
        values = [*one.get("examples", ()), *([one["default"]] if "default" in one else [])]
        own = (
            kind({**one, "$defs": MADE[name]["$defs"]})
            if values and isinstance(one.get("examples", []), list)
            else None
        )
        assert [value for value in values if own is not None and not own.is_valid(value)] == []


def test_no_schema_has_a_path_or_a_title_that_python_gave() -> None:
    for name in NAMES:
        text = json.dumps(MADE[name])
        assert "lint." not in text.replace("plan-lint.", "").replace("lint.schema", "")
        assert '"title": "At-Least"' not in text
