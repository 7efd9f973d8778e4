"""The texts of a run, one after the other, with a progress bar on terminals once it turns out to be long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lint import files, session
from lint.config import Config
from lint.config.config import TEXTS

if TYPE_CHECKING:
    from lint.stopwatch import Stopwatch
    from lint.text import Source

LONG = 1.0  # seconds after which a run on a terminal shows its progress

Given = Iterator["Source | session.Trouble"]


def found(config: Config, paths: tuple[str, ...], exclude: tuple[str, ...]) -> Iterator[Path | files.Missing]:
    """The files that a command line names, and those below its folders, as configured; `exclude` is left out, too."""
    return files.find(
        tuple(path for path in paths if path != "-"),
        exclude,
        config.include.match if config.include != TEXTS else None,
        config.exclude.match if config.exclude.patterns else None,
        config.force_exclude,
    )


def given(
    config: Config, paths: tuple[str, ...], exclude: tuple[str, ...], stdin_name: str, quiet: bool = True
) -> Given:
    """What a command line names, read: standard input where it says '-', then files. Nothing at all is a trouble."""
    if "-" in paths:
        yield typed(session.standard_input(stdin_name), config)
    here = list(found(config, paths, exclude))
    yield from read(here, quiet, None, config)
    if not here and "-" not in paths:
        yield session.Trouble(" ".join(paths), f"no documents here ({meant(config)})", grave=False)


def read(here: list[Path | files.Missing], quiet: bool, watch: Stopwatch | None, config: Config) -> Given:
    """Each file as a source, or why it could not be read."""
    sources = session.sources(here if quiet or not sys.stderr.isatty() else _progress(here))
    while (source := watch.phase("read", next, sources, None) if watch else next(sources, None)) is not None:
        yield typed(source, config)


def typed(source: Source | session.Trouble, config: Config) -> Source | session.Trouble:
    """A source with the type of document that is configured for it."""
    if isinstance(source, session.Trouble) or not config.documents:
        return source
    return replace(source, kind=config.type_of(source.path))


def meant(config: Config) -> str:
    """Which files are documents, in words."""
    return ".txt or .md" if config.include == TEXTS else ", ".join(config.include.patterns)


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
