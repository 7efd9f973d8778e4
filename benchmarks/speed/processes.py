"""Whole processes, timed from start to end, those to be compared in turn: A B A B, never A A B B.

A machine drifts: it is warmer, or somebody else is at work. What runs in turn drifts together, so that ratios hold.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STOPWATCH = Path(__file__).with_name("stopwatch.py")
LIMIT = 1_800  # seconds after which a command is ended and told to have failed


@dataclass(frozen=True)
class Command:
    """A command line. `statuses` are those with which it ends well; `fresh` is a folder taken away before each run."""

    argv: tuple[str, ...]
    statuses: frozenset[int] = frozenset({0, 1})
    fresh: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Run:
    """What one run took: seconds, and the peak of resident memory in bytes. `fault` says why it does not count."""

    wall: float
    user: float
    system: float
    peak: int
    fault: str | None = None
    output: str = ""

    @property
    def busy(self) -> float:
        """Seconds of processor time."""
        return self.user + self.system


def run(command: Command, kept: bool = False) -> Run:
    """One run, written to a file as a pipeline's would be; `kept` brings standard output back."""
    if command.fresh:
        shutil.rmtree(command.fresh, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="speed-") as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        watch = [sys.executable, "-I", "-S", str(STOPWATCH), str(LIMIT), str(out), str(err), *command.argv]
        environment = {**os.environ, "NO_COLOR": "1", **dict(command.environment)}
        told = subprocess.run(watch, env=environment, stdout=subprocess.PIPE, check=True)
        row = json.loads(told.stdout)
        status = row.pop("status")
        fault = None if status in command.statuses else _fault(status, err.read_text(errors="replace"))
        return Run(**row, fault=fault, output=out.read_text(errors="replace") if kept else "")


def _fault(status: int, err: str) -> str:
    """A run that failed is told, never timed: a crash is always quick."""
    if status < 0:
        return f"ended by signal {-status}"
    last = err.strip().splitlines()[-1:] or ["nothing on standard error"]
    return f"exit status {status}: {last[0]}"


def interleaved(
    commands: Mapping[str, Command], runs: int, warm_ups: int = 1, told: Callable[[str], None] = lambda name: None
) -> dict[str, list[Run]]:
    """The counted runs of each command, in rounds of one run each; the warm-ups before them are not counted.

    A command that failed when it was warmed up, or in a round, is not run again.
    """
    counted: dict[str, list[Run]] = {name: [] for name in commands}
    failed: dict[str, Run] = {}
    for turn in range(-warm_ups, runs):
        for name, command in commands.items():
            if name in failed:
                continue
            told(name)
            row = run(command)
            if row.fault:
                failed[name] = row
            elif turn >= 0:
                counted[name].append(row)
    return {name: [failed[name]] if name in failed else rows for name, rows in counted.items()}


def fault(runs: Sequence[Run]) -> str | None:
    """Why these runs say nothing, if they do not."""
    return next((run.fault for run in runs if run.fault), None)


def wall(runs: Sequence[Run]) -> float:
    """The median of their seconds."""
    return statistics.median(run.wall for run in runs)
