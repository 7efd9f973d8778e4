"""What is measured: rows, each the median of some runs, and the bench on which they are made."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.speed.processes import Command, Run, fault, interleaved
from benchmarks.speed.tool import Tool
from benchmarks.speed.workloads import MB, SEEDS, Amounts, Maker, Workload

MEMORY = "peak memory"


@dataclass(frozen=True)
class Row:
    """One figure: the median of `runs` values, and the least and the greatest of them. None where there is none.

    `note` says what a reader must know, or why there is no figure.
    """

    section: str
    measure: str
    unit: str
    median: float | None
    low: float | None = None
    high: float | None = None
    runs: int = 0
    note: str = ""


def row(section: str, measure: str, unit: str, values: Sequence[float], note: str = "") -> Row:
    """The row of some values."""
    if not values:
        return Row(section, measure, unit, None, note=note)
    return Row(section, measure, unit, statistics.median(values), min(values), max(values), len(values), note)


def of(
    section: str, measure: str, unit: str, value: Callable[..., float], *runs: Sequence[Run], note: str = ""
) -> Row:  # fmt: skip
    """The row of a value that is taken in each round, of one command's run or of several commands' runs in it."""
    failed = next((said for counted in runs if (said := fault(counted))), None)
    values = [] if failed else [value(*together) for together in zip(*runs, strict=True)]
    return row(section, measure, unit, values, failed or note)


def lacking(section: str, measure: str, unit: str, option: str) -> Row:
    """A row that this version of plan-lint cannot have."""
    return Row(section, measure, unit, None, note=f"this version has no {option}")


def wall(run: Run) -> float:
    """Seconds from start to end."""
    return run.wall


def megabytes(run: Run) -> float:
    """The peak of memory in millions of bytes."""
    return run.peak / MB


def beyond(run: Run, start: Run) -> float:
    """Seconds beyond the start-up of the same round; what is faster than its start-up took no time that can be told."""
    return max(run.wall - start.wall, 1e-6)


@dataclass(frozen=True)
class Bench:
    """Where measures are made: the command, its workloads, how often each is run, and who is told what runs now."""

    tool: Tool
    maker: Maker
    amounts: Amounts
    runs: int
    install: bool = True
    told: Callable[[str], None] = lambda name: None

    @cached_property
    def small(self) -> Workload:
        """One file of middle size: to lint it alone is to start."""
        folder = self.maker.files("small", 1)
        return Workload("small", folder.files[0])

    @cached_property
    def seeds(self) -> Workload:
        """The five seeds."""
        return Workload("seeds", SEEDS)

    @cached_property
    def files(self) -> Workload:
        """A day's files."""
        return self.maker.files("files", self.amounts.files)

    @cached_property
    def mix(self) -> Workload:
        """Fewer files, for what is run often."""
        return self.maker.files("typical", self.amounts.mix)

    @property
    def work(self) -> Path:
        """The folder in which everything lies."""
        return self.maker.work

    def run(self, commands: Mapping[str, Command], warm_ups: int = 1, most: int | None = None) -> dict[str, list[Run]]:
        """The counted runs of these commands, in turn, `most` of each where they take long."""
        return interleaved(commands, min(self.runs, most or self.runs), warm_ups, self.told)
