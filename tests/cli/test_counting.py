"""`--statistics` over many documents says what it shows about rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACK = """\
rules:
  - id: {id}
    severity: warning
    message: 不应出现
    why: 测试用。
    check: {{kind: existence, tokens: [{token}]}}
    examples: {{good: [好], bad: [⟦{token}⟧]}}
"""
LARGE = 100


@pytest.fixture(autouse=True)
def _in_a_folder_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()
    for id_, token in (("never", "绝无此词"), ("often", "要点")):
        Path(f"rules/{id_}.yaml").write_text(PACK.format(id=id_, token=token), encoding="utf-8")
    for number in range(LARGE):
        Path(f"{number}.txt").write_text(f"工作{'要点' if number < 40 else '计划'}{number}\n", encoding="utf-8")


def advice(*arguments: str) -> list[str]:
    command = [
        sys.executable,
        "-m",
        "lint",
        "check",
        ".",
        "--rules",
        "rules",
        "--select",
        "never,often",
        "--statistics",
    ]
    done = subprocess.run([*command, *arguments], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    return [line.split(" documents")[0] for line in done.stdout.splitlines() if "fired" in line]


def test_rules_that_never_or_often_fired_are_told() -> None:
    assert advice() == ["never: advice: never fired in 100", "often: advice: fired in 40 of 100"]


def test_the_share_is_chosen() -> None:
    assert advice("--share", "0.4") == ["never: advice: never fired in 100"]


def test_built_in_rules_are_counted() -> None:
    assert advice("--extend-select", "mojibake,pager")[-1] == "2 built-in rules never fired in 100"


def test_a_small_or_quiet_run_gives_no_advice() -> None:
    assert advice("--quiet") == []
    Path("99.txt").unlink()
    assert advice() == []


def test_a_run_that_repairs_gives_no_advice() -> None:
    assert advice("--fix") == []


def test_what_a_baseline_holds_has_fired() -> None:
    lint = [sys.executable, "-m", "lint", "check", ".", "--rules", "rules", "--select", "often", "--baseline", "b.json"]
    subprocess.run([*lint, "--write-baseline"], check=True, capture_output=True)
    shown = subprocess.run([*lint, "--statistics"], check=True, capture_output=True, encoding="utf-8").stdout
    assert "often: advice: fired in 40 of 100 documents" in shown
