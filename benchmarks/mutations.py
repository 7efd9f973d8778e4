"""`python -m benchmarks.mutations`: how many faults of the numbering plan-lint finds, of those a reader would see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from benchmarks import trials
from benchmarks.report import shown, summary, tables
from benchmarks.trials import KINDS, OUTCOMES
from lint import files
from lint.text import Unreadable


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)), help="Only this kind. Repeatable.")
@click.option("--per-document", default=40, show_default=True, metavar="N", help="Trials a document and kind, at most.")
@click.option("--seed", default=0, show_default=True, help="Another seed chooses other headings and variants.")
@click.option("--show", type=click.Choice(OUTCOMES[1:]), help="Show each trial with this outcome, in context.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(
    paths: tuple[str, ...], kinds: tuple[str, ...], per_document: int, seed: int, show: str | None, as_json: bool
) -> None:
    """Put faults into the numbering of documents, one at a time, and count which of them the linter finds."""
    try:
        tally = trials.run(trials.ready(), _found(paths), kinds or tuple(KINDS), per_document, seed)
    except (OSError, Unreadable) as error:
        raise click.ClickException(str(error)) from error
    chosen = [trial for trial in tally.trials if trial.outcome == show]
    if as_json:
        click.echo(json.dumps({**summary(tally), "shown": [shown(t) for t in chosen]}, ensure_ascii=False, indent=2))
        return
    for trial in chosen:
        click.echo(shown(trial))
    console = Console(highlight=False, markup=False)
    for table in tables(tally):
        console.print(table)


def _found(paths: tuple[str, ...]) -> Iterator[Path]:
    for path in files.find(paths):
        if isinstance(path, files.Missing):
            raise click.UsageError(f"{path.path}: {path.reason}")
        yield path


if __name__ == "__main__":
    command()
