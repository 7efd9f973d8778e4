"""The tutorial works as it is written: its files are saved, its commands run, and they print what it shows.

Comments before fenced blocks say what each is: `<!-- file: PATH -->` is saved, `<!-- run -->` is run (`<!-- run: 1 -->`
ends with that exit status), `<!-- output -->` is what the last command printed, to the letter.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import cache

ROOT = Path(__file__).parent.parent
TUTORIALS = ("tutorial.md", "tutorial.zh.md")
STEP = re.compile(
    r"^<!-- (?P<mark>file|run|output)(?:: (?P<about>\S+))? -->\n\n?```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Step(NamedTuple):
    """One fenced block and what its mark says of it."""

    mark: str
    about: str
    text: str


def steps(name: str) -> list[Step]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return [Step(found["mark"], found["about"] or "", found["text"]) for found in STEP.finditer(text)]


def run(command: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """A command as a reader types it, in an environment that nothing of this one is in but the programs."""
    environment = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PLAN_LINT_CACHE_DIR": str(cache.folder()),  # a new one costs seconds and shows nothing else
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    return subprocess.run(
        ["bash", "-euc", command], cwd=folder, env=environment, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip


def followed(name: str, folder: Path, home: Path) -> Iterator[tuple[Step, str, str]]:
    """Does what a tutorial says; each of its steps that shows something, with what is shown and what came."""
    done: subprocess.CompletedProcess[str] | None = None
    for step in steps(name):
        if step.mark == "file":
            (folder / step.about).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.about).write_text(step.text, encoding="utf-8")
        elif step.mark == "run":
            done = run(step.text, folder, home)
            yield step, f"exit status {step.about or 0}", f"exit status {done.returncode}"
        elif done is not None:
            yield step, step.text, done.stdout


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("name", TUTORIALS)
def test_every_file_and_command_of_the_tutorial_gives_what_it_shows(name: str, tmp_path: Path) -> None:
    folder, home = tmp_path / "work", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    for step, shown, came in followed(name, folder, home):
        assert came == shown, step


@pytest.mark.parametrize("name", TUTORIALS)
def test_every_block_of_the_tutorial_is_a_step(name: str) -> None:
    fences = re.findall(r"^```", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) == 2 * len(steps(name)) > 0


@pytest.mark.parametrize("name", TUTORIALS)
def test_what_is_run_is_followed_by_what_it_prints(name: str) -> None:
    marks = [step.mark for step in steps(name)]
    assert [pair for pair in pairwise(marks) if (pair[0] == "run") != (pair[1] == "output")] == []


def test_both_languages_tell_the_same_steps() -> None:
    english, chinese = map(steps, TUTORIALS)
    assert [step[:2] for step in english] == [step[:2] for step in chinese]
    assert [step for step in english if step.mark == "run"] == [step for step in chinese if step.mark == "run"]
