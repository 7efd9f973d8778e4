"""`plan-lint test --watch`: rules are tried again whenever their packs, or word lists beside these, change.

Files are looked at twice a second; the standard library has nothing better, and an editor that writes a file anew
would be lost by what watches the old one. Only what was touched is tried again; the rest keeps its outcomes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from lint import packs
from lint.cli.trying import Asked, Loaded, Tried, chosen, try_rules
from lint.config import Config
from lint.packs import lists, sources
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.rules import Rule
from lint.trees import FaultyError

PAUSE = 0.5  # seconds between two looks
Stats = dict[Path, tuple[int, int] | None]


def watch(asked: Asked, config: Callable[[], Config]) -> None:
    """Try rules, and again after each change, until Ctrl-C. What is wrong with a pack is told, and waited for."""
    watched = _Watched(asked, config)
    click.echo("Watching packs and their word lists; Ctrl-C ends.", err=True)
    watched.look()
    while True:
        time.sleep(PAUSE)
        if watched.touched():
            watched.look()


class _Watched:
    """Packs with their word lists, and what came of their rules so far."""

    def __init__(self, asked: Asked, config: Callable[[], Config]) -> None:
        self._asked = asked
        self._config = config
        self._tried = Tried()
        self._contents: dict[Path, bytes] = {}
        self._files: list[Path] = []
        self._seen: Stats = {}

    def touched(self) -> bool:
        """Whether a file was written, or a folder changed that holds one, since they were read."""
        return self._stats() != self._seen

    def _stats(self) -> Stats:
        return {path: _stat(path) for path in (*self._files, *dict.fromkeys(file.parent for file in self._files))}

    def look(self) -> None:
        """Read what there is; where it says something else than before, try the rules that it is of."""
        try:
            config = self._config()
            self._remember(config)
            before, self._contents = self._contents, dict(sources.read(config.pack_paths, config.builtin))
            self._remember(config)
            both = {**before, **self._contents}
            changed = [file for file in both if before.get(file) != self._contents.get(file)]
            if changed:
                self._try(config, changed if before else [])
        except FaultyError as error:
            _tell(error.faults)
        except click.UsageError as error:
            _tell([error.message])

    def _remember(self, config: Config) -> None:
        self._files = [*config.files, *config.pack_paths, *self._contents]
        self._seen = self._stats()

    def _try(self, config: Config, changed: Sequence[Path]) -> None:
        ruleset = packs.load(config.pack_paths, config.builtin)
        rules = chosen(ruleset, self._asked, config.builtin)
        again = [rule for rule in rules if not self._known(rule) or rule.pack in self._packs_of(changed)]
        self._tried.keep({rule.id for rule in rules})
        try_rules(self._tried, again, Loaded.of(ruleset, config, self._asked), self._asked.coverage)
        if sys.stdout.isatty():
            click.clear()
        if changed:
            names = ", ".join(visible(file.name) for file in changed)
            click.echo(f"{names} changed: {counted(len(again), 'rule')} tried again")
        for line in self._tried.lines():
            click.echo(line)

    def _known(self, rule: Rule) -> bool:
        """Whether a rule was tried as it is; one that extends another changes with that."""
        return self._tried.rules.get(rule.id) == rule

    def _packs_of(self, changed: Sequence[Path]) -> set[str]:
        """The names of packs that changed, or that speak of a word list which did."""
        named = (
            file for file, content in self._contents.items()
            if file.suffix in sources.SUFFIXES and {*lists.named(content, file.parent)} & {*changed}
        )  # fmt: skip
        return {file.stem for file in (*changed, *named)}


def _stat(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _tell(faults: Sequence[str]) -> None:
    for fault in faults:
        click.echo(visible(fault), err=True)
