"""Suppressions beside the documents, for scraped text cannot carry comments: `plan-lint.suppress.yaml`.

One holds for the documents of its folder and of all below it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lint.config import ConfigError, shown
from lint.config.entry import Entry
from lint.findings import Finding, Suppression
from lint.suppress.notes import Note
from lint.text import Source

if TYPE_CHECKING:
    from lint.suppress.entries import Entries

SIDECAR = "plan-lint.suppress.yaml"

Read = Callable[[Path, bytes], Sequence[Entry]]


class Sidecars:
    """The sidecars of the documents of one run, each read once. `root` is the folder above which none is looked for.

    `read` makes entries of a sidecar's bytes. What is wrong with a sidecar, be it that it cannot be opened, goes to
    `broken`, a fault at a time; it holds nothing then, and the run goes on.
    """

    def __init__(self, root: Path, read: Read, today: date, broken: Callable[[str], object]) -> None:
        self._root = os.path.abspath(root)
        self._read = read
        self._broken = broken
        self._today = today
        self._known: dict[str, Entries | None] = {}

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count; the nearest sidecar comes first."""
        judged: list[Suppression | None] = [None] * len(findings)
        for entries in self._near(source.path):
            for index, held in enumerate(entries.judge(source, findings)):
                judged[index] = judged[index] or held
        return judged

    def named(self) -> Iterator[Note]:
        """Each name of a rule or pack in the sidecars that were read, and where."""
        for entries in filter(None, self._known.values()):
            yield from entries.named()

    def notes(self, covered: Callable[[Entry], bool]) -> Iterator[Note]:
        """What to say at the end of a run of all sidecars that were read."""
        for entries in filter(None, self._known.values()):
            yield from entries.notes(covered)

    def _near(self, path: str) -> Iterator[Entries]:
        """The sidecars that concern a file, the nearest first; of a file outside the root only the one beside it."""
        folder = os.path.dirname(os.path.abspath(path))
        top = self._root if _within(folder, self._root) else folder
        while True:
            if folder not in self._known:
                self._known[folder] = self._opened(folder)
            entries = self._known[folder]
            if entries is not None:
                yield entries
            if folder == top:
                return
            folder = os.path.dirname(folder)

    def _opened(self, folder: str) -> Entries | None:
        file = Path(folder, SIDECAR)
        try:
            data = file.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            what = (getattr(error, "strerror", None) or str(error)).lower()
            self._broken(f"{shown(file)}: cannot be read: {what}")
            return None
        from lint.suppress.entries import Entries  # most folders have no sidecar

        try:
            return Entries(self._read(file, data), "sidecar", self._today)
        except ConfigError as error:
            for fault in error.faults:
                self._broken(fault)
            return None


def _within(folder: str, root: str) -> bool:
    return folder == root or folder.startswith(os.path.join(root, ""))
