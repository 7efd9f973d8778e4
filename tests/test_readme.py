"""What README and docs show was really printed, and what they tell to do works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs
from lint.examples import try_rule
from lint.packs.shapes import KINDS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


def blocks(file: str, language: str) -> list[str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def plan_lint(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COLUMNS": "110", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "lint", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("file", READMES)
def test_the_findings_shown_are_those_of_the_seeds(file: str) -> None:
    printed = plan_lint("seeds/").stdout
    shown = blocks(file, "text")[0]
    assert [block for block in shown.strip().split("\n\n") if block not in printed] == []


@pytest.mark.parametrize("file", READMES)
def test_the_outline_shown_is_the_one_printed(file: str) -> None:
    (shown,) = blocks(file, "console")
    command, _, expected = shown.partition("\n")
    assert plan_lint(*command.split()[2:]).stdout == expected


@pytest.mark.parametrize("file", READMES)
def test_the_rule_of_ones_own_loads_passes_its_examples_and_finds_something(file: str, tmp_path: Path) -> None:
    pack = tmp_path / "my-rules" / "house.yaml"
    pack.parent.mkdir()
    pack.write_text(next(b for b in blocks(file, "yaml") if b.startswith("rules:")), encoding="utf-8")
    assert plan_lint("test", "vague-amount", "--rules", "my-rules/", cwd=tmp_path).returncode == 0
    found = plan_lint(str(ROOT / "seeds"), "--rules", "my-rules/", "--select", "vague-amount", cwd=tmp_path)
    assert found.returncode == 1


def test_the_error_shown_is_the_one_printed(tmp_path: Path) -> None:
    pack = tmp_path / "my-rules" / "house.yaml"
    pack.parent.mkdir()
    rule = next(b for b in blocks("README.md", "yaml") if b.startswith("rules:"))
    pack.write_text(rule.replace("severity: warning", "severity: warn"), encoding="utf-8")
    assert plan_lint("test", "--rules", "my-rules/", cwd=tmp_path).stderr == blocks("README.md", "text")[1]


def test_every_kind_of_check_is_described() -> None:
    headings = re.findall(r"^### (\S+)$", (ROOT / "docs/writing-rules.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(KINDS)


def test_every_rule_shown_in_the_docs_loads(tmp_path: Path) -> None:
    rules = [block for block in blocks("docs/writing-rules.md", "yaml") if block.startswith("rules:")]
    for index, rule in enumerate(rules):
        (tmp_path / f"{index}.yaml").write_text(rule.replace("id: obfuscated-term", "id: shown"), encoding="utf-8")
    assert plan_lint("test", "shown", "--rules", str(tmp_path)).returncode == 0


def test_the_rules_of_the_manual_do_what_their_examples_say(tmp_path: Path) -> None:
    whole = [block for block in blocks("docs/writing-rules.md", "yaml") if block.startswith("rules:")]
    for number, block in enumerate(whole):
        (tmp_path / f"rules{number}.yaml").write_text(
            block.replace("id: obfuscated-term", "id: other"), encoding="utf-8"
        )
    assert len(whole) > 3
    ids = {rule.id for rule in packs.load().rules}
    rules = [rule for rule in packs.load(tuple(tmp_path.glob("*.yaml"))).rules if rule.id not in ids]
    assert [outcome for rule in rules for outcome in try_rule(rule)] == []
