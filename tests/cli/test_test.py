"""`plan-lint test`: rules tried on their own examples, each way to fail by its name."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

PACK = """\
rules:
  - id: word
    severity: error
    message: 不应出现“{text}”
    why: 测试用。
    check:
      kind: existence
      tokens: [禁词]
      replacement: 词
    fix: safe
    examples:
      good: [GOOD]
      bad: [BAD]
"""
GOOD, BAD = "没有这个词。", "这里有⟦禁词⟧。"
FIXED = "{text: 有⟦禁词⟧。, fixed: %s}"
TODO = "{text: 有⟦禁词⟧。, todo: true}"
FAILED = "1 rule, 2 examples: 1 failed.\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def pack(good: str = GOOD, bad: str = BAD) -> None:
    Path("house.yaml").write_text(PACK.replace("GOOD", good).replace("BAD", bad), encoding="utf-8")


def tried(*arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "test", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_the_built_in_rules_do_what_their_examples_say() -> None:
    status, shown, told = tried()
    assert (status, told) == (0, "")
    assert shown.endswith(" examples: all as they say.\n")
    assert len(shown.splitlines()) == 1


def test_a_pack_that_does_what_its_examples_say_passes() -> None:
    pack()
    assert tried("house", "--rules", "house.yaml") == (0, "1 rule, 2 examples: all as they say.\n", "")


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        (GOOD, "这里有⟦别的⟧。", "word: missing: 这里有⟦别的⟧。\n    nothing found\n"),
        ("这里有禁词。", BAD, "word: noisy: 这里有禁词。\n    found '禁词' at 1:4\n"),
        (GOOD, "这里⟦有禁词⟧。", "word: misplaced: 这里⟦有禁词⟧。\n    found '禁词' at 1:4\n"),
        (GOOD, FIXED % "有好词。", "word: wrong fix: 有⟦禁词⟧。\n    gives '有词。'\n"),
        (GOOD, TODO, "word: passes: 有⟦禁词⟧。\n    the known gap is closed; take 'todo' away\n"),
    ],
    ids=["missing", "noisy", "misplaced", "wrong fix", "passes"],
)
def test_an_example_that_does_not_turn_out_is_named(good: str, bad: str, told: str) -> None:
    pack(good, bad)
    assert tried("word", "--rules", "house.yaml") == (1, told + FAILED, "")


def test_a_fix_that_turns_out_passes() -> None:
    pack(bad=FIXED % "有词。")
    assert tried("word", "--rules", "house.yaml")[0] == 0


def test_the_packs_of_the_user_are_tried_beside_the_built_in_ones() -> None:
    pack(good="这里有禁词。")
    status, shown, _ = tried("--rules", "house.yaml")
    assert status == 1
    assert shown.startswith("word: noisy: 这里有禁词。\n")


def test_rules_and_packs_are_chosen_by_name() -> None:
    pack(good="这里有禁词。")
    assert tried("obfuscated-term", "--rules", "house.yaml")[0] == 0
    assert tried("garbling,word", "--rules", "house.yaml")[0] == 1


def test_an_unknown_name_is_told_with_the_one_that_was_meant() -> None:
    status, shown, told = tried("garblin")
    assert (status, shown) == (2, "")
    assert told.endswith("Error: no rule or pack 'garblin'; did you mean 'garbling'?\n")


def test_a_broken_pack_is_told_and_nothing_is_tried() -> None:
    pack()
    file = Path("house.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("severity: error", "severity: warn"), encoding="utf-8")
    what = "severity: 'warn' is not allowed; allowed: off, info, warning, error; did you mean 'warning'?"
    assert tried("--rules", "house.yaml") == (2, "", f"house.yaml:3: rule 'word': {what}\n")


def test_an_example_cannot_send_escapes_to_the_terminal() -> None:
    pack(good='"有禁词\\e[31m\\u202e"')
    assert "<U+001B>[31m<U+202E>" in tried("word", "--rules", "house.yaml")[1]


def test_a_second_run_finds_its_expressions_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path / "cache"))
    pack()
    tried("--rules", "house.yaml")
    assert list((tmp_path / "cache").glob("expressions-*.sre"))


def test_advice_is_told_and_changes_the_exit_status_only_with_strict() -> None:
    pack()
    file = Path("house.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("tokens:", "patterns: ['党$委']\n      tokens:"), "utf-8")
    reason = "'党$委' can never match: $ is the end of a line, and '委' must follow it; take one of the two away"
    told = f"word: advice: check.patterns.0: {reason}\n1 rule, 2 examples: all as they say; 1 piece of advice.\n"
    assert tried("--rules", "house.yaml") == (0, told, "")
    assert tried("--rules", "house.yaml", "--strict") == (1, told, "")


def test_a_corpus_is_read_for_advice() -> None:
    pack()
    file = Path("house.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("禁词]", "禁词, '禁词:']"), encoding="utf-8")
    Path("a.txt").write_text("联系人：某某\n", encoding="utf-8")
    assert "half-width" in tried("--rules", "house.yaml")[1]
    assert "half-width" not in tried("--rules", "house.yaml", "--corpus", "a.txt")[1]
    status, _, told = tried("--rules", "house.yaml", "--corpus", "b.txt")
    assert (status, told.splitlines()[-1]) == (2, "Error: --corpus b.txt: no such file or folder")
    status, _, told = tried("--rules", "house.yaml", "--corpus", "a.txt", "--corpus", "b.txt")
    assert (status, told) == (0, "plan-lint: warning: b.txt: no such file or folder\n")


def test_advice_cannot_send_escapes_to_the_terminal() -> None:
    pack()
    file = Path("house.yaml")
    file.write_text(
        file.read_text(encoding="utf-8").replace("禁词]", '禁词, "禁\\e[2J", "禁\\e[2J"]'), encoding="utf-8"
    )
    shown = tried("--rules", "house.yaml")[1]
    assert "twice" in shown
    assert "\x1b" not in shown


def test_coverage_names_what_no_example_exercises() -> None:
    pack()
    file = Path("house.yaml")
    words = ", ".join(["禁词", *(f"词{number}号" for number in range(7))])
    file.write_text(file.read_text(encoding="utf-8").replace("tokens: [禁词]", f"tokens: [{words}]"), "utf-8")
    assert tried("--rules", "house.yaml", "--coverage") == (
        0,
        "word: unexercised: tokens: 7 of 8: 词0号, 词1号, 词2号, 词3号, 词4号 … and 2 more\n"
        "word: unexercised: replacement: 词\n"
        "word: unexercised: fix: safe\n"
        "Examples exercise 1 of 10 parts (10.0%).\n"
        "1 rule, 2 examples: all as they say.\n",
        "",
    )


def test_coverage_of_many_rules_is_measured_by_several_processes() -> None:
    status, shown, told = tried("structure", "--coverage")
    assert (status, told) == (0, "")
    assert "empty-section: unexercised: at-least: 2\n" in shown
    assert "Examples exercise " in shown


def cpu_seconds() -> float:
    """What this process's children have cost so far; unlike a clock it does not tell of the machine's other work."""
    used = import_module("resource").getrusage(import_module("resource").RUSAGE_CHILDREN)
    return float(used.ru_utime + used.ru_stime)


@pytest.mark.skipif(sys.platform == "win32", reason="no such measure there")
def test_all_built_in_packs_are_tried_in_less_than_two_seconds() -> None:
    tried()
    before = cpu_seconds()
    tried()
    assert cpu_seconds() - before < 2
