"""The format `jsonl`: the findings of the JSON report, one a line, as they come."""

from __future__ import annotations

import io
import json
from pathlib import Path

from showing import VALIDATE, parsed, printed, result, unreadable

from lint.reports import report

SCHEMA = json.loads(Path(__file__).parents[2].joinpath("schemas", "report.json").read_text(encoding="utf-8"))
TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def test_each_line_is_a_finding_of_the_json_report() -> None:
    results = result(TEXT, "甲", suppressed=("乙",)), result(TEXT, "乙", "甲", file="b.txt", new="丙")
    lines = [json.loads(line) for line in printed("jsonl", *results).splitlines()]
    whole = parsed("json", *results)
    VALIDATE(whole, SCHEMA)
    assert lines == whole["findings"]
    assert [line["suppressed"] for line in lines] == [None, {"by": "baseline", "reason": "旧文"}, None, None]
    assert whole["summary"] == {"files": 2, "error": 0, "warning": 3, "info": 0, "suppressed": 1}


def test_lines_are_written_as_results_come() -> None:
    out = io.StringIO()
    report("jsonl", False, "never", out).result(result(TEXT, "甲"))
    assert json.loads(out.getvalue())["text"] == "甲"


def test_what_could_not_be_read_is_no_line() -> None:
    assert printed("jsonl", unreadable()) == ""


def test_no_line_is_broken_by_what_a_text_holds() -> None:
    text = "甲\n\r\u2028\x85\x0b乙"
    (line,) = printed("jsonl", result(text, text)).splitlines()
    assert json.loads(line)["text"] == text
