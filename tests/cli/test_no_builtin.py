"""`--no-builtin`, and `builtin: false`: packs of the user in the place of the built-in rules."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lint.packs import BUILTIN

PACK = """\
rules:
  - id: word
    severity: error
    message: 不应出现“{text}”
    why: 测试用。
    check: {kind: existence, tokens: [WORD]}
    examples: {good: [好], bad: [这里有⟦WORD⟧。]}
"""
TEXT = "推进D建工作，，有禁词。\n"
BUILT_IN = ["obfuscated-term", "repeated-punctuation"]
NO_RULES = "leaves no rules; name some: --rules PATH, or 'rules' in the configuration"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all of these tests: nothing that one of them keeps may be taken for what another one asks for."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(kept))
    monkeypatch.chdir(tmp_path)
    pack("house.yaml", "禁词")
    Path("a.txt").write_text(TEXT, encoding="utf-8")


def pack(name: str, word: str) -> None:
    Path(name).write_text(PACK.replace("WORD", word), encoding="utf-8")


def run(*arguments: str, given: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def found(*arguments: str) -> list[str]:
    """The rules that find something in a.txt."""
    report = json.loads(run("check", "a.txt", "--output-format", "json", *arguments)[1])
    return [finding["rule"] for finding in report["findings"]]


def test_a_pack_is_tried_alone_on_standard_input() -> None:
    status, shown, told = run(
        "check", "-", "--rules", "house.yaml", "--no-builtin", "--output-format", "concise", given=TEXT
    )
    assert (status, told) == (1, "")
    assert shown.splitlines()[0] == "<stdin>:1:10: error word 不应出现“禁词”"
    assert len(shown.splitlines()) == 2


def test_results_of_one_choice_are_never_taken_for_those_of_another() -> None:
    pack("other.yaml", "工作")
    choices = {
        "beside": (["--rules", "house.yaml"], [*BUILT_IN, "word"]),
        "alone": (["--rules", "house.yaml", "--no-builtin"], ["word"]),
        "other": (["--rules", "other.yaml", "--no-builtin"], ["word"]),
        "none": ([], BUILT_IN),
    }
    first, second, third, fourth = choices
    for name in (first, second, third, first, fourth, second, fourth, third, second, first, third, fourth, first):
        options, wanted = choices[name]
        assert found(*options) == wanted, name


def test_a_changed_copy_of_the_built_in_rules_takes_their_place() -> None:
    shutil.copytree(BUILTIN, "rules")
    assert found("--rules", "rules", "--no-builtin") == BUILT_IN
    assert run("test", "masked-text", "--rules", "rules", "--no-builtin")[1].startswith("1 rule,")
    assert not run("test", "--rules", "rules", "--no-builtin")[1].startswith("0 rules")
    changed = Path("rules/garbling.yaml")
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("id: obfuscated-term\n", "id: hidden-term\n"), encoding="utf-8")
    assert found("--rules", "rules", "--no-builtin") == ["hidden-term", "repeated-punctuation"]
    assert "is already the id of a rule" in run("check", "a.txt", "--rules", "rules")[2]


def test_a_rule_may_extend_a_built_in_one_that_does_not_run() -> None:
    text = "rules:\n  - {id: own-term, extends: obfuscated-term, message: 替写}\n"
    Path("own.yaml").write_text(text, encoding="utf-8")
    assert found("--rules", "own.yaml", "--no-builtin") == ["own-term"]
    assert found("--rules", "own.yaml") == ["obfuscated-term", "own-term", "repeated-punctuation"]
    assert found("--rules", "own.yaml", "--no-builtin") == ["own-term"]


def test_rules_are_listed_and_explained_without_the_built_in_ones() -> None:
    listed = run("rule", "--rules", "house.yaml", "--no-builtin")
    assert listed == (0, "word\terror\thouse\t-\t不应出现“{text}”\n", "")
    assert run("rule", "obfuscated-term", "--rules", "house.yaml", "--no-builtin")[0] == 2


def test_examples_are_tried_without_the_built_in_rules() -> None:
    assert run("test", "--rules", "house.yaml", "--no-builtin")[1] == "1 rule, 2 examples: all as they say.\n"
    assert run("test", "garbling", "--rules", "house.yaml", "--no-builtin")[0] == 2


@pytest.mark.parametrize("verb", [["check", "a.txt"], ["rule"], ["test"]], ids=["check", "rule", "test"])
def test_without_any_rules_there_is_nothing_to_do(verb: list[str]) -> None:
    status, shown, told = run(*verb, "--no-builtin")
    assert (status, shown) == (2, "")
    assert told.endswith(f"Error: --no-builtin, or 'builtin: false' in the configuration, {NO_RULES}\n")


def configured(*lines: str) -> None:
    Path("plan-lint.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_configuration_may_do_without_the_built_in_rules() -> None:
    configured("rules: house.yaml", "builtin: false")
    assert found() == ["word"]
    assert run("rule")[1].startswith("word\t")
    assert "builtin         false" in run("config")[1]


def test_a_configuration_that_leaves_no_rules_is_told_with_its_place() -> None:
    configured("jobs: 1", "builtin: false")
    assert run("config")[::2] == (2, f"plan-lint.yaml:2: builtin: {NO_RULES}\n")
    assert run("check", "a.txt")[0] == 2
    assert found("--rules", "house.yaml") == ["word"]


def test_what_a_configuration_says_of_built_in_rules_holds_for_nothing_without_them() -> None:
    configured("select: [garbling, word]", "ignore: [noise]", "severity: {numbering-gap: info, word: info}")
    assert found("--rules", "house.yaml") == ["obfuscated-term", "word"]
    report = run("check", "a.txt", "--rules", "house.yaml", "--no-builtin", "--output-format", "concise")
    assert report[0] == 0
    assert report[1].startswith("a.txt:1:10: info word ")
    assert report[2] == ""


def test_a_name_that_no_rule_has_anywhere_is_still_a_fault() -> None:
    configured("ignore: [noize]")
    status, _, told = run("check", "a.txt", "--rules", "house.yaml", "--no-builtin")
    assert (status, told) == (2, "plan-lint.yaml:1: ignore.0: no rule or pack 'noize'; did you mean 'noise'?\n")


def test_a_built_in_rule_cannot_be_selected_where_there_is_none() -> None:
    told = run("check", "a.txt", "--rules", "house.yaml", "--no-builtin", "--select", "garbling")[2]
    assert told.endswith("Error: no rule or pack 'garbling'; 'plan-lint rule' lists them, --rules PATH adds your own\n")
