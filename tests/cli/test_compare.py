"""`plan-lint compare`: what a change of rules gains and loses, told, counted, and shown at its place."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

VALIDATE = import_module("jsonschema").validate  # it has no types of its own
SCHEMA = json.loads((Path(__file__).parents[1] / "comparison.schema.json").read_text(encoding="utf-8"))
PACK = """\
rules:
  - id: vague-amount
    severity: warning
    message: “{text}”没有写明数量
    why: 无法考核。
    check: {kind: existence, tokens: [若干, 一批]}
    examples: {good: [好], bad: [⟦若干⟧]}
  - id: half-mark
    severity: info
    message: 半角“{text}”
    why: 测试用。
    check: {kind: existence, tokens: [","]}
    examples: {good: [好], bad: ["⟦,⟧"]}
"""
TEXT = "培育若干名师，建设一批基地,引进许多人才。\n"
SHOWN = """\
rule              old      new   gained     lost  changed
vague-amount        2        2        1        1        0

+ docs/0.txt:1:17: warning vague-amount “许多”没有写明数量
  |
1 | 培育若干名师，建设一批基地,引进许多人才。
  |                                ^^^^

- docs/0.txt:1:10: warning vague-amount “一批”没有写明数量
  |
1 | 培育若干名师，建设一批基地,引进许多人才。
  |                   ^^^^

1 gained, 1 lost, 0 changed in 1 file; 1 rule is the same on both sides.
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_pack_and_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    document(0)
    pack("old.yaml")


def document(number: int, text: str = TEXT) -> None:
    Path(f"docs/{number}.txt").write_text(text, encoding="utf-8")


def pack(name: str, *changes: tuple[str, str]) -> None:
    text = PACK
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    Path(name).write_text(text, encoding="utf-8")


