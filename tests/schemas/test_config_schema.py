"""The schemas of configurations and sidecars accept what loads, and refuse what is broken by its shape."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from validating import tree, validator

from lint import packs
from lint.cli.init import START
from lint.config import KEYS
from lint.trees import FaultyError

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "config" / "broken"
CONFIG, SIDECAR = validator("config"), validator("suppress")
MANUAL = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
UNREADABLE = {
    "06-not-yaml", "07-tab", "08-duplicate-key", "09-two-documents", "44-tag", "45-set", "46-aliases-of-aliases",
    "47-number-too-large", "52-not-toml", "53-no-section", "59-not-utf-8",
}  # fmt: skip
# What a schema cannot say, and why.
BEYOND = {
    "19-date-in-options": "a date only in YAML 1.1; in editors it is a text",
    "35-suppress-without-reason": "one key depends on another",
    "36-extends-nothing": "looks for a file",
    "37-extends-itself": "reads other files",
    "38-no-such-pack": "looks for a file",
    "39-no-such-installed-pack": "looks for a distribution",
    "40-glob-that-is-none": "the syntax of patterns",
    "41-glob-that-is-a-comment": "the syntax of patterns",
}


def names() -> list[str]:
    return sorted(file.stem for file in BROKEN.iterdir())


def faults(config: Any) -> list[tuple[str, str]]:
    return [(".".join(map(str, e.absolute_path)), e.validator) for e in CONFIG.iter_errors(config)]


@pytest.mark.parametrize("name", names())
def test_a_broken_configuration_is_refused_where_a_schema_can_say_so(name: str) -> None:
    (file,) = BROKEN.glob(f"{name}.*")
    if name in UNREADABLE:
        with pytest.raises(FaultyError):
            tree(file)
    else:
        assert bool(faults(tree(file))) == (name not in BEYOND)


def test_what_a_schema_cannot_say_is_known_by_name() -> None:
    assert set(names()) >= UNREADABLE | set(BEYOND)


@pytest.mark.parametrize("example", re.findall(r"```(yaml|toml)\n(.*?)```", MANUAL, re.DOTALL))
def test_an_example_of_the_manual_is_accepted(example: tuple[str, str], tmp_path: Path) -> None:
    kind, text = example
    file = tmp_path / f"a.{kind}"
    file.write_text(text, encoding="utf-8")
    if "entry-points" not in text:
        assert faults(tree(file)) == []


def test_what_init_writes_is_accepted_once_it_is_no_comment(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(re.sub(r"(?m)^# ((?:[a-z-]+:|  ).*)", r"\1", START), encoding="utf-8")
    assert len(tree(file)) > 10
    assert faults(tree(file)) == []


def test_every_key_is_known_and_no_other() -> None:
    assert tuple(CONFIG.schema["properties"]) == KEYS


def test_a_text_is_a_list_of_one() -> None:
    for key in ("extends", "rules", "packs", "select", "extend-select", "ignore", "include", "exclude"):
        assert faults({key: "甲"}) == faults({key: ["甲", "乙"]}) == []
        assert faults({key: 3}) == [(key, "anyOf")]


def test_rules_of_other_packs_may_be_named_everywhere() -> None:
    assert (
        faults({"select": ["house"], "severity": {"house-rule": "off"}, "options": {"house-rule": {"of": [1]}}}) == []
    )


def test_built_in_rules_and_packs_are_offered_by_name() -> None:
    known = packs.names()
    offered = CONFIG.schema["$defs"]["Name"]["anyOf"][0]["enum"]
    assert set(offered) == known.rules | known.packs | {"all"}
    assert set(CONFIG.schema["properties"]["severity"]["properties"]) == known.rules
    assert set(CONFIG.schema["$defs"]["PerFile"]["properties"]["severity"]["properties"]) == known.rules


def test_the_options_of_a_built_in_rule_are_those_of_its_kind_but_the_kind() -> None:
    assert faults({"options": {"missing-title": {"except-titled": ["附件"], "at-least": 3}}}) == []
    assert faults({"options": {"missing-title": {"except-titeld": ["附件"]}}}) == [
        ("options.missing-title", "additionalProperties")
    ]
    assert faults({"options": {"missing-title": {"kind": "required"}}}) == [
        ("options.missing-title", "additionalProperties")
    ]


def test_a_suppression_names_files_rules_or_a_text() -> None:
    assert faults({"suppress": [{"text": "第四章", "expires": "2027-12-31"}]}) == []
    assert faults({"suppress": [{"reason": "旧"}]}) == [("suppress.0", "anyOf")]
    assert faults({"suppress": [{"text": "第四章", "expires": "2027-02-30"}]}) == [("suppress.0.expires", "format")]


def test_a_sidecar_has_one_key() -> None:
    assert SIDECAR.is_valid({"suppress": [{"rules": ["noise"], "reason": "旧"}]})
    assert not SIDECAR.is_valid({"supress": []})
    assert not SIDECAR.is_valid({"suppress": [{"rule": "noise"}]})
