"""A baseline and what one run has found of it."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from lint import replacing
from lint.baseline.entry import Entry, made
from lint.baseline.reading import VERSION, BaselineError, entries
from lint.findings import Finding, Suppression
from lint.fingerprints import content
from lint.text import Source

Claim = tuple[str, str]  # a rule and a fingerprint


@dataclass
class Baseline:
    """The entries of one file, and what this run has found of them. `today` decides what has expired."""

    path: Path
    entries: tuple[Entry, ...] = ()
    today: date = field(default_factory=date.today)
    _claimed: dict[str, list[Entry]] = field(default_factory=dict)  # by file that was looked at
    _found: dict[str, list[Entry]] = field(default_factory=dict)  # what a new baseline says of it

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """A baseline from its file; without one, an empty baseline. Raises BaselineError."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError) as error:
            what = (getattr(error, "strerror", None) or str(error)).lower()
            raise BaselineError(f"{path}: cannot be read: {what}") from error
        return cls(path, tuple(entries(path, data)))

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count. Asked again of a file, it forgets what it said before.

        An entry that has expired is claimed where no other is left, so that it is known, but it holds no more.
        """
        name = self._name(source.path)
        self._release(name)
        own = _by_claim(self._by_file.get(name, ()), self.today)
        judged: list[Suppression | None] = []
        self._claimed[name], self._found[name] = [], []
        for finding in findings:
            claim = finding.rule, content(finding, source)
            entry = _taken(own, claim) or self._moved(claim)
            if entry is not None:
                self._claimed[name].append(entry)
            self._found[name].append(made(name, finding, claim[1], entry))
            holds = entry is not None and not entry.past(self.today)
            judged.append(Suppression("baseline", entry.reason) if entry and holds else None)
        return judged

    def expired(self) -> list[Entry]:
        """The entries whose last day has passed and whose findings count again, as far as this run knows."""
        past = Counter(entry for entry in self.entries if entry.past(self.today))
        return list((past - Counter(self.stale())).elements())

    def stale(self, ran: Collection[str] | None = None) -> list[Entry]:
        """The entries that match nothing any more: of files that were looked at, or that are gone.

        `ran` are the ids of the rules that were looked for; None means all.
        """
        looked = [entry for entry in self._unmatched() if entry.file in self._claimed or entry.file in self._files_gone]
        return [entry for entry in looked if ran is None or entry.rule in ran]

    def pruned(self, ran: Collection[str] | None = None) -> Baseline:
        """The baseline without what is stale; what a renamed file has claimed goes by its new name."""
        stale = Counter(self.stale(ran))
        kept = (Counter(self._unmatched()) - stale).elements()
        known = [entry for name, group in self._claimed.items() for entry in _renamed(group, name)]
        return Baseline(self.path, (*kept, *known), self.today)

    def renewed(self, ran: Collection[str] | None = None) -> Baseline:
        """The baseline of what was found in this run; files and rules that were not looked at keep their entries."""
        kept = (Counter(self._unmatched()) - Counter(self.stale(ran))).elements()
        found = [entry for group in self._found.values() for entry in group]
        return Baseline(self.path, (*kept, *found), self.today)

    def write(self) -> None:
        """Write it, whole or not at all: one entry a line, in a fixed order. Raises BaselineError."""
        lines = ",\n".join(f"  {entry.line()}" for entry in sorted(self.entries, key=lambda entry: entry.order))
        body = f"[\n{lines}\n ]" if lines else "[]"
        try:
            replacing.replace(self.path, f'{{"version": {VERSION},\n "entries": {body}}}\n'.encode())
        except OSError as error:
            raise BaselineError(f"{self.path}: cannot be written: {(error.strerror or str(error)).lower()}") from error

    @cached_property
    def _by_file(self) -> dict[str, list[Entry]]:
        by_file: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            by_file[entry.file].append(entry)
        return by_file

    @cached_property
    def _files_gone(self) -> frozenset[str]:
        return frozenset(name for name in self._by_file if not os.path.lexists(os.path.join(self.path.parent, name)))

    @cached_property
    def _gone(self) -> dict[Claim, list[Entry]]:
        """What may be claimed of the entries of files that are gone, such as those that were renamed."""
        return _by_claim([entry for entry in self.entries if entry.file in self._files_gone], self.today)

    def _unmatched(self) -> list[Entry]:
        """The entries that nothing has claimed in this run."""
        left = Counter(self.entries)
        left.subtract(entry for group in self._claimed.values() for entry in group)
        return list(left.elements())

    def _moved(self, claim: Claim) -> Entry | None:
        """An entry of a file that is gone, and that this run has not been given from elsewhere either."""
        group = self._gone.get(claim, [])
        index = next((index for index, entry in enumerate(group) if entry.file not in self._claimed), None)
        return None if index is None else group.pop(index)

    def _release(self, name: str) -> None:
        """Give back what a file has claimed of those that are gone."""
        for entry in reversed(self._claimed.pop(name, [])):
            if entry.file != name:
                self._gone[entry.claim].insert(0, entry)

    def _name(self, path: str) -> str:
        """A file as entries name it, from the baseline's folder; whole where it is on another drive."""
        folder = self.path.parent
        try:
            name = os.path.relpath(path, folder)
            if name.startswith(os.pardir):  # one of the two may be named by way of a link
                real = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
                name = name if real.startswith(os.pardir) else real
        except ValueError:
            name = os.path.abspath(path)
        return Path(name).as_posix()


def _by_claim(group: Sequence[Entry], today: date) -> dict[Claim, list[Entry]]:
    """Entries by what may claim them, those first that still hold."""
    claims: dict[Claim, list[Entry]] = defaultdict(list)
    for entry in sorted(group, key=lambda entry: (entry.past(today), entry.order)):
        claims[entry.claim].append(entry)
    return claims


def _taken(claims: dict[Claim, list[Entry]], claim: Claim) -> Entry | None:
    group = claims.get(claim)
    return group.pop(0) if group else None


def _renamed(group: Sequence[Entry], name: str) -> list[Entry]:
    return [entry if entry.file == name else replace(entry, file=name) for entry in group]
