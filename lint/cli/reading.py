"""The texts of a run, one after the other, with a progress bar on terminals once it turns out to be long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lint import files, session

if TYPE_CHECKING:
    from lint.stopwatch import Stopwatch
    from lint.text import Source

LONG = 1.0  # seconds after which a run on a terminal shows its progress

Given = Iterator["Source | session.Trouble"]


def read(
    found: list[Path | files.Missing], quiet: bool, watch: Stopwatch | None, kind: Callable[[str], str] | None
) -> Given:
    """Each file as a source of its `kind`, or why it could not be read."""
    given = session.sources(found if quiet or not sys.stderr.isatty() else _progress(found))
    while (source := watch.phase("read", next, given, None) if watch else next(given, None)) is not None:
        said = kind(source.path) if kind and not isinstance(source, session.Trouble) else ""
        yield replace(source, kind=said) if said and not isinstance(source, session.Trouble) else source


def _progress(found: list[Path | files.Missing]) -> Iterable[Path | files.Missing]:
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
