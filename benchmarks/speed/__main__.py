"""`python -m benchmarks.speed`: how fast plan-lint is, beside its peers."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.speed import costs, growth, throughput
from benchmarks.speed.measures import Bench, Row
from benchmarks.speed.table import plain, table
from benchmarks.speed.tool import Tool
from benchmarks.speed.workloads import QUICK, Amounts, Maker
from lint import __version__, packs

WIDTH = 130  # of the table where it is not shown on a terminal
MEASURES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "start-up": throughput.start_up,
    "throughput": throughput.throughput,
    "packs": costs.by_pack,
    "rules": costs.by_rule,
    "lengths": growth.by_length,
    "rule-counts": growth.by_rules,
}


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser("python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--work", type=Path, metavar="DIR", help="Where workloads are made and kept; else nowhere.")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="Real .txt documents in place of invented ones.")
    parser.add_argument("--files", type=int, metavar="N", help=f"Files of 7 to 25 KB ({Amounts.files:,}).")
    parser.add_argument("--corpus-mb", type=float, metavar="N", help=f"Megabytes of the corpus ({Amounts.corpus_mb}).")
    parser.add_argument("--runs", type=int, metavar="N", help="Counted runs of each command (5).")
    parser.add_argument("--seed", type=int, default=0, help="Another seed makes other documents and packs (0).")
    parser.add_argument("--only", action="append", choices=MEASURES, help="Measure only this. Repeatable.")
    parser.add_argument("--quick", action="store_true", help="Everything small, in about a minute: for a look.")
    parser.add_argument("--no-install", action="store_true", help="Leave out peers that would have to be installed.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="Write all figures here, too.")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Make the workloads, measure, and print one table."""
    asked = options().parse_args(argv)
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDTH)
    with _folder(asked.work) as work, Console(stderr=True).status("…") as status:
        bench = _bench(asked, work, lambda name: status.update(f"runs: {name}"))
        try:
            rows = [
                row for name, measure in MEASURES.items() if name in (asked.only or MEASURES) for row in measure(bench)
            ]
        except ValueError as error:  # a folder of no texts
            print(f"python -m benchmarks.speed: {error}", file=sys.stderr)
            return 2
        about = _about(bench, asked)
    console.print(", ".join(f"{name} {value}" for name, value in about.items()))
    console.print(table(rows))
    if asked.json:
        asked.json.write_text(json.dumps(plain(about, rows), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


@contextmanager
def _folder(work: Path | None) -> Iterator[Path]:
    """The folder asked for, which is kept, or one for this run."""
    if work:
        work.mkdir(parents=True, exist_ok=True)
        yield work.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="plan-lint-speed-") as folder:
        yield Path(folder)


def _bench(asked: argparse.Namespace, work: Path, told: Callable[[str], None]) -> Bench:
    usual = QUICK if asked.quick else Amounts()
    amounts = replace(
        usual,
        files=usual.files if asked.files is None else asked.files,
        corpus_mb=usual.corpus_mb if asked.corpus_mb is None else asked.corpus_mb,
    )
    runs = asked.runs or (2 if asked.quick else 5)
    tool = Tool(work / "cache")
    return Bench(tool, Maker(work, asked.seed, asked.texts), amounts, runs, not (asked.no_install or asked.quick), told)


def _about(bench: Bench, asked: argparse.Namespace) -> dict[str, Any]:
    """What a reader must know to compare figures; nothing that tells whose machine it was."""
    return {
        "plan-lint": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "rules": len(packs.load().rules),
        "texts": "real" if asked.texts else "invented",
        "seed": asked.seed,
        "options lacking": " ".join(bench.tool.lacking) or "none",
    }


if __name__ == "__main__":
    sys.exit(main())
