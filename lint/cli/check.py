"""`plan-lint check`: lint files and folders."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint import cache, files, session, stopwatch
from lint.cli import options
from lint.cli.group import VERBS
from lint.findings import Severity
from lint.packs import sources
from lint.reports import FORMATS, Summary, report

if TYPE_CHECKING:
    from lint.results import Results
    from lint.stopwatch import Stopwatch
    from lint.text import Source

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
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N",
    help="Processes that lint at once; 0, the default, is one for each core.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Lint every file, also those that are known from earlier runs.")
@click.option(
    "--cache-dir", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Where results, compiled rules and dictionaries are kept; also PLAN_LINT_CACHE_DIR.",
)  # fmt: skip
@click.option("--time", "timed", is_flag=True, help="Show where the time went, by phase and by rule.")
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
    jobs: int,
    no_cache: bool,
    cache_dir: Path | None,
    timed: bool,
    color: str,
) -> int:
    """Lint documents: files by name, folders for their .txt and .md, '-' for standard input.

    Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 the run is broken.
    """
    if cache_dir is not None:
        os.environ[cache.PLACE] = str(cache_dir)
    watch = stopwatch.Stopwatch() if timed else None
    engine = partial(options.engine, rules, select, ignore, watch)
    results = None if no_cache else _results(rules, select, ignore)
    session_ = session.Session(engine, results, jobs or _cores())
    shown, summary = report(output_format, quiet, color), Summary(watch)
    try:
        for result in session_.run(_sources(paths, exclude, stdin_filename, quiet, watch)):
            summary.add(result)
            _tell_troubles(result, quiet)
            shown.result(result)
    finally:  # what was found until Ctrl-C need not be looked for again
        _keep(session_, results)
    if not (session_.used or session_.known):
        engine()  # rules that cannot be read are told even where there is nothing to lint
    if not summary.files and not summary.troubles:
        options.tell("warning", " ".join(paths), "no documents here (.txt or .md); nothing was checked")
    shown.close(summary)
    if watch is not None and output_format != "json":
        options.tell_times(watch)
    if summary.broken:
        return 2
    return int(fail_on != "never" and summary.at_least(Severity(fail_on)) > 0)


def _tell_troubles(result: session.Result, quiet: bool) -> None:
    for trouble in result.troubles:
        if trouble.grave or not quiet:
            options.tell(("error" if trouble.grave else "note"), trouble.file, trouble.reason + _meant(trouble))


def _keep(session_: session.Session, results: Results | None) -> None:
    """Keep what this run has found and compiled for the next one."""
    if results is not None:
        results.close()
    if session_.used:
        from lint import expressions

        expressions.keep()


def _results(rules: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> Results:
    """What earlier runs with the same rules have found."""
    from lint.results import Results

    made_with = sources.key_of_findings(options.contents(rules))
    return Results(cache.key(made_with, repr((options.names(select), options.names(ignore)))))


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _sources(
    paths: tuple[str, ...], exclude: tuple[str, ...], stdin_name: str, quiet: bool, watch: Stopwatch | None
) -> Iterator[Source | session.Trouble]:
    if "-" in paths:
        yield session.standard_input(stdin_name)
    found = list(files.find(tuple(path for path in paths if path != "-"), exclude))
    read = session.sources(found if quiet or not sys.stderr.isatty() else _progress(found))
    while (source := watch.phase("read", next, read, None) if watch else next(read, None)) is not None:
        yield source


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
