"""Old findings that people have agreed to live with: those in a baseline do not count.

An entry names the file, the rule and the fingerprint of what was found: its text and the neighbours in its line, no
line numbers. So it holds when lines are put in above, when paragraphs change places, and when a file is renamed, for
entries of files that are gone may be claimed by the same finding elsewhere. A second finding just like it is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from lint import replacing
from lint.findings import Finding, Suppression
from lint.fingerprints import content
from lint.text import Source

VERSION = 1
SHOWN = 40  # characters of a finding's text that an entry quotes, for people who read the file
KEYS = {"file": str, "rule": str, "fingerprint": str, "text": str, "reason": str, "expires": str}
NEEDED = ("file", "rule", "fingerprint")


class BaselineError(Exception):
    """A baseline that cannot be read or written, with one sentence that says where and why."""


@dataclass(frozen=True)
class Entry:
    """One finding that does not count: `file` is relative to the baseline's folder; `expires` is its last day."""

    file: str
    rule: str
    fingerprint: str
    text: str = ""
    reason: str = ""
    expires: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """Entries stand in this order, so that a change shows as few lines as can be."""
        return self.file, self.rule, self.fingerprint

    @property
    def claim(self) -> tuple[str, str]:
        """What a finding must be to claim it."""
        return self.rule, self.fingerprint


@dataclass
class Baseline:
    """The entries of one file, and what this run has found of them. `today` decides what has expired."""

    path: Path
    entries: tuple[Entry, ...] = ()
    today: date = field(default_factory=date.today)
    _claimed: dict[str, list[Entry]] = field(default_factory=dict)  # by file that was looked at
    _found: dict[str, list[Entry]] = field(default_factory=dict)  # what a new baseline says of it

    def __post_init__(self) -> None:
        self._by_file: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._by_file[entry.file].append(entry)
        self._gone: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for name, group in self._by_file.items():
            if not (self.path.parent / name).exists():
                for entry in group:
                    self._gone[entry.claim].append(entry)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """A baseline from its file; without one, an empty baseline. Raises BaselineError."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
        return cls(path, tuple(_entries(path, data)))

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count. Asked again of a file, it forgets what it said before."""
        name = self._name(source.path)
        self._release(name)
        claims = self._claims(name)
        judged: list[Suppression | None] = []
        self._claimed[name], self._found[name] = [], []
        for finding in findings:
            claim = finding.rule, content(finding, source)
            entry = claims[claim].pop(0) if claims[claim] else None
            entry = entry or self._moved(claim)
            if entry is not None:
                self._claimed[name].append(entry)
            self._found[name].append(_entry(name, finding, claim[1], entry))
            judged.append(None if entry is None else Suppression("baseline", entry.reason))
        return judged

    def expired(self) -> list[Entry]:
        """The entries whose last day has passed; they hold no more."""
        return [entry for entry in self.entries if self._is_past(entry)]

    def stale(self, ran: Collection[str] | None = None) -> list[Entry]:
        """The entries that match nothing any more: of files that were looked at, or that are gone.

        `ran` are the ids of the rules that were looked for; None means all.
        """
        left = Counter(entry for entry in self.entries if not self._is_past(entry))
        left.subtract(entry for group in self._claimed.values() for entry in group)
        gone = {entry.file for group in self._gone.values() for entry in group}
        looked = [entry for entry in left.elements() if entry.file in self._claimed or entry.file in gone]
        return [entry for entry in looked if ran is None or entry.rule in ran]

    def pruned(self, ran: Collection[str] | None = None) -> Baseline:
        """The baseline without what is stale or has expired."""
        dropped = Counter([*self.stale(ran), *self.expired()])
        return Baseline(self.path, tuple((Counter(self.entries) - dropped).elements()), self.today)

    def renewed(self, ran: Collection[str] | None = None) -> Baseline:
        """The baseline of what was found in this run; files and rules that were not looked at keep their entries."""
        claimed = Counter(entry for group in self._claimed.values() for entry in group)
        kept = [e for e in (Counter(self.entries) - claimed).elements() if self._kept(e, ran)]
        found = [entry for group in self._found.values() for entry in group]
        return Baseline(self.path, (*kept, *found), self.today)

    def write(self) -> None:
        """Write it, whole or not at all: one entry a line, in a fixed order. Raises BaselineError."""
        lines = ",\n".join(f"  {_dumped(entry)}" for entry in sorted(self.entries, key=lambda entry: entry.order))
        body = f"[\n{lines}\n ]" if lines else "[]"
        try:
            replacing.replace(self.path, f'{{"version": {VERSION},\n "entries": {body}}}\n'.encode())
        except OSError as error:
            raise BaselineError(f"{self.path}: cannot be written: {(error.strerror or str(error)).lower()}") from error

    def _kept(self, entry: Entry, ran: Collection[str] | None) -> bool:
        if not (self.path.parent / entry.file).exists():
            return False
        return entry.file not in self._found or (ran is not None and entry.rule not in ran)

    def _claims(self, name: str) -> dict[tuple[str, str], list[Entry]]:
        claims: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self._by_file.get(name, ()):
            if not self._is_past(entry):
                claims[entry.claim].append(entry)
        return claims

    def _moved(self, claim: tuple[str, str]) -> Entry | None:
        """An entry of a file that is gone, such as one that was renamed."""
        group = self._gone.get(claim, [])
        index = next((index for index, entry in enumerate(group) if not self._is_past(entry)), None)
        return None if index is None else group.pop(index)

    def _release(self, name: str) -> None:
        for entry in self._claimed.pop(name, ()):
            if entry.file != name:
                self._gone[entry.claim].insert(0, entry)

    def _is_past(self, entry: Entry) -> bool:
        return bool(entry.expires) and date.fromisoformat(entry.expires) < self.today

    def _name(self, path: str) -> str:
        """A file as entries name it, from the baseline's folder."""
        return Path(os.path.relpath(path, self.path.parent)).as_posix()


