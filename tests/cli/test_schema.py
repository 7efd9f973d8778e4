"""`plan-lint schema` prints what editors and programs check by."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint.cli.schema import NAMES

FOLDER = Path(__file__).parents[2] / "schemas"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "lint", "schema", *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | environment)


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_the_schema_as_it_is_in_the_repository(name: str) -> None:
    done = run(name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (FOLDER / f"{name}.json").read_bytes()
    assert done.stdout.endswith(b"}\n")
    assert json.dumps(json.loads(done.stdout), ensure_ascii=False, indent=2) + "\n" == done.stdout.decode()


def test_it_is_the_same_in_every_run_and_whatever_the_terminal_writes() -> None:
    one = run("rules", PYTHONHASHSEED="1", PYTHONIOENCODING="ascii")
    other = run("rules", PYTHONHASHSEED="2", PYTHONIOENCODING="gb18030", PYTHONUTF8="0", LC_ALL="C")
    assert one.stdout == other.stdout
    assert "⟦".encode() in one.stdout


@pytest.mark.parametrize("arguments", [(), ("rule",)])
def test_what_there_is_no_schema_of_is_told(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert all(name in done.stderr.decode() for name in NAMES)
