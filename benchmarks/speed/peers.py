"""Peers: other programs that look for much in many files. One that is not here is told and left out.

None of them does what plan-lint does. AutoCorrect sets the blanks and marks of Chinese text right, ripgrep and `re`
look for the same patterns and know nothing of what they mean: they say how fast such looking can be.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.processes import Command
from lint import packs

AUTOCORRECT = "autocorrect-node"
# Line by line, as grep works: looking across line ends (-U) takes ten times as long.
SYNTAX = ("--regex-size-limit=2G", "--dfa-size-limit=2G")
_AROUND = re.compile(r"\(\?(?:<?[=!]|P=)")


@dataclass(frozen=True)
class Missing:
    """A peer that cannot be measured here, and why."""

    reason: str


@dataclass(frozen=True)
class Peer:
    """A program to be measured beside plan-lint: its command without paths, for one thread and for all cores."""

    name: str
    alone: tuple[str, ...]
    together: tuple[str, ...]
    note: str = ""

    def command(self, *paths: Path, alone: bool = True) -> Command:
        """Over these folders or files. 1 is what linters and grep say when they find something, or nothing."""
        return Command((*(self.alone if alone else self.together), *map(str, paths)))


def patterns() -> tuple[str, ...]:
    """The patterns that plan-lint's own rules are looked for by, each once."""
    ruleset = packs.load().select((), ())
    return tuple(dict.fromkeys(pattern for rule in ruleset.rules for pattern in rule.check.scanned()))


def autocorrect(work: Path, install: bool = True) -> Peer | Missing:
    """AutoCorrect with its default rules, from npm, installed into the work folder where it is not yet."""
    place = work / "peers"
    script = place / "node_modules" / ".bin" / "autocorrect"
    if not script.exists():
        if shutil.which("npm") is None:
            return Missing("npm is not here, which would install it")
        if not install:
            return Missing("it is not installed yet, and nothing is installed now")
        place.mkdir(parents=True, exist_ok=True)
        told = _ran(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(place), AUTOCORRECT])
        if told.returncode or not script.exists():
            return Missing(f"npm could not install {AUTOCORRECT}: {_last(told.stderr)}")
    told = _ran([str(script), "--version"])
    if told.returncode:
        return Missing(f"it does not start: {_last(told.stderr)}")
    argv = (str(script), "--lint", "--format", "json")  # the shortest form; its own, with differences, takes longer
    return Peer(told.stdout.strip(), (*argv, "--threads", "1"), (*argv, "--threads", "0"), "its default rules")


def ripgrep(work: Path, wanted: Sequence[str]) -> Peer | Missing:
    """ripgrep with as many of plan-lint's patterns as its syntax takes."""
    if shutil.which("rg") is None:
        return Missing("rg is not here")
    version = _ran(["rg", "--version"]).stdout.split("\n")[0].split(" (")[0]
    file = work / "peers" / "patterns.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    said = [re.sub(r"\(\?P<\w+>", "(", pattern) for pattern in wanted if "\n" not in pattern]  # a name may stand once
    taken = _taken(said, file)
    _write(taken, file)
    argv = ("rg", "-c", "--no-config", *SYNTAX, "-f", str(file))
    note = f"{len(taken)} of {len(wanted)} patterns; its syntax refuses the others"
    return Peer(version, (*argv, "-j1"), argv, note)


def _taken(patterns: Sequence[str], file: Path) -> list[str]:
    """Those that look around or back are out; of the rest ripgrep itself is asked."""
    return _halved([pattern for pattern in patterns if not _AROUND.search(pattern)], file)


def _halved(patterns: Sequence[str], file: Path) -> list[str]:
    """The patterns that ripgrep accepts: halves are tried until one is accepted whole or is a single pattern."""
    if not patterns or _accepted(patterns, file):
        return list(patterns)
    middle = len(patterns) // 2
    return [*_halved(patterns[:middle], file), *_halved(patterns[middle:], file)] if middle else []


def _accepted(patterns: Sequence[str], file: Path) -> bool:
    _write(patterns, file)
    return _ran(["rg", "-q", "--no-config", *SYNTAX, "-f", str(file), "-"]).returncode != 2


def _write(patterns: Sequence[str], file: Path) -> None:
    file.write_text("".join(f"{pattern}\n" for pattern in patterns), encoding="utf-8")


def plain(work: Path, wanted: Sequence[str]) -> Peer:
    """Python's `re`, one pattern after the other; it has no threads to measure."""
    file = work / "peers" / "patterns.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(list(wanted)), encoding="utf-8")
    argv = (sys.executable, "-I", str(Path(__file__).with_name("plain.py")), str(file))
    return Peer("plain re", argv, argv, f"{len(wanted)} patterns, one after the other")


def _ran(argv: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def _last(text: str) -> str:
    return (text.strip().splitlines() or ["it says nothing"])[-1]