def compare(*arguments: str, given: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "compare", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def told(*arguments: str, given: str = "") -> dict[str, Any]:
    _, shown, said = compare(*arguments, "--output-format", "json", given=given)
    report: dict[str, Any] = json.loads(shown) if not said or shown else {}
    VALIDATE(report, SCHEMA)
    return report


def places(findings: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(finding["rule"], finding["text"]) for finding in findings]


def test_what_is_gained_and_lost_is_counted_and_marked_in_its_line() -> None:
    pack("new.yaml", ("若干, 一批", "若干, 许多"))
    assert compare("old.yaml", "new.yaml", "docs") == (1, SHOWN, "")


def test_rules_that_find_the_same_are_no_difference() -> None:
    pack("new.yaml", ("无法考核", "没法考核"), ("bad: [⟦若干⟧]", "bad: [要⟦若干⟧]"))
    sentence = "No difference in 1 file; 2 rules are the same on both sides.\n"
    assert compare("old.yaml", "new.yaml", "docs") == (0, sentence, "")


def test_a_rule_that_changes_without_effect_is_shown_with_its_counts() -> None:
    pack("new.yaml", ("若干, 一批", "一批, 若干"))
    status, shown, _ = compare("old.yaml", "new.yaml", "docs")
    assert (status, shown.splitlines()[1]) == (0, "vague-amount        2        2        0        0        0")
    assert shown.splitlines()[-1].startswith("No difference in 1 file")


def test_the_same_place_with_another_message_is_changed() -> None:
    pack("new.yaml", ("没有写明数量", "太含糊"))
    report = told("old.yaml", "new.yaml", "docs")
    assert (report["gained"], report["lost"]) == ([], [])
    assert [change["old"]["message"] for change in report["changed"]] == ["“若干”没有写明数量", "“一批”没有写明数量"]
    status, shown, _ = compare("old.yaml", "new.yaml", "docs")
    assert status == 1
    assert "~ docs/0.txt:1:3: warning vague-amount “若干”太含糊\n" in shown
    assert "  = 原来: “若干”没有写明数量\n" in shown


@pytest.mark.parametrize(
    ("before", "after"),
    [("severity: warning", "severity: error"), ("一批]}", "一批], replacement: 十}\n    fix: unsafe")],
    ids=["severity", "fix"],
)
def test_the_same_place_with_another_severity_or_fix_is_changed(before: str, after: str) -> None:
    pack("new.yaml", (before, after))
    rows = {row["rule"]: row for row in told("old.yaml", "new.yaml", "docs")["rules"]}
    assert rows["vague-amount"] == {
        "rule": "vague-amount", "old": 2, "new": 2, "gained": 0, "lost": 0, "changed": 2,
    }  # fmt: skip


def test_a_place_that_reaches_further_is_lost_and_gained() -> None:
    pack("new.yaml", ("若干, 一批", "若干名师"))
    report = told("old.yaml", "new.yaml", "docs")
    assert places(report["gained"]) == [("vague-amount", "若干名师")]
    assert places(report["lost"]) == [("vague-amount", "若干"), ("vague-amount", "一批")]


def test_a_rule_with_another_id_is_lost_and_gained() -> None:
    pack("new.yaml", ("half-mark", "half-comma"))
    report = told("old.yaml", "new.yaml", "docs")
    assert (places(report["gained"]), places(report["lost"])) == ([("half-comma", ",")], [("half-mark", ",")])
    assert [row["rule"] for row in report["rules"]] == ["vague-amount", "half-mark", "half-comma"]


def test_a_rule_that_is_turned_off_loses_all_it_found() -> None:
    pack("new.yaml", ("severity: info", "severity: off"))
    assert places(told("old.yaml", "new.yaml", "docs")["lost"]) == [("half-mark", ",")]


def test_the_built_in_rules_run_only_where_they_are_named() -> None:
    document(0, "推进D建，培育若干名师。\n")
    report = told("builtin", "old.yaml", "docs")
    assert places(report["gained"]) == [("vague-amount", "若干")]
    assert places(report["lost"]) == [("obfuscated-term", "D建")]


def test_a_pack_may_extend_built_in_rules() -> None:
    document(0, "推进D建。\n")
    Path("new.yaml").write_text("rules: [{id: own-term, extends: obfuscated-term}]\n", encoding="utf-8")
    assert places(told("old.yaml", "new.yaml", "docs")["gained"]) == [("own-term", "D建")]


def test_folders_of_packs_are_compared_whole() -> None:
    Path("rules").mkdir()
    pack("rules/a.yaml")
    assert compare("old.yaml", "rules", "docs")[0] == 0


def test_rules_are_chosen_by_id_or_pack_known_on_either_side() -> None:
    pack("new.yaml", ("若干, 一批", "若干"), ("half-mark", "half-comma"))
    assert places(told("old.yaml", "new.yaml", "docs", "--select", "vague-amount")["lost"]) == [
        ("vague-amount", "一批")
    ]
    chosen = told("old.yaml", "new.yaml", "docs", "--select", "half-comma")
    assert (places(chosen["gained"]), chosen["lost"]) == ([("half-comma", ",")], [])
    assert len(told("old.yaml", "new.yaml", "docs", "--select", "new")["rules"]) == 2
    assert "did you mean 'half-comma'?" in compare("old.yaml", "new.yaml", "docs", "--select", "half-coma")[2]


def test_samples_come_from_as_many_documents_as_there_are() -> None:
    for number in range(9):
        document(number, "若干，若干，若干。\n")
    pack("new.yaml", ("若干, 一批", "一批"))
    shown = compare("old.yaml", "new.yaml", "docs", "--samples", "4")[1]
    files = [line.split(":")[0] for line in shown.splitlines() if line.startswith("- ")]
    assert len(files) == len({*files}) == 4
    assert compare("old.yaml", "new.yaml", "docs", "--samples", "4", "--jobs", "1")[1] == shown
    assert "- " not in compare("old.yaml", "new.yaml", "docs", "--samples", "0")[1]


def test_what_one_document_has_fills_up_the_samples() -> None:
    document(0, "若干，若干，若干。\n")
    document(1, "若干。\n")
    pack("new.yaml", ("若干, 一批", "一批"))
    shown = compare("old.yaml", "new.yaml", "docs", "--samples", "3")[1]
    places = [line.split(" ")[1] for line in shown.splitlines() if line.startswith("- ")]
    assert places == ["docs/0.txt:1:1:", "docs/0.txt:1:4:", "docs/1.txt:1:1:"]


def test_several_processes_tell_the_same_in_the_same_order() -> None:
    for number in range(12):
        document(number, "培育若干名师，建设一批基地。" * 1500 + "\n")
    pack("new.yaml", ("若干, 一批", "若干"))
    alone = compare("old.yaml", "new.yaml", "docs", "--output-format", "json", "--jobs", "1")
    assert alone[0] == 1
    assert json.loads(alone[1])["summary"]["lost"] == 12 * 1500
    assert compare("old.yaml", "new.yaml", "docs", "--output-format", "json", "--jobs", "2") == alone


def test_documents_are_read_as_check_reads_them() -> None:
    Path("plan-lint.yaml").write_text("exclude: 1.txt\ndocuments: [{files: '*.txt', type: law}]\n", encoding="utf-8")
    document(1)
    document(2)
    Path("docs/note.rst").write_text(TEXT, encoding="utf-8")
    pack("new.yaml", ("severity: warning", "severity: warning\n    documents: [plan]"))
    report = told("old.yaml", "new.yaml", "docs", "--exclude", "2.txt")
    assert (report["summary"]["files"], len(report["lost"])) == (1, 2)
    assert told("old.yaml", "new.yaml", "docs", "--isolated")["summary"]["files"] == 3


def test_standard_input_is_compared_under_its_name() -> None:
    pack("new.yaml", ("若干, 一批", "若干"))
    report = told("old.yaml", "new.yaml", "-", "--stdin-filename", "page.txt", given=TEXT)
    assert [finding["file"] for finding in report["lost"]] == ["page.txt"]


def test_a_document_that_cannot_be_read_breaks_the_run_and_hides_nothing() -> None:
    pack("new.yaml", ("若干, 一批", "若干"))
    Path("docs/1.txt").write_bytes(bytes(range(256)) * 20)
    status, shown, said = compare("old.yaml", "new.yaml", "docs", "nowhere.txt")
    assert (status, "1 lost" in shown) == (2, True)
    assert said.splitlines() == [
        "plan-lint: error: docs/1.txt: binary file, not text",
        "plan-lint: error: nowhere.txt: no such file or folder",
    ]
    assert [error["file"] for error in told("old.yaml", "new.yaml", "docs")["errors"]] == ["docs/1.txt"]


@pytest.mark.parametrize("sides", [["old.yaml", "broken.yaml"], ["broken.yaml", "old.yaml"], ["gone", "old.yaml"]])
def test_a_pack_that_cannot_be_read_ends_the_run(sides: list[str]) -> None:
    pack("broken.yaml", ("severity: info", "severity: inf"))
    status, shown, said = compare(*sides, "docs")
    assert (status, shown) == (2, "")
    assert said.startswith(("broken.yaml:9: rule 'half-mark': severity: 'inf' is not", "gone: no such pack or folder"))


def test_a_rule_that_crashes_is_told_with_its_side(monkeypatch: pytest.MonkeyPatch) -> None:
    pack("new.yaml", ("若干, 一批", "若干"))
    code = (
        "from lint.checks.existence import Existence\n"
        "before = Existence.run\n"
        "def run(self, document):\n"
        "    if self.tokens == ('若干',): raise ValueError('boom')\n"
        "    return before(self, document)\n"
        "Existence.run = run\n"
        "from lint.cli import main\nmain()\n"
    )
    arguments = [sys.executable, "-c", code, "compare", "old.yaml", "new.yaml", "docs"]
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr == "plan-lint: error: docs/0.txt: new rule 'vague-amount' crashed: ValueError: boom\n"


def test_hostile_documents_send_nothing_raw_to_the_terminal() -> None:
    pack("new.yaml", ("若干, 一批", "若干"))
    document(0, "\x1b[31m一批\x9b\u202e\n")
    Path("docs/\x1b[2J.txt").write_text("一批。\n", encoding="utf-8")
    for output in ("text", "json"):
        shown = compare("old.yaml", "new.yaml", "docs", "--output-format", output)[1]
        assert not {"\x1b", "\x9b", "\u202e"} & {*shown}
    assert len(told("old.yaml", "new.yaml", "docs")["lost"]) == 2


def test_colors_are_used_where_they_are_asked_for() -> None:
    pack("new.yaml", ("若干, 一批", "若干"))
    assert "\x1b[31m- " in compare("old.yaml", "new.yaml", "docs", "--color", "always")[1]
