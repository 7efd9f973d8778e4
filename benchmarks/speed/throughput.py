"""How soon plan-lint is there, and how much it reads in a second, with its peers in the same rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from benchmarks.speed import peers
from benchmarks.speed.measures import MEMORY, Bench, Row, lacking, megabytes, of, wall
from benchmarks.speed.peers import Missing, Peer
from benchmarks.speed.processes import Command, Run
from benchmarks.speed.workloads import FAULTS

SAMPLE = 40  # files that plain `re` reads
Runs = dict[str, list[Run]]

ALONE, CORES, AGAIN = "one process", "all cores", "second run, nothing changed"


def start_up(bench: Bench) -> Iterator[Row]:
    """From the command line to the end, where there is little to read."""
    tool, small, seeds = bench.tool, bench.small.path, bench.seeds.path
    commands = {
        "--version": tool.version(),
        "one small file": tool.check(small),
        "five seeds": tool.check(seeds),
    }
    kept, theirs = "five seeds, results kept", "five seeds by AutoCorrect"
    if "--cache-dir" in tool.options:
        commands[kept] = tool.check(seeds, results=bench.work / "results" / "seeds")
    peer = peers.autocorrect(bench.work, bench.install)
    if isinstance(peer, Peer):
        commands[theirs] = peer.command(seeds, alone=False)
    runs = bench.run(commands)
    first = "five seeds, first run ever"
    runs |= bench.run({first: tool.check(seeds, fresh=True)}, warm_ups=0, most=bench.amounts.long)
    for name, counted in runs.items():
        note = "nothing kept yet: packs are read, patterns compiled" if name == first else ""
        yield of("start-up", name, "s", wall, counted, note=note)
    if kept not in runs:
        yield lacking("start-up", kept, "s", "--cache-dir")
    for name in ("five seeds", kept):
        if theirs in runs and name in runs:
            yield of("start-up", f"AutoCorrect ÷ {name}", "×", lambda t, o: t.wall / o.wall, runs[theirs], runs[name])
    for name in ("--version", "five seeds", first):
        yield of(MEMORY, name, "MB", megabytes, runs[name])


def throughput(bench: Bench) -> Iterator[Row]:
    """The files, plan-lint and its peers in turn; then the mixes, and the corpus."""
    found = _peers(bench)
    commands = {**_own(bench), **_theirs(bench, found)}
    runs = bench.run(commands)
    octets = bench.files.megabytes
    size = f"{len(bench.files.files):,} files, {octets:.1f} MB"
    for name in (ALONE, CORES, AGAIN):
        if name in runs:
            yield of("throughput", f"{size}, {name}", "MB/s", partial(_rate, octets), runs[name])
            yield of(MEMORY, f"{size}, {name}", "MB", megabytes, runs[name], note=_largest(name))
        else:
            yield lacking("throughput", f"{size}, {name}", "MB/s", "--jobs" if name == CORES else "--cache-dir")
    yield from _compared(bench, found, runs)
    yield from _mixes(bench)
    yield from _corpus(bench)


def _rate(octets: float, run: Run) -> float:
    return octets / run.wall


def _largest(name: str) -> str:
    return "of the largest process" if name == CORES else ""


def _own(bench: Bench) -> dict[str, Command]:
    commands = {ALONE: bench.tool.check(bench.files.path)}
    if "--jobs" in bench.tool.options:
        commands[CORES] = bench.tool.check(bench.files.path, jobs=0)
    if "--cache-dir" in bench.tool.options:
        commands[AGAIN] = bench.tool.check(bench.files.path, results=bench.work / "results" / "files")
    return commands


def _peers(bench: Bench) -> dict[str, Peer | Missing]:
    wanted = peers.patterns()
    return {
        "AutoCorrect": peers.autocorrect(bench.work, bench.install),
        "ripgrep": peers.ripgrep(bench.work, wanted),
        "plain re": peers.plain(bench.work, wanted),
    }


def _theirs(bench: Bench, found: Mapping[str, Peer | Missing]) -> dict[str, Command]:
    """`re` is far too slow for all files: it reads a sample, and none at all, which is what it takes to compile."""
    commands = {}
    for name, peer in found.items():
        if isinstance(peer, Missing):
            continue
        if name == "plain re":
            commands[f"{name}, no file"] = peer.command()
            commands[f"{name}, sample"] = peer.command(*bench.files.files[:SAMPLE])
        else:
            commands[f"{name}, {ALONE}"] = peer.command(bench.files.path)
            if "--jobs" in bench.tool.options:
                commands[f"{name}, {CORES}"] = peer.command(bench.files.path, alone=False)
    return commands


def _compared(bench: Bench, found: Mapping[str, Peer | Missing], runs: Runs) -> Iterator[Row]:
    """Each peer's pace, and plan-lint's as a part of it: of each round a ratio, of which the median is told."""
    for name, peer in found.items():
        if isinstance(peer, Missing):
            yield Row("peers", name, "MB/s", None, note=f"left out: {peer.reason}")
        elif name == "plain re":
            yield from _scaled(bench, peer, runs)
        else:
            for how in (ALONE, CORES):
                if (theirs := runs.get(f"{name}, {how}")) is None:
                    continue
                named, rate = f"{peer.name}, {how}", partial(_rate, bench.files.megabytes)
                yield of("peers", named, "MB/s", rate, theirs, note=peer.note)
                yield of("peers", f"plan-lint's pace ÷ {named}", "×", lambda o, t: t.wall / o.wall, runs[how], theirs)
                yield of(MEMORY, named, "MB", megabytes, theirs)


def _scaled(bench: Bench, peer: Peer, runs: Runs) -> Iterator[Row]:
    """What plain `re` would take for all files: what it takes to compile, and the sample's time as often as it fits."""
    whole = bench.files.megabytes
    sample = bench.files.files[:SAMPLE]
    times = whole / (sum(file.stat().st_size for file in sample) / 1e6)

    def seconds(none: Run, some: Run) -> float:
        return none.wall + (some.wall - none.wall) * times

    none, some = runs["plain re, no file"], runs["plain re, sample"]
    note = f"{peer.note}; scaled from {len(sample)} files, compiling counted once"
    yield of("peers", peer.name, "MB/s", lambda n, s: whole / seconds(n, s), none, some, note=note)
    yield of(
        "peers", f"plan-lint's pace ÷ {peer.name}", "×", lambda o, n, s: seconds(n, s) / o.wall, runs[ALONE], none, some
    )  # fmt: skip


def _mixes(bench: Bench) -> Iterator[Row]:
    """The same kind of files with no faults, some, and many: what is found costs, too."""
    loads = {
        name: bench.mix if name == "typical" else bench.maker.files(name, bench.amounts.mix, name) for name in FAULTS
    }
    runs = bench.run({name: bench.tool.check(load.path) for name, load in loads.items()})
    for name, load in loads.items():
        yield of("throughput", f"{name} files, {ALONE}", "MB/s", partial(_rate, load.megabytes), runs[name])


def _corpus(bench: Bench) -> Iterator[Row]:
    """Minutes, so that it is run less often, and not to warm up."""
    load = bench.maker.corpus(bench.amounts.corpus_mb)
    commands = {ALONE: bench.tool.check(load.path)}
    if "--jobs" in bench.tool.options:
        commands[CORES] = bench.tool.check(load.path, jobs=0)
    for name, counted in bench.run(commands, warm_ups=0, most=bench.amounts.long).items():
        size = f"{load.megabytes:.1f} MB, {name}"
        yield of("throughput", size, "MB/s", partial(_rate, load.megabytes), counted)
        yield of(MEMORY, size, "MB", megabytes, counted, note=_largest(name))
