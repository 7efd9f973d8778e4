"""The format `rdjson`: the Reviewdog Diagnostic Format, whose columns count bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from showing import VALIDATE, parsed, result

from lint.findings import Severity
from lint.session import Result

SCHEMA = json.loads(
    Path(__file__).with_name("schemas").joinpath("rdf-diagnostic-result.json").read_text(encoding="utf-8")
)
TEXT = "全面落实甲工作。\r\na𠮷b乙工作。\n"


def diagnostics(*results: Result) -> list[Any]:
    told = parsed("rdjson", *results)
    VALIDATE(told, SCHEMA)
    return list(told["diagnostics"])


def covered(text: str, told: Any) -> str:
    """What a range covers, read as reviewdog does: lines and bytes."""
    lines = text.encode().split(b"\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1
        for place in (told["start"], told["end"])
    )
    return text.encode()[start:end].decode()


def test_a_finding_is_a_diagnostic_with_a_suggestion() -> None:
    (told,) = diagnostics(result(TEXT, "甲", new="丙"))
    place = {"start": {"line": 1, "column": 13}, "end": {"line": 1, "column": 16}}
    assert told == {
        "message": "有“甲”",
        "location": {"path": "a.txt", "range": place},
        "severity": "WARNING",
        "code": {"value": "marked"},
        "suggestions": [{"range": place, "text": "丙"}],
    }


@pytest.mark.parametrize("words", ["甲", "乙工", "𠮷", "b乙", "作。\r\na𠮷", "。\n"])
def test_columns_count_bytes_of_utf8(words: str) -> None:
    (told,) = diagnostics(result(TEXT, words))
    assert covered(TEXT, told["location"]["range"]) == words


def test_the_whole_is_as_severe_as_its_gravest_finding() -> None:
    assert parsed("rdjson", result(TEXT, "甲"))["severity"] == "WARNING"
    assert parsed("rdjson", result(TEXT, "甲"), result(TEXT, "乙", severity=Severity.ERROR))["severity"] == "ERROR"
    assert parsed("rdjson", result(TEXT))["severity"] == "INFO"
    assert parsed("rdjson", result(TEXT))["source"] == {"name": "plan-lint"}
