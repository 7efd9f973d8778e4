"""What came of the trials, as tables for people and as plain values for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from rich.table import Table

from benchmarks.trials import KINDS, OUTCOMES, Tally, Trial
from lint.document.markers import RANKS

MOST = 15


def summary(tally: Tally) -> dict[str, Any]:
    """Counts by kind and scheme and over all, and what was left out of them; a share is that of `found`."""
    cells = _by(tally, lambda trial: (trial.kind, trial.scheme))
    return {
        "documents": tally.documents,
        "headings": tally.headings,
        "overall": _counts(Counter(trial.outcome for trial in tally.trials)),
        "cells": [{"kind": kind, "scheme": scheme, **_counts(cells[kind, scheme])} for kind, scheme in sorted(cells)],
        "left-out": [
            {"kind": kind, "reason": reason, "faults": count}
            for (kind, reason), count in sorted(tally.left_out.items())
        ],
    }


def _by(tally: Tally, key: Callable[[Trial], Any]) -> dict[Any, Counter[str]]:
    counted: dict[Any, Counter[str]] = {}
    for trial in tally.trials:
        counted.setdefault(key(trial), Counter())[trial.outcome] += 1
    return counted


def _counts(outcomes: Counter[str]) -> dict[str, Any]:
    share = round(outcomes["found"] / outcomes.total(), 4) if outcomes else None
    return {"trials": outcomes.total(), **{name: outcomes[name] for name in OUTCOMES}, "share": share}


def tables(tally: Tally) -> Iterator[Table]:
    """By kind, by scheme, what was told instead of what should have been, and what was left out."""
    yield _table("kind", list(KINDS), _by(tally, lambda trial: trial.kind))
    yield _table("scheme", list(RANKS), _by(tally, lambda trial: trial.scheme))
    yield _instead(tally)
    yield _left_out(tally)


def _table(name: str, order: list[str], counted: dict[str, Counter[str]]) -> Table:
    table = Table(name, show_footer=True)
    total = sum(counted.values(), Counter[str]())
    table.columns[0].footer = "all"
    for heading, footer in zip(("trials", *OUTCOMES, "share"), _row(total), strict=True):
        table.add_column(heading, footer, justify="right")
    for row in sorted(counted, key=order.index):
        table.add_row(row, *_row(counted[row]))
    return table


def _row(outcomes: Counter[str]) -> list[str]:
    share = f"{outcomes['found'] / outcomes.total():.1%}" if outcomes else "–"
    return [str(outcomes.total()), *(str(outcomes[name]) for name in OUTCOMES), share]


def _instead(tally: Tally) -> Table:
    told = Counter(
        (trial.kind, trial.outcome, " + ".join(sorted(finding.rule for finding in trial.findings)))
        for trial in tally.trials
        if trial.findings and trial.outcome != "found"
    )
    table = Table("kind", "outcome", "told instead", title=f"the {MOST} commonest", title_justify="left")
    table.add_column("trials", justify="right")
    for (kind, outcome, rules), count in told.most_common(MOST):
        table.add_row(kind, outcome, rules, str(count))
    return table


def _left_out(tally: Tally) -> Table:
    table = Table("left out", title_justify="left")
    table.add_column("faults", justify="right")
    reasons: Counter[str] = Counter()
    for (_, reason), count in tally.left_out.items():
        reasons[reason] += count
    for reason, count in reasons.most_common():
        table.add_row(reason, str(count))
    table.caption = f"{tally.headings} headings of {tally.documents} documents"
    return table


def shown(trial: Trial) -> str:
    """One trial: where, what was done, the places at which a reader would point, and what the linter said."""
    marker = " ".join(trial.marker.split())
    head = f"{trial.file}:{trial.line}: {trial.kind} {marker} ({trial.scheme}): {trial.outcome}"
    places = (f"    {place}" for place in trial.context)
    told = (f"    {f.start.line}:{f.start.column} {f.rule}: {f.message}" for f in trial.findings)
    return "\n".join([head, *places, *told] if trial.findings else [head, *places, "    nothing was found"])
