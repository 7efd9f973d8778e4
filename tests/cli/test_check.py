"""`plan-lint check`: what is chosen, what counts, how the run ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

RULE = """\
  - id: {level}-word
    severity: {level}
    message: 有“{{text}}”
    why: 测试用。
    check:
      kind: existence
      tokens: [{word}]
    examples:
      good: [无]
      bad: [⟦{word}⟧]
"""
WORDS = {"error": "甲", "warning": "乙", "info": "丙", "off": "丁"}
PACK = "rules:\n" + "".join(RULE.format(level=level, word=word) for level, word in WORDS.items())


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("levels.yaml").write_text(PACK, encoding="utf-8")
    for name, text in {"error": "有甲", "warning": "有乙", "info": "有丙", "off": "有丁", "all": "甲乙丙丁"}.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")


def check(*arguments: str, stdin: str | None = None) -> tuple[int, list[str], str]:
    """Status, lines of findings and standard error of a quiet, concise run."""
    command = [sys.executable, "-m", "lint", "check", "-q", "--output-format", "concise", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout.splitlines(), done.stderr


def levels(*arguments: str, stdin: str | None = None) -> tuple[int, list[str]]:
    """Status and the rules that found something, of a run with the pack `levels`."""
    status, lines, told = check("--rules", "levels.yaml", *arguments, stdin=stdin)
    assert told == ""
    return status, [line.split()[2] for line in lines]


def usage(*arguments: str) -> str:
    """The last line of standard error of a command that was called wrongly."""
    status, lines, told = check(*arguments)
    assert (status, lines) == (2, [])
    return told.splitlines()[-1]


@pytest.mark.parametrize(
    ("fail_on", "statuses"),
    [
        ("error", [1, 0, 0, 0]),
        ("warning", [1, 1, 0, 0]),
        ("info", [1, 1, 1, 0]),
        ("never", [0, 0, 0, 0]),
    ],
)
def test_the_status_is_1_for_findings_as_grave_as_asked(fail_on: str, statuses: list[int]) -> None:
    options = ("--select", "levels", "--fail-on", fail_on)
    assert [levels(f"{level}.txt", *options)[0] for level in WORDS] == statuses


def test_warnings_fail_when_nothing_is_asked() -> None:
    assert [levels(f"{level}.txt", "--select", "levels")[0] for level in WORDS] == [1, 1, 0, 0]


@pytest.mark.parametrize("fail_on", ["error", "warning", "info", "never"])
def test_a_broken_run_is_status_2_whatever_counts(fail_on: str) -> None:
    assert check("gone.txt", "error.txt", "--rules", "levels.yaml", "--select", "levels", "--fail-on", fail_on) == (
        2,
        ["error.txt:1:2: error error-word 有“甲”"],
        "plan-lint: error: gone.txt: no such file or folder\n",
    )


@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_the_status_is_the_same_for_every_format(output: str) -> None:
    options = ("--rules", "levels.yaml", "--select", "levels", "--output-format", output)
    assert [check(file, *options)[0] for file in ("info.txt", "error.txt", "gone.txt")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (["--select", "levels"], ["error-word", "warning-word", "info-word"]),
        (["--select", "error-word"], ["error-word"]),
        (["--select", "error-word,info-word"], ["error-word", "info-word"]),
        (["--select", "error-word", "--select", "info-word"], ["error-word", "info-word"]),
        (["--select", "levels", "--ignore", "error-word"], ["warning-word", "info-word"]),
        (["--select", "levels,error-word", "--ignore", "levels"], ["error-word"]),
        (["--select", "garbling"], []),
        (["--select", "levels,off-word"], ["error-word", "warning-word", "info-word", "off-word"]),
        (["--ignore", "levels"], []),
        (["--select", "all", "--ignore", "all"], []),
    ],
)
def test_rules_are_chosen_by_id_and_pack(options: list[str], rules: list[str]) -> None:
    assert levels("all.txt", *options)[1] == rules


def test_a_rule_that_is_off_finds_as_a_warning_when_it_is_chosen() -> None:
    _, lines, _ = check("off.txt", "--rules", "levels.yaml", "--select", "off-word")
    assert lines == ["off.txt:1:2: warning off-word 有“丁”"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_told_with_the_one_that_was_meant(option: str) -> None:
    assert usage("all.txt", option, "obfuscated-terms") == (
        "Error: no rule or pack 'obfuscated-terms'; did you mean 'obfuscated-term'?"
    )
    assert usage("all.txt", option, "garblin") == "Error: no rule or pack 'garblin'; did you mean 'garbling'?"
    assert usage("all.txt", option, "xyz") == (
        "Error: no rule or pack 'xyz'; 'plan-lint rule' lists them, --rules PATH adds your own"
    )


def test_packs_of_the_user_run_beside_the_built_in_ones() -> None:
    Path("both.txt").write_text("推进D建工作，有甲。", encoding="utf-8")
    Path("house").mkdir()
    Path("levels.yaml").rename("house/levels.yaml")
    _, lines, _ = check("both.txt", "--rules", "house", "--select", "levels,obfuscated-term")
    assert [line.split()[2] for line in lines] == ["obfuscated-term", "error-word"]


def test_a_folder_is_read_but_for_what_is_excluded() -> None:
    Path("old").mkdir()
    Path("old/a.md").write_text("有甲", encoding="utf-8")
    assert levels(".", "--select", "error-word") == (1, ["error-word"] * 3)
    assert levels(".", "--select", "error-word", "--exclude", "old/", "--exclude", "all.*") == (1, ["error-word"])


def test_a_gitignore_is_honoured() -> None:
    Path(".gitignore").write_text("*.txt\n!error.txt\n", encoding="utf-8")
    assert levels(".", "--select", "levels") == (1, ["error-word"])


def test_standard_input_is_read_for_a_dash_and_carries_the_name_given() -> None:
    options = ("--rules", "levels.yaml", "--select", "levels")
    found = ":1:2: error error-word 有“甲”"
    assert check("-", *options, stdin="有甲") == (1, ["<stdin>" + found], "")
    assert check("-", "--stdin-filename", "d/a.txt", *options, stdin="有甲") == (1, ["d/a.txt" + found], "")


def test_standard_input_and_files_are_read_in_one_run() -> None:
    assert levels("-", "info.txt", "--select", "levels", stdin="有甲") == (1, ["error-word", "info-word"])


def test_standard_input_that_is_no_text_breaks_the_run() -> None:
    assert check("-", "--stdin-filename", "a.txt", stdin="\0\x01\x02" * 9) == (
        2,
        [],
        "plan-lint: error: a.txt: binary file, not text\n",
    )


def test_quiet_keeps_errors_and_drops_notes() -> None:
    Path("empty.txt").touch()
    assert check("empty.txt", "gone.txt") == (2, [], "plan-lint: error: gone.txt: no such file or folder\n")


def test_positions_are_the_same_in_every_encoding() -> None:
    text = "第一行\r\n推进D建工作\r\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        Path("a.txt").write_bytes(text.encode(encoding))
        _, lines, _ = check("a.txt", "--select", "obfuscated-term")
        assert lines == ["a.txt:2:3: error obfuscated-term “D建”疑为“党建”的替写"], encoding


def test_a_wrong_option_is_told() -> None:
    assert usage("a.txt", "--fail-on", "fatal") == (
        "Error: Invalid value for '--fail-on': 'fatal' is not one of 'error', 'warning', 'info', 'never'."
    )
    assert "'full', 'concise', 'grouped', 'json', 'jsonl', 'sarif'" in usage("a.txt", "--output-format", "xml")
    assert "--slect" in usage("a.txt", "--slect", "all")
    assert usage() == "Error: Missing argument 'PATHS...'."


def test_json_goes_to_standard_output_alone_and_troubles_to_standard_error() -> None:
    command = [sys.executable, "-m", "lint", "error.txt", "gone.txt", "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert done.stderr == "plan-lint: error: gone.txt: no such file or folder\n"
