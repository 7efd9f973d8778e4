"""The format `gitlab`: a code quality report."""

from __future__ import annotations

import pytest
from showing import VALIDATE, linted, parsed, result, seeds

from lint.findings import Severity

TEXT = "全面落实甲工作。\n抓好乙工作。\n"
PLACE = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
# What GitLab's manual asks of a tool ("Code Quality report format"); no schema of it is published.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": PLACE, "end": PLACE},
                    },
                },
            },
        },
    },
}


def test_a_finding_has_what_gitlab_asks_for() -> None:
    (told,) = parsed("gitlab", result(TEXT, "甲", file="./甲/a.txt"))
    assert len(told.pop("fingerprint")) == 32
    assert told == {
        "description": "有“甲”",
        "check_name": "marked",
        "severity": "minor",
        "location": {
            "path": "甲/a.txt",
            "positions": {"begin": {"line": 1, "column": 5}, "end": {"line": 1, "column": 6}},
        },
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    assert parsed("gitlab", result(TEXT, "甲", severity=severity))[0]["severity"] == level


def test_fingerprints_are_unique_where_texts_are_alike() -> None:
    text = "推进D建工作。\n" * 3
    told = parsed("gitlab", linted(text), linted(text, "b.txt"), *seeds())
    VALIDATE(told, SCHEMA)
    assert len({one["fingerprint"] for one in told}) == len(told) >= 60


def test_a_run_without_findings_is_an_empty_array() -> None:
    assert parsed("gitlab", result(TEXT, suppressed=("甲",))) == []
