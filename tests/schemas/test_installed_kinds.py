"""Kinds of check that other distributions bring are in the schema of packs like the built-in ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import pytest
from validating import JSONSCHEMA

from lint import schemas
from lint.checks import Check
from lint.packs import foreign


@dataclass(frozen=True)
class Limit:  # as a part of `target` is called
    """A bound of `longest` characters."""

    longest: int


@dataclass(frozen=True)
class LongLine(Check):
    """Lines longer than one of `bounds`."""

    kind: Literal["long-line"]
    bounds: tuple[Limit, ...]
    parts: ClassVar = {"bounds": Limit}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Any:
    def kind(name: str) -> type[Check]:
        if name == "broken":
            raise LookupError("kind 'broken' cannot be imported")
        return LongLine

    monkeypatch.setattr(foreign, "names", lambda: ["broken", "long-line"])
    monkeypatch.setattr(foreign, "kind", kind)
    return schemas.MADE["rules"]()


def accepts(made: Any, check: dict[str, Any]) -> bool:
    part = {"$ref": "#/$defs/Check", "$defs": made["$defs"]}
    return bool(JSONSCHEMA.Draft202012Validator(part).is_valid(check))


def test_its_options_are_known(made: Any) -> None:
    JSONSCHEMA.Draft202012Validator.check_schema(made)
    assert accepts(made, {"kind": "long-line", "bounds": [{"longest": 5}], "inside": {"zones": ["body"]}})
    assert not accepts(made, {"kind": "long-line", "bounds": [{"longest": "x"}]})
    assert not accepts(made, {"kind": "long-line", "bounds": [], "bound": 3})
    options = made["$defs"]["Installed.long-line"]["properties"]
    assert options["bounds"]["description"] == "Lines longer than one of `bounds`."


def test_its_parts_take_no_others_place(made: Any) -> None:
    assert accepts(made, {"kind": "target", "limits": [{"above": 100}]})


def test_one_that_is_broken_is_known_by_name(made: Any) -> None:
    assert accepts(made, {"kind": "broken", "anything": 3})
    kinds = {one["const"]: one["description"] for one in made["$defs"]["Check"]["properties"]["kind"]["oneOf"]}
    assert kinds["broken"] == "kind 'broken' cannot be imported"
