"""What single packs and rules cost."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from typing import Any

from benchmarks.speed import processes
from benchmarks.speed.measures import Bench, Row, beyond, lacking, of, row
from lint import packs


def by_pack(bench: Bench) -> Iterator[Row]:
    """Each pack alone, beyond its start-up. Packs share the reading of a document, so that all cost less than each."""
    names = sorted({rule.pack for rule in packs.load().rules})
    commands = {}
    for name in ("", *names):
        commands[f"{name} small"] = bench.tool.check(bench.small.path, select=name)
        commands[f"{name} files"] = bench.tool.check(bench.mix.path, select=name)
    runs = bench.run(commands)
    octets = bench.mix.megabytes - bench.small.megabytes
    for name in ("", *names):
        yield of(
            "cost of packs", name or "all of them", "s/MB", lambda run, start: beyond(run, start) / octets,
            runs[f"{name} files"], runs[f"{name} small"],
        )  # fmt: skip


def by_rule(bench: Bench) -> Iterator[Row]:
    """Each phase and each rule as the command itself times them, the dearest first."""
    if "--time" not in bench.tool.options:
        yield lacking("cost of rules", "each rule", "ms/MB", "--time")
        return
    command = bench.tool.check(bench.mix.path, timed=True)
    bench.told("rules")
    runs = [processes.run(command, kept=True) for _ in range(bench.runs + 1)][1:]  # the first one warms up
    if said := processes.fault(runs):
        yield Row("cost of rules", "each rule", "ms/MB", None, note=said)
        return
    timings = [json.loads(run.output)["timing"] for run in runs]
    for section, key in (("phases", "phases"), ("cost of rules", "rules")):
        yield from _dearest(section, [timing[key] for timing in timings], bench.mix.megabytes)


def _dearest(section: str, timed: list[dict[str, Any]], octets: float) -> Iterator[Row]:
    """A rule that never ran in one of the runs cost nothing there."""
    costs = {name: [timing.get(name, 0) * 1000 / octets for timing in timed] for name in sorted(set().union(*timed))}
    for name in sorted(costs, key=lambda name: -statistics.median(costs[name])):
        yield row(section, name, "ms/MB", costs[name])
