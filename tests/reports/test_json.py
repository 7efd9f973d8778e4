"""The JSON report keeps to its schema, and its places agree with the text, whatever the file's encoding."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from showing import SEEDS, VALIDATE, parsed, seeds

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE.parents[1] / "schemas" / "report.json").read_text(encoding="utf-8"))
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]


def report(*arguments: str | Path, status: int = 1, cwd: Path | None = None) -> Any:
    command = [sys.executable, "-m", "lint", "check", *map(str, arguments), "--output-format", "json"]
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8")
    assert done.returncode == status, done.stderr
    told = json.loads(done.stdout)
    VALIDATE(told, SCHEMA)
    return told


def places(told: Any) -> Iterator[tuple[str | None, Any, Any]]:
    """Every place of a report as its text (None where the report does not say), start and end."""
    for finding in told["findings"]:
        yield finding["text"], finding["start"], finding["end"]
        yield from ((None, related["start"], related["end"]) for related in finding["related"])


def position(text: str, offset: int) -> dict[str, int]:
    before = text[:offset]
    return {"offset": offset, "line": before.count("\n") + 1, "column": offset - (before.rfind("\n") + 1) + 1}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_places_agree_with_the_text_of_a_seed(seed: Path, tmp_path: Path) -> None:
    text = seed.read_bytes().decode("utf-8")
    told = report(seed, cwd=tmp_path)
    assert told["findings"]
    assert told == parsed("json", *(one for one in seeds() if one.file == str(seed)))
    for covered, start, end in places(told):
        assert start == position(text, start["offset"])
        assert end == position(text, end["offset"])
        assert covered in (None, text[start["offset"] : end["offset"]])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_count_characters_of_the_decoded_text(encoding: str, line_end: str, tmp_path: Path) -> None:
    text = line_end.join(["清河县2024年工作计划", "", "𠮷：全面落实基层D建工作。", "D建", ""])
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    told = report("a.txt", "--select", "obfuscated-term", cwd=tmp_path)
    offsets = [(finding["text"], finding["start"], finding["end"]) for finding in told["findings"]]
    first, second = text.index("D建"), text.rindex("D建")
    assert offsets == [
        ("D建", {"offset": first, "line": 3, "column": 9}, {"offset": first + 2, "line": 3, "column": 11}),
        ("D建", {"offset": second, "line": 4, "column": 1}, {"offset": second + 2, "line": 4, "column": 3}),
    ]


def test_a_finding_says_all_that_the_contract_promises(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("全面落实基层D建工作。\n", encoding="utf-8")
    told = report("a.txt", "--select", "obfuscated-term", cwd=tmp_path)
    (finding,) = told["findings"]
    assert len(finding.pop("fingerprint")) >= 16
    assert finding == {
        "file": "a.txt",
        "rule": "obfuscated-term",
        "pack": "garbling",
        "severity": "error",
        "message": "“D建”疑为“党建”的替写",
        "text": "D建",
        "start": {"offset": 6, "line": 1, "column": 7},
        "end": {"offset": 8, "line": 1, "column": 9},
        "values": {"replacement": "党建"},
        "fix": {"safety": "unsafe", "edits": [{"start": 6, "end": 8, "replacement": "党建"}]},
        "related": [],
        "suppressed": None,
    }
    assert told["summary"] == {"files": 1, "error": 1, "warning": 0, "info": 0, "suppressed": 0}
    assert told["errors"] == []


def test_findings_are_in_order_of_file_start_and_rule_whatever_was_asked_first(tmp_path: Path) -> None:
    for name in ("z.txt", "a/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("推进D建工作，，抓好D建工作。\n", encoding="utf-8")
    told = report("z.txt", ".", "--select", "obfuscated-term,repeated-punctuation", cwd=tmp_path)
    keys = [(finding["file"], finding["start"]["offset"], finding["rule"]) for finding in told["findings"]]
    assert len(keys) == 9
    assert keys == sorted(keys)


def test_the_summary_counts_what_the_findings_are() -> None:
    told = report(SEEDS[0].parent)
    levels = [finding["severity"] for finding in told["findings"]]
    assert told["summary"] == {
        "files": 5,
        **{level: levels.count(level) for level in ("error", "warning", "info")},
        "suppressed": 0,
    }


def fingerprints(folder: Path, text: str) -> list[str]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    told = report("a.txt", "--select", "obfuscated-term", cwd=folder)
    return [finding["fingerprint"] for finding in told["findings"]]


def test_a_fingerprint_survives_edits_elsewhere(tmp_path: Path) -> None:
    text = "这一段在前面，说的是另一件事情，与它没有关系。\n推进D建工作。\n"
    assert fingerprints(tmp_path, "新的一行\n\n" + text) == fingerprints(tmp_path, text)


def test_a_fingerprint_survives_blanks(tmp_path: Path) -> None:
    text = "这一段在前面，说的是另一件事情，与它没有关系。{}推进D建工作。\n"
    assert fingerprints(tmp_path, text.format("\r\n\u3000\u3000")) == fingerprints(tmp_path, text.format("\n"))


def test_a_fingerprint_tells_places_apart_that_have_other_neighbours(tmp_path: Path) -> None:
    first, second = fingerprints(tmp_path, "推进D建工作，年底以前全部完成各项任务并且通过验收。\n抓好D建工作。\n")
    assert first != second


def test_a_fingerprint_tells_the_places_of_a_short_text_apart(tmp_path: Path) -> None:
    first, second = fingerprints(tmp_path, "推进D建工作，抓好D建工作。\n")
    assert first != second


def test_what_broke_the_run_is_among_the_errors_and_the_rest_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("推进D建工作。", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    told = report("a.txt", "b.txt", "gone.txt", "--select", "obfuscated-term", status=2, cwd=tmp_path)
    assert told["errors"] == [
        {"file": "b.txt", "rule": None, "message": "binary file, not text"},
        {"file": "gone.txt", "rule": None, "message": "no such file or folder"},
    ]
    assert [finding["file"] for finding in told["findings"]] == ["a.txt"]


def test_a_run_without_findings_is_a_whole_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("没有问题。\n", encoding="utf-8")
    told = report("a.txt", "--select", "obfuscated-term", status=0, cwd=tmp_path)
    assert told["findings"] == []
    assert told["summary"] == {"files": 1, "error": 0, "warning": 0, "info": 0, "suppressed": 0}


def test_names_that_are_no_text_are_told_in_json_that_can_be_read(tmp_path: Path) -> None:
    name = b"\xff\x1b[31m\xe2\x80\xae.txt"
    try:
        Path(str(tmp_path), name.decode("utf-8", "surrogateescape")).write_text("推进D建工作。", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    told = report(tmp_path, "--select", "obfuscated-term")
    assert told["findings"][0]["file"].endswith("\udcff\x1b[31m\u202e.txt")