def _entry(file: str, finding: Finding, fingerprint: str, known: Entry | None) -> Entry:
    """What a new baseline says of a finding; the reason and the last day of a known one stay."""
    text = " ".join(finding.text.split())
    text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    if known is not None:
        return replace(known, file=file, text=text)
    return Entry(file, finding.rule, fingerprint, text)


def _dumped(entry: Entry) -> str:
    told = {key: getattr(entry, key) for key in KEYS if key in NEEDED or getattr(entry, key)}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _entries(path: Path, data: bytes) -> Iterator[Entry]:
    """What a baseline's bytes say. Raises BaselineError."""
    remedy = "mend it, or write it anew with --write-baseline"
    try:
        told = json.loads(data)
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8; {remedy}") from error
    except json.JSONDecodeError as error:
        raise BaselineError(f"{path}:{error.lineno}: not JSON: {error.msg.lower()}; {remedy}") from error
    except RecursionError as error:
        raise BaselineError(f"{path}: nested too deeply for a baseline; {remedy}") from error
    if not isinstance(told, dict) or told.get("version") != VERSION or not isinstance(told.get("entries"), list):
        raise BaselineError(f"{path}: no baseline of version {VERSION}; {remedy}")
    for number, entry in enumerate(told["entries"], 1):
        fault = _fault(entry)
        if fault:
            raise BaselineError(f"{path}:{_line(data, number)}: entry {number}: {fault}; {remedy}")
        yield Entry(**entry)


def _line(data: bytes, number: int) -> int:
    """The line of an entry in a file as plan-lint writes it; 1 in any other."""
    return number + 2 if data.count(b"\n") > number + 1 else 1


def _fault(entry: Any) -> str:
    if not isinstance(entry, dict):
        return "must be a map"
    wrong = [key for key in entry if key not in KEYS or not isinstance(entry[key], str)]
    if wrong:
        return f"'{wrong[0]}' is no key, or no text; allowed: {', '.join(KEYS)}"
    missing = [key for key in NEEDED if not entry.get(key)]
    if missing:
        return f"'{missing[0]}' is missing"
    try:
        date.fromisoformat(entry.get("expires") or "2000-01-01")
    except ValueError:
        return f"'{entry['expires']}' is no date such as 2027-01-31"
    return ""
