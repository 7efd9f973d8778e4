"""This repository's own seeds are linted with a committed baseline: what they hold is known, and nothing new passes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BASELINE = "plan-lint.baseline.json"
COMMAND = "plan-lint seeds/ --isolated --baseline plan-lint.baseline.json"
BAD = "清河县教育局2024年工作计划\n\n一、加强D建工作\n\n新建幼儿园3所，新增学位900个。\n"


@pytest.fixture(autouse=True)
def _in_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", "seeds")
    shutil.copy(ROOT / BASELINE, BASELINE)


def lint() -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", *COMMAND.split()[1:], "--output-format", "concise"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_ci_runs_this_command() -> None:
    assert f"\n{COMMAND}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_seeds_hold_what_is_known_and_the_baseline_nothing_else() -> None:
    status, shown, told = lint()
    assert (status, told) == (0, "")
    entries = len(json.loads(Path(BASELINE).read_text(encoding="utf-8"))["entries"])
    assert shown == f"No findings in 5 files, {entries} suppressed.\n"


def test_a_new_bad_seed_fails() -> None:
    Path("seeds/bad.txt").write_text(BAD, encoding="utf-8")
    status, shown, _ = lint()
    assert status == 1
    assert shown.startswith("seeds/bad.txt:3:5: error obfuscated-term")


def test_a_new_fault_in_an_old_seed_fails() -> None:
    seed = sorted(Path("seeds").glob("*.txt"))[1]
    seed.write_text("新的一行，落实D员责任。\n" + seed.read_text(encoding="utf-8"), encoding="utf-8")
    status, shown, _ = lint()
    assert status == 1
    assert f"{seed.as_posix()}:1:" in shown


def test_a_renamed_seed_passes() -> None:
    seed = sorted(Path("seeds").glob("*.txt"))[1]
    seed.rename("seeds/renamed.txt")
    assert lint()[0] == 0
