"""`python -m benchmarks.injections`: how much chrome and garbling plan-lint finds, put into clean texts on purpose."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.injections import trials
from benchmarks.injections.trials import GENERATORS, Trial
from lint import files
from lint.text import Unreadable


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--family", "families", multiple=True, type=click.Choice(list(GENERATORS)), help="Repeatable.")
@click.option("--each", default=4, show_default=True, metavar="N", help="Damages a text and family.")
@click.option("--half", type=click.Choice(["0", "1"]), help="Only this half of the forms; left out: all.")
@click.option("--seed", default=0, show_default=True, help="Another seed chooses other forms and places.")
@click.option("--show", is_flag=True, help="Show each damage that was not found, in context.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(
    paths: tuple[str, ...], families: tuple[str, ...], each: int, half: str | None, seed: int, show: bool, as_json: bool
) -> None:
    """Put damage into clean texts, one at a time, and count how much of it the linter finds at its place."""
    try:
        found = [path for path in files.find(paths) if isinstance(path, Path)]
        chosen = families or tuple(GENERATORS)
        tried = list(trials.run(trials.ready(), found, chosen, each, int(half) if half else None, seed))
    except (OSError, Unreadable) as error:
        raise click.ClickException(str(error)) from error
    shares = trials.shares(tried)
    if as_json:
        rows = [{"family": f, "trials": n, "named": named, "found": found} for f, (n, named, found) in shares.items()]
        click.echo(json.dumps(rows, indent=2))
        return
    if show:
        for trial in tried:
            if not trial.named:
                click.echo(_shown(trial))
    Console(highlight=False, markup=False).print(_table(shares))


def _shown(trial: Trial) -> str:
    told = ", ".join(trial.told) or "nothing"
    return f"{trial.injection.family}: {trial.context}\n    form: {trial.injection.form!r}; told there: {told}"


def _table(shares: dict[str, tuple[int, int, int]]) -> Table:
    table = Table("family")
    for heading in ("trials", "named", "found"):
        table.add_column(heading, justify="right")
    for family, (count, named, found) in shares.items():
        table.add_row(family, str(count), f"{named / count:.1%}", f"{found / count:.1%}")
    total, named, found = (sum(row[column] for row in shares.values()) for column in range(3))
    if total:
        table.add_row("all", str(total), f"{named / total:.1%}", f"{found / total:.1%}", end_section=True)
    return table


if __name__ == "__main__":
    command()
