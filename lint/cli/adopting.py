"""What does not count in a run: unchanged lines, suppressions, a baseline; and what is to be said of these."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli import options
from lint.cli.settings import Settings
from lint.config import Config, known_names, shown, unknown_name
from lint.config.entry import Entry
from lint.reports.visible import visible
from lint.session.judging import Judge, Judging
from lint.suppress.comments import Comments
from lint.suppress.notes import Note
from lint.suppress.sidecars import Sidecars

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.changes import Changes
    from lint.suppress.entries import Entries

GLOB = "*?[\\"


class Adopting:
    """What one run leaves out of account. Broken baselines, unknown commits and missing git end the command."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        config = settings.config
        today = date.today()
        self.broken: list[str] = []  # what is wrong with sidecars
        self._keep: Callable[[], object] = lambda: None  # what remembers the sidecars that were read
        self.baseline = _baseline(settings) if settings.baseline else None
        self.changes = _changes(settings.since) if settings.since else None
        self._notable: tuple[Comments | Entries | Sidecars, ...] = (
            Comments(config.require_reason),
            *_entries(config, today),
            Sidecars(_root(config), self._sidecar, today, self.broken.append),
        )
        judges: list[Judge] = [*self._notable, *([self.baseline] if self.baseline else [])]
        told = [config.told] if config.per_file else []
        self.judging = Judging(told, judges, self.changes)

    def close(self, broken: bool, rules: Callable[[], Collection[str]]) -> None:
        """Tell what is to be said of suppressions and the baseline, and write it where that was asked for.

        `rules` are the ids of those that have run.
        """
        self._keep()
        if not self._settings.quiet:
            for judge in self._notable:
                for note in self._unknown(judge):
                    _tell(note)
                for note in judge.notes(self._covered):
                    _tell(note)
        if self.baseline is not None and self._settings.baseline is not None:
            self._tell_baseline(self.baseline, self._settings.baseline, broken, rules)

    def _unknown(self, judge: Comments | Entries | Sidecars) -> Iterator[Note]:
        """What is to be said of names that no rule or pack has."""
        for file, line, name in judge.named():
            said = unknown_name(name, known_names(self._settings.config))
            if said:
                yield Note(file, line, said)

    def _tell_baseline(self, known: Baseline, file: Path, broken: bool, rules: Callable[[], Collection[str]]) -> None:
        write, prune = self._settings.write_baseline, self._settings.prune
        if broken and (write or prune):
            options.tell("error", shown(file), "not written, for the run is broken; see above")
            return
        if write or prune:
            changed = known.renewed(rules()) if write else known.pruned(rules())
            with _told():
                changed.write()
            count = f"{len(changed.entries)} {'entry' if len(changed.entries) == 1 else 'entries'}"
            options.tell("note", shown(file), f"written with {count}")
        elif not self._settings.quiet:
            expired = len(known.expired())
            stale = 0 if self._settings.since or not known.stale() else len(known.stale(rules()))
            if expired:
                options.tell("warning", shown(file), f"{expired} expired; their findings count again")
            if stale:
                options.tell("note", shown(file), f"{stale} found no more; --prune takes them out of it")

    def _sidecar(self, file: Path, data: bytes) -> tuple[Entry, ...]:
        from lint.config import reading

        self._keep = reading.keep
        return reading.entries(file, data, self._settings.config.require_reason)

    def _covered(self, entry: Entry) -> bool:
        """Whether this run has looked at all that an entry is about."""
        if self._settings.since or self._settings.narrowed:
            return False
        if not entry.base:  # a comment; its own file was looked at
            return True
        about = [_fixed(entry.base, pattern) for pattern in entry.files] or [entry.base]
        looked = [os.path.abspath(path) for path in self._settings.paths]
        return all(any(_below(one, path) for path in looked) for one in about)


def _fixed(base: str, pattern: str) -> str:
    """The path that every file a pattern means lies at or below, as far as can be told."""
    name = pattern.removeprefix("!").strip("/")
    first = min((name.find(sign) for sign in GLOB if sign in name), default=-1)
    if first < 0 and ("/" in name or os.path.exists(os.path.join(base, name))):
        return os.path.join(base, name)
    return os.path.join(base, name[: max(first, 0)].rpartition("/")[0]).rstrip(os.sep)


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _entries(config: Config, today: date) -> Iterator[Entries]:
    if config.suppress:
        from lint.suppress.entries import Entries

        yield Entries(config.suppress, "config", today)


def _root(config: Config) -> Path:
    """The folder above which no sidecar is looked for: the repository's, or the configuration's, or the working one."""
    here = Path.cwd()
    repository = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
    return repository or (config.file.parent if config.file else here)


def _tell(note: Note) -> None:
    options.tell("warning", f"{note.file}:{note.line}", note.reason)


@contextmanager
def _told() -> Iterator[None]:
    """What keeps a baseline or changes from being read ends the command with one sentence."""
    from lint.baseline import BaselineError
    from lint.changes import ChangesError

    try:
        yield
    except (BaselineError, ChangesError) as error:
        raise click.ClickException(visible(str(error))) from error


def _baseline(settings: Settings) -> Baseline:
    from lint.baseline import Baseline

    file = settings.baseline
    assert file is not None
    if not (settings.write_baseline or file.exists()):
        options.tell("warning", shown(file), "no such baseline, so everything counts; --write-baseline makes it")
    with _told():
        return Baseline.read(file)


def _changes(commit: str) -> Changes:
    from lint.changes import Changes

    with _told():
        return Changes.since(commit, Path.cwd())
