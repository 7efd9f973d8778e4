"""`plan-lint check`: lint files and folders."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lint import expressions, files, session
from lint.cli import options
from lint.cli.group import VERBS
from lint.engine import Engine
from lint.findings import Severity
from lint.reports import FORMATS, Summary, report

NOWHERE = "no such file or folder"
LONG = 1.0  # seconds after which a run on a terminal shows its progress


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--select", "select", multiple=True, metavar="ID,PACK", help="Only these rules or packs. Repeatable.")
@click.option("--ignore", "ignore", multiple=True, metavar="ID,PACK", help="Without these rules or packs. Repeatable.")
@options.rules_option
@click.option(
    "--exclude", multiple=True, metavar="GLOB", help="Leave out what matches, as .gitignore would. Repeatable."
)
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="warning", show_default=True,
    help="The least severity that makes the exit status 1.",
)  # fmt: skip
@click.option(
    "--output-format", type=click.Choice(FORMATS), default="full", show_default=True, help="How findings are shown."
)
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name that findings in '-' carry.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no notes, no progress.")
@options.color_option
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rules: tuple[Path, ...],
    exclude: tuple[str, ...],
    fail_on: str,
    output_format: str,
    stdin_filename: str,
    quiet: bool,
    color: str,
) -> int:
    """Lint documents: files by name, folders for their .txt and .md, '-' for standard input.

    Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 the run is broken.
    """
    engine = Engine(options.select(options.load(rules), select, ignore))
    shown, summary = report(output_format, quiet, color), Summary()
    for result in _results(engine, paths, exclude, stdin_filename, quiet):
        summary.add(result)
        for trouble in result.troubles:
            if trouble.grave or not quiet:
                options.tell(("error" if trouble.grave else "note"), trouble.file, trouble.reason + _meant(trouble))
        shown.result(result)
    if not summary.files and not summary.troubles:
        options.tell("warning", " ".join(paths), "no documents here (.txt or .md); nothing was checked")
    expressions.keep()
    shown.close(summary)
    if summary.broken:
        return 2
    return int(fail_on != "never" and summary.at_least(Severity(fail_on)) > 0)


def _results(
    engine: Engine, paths: tuple[str, ...], exclude: tuple[str, ...], stdin_name: str, quiet: bool
) -> Iterator[session.Result]:
    if "-" in paths:
        source = session.standard_input(stdin_name)
        if isinstance(source, session.Trouble):
            yield session.Result(stdin_name, None, (), (source,))
        else:
            yield session.lint(engine, source)
    found = list(files.find(tuple(path for path in paths if path != "-"), exclude))
    yield from session.run(engine, found if quiet or not sys.stderr.isatty() else _progress(found))


def _progress(found: list[Path | files.Missing]) -> Iterable[Path | files.Missing]:
    """The files, with a progress bar once the run turns out to be long. Only on a terminal."""
    begun = time.monotonic()
    for index, file in enumerate(found):
        yield file
        if time.monotonic() - begun > LONG and index + 1 < len(found):
            from rich.console import Console
            from rich.progress import Progress

            # What goes to a file or a pipe must go there; only what goes to the same terminal may pass above the bar.
            above = sys.stdout.isatty()
            with Progress(
                console=Console(stderr=True), transient=True, redirect_stdout=above, redirect_stderr=True
            ) as bar:
                yield from bar.track(found[index + 1 :], total=len(found), completed=index + 1, description="Linting")
            return


def _meant(trouble: session.Trouble) -> str:
    """The verb that a path which leads nowhere may have been meant for."""
    if trouble.reason != NOWHERE or not trouble.file.isalpha():
        return ""
    from difflib import get_close_matches

    close = get_close_matches(trouble.file, VERBS, 1)
    return f"; did you mean '{close[0]}'?" if close else ""
