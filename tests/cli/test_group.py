"""The command itself: its verbs, its help, and that bare paths mean `check`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lint import __version__

VERBS = ["check", "rule", "test", "init", "config", "outline", "targets", "schema", "compare", "new"]


def plan_lint(*arguments: str, cwd: Path | None = None) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_the_version_is_told() -> None:
    assert plan_lint("--version") == (0, f"plan-lint, version {__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_verb(option: str) -> None:
    status, shown, told = plan_lint(option)
    assert (status, told) == (0, "")
    commands = shown.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in commands] == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    status, shown, told = plan_lint(verb, "--help")
    assert (status, told) == (0, "")
    assert shown.startswith(f"Usage: plan-lint {verb} [OPTIONS]")


def test_the_statuses_are_told_where_people_look() -> None:
    assert "Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 the" in plan_lint("check", "-h")[1]


def test_no_argument_shows_the_help() -> None:
    status, shown, told = plan_lint()
    assert status == 2
    assert (shown + told).startswith("Usage: plan-lint [OPTIONS] COMMAND [ARGS]...")


@pytest.mark.parametrize(
    "arguments", [["a.txt", "-q"], ["-q", "a.txt"], ["check", "-q", "a.txt"], ["-q", "--", "a.txt"]]
)
def test_bare_paths_and_options_mean_check(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("推进D建工作。\n", encoding="utf-8")
    shared = ["--select", "obfuscated-term", "--output-format", "concise"]
    status, shown, told = (
        plan_lint(*shared, *arguments, cwd=tmp_path)
        if arguments[0] != "check"
        else plan_lint("check", *shared, *arguments[1:], cwd=tmp_path)
    )
    assert (status, shown, told) == (1, "a.txt:1:3: error obfuscated-term “D建”疑为“党建”的替写\n", "")


def test_a_misspelt_verb_is_told() -> None:
    assert "did you mean 'rule'?" in plan_lint("rul", "obfuscated-term")[2]
