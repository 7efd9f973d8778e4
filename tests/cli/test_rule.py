"""`plan-lint rule`: the list of rules, and the page of one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs

PACK = """\
rules:
  - id: vague-amount
    severity: warning
    message: “{text}”没有写明数量
    why: “若干”无法考核。
    scope: [body]
    documents: [plan]
    check:
      kind: existence
      patterns: ['若干(?=名)']
      except: [若干名额]
      replacement: 3
    fix: unsafe
    examples:
      good: ["创建示范校十所。\\n"]
      bad:
        - text: 培育⟦若干⟧名师。
          fixed: 培育3名师。
"""
PAGE = """\
vague-amount  warning  pack house, kind existence, fix unsafe

“{text}”没有写明数量

“若干”无法考核。

scope: body
documents: plan
patterns: 若干(?=名)
except: 若干名额
replacement: 3

Finds
  ✗ 培育⟦若干⟧名师。
  → 培育3名师。
Passes
  ✓ 创建示范校十所。
"""


def rule(*arguments: str | Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "rule", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "house.yaml").write_text(PACK.replace("replacement: 3", "replacement: '3'"), encoding="utf-8")
    return tmp_path / "house.yaml"


def test_every_rule_is_listed_on_a_line() -> None:
    status, shown, told = rule()
    assert (status, told) == (0, "")
    rows = [line.split("\t") for line in shown.splitlines()]
    assert rows == [[r.id, r.severity.value, r.pack, r.fix or "-", r.message] for r in packs.load().rules]


def test_rules_of_the_user_are_listed_after_the_built_in_ones(house: Path) -> None:
    assert rule("--rules", house)[1].endswith("\nvague-amount\twarning\thouse\tunsafe\t“{text}”没有写明数量\n")


def test_a_rule_is_explained_with_why_options_and_examples(house: Path) -> None:
    assert rule("vague-amount", "--rules", house) == (0, PAGE, "")


def test_an_option_that_was_left_alone_is_not_told(house: Path) -> None:
    assert "drop" not in rule("vague-amount", "--rules", house)[1]


def test_every_built_in_rule_can_be_explained() -> None:
    script = "import sys\nfrom lint.cli.rule import command\n"
    script += "for name in sys.argv[1:]: command.main([name], standalone_mode=False)"
    names = [one.id for one in packs.load().rules]
    done = subprocess.run([sys.executable, "-c", script, *names], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert [name for name in names if f"{name}  " not in done.stdout] == []
    assert done.stdout.count("\nFinds\n") == done.stdout.count("\nPasses\n") == len(names)


def test_an_unknown_rule_is_told_with_the_one_that_was_meant() -> None:
    status, shown, told = rule("obfuscated-terms")
    assert (status, shown) == (2, "")
    assert told.endswith("Error: no rule or pack 'obfuscated-terms'; did you mean 'obfuscated-term'?\n")


def test_a_name_like_no_rule_is_told_how_to_list_them() -> None:
    status, _, told = rule("xyz")
    assert status == 2
    assert told.endswith("Error: no rule or pack 'xyz'; 'plan-lint rule' lists them, --rules PATH adds your own\n")


def test_a_pack_lists_its_rules(house: Path) -> None:
    status, shown, told = rule("punctuation")
    assert (status, told) == (0, "")
    wanted = [one.id for one in packs.load().rules if one.pack == "punctuation"]
    assert [line.split()[0] for line in shown.splitlines()] == wanted
    assert rule("house", "--rules", house)[1] == "vague-amount\twarning\thouse\tunsafe\t“{text}”没有写明数量\n"


@pytest.mark.parametrize("arguments", [["obfuscated-term"], []])
def test_no_escapes_go_into_a_pipe(arguments: list[str]) -> None:
    assert "\x1b" not in rule(*arguments)[1]


@pytest.mark.parametrize("arguments", [["vague-amount"], []])
def test_a_hostile_pack_sends_no_escapes_to_the_terminal(arguments: list[str], house: Path) -> None:
    hostile = PACK.replace("“{text}”没有写明数量", '"\\e[31m有{text}"').replace("“若干”无法考核。", '"\\e]0;x\\a因为"')
    house.write_text(hostile.replace("replacement: 3", "replacement: '3'"), encoding="utf-8")
    status, shown, _ = rule(*arguments, "--rules", house)
    assert status == 0
    assert "<U+001B>[31m有" in shown
    assert "\x1b" not in shown
