"""The schema of packs accepts what loads, and refuses what is broken by its shape."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from validating import tree, validator

from lint import packs
from lint.packs.shapes import KINDS, RULE_KEYS
from lint.trees import FaultyError

BROKEN = Path(__file__).parents[1] / "broken_packs"
RULES = validator("rules")
# What is no YAML is told by the editor itself, or is refused before it has a shape.
UNREADABLE = {
    "07-not-utf-8", "08-unclosed-list", "09-tab", "10-colon-in-text", "11-duplicate-key", "12-two-documents", "71-tag",
    "72-aliases-of-aliases",
}  # fmt: skip
# What a schema cannot say, and why.
BEYOND = {
    "28-duplicate-id": "compares rules",
    "31-date-for-text": "a date only in YAML 1.1; in editors it is a text",
    "33-unknown-value": "what a message may say depends on the kind and on groups of patterns",
    "34-lone-brace": "the syntax of messages",
    "35-fix-without-repair": "whether a check repairs depends on its options",
    "46-bad-pattern": "the syntax of patterns",
    "47-runaway-pattern": "the cost of patterns",
    "48-pattern-of-nothing": "what patterns match",
    "49-bad-set": "the syntax of patterns",
    "62-fixed-without-fix": "compares an example with its rule",
    "63-group-that-no-pattern-has": "groups of patterns",
    "64-value-that-no-group-names": "groups of patterns",
    "65-format-for-a-text": "the syntax of messages",
    "66-nothing-to-find": "options together",
    "67-empty-word": "what options hold",
    "68-no-letters": "what options hold",
    "69-half-a-pair": "what options hold",
    "73-limit-without-bound": "options together",
    "75-target-without-fault": "options together",
    "78-name-that-no-group-has": "groups of patterns",
    "79-occurrence-without-limit": "options together",
    "80-unknown-count": "the syntax of formulas",
    "81-sequence-without-word": "what options hold",
    "82-bad-pattern-of-a-token": "the syntax of patterns",
}
# What the loader takes for what should stand there, and the schema does not.
LENIENT = [("longest", "16"), ("join", "yes"), ("join", 1)]
RULE: dict[str, Any] = {
    "id": "forbidden-word", "severity": "error", "message": "不应出现“{text}”", "why": "测试用。",
    "check": {"kind": "existence", "tokens": ["禁词"]},
    "examples": {"good": ["没有这个词。"], "bad": ["这里有⟦禁词⟧。"]},
}  # fmt: skip


def names() -> list[str]:
    return sorted(file.stem for file in BROKEN.glob("*.yaml"))


def loads(pack: Any, folder: Path) -> None:
    """Load a pack, or raise PackError."""
    pack["rules"][0]["examples"]["bad"] = ["⟦甲⟧"]
    (folder / "a.yaml").write_text(json.dumps(pack), encoding="utf-8")  # JSON is YAML
    assert len(packs.load((folder / "a.yaml",), builtin=False).rules) == 1


def faults(pack: Any) -> list[tuple[str, str]]:
    """Where something is wrong, by its path below the rules, and which keyword of the schema says so."""
    return [(".".join(map(str, e.absolute_path)), e.validator) for e in RULES.iter_errors(pack)]


def changed(path: str, value: Any) -> dict[str, Any]:
    """A pack of one good rule in which one key is another; without it where the value is None."""
    rule = copy.deepcopy(RULE)
    *above, last = path.split(".")
    holder = rule
    for key in above:
        holder = holder[key]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    return {"rules": [rule]}


@pytest.mark.parametrize("file", sorted(packs.BUILTIN.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_built_in_pack_is_accepted(file: Path) -> None:
    assert faults(tree(file)) == []


@pytest.mark.parametrize("name", names())
def test_a_broken_pack_is_refused_where_a_schema_can_say_so(name: str) -> None:
    file = BROKEN / f"{name}.yaml"
    if name in UNREADABLE:
        with pytest.raises(FaultyError):
            tree(file)
    else:
        assert bool(faults(tree(file))) == (name not in BEYOND)


def test_what_a_schema_cannot_say_is_known_by_name() -> None:
    assert set(names()) >= UNREADABLE | set(BEYOND)


def test_a_fault_of_a_check_is_told_of_the_kind_that_was_chosen_and_nothing_else() -> None:
    assert faults(changed("check.tokns", ["禁词"])) == [("rules.0.check", "additionalProperties")]
    assert faults(changed("check.tokens", "禁词")) == [("rules.0.check.tokens", "anyOf")]
    assert faults(changed("check", {"kind": "required", "every": "chapter"})) == [("rules.0.check", "required")]
    assert faults(changed("check.kind", "existense")) == [("rules.0.check.kind", "oneOf")]
    assert faults(changed("check.kind", None)) == [("rules.0.check", "required")]


COMPOSED: list[dict[str, Any]] = [
    {"kind": "existence", "tokens": ["禁词"], "inside": {"heading": ["任务"]}},
    {
        "kind": "existence",
        "tokens": ["禁词"],
        "not": [{"inside": {"zones": ["tail"]}}],
        "follows": [{"tokens": ["甲"]}],
    },
    {"kind": "conflict", "of": "year", "where": {"value": {"above": 3}}, "replacement": "{first}"},
    {"any": [{"kind": "count"}, {"all": [{"kind": "count"}], "precedes": {"check": {"kind": "count"}, "in": "line"}}]},
    {"kind": "required", "every": "section", "has": "deadline", "inside": {"title": ["计划"]}},
]
UNCOMPOSED: list[tuple[dict[str, Any], str, str | None]] = [
    ({"tokens": ["禁词"]}, "rules.0.check", "required"),
    ({"kind": "count", "replacement": "甲"}, "rules.0.check", None),
    ({"kind": "count", "inside": {"headings": ["甲"]}}, "rules.0.check.inside", "anyOf"),
    ({"kind": "count", "where": {"found": {"over": 3}}}, "rules.0.check.where.found", "additionalProperties"),
    ({"any": [{"kind": "cuont"}]}, "rules.0.check.any.0.kind", "oneOf"),
    ({"any": [{"kind": "count"}], "tokens": ["甲"]}, "rules.0.check", "additionalProperties"),
    ({"kind": "count", "alll": []}, "rules.0.check", "additionalProperties"),
]


@pytest.mark.parametrize("check", COMPOSED)
def test_checks_are_put_together(check: dict[str, Any], tmp_path: Path) -> None:
    assert faults(changed("check", check)) == []
    loads(changed("check", check), tmp_path)


@pytest.mark.parametrize(("check", "place", "keyword"), UNCOMPOSED)
def test_what_is_put_together_wrongly_is_told_where_it_stands(
    check: dict[str, Any], place: str, keyword: str | None, tmp_path: Path
) -> None:
    assert faults(changed("check", check)) == [(place, keyword)]
    with pytest.raises(packs.PackError):
        loads(changed("check", check), tmp_path)


def test_a_file_may_stand_for_a_list_or_a_map(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("禁词\n甲\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text("禁词\t词\n", encoding="utf-8")
    for check in (
        {"kind": "existence", "tokens": {"file": "a.txt"}},
        {"kind": "variant", "groups": [{"file": "a.txt"}]},
        {"kind": "substitution", "swap": {"file": "a.tsv"}},
        {"kind": "count", "not": {"kind": "existence", "patterns": {"file": "a.txt"}}},
    ):
        assert faults(changed("check", check)) == []
        loads(changed("check", check), tmp_path)
    assert faults(changed("check.tokens", {"file": "a.tsv"})) == [("rules.0.check.tokens", "anyOf")]
    assert faults(changed("check.tokens", {"files": "a.txt"})) == [("rules.0.check.tokens", "anyOf")]


def extending(check: dict[str, Any], other: str = "obfuscated-term") -> dict[str, Any]:
    return {"rules": [{"id": "forbidden-word", "extends": other, "check": check}]}


def test_a_rule_that_extends_another_needs_no_more_than_an_id() -> None:
    assert faults({"rules": [{"id": "forbidden-word", "extends": "obfuscated-term"}]}) == []
    assert faults({"rules": [{"extends": "obfuscated-term"}]}) == [("rules.0", "required")]
    more = {"id": "forbidden-word", "extends": "obfuscated-term", "examples": {"bad+": ["⟦禁词⟧"], "good-": ["甲"]}}
    assert faults({"rules": [more]}) == []
    assert faults({"rules": [more | {"examples": {"bads+": []}}]}) == [("rules.0.examples", "additionalProperties")]


def test_the_options_of_a_built_in_rule_are_known_where_it_is_extended() -> None:
    assert faults(extending({"except+": ["甲"], "words-": ["乙"], "guess": True, "not+": [{"kind": "count"}]})) == []
    assert faults(extending({"excpt+": ["甲"]})) == [("rules.0.check", "additionalProperties")]
    assert faults(extending({"guess+": True})) == [("rules.0.check", "additionalProperties")]


def test_those_of_any_other_rule_are_known_by_kind_only() -> None:
    assert faults(extending({"excpt+": ["甲"]}, "house-rule")) == []
    assert faults(extending({"kind": "count", "excpt+": ["甲"]}, "house-rule")) == [
        ("rules.0.check", "additionalProperties")
    ]
    assert faults(extending({"kind": "existence", "tokens+": ["甲"]})) == []


def test_an_example_is_a_text_or_a_map() -> None:
    right: list[Any] = ["⟦禁词⟧", {"text": "⟦禁词⟧"}, {"text": "⟦禁词⟧", "fixed": "", "todo": True}, "⟦⟧甲⟦乙⟧\n"]
    wrong: list[Any] = ["禁词", "⟦禁词", "⟦⟦禁词⟧⟧", {"text": "禁词"}, {"fixed": "甲"}, 4, None, []]
    assert faults(changed("examples.bad", right)) == []
    for bad in wrong:
        assert faults(changed("examples.bad", [bad])) == [("rules.0.examples.bad.0", "anyOf")]


@pytest.mark.parametrize("key", RULE_KEYS)
def test_every_key_of_a_rule_is_known_and_no_other(key: str) -> None:
    rule = RULES.schema["$defs"]["Rule.by-itself"]
    assert key in rule["properties"]
    assert len(rule["properties"]) == len(RULE_KEYS)


def test_every_kind_is_offered_with_its_first_words() -> None:
    offered = {
        one["const"]: one["description"] for one in RULES.schema["$defs"]["Check"]["properties"]["kind"]["oneOf"]
    }
    assert list(offered) == list(KINDS)
    assert offered["wrapping"] == "Reports the end of a line that stands inside a sentence."


def test_an_option_is_described_by_the_sentence_that_names_it() -> None:
    options = RULES.schema["$defs"]["Existence"]["properties"]
    assert options["replacement"]["description"] == (
        "`replacement` is what the repair puts there, with `{group}` for groups."
    )
    faults = RULES.schema["$defs"]["Numbering"]["properties"]["fault"]
    assert dict(zip(faults["enum"], faults["enumDescriptions"], strict=True))["order"] == "One goes back."


@pytest.mark.parametrize(("option", "value"), LENIENT)
def test_the_loader_takes_more_than_the_schema(option: str, value: Any, tmp_path: Path) -> None:
    pack = changed("check", {"kind": "line", "patterns": ["甲"], option: value})
    loads(pack, tmp_path)
    assert faults(pack) == [(f"rules.0.check.{option}", "type")]
