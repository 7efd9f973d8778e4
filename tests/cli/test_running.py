"""How a run is run: results of earlier ones, several processes, where things are kept, and where the time went."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

VALIDATE = import_module("jsonschema").validate  # it has no types of its own
SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "report.json").read_text(encoding="utf-8"))
COMMAND = [sys.executable, "-m", "lint"]
TEXT = "推进D建工作，，年底完成{}所。\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    for number in range(5):
        Path(f"docs/{number}.txt").write_text(TEXT.format(number), encoding="utf-8")


def lint(*options: str) -> tuple[int, str, str]:
    done = subprocess.run([*COMMAND, *options], capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def modules(*options: str) -> set[str]:
    """The modules that a run has imported when it ends."""
    code = "import sys\nfrom lint.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *options], capture_output=True, encoding="utf-8")
    return {*done.stderr.split()}


@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_a_second_run_says_the_same(output: str) -> None:
    first = lint("docs", "--output-format", output)
    assert first[0] == 1
    assert lint("docs", "--output-format", output) == first
    assert lint("docs", "--output-format", output, "--no-cache") == first
    assert lint("docs", "--output-format", output, "--no-cache", "--jobs", "1") == first


def test_a_second_run_over_unchanged_files_imports_no_rules() -> None:
    lint("docs")
    again = modules("docs")
    assert "lint.results" in again
    assert {"lint.engine", "lint.checks", "lint.document", "hyperscan"}.isdisjoint(again)


def test_a_run_without_many_texts_starts_no_processes() -> None:
    assert {"multiprocessing", "numpy"}.isdisjoint(modules("docs", "--jobs", "4", "--no-cache"))


def test_only_what_changed_is_linted_anew() -> None:
    lint("docs")
    Path("docs/3.txt").write_text("推进D建工作。\n", encoding="utf-8")
    _, report, _ = lint("docs", "--output-format", "json", "--time", "--jobs", "1")
    VALIDATE(json.loads(report), SCHEMA)
    timing = json.loads(report)["timing"]
    assert timing["phases"]["scan"] > 0
    assert [f["file"] for f in json.loads(report)["findings"] if f["file"].endswith("3.txt")] == ["docs/3.txt"]


def test_other_rules_are_other_results() -> None:
    lint("docs")
    assert "2 findings" in lint("docs/1.txt")[1]
    assert "1 finding " in lint("docs/1.txt", "--select", "garbling")[1]


def test_a_rule_that_changes_is_tried_anew() -> None:
    rule = """\
rules:
  - id: house-word
    severity: error
    message: 不用“{text}”
    why: 测试。
    check: {kind: existence, tokens: [WORD]}
    examples: {good: [好], bad: [{text: ⟦WORD⟧}]}
"""
    for word, status in (("推进", 1), ("推广", 0), ("推进", 1)):
        Path("house.yaml").write_text(rule.replace("WORD", word), encoding="utf-8")
        assert lint("docs", "--rules", "house.yaml", "--select", "house-word")[0] == status


def test_the_place_of_what_is_kept_can_be_chosen() -> None:
    assert lint("docs", "--cache-dir", "elsewhere")[0] == 1
    assert {path.suffix for path in Path("elsewhere").iterdir()} >= {"", ".pickle", ".sre"}
    assert not Path("kept").exists()


def test_names_of_rules_are_checked_whatever_is_known() -> None:
    lint("docs")
    status, _, said = lint("docs", "--select", "garblin")
    assert (status, "did you mean 'garbling'?" in said) == (2, True)
    Path("empty").mkdir()
    assert lint("empty", "--select", "garblin")[0] == 2


@pytest.mark.parametrize("text", ["", "\n"])
def test_names_of_rules_are_checked_where_nothing_is_to_be_linted(text: str) -> None:
    Path("blank.txt").write_text(text, encoding="utf-8")
    assert lint("blank.txt", "--select", "garblin")[0] == 2
    assert lint("blank.txt", "--select", "garbling")[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_what_was_found_until_ctrl_c_is_known_to_the_next_run() -> None:
    os.mkfifo("second")  # nobody writes to it: here the run waits for us
    run = subprocess.Popen([*COMMAND, "docs/0.txt", "second"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open("second", "wb"):  # opens once the run has come to it
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=60) == 130
    assert "lint.engine" not in modules("docs/0.txt")


def test_times_are_told_on_standard_error() -> None:
    status, shown, said = lint("docs", "--time", "--no-cache", "--jobs", "1")
    assert (status, "seconds" in shown) == (1, False)
    assert [line.split()[0] for line in said.splitlines() if line.endswith("seconds")] == ["phase", "rule"]
    assert "obfuscated-term" in said


@pytest.mark.parametrize("jobs", ["-1", "many"])
def test_a_number_of_processes_that_is_none_is_told(jobs: str) -> None:
    assert lint("docs", "--jobs", jobs)[0] == 2
