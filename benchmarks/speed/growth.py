"""How the time grows: with the length of a document, and with the number of rules."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.speed.measures import MEMORY, Bench, Row, beyond, megabytes, of, wall
from benchmarks.speed.processes import Run
from benchmarks.speed.workloads import KB, MB


def by_length(bench: Bench) -> Iterator[Row]:
    """Seconds a megabyte beyond the start-up, which the small file takes too; short documents come as many."""
    loads = {size: bench.maker.length(size, count) for size, count in bench.amounts.lengths}
    commands = {"small": bench.tool.check(bench.small.path)}
    runs = bench.run(commands | {str(size): bench.tool.check(load.path) for size, load in loads.items()})
    values: dict[int, list[Run]] = {}
    for size, load in loads.items():
        octets, values[size] = load.megabytes - bench.small.megabytes, runs[str(size)]
        count = len(load.files)
        measure = f"{count} document{'s' if count > 1 else ''} of {_told(size)}"
        yield of(
            "growth with length", measure, "s/MB", lambda run, start, octets=octets: beyond(run, start) / octets,
            values[size], runs["small"],
        )  # fmt: skip
        yield of(MEMORY, measure, "MB", megabytes, values[size])
    shortest, longest = min(loads), max(loads)
    few, many = (loads[size].megabytes - bench.small.megabytes for size in (shortest, longest))
    yield of(
        "growth with length", f"{_told(longest)} ÷ {_told(shortest)}, of a megabyte", "×",
        lambda long, short, start: (beyond(long, start) / many) / (beyond(short, start) / few),
        values[longest], values[shortest], runs["small"],
    )  # fmt: skip


def _told(size: int) -> str:
    return f"{size // MB} MB" if size >= MB else f"{size // KB} KB"


def by_rules(bench: Bench) -> Iterator[Row]:
    """User rules beside the built-in ones: to start with them, and what each file then takes."""
    packs = {0: None, **{count: bench.maker.pack(count) for count in bench.amounts.rules}}
    commands = {}
    for count, pack in packs.items():
        commands[f"{count} small"] = bench.tool.check(bench.small.path, rules=pack)
        commands[f"{count} files"] = bench.tool.check(bench.mix.path, rules=pack)
    runs = bench.run(commands)
    octets = bench.mix.megabytes - bench.small.megabytes
    section = "growth with rules"
    for count in packs:
        small, files = runs[f"{count} small"], runs[f"{count} files"]
        named = f"{count:,} user rules"
        yield of(section, f"{named}, one small file", "s", wall, small)
        yield of(section, f"{named}, {len(bench.mix.files)} files with start-up", "s", wall, files)
        yield of(section, f"{named}, beyond start-up", "s/MB", lambda run, s: beyond(run, s) / octets, files, small)
    most = max(packs)
    yield of(
        section, f"{most:,} ÷ 0 user rules, beyond start-up", "×", lambda m, ms, n, ns: beyond(m, ms) / beyond(n, ns),
        runs[f"{most} files"], runs[f"{most} small"], runs["0 files"], runs["0 small"],
    )  # fmt: skip
