"""Entries of a configuration or a sidecar, held against findings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from lint.config import Globs
from lint.config.entry import Entry
from lint.findings import Finding, Suppression
from lint.suppress.notes import Note
from lint.text import Source

WIDER = 0xFEE0  # from ! to ！, and so with all of ASCII
RECENT = 2  # documents whose quoted places are kept at hand; the next one comes once this one is done


class Entries:
    """Some entries, and which of them have held something in this run. `by` is config or sidecar."""

    def __init__(self, entries: Sequence[Entry], by: str, today: date) -> None:
        self._by = by
        self._today = today
        self._entries = [_Entry(entry) for entry in entries if not _past(entry, today)]
        self._all = tuple(entries)
        self._used: set[Entry] = set()

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count. Asked again of a file, it says the same."""
        near = [entry for entry in self._entries if entry.concerns(source.path)]
        if not near:
            return [None] * len(findings)
        return [self._held(source, finding, near) for finding in findings]

    def _held(self, source: Source, finding: Finding, near: list[_Entry]) -> Suppression | None:
        held = [entry.entry for entry in near if entry.holds(source, finding)]
        self._used.update(held)
        return Suppression(self._by, held[0].reason) if held else None

    def named(self) -> Iterator[Note]:
        """Each name of a rule or pack that an entry gives, and where; those of a configuration are checked with it."""
        for entry in self._all if self._by == "sidecar" else ():
            yield from (Note(entry.file, entry.line, name) for name in entry.rules)

    def notes(self, covered: Callable[[Entry], bool]) -> Iterator[Note]:
        """What to say at the end of a run that has looked at all that the `covered` entries are about."""
        for entry in self._all:
            said = _told(entry, self._by, self._today)
            if said:
                yield Note(entry.file, entry.line, said)
            if not _past(entry, self._today) and entry not in self._used and covered(entry):
                yield Note(entry.file, entry.line, "this suppression holds nothing any more; take it away")


def _either_width(character: str) -> str:
    """A pattern for a character in full and in half width: a repair may change the one into the other."""
    code = ord(character)
    other = code + WIDER if 0x21 <= code < 0x7F else code - WIDER if 0x21 <= code - WIDER < 0x7F else code
    return f"[{re.escape(character)}{re.escape(chr(other))}]"


def _past(entry: Entry, today: date) -> bool:
    return entry.expires is not None and entry.expires < today


def _told(entry: Entry, by: str, today: date) -> str:
    if _past(entry, today):
        return f"this suppression expired on {entry.expires}; its findings count again"
    if not entry.rules or "all" in entry.rules:
        return "this suppression names no rule, and so holds whatever is found; name rules"
    if not entry.files and not entry.text.strip():
        where = "everywhere; say so in 'ignore'" if by == "config" else "in this whole folder; name one of them"
        return f"this suppression names neither files nor text, and so turns its rules off {where}"
    return ""


class _Entry:
    """One entry, made ready."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self._names = frozenset(entry.rules)
        self._places = lru_cache(RECENT)(self._quoted)

    def concerns(self, path: str) -> bool:
        """Whether a file is one of those it is about."""
        if self.entry.files:
            return self._files.match(path)
        return os.path.abspath(path).startswith(self._below)

    def holds(self, source: Source, finding: Finding) -> bool:
        """Whether a finding in one of its files is one that it is about."""
        if self._names and self._names.isdisjoint((finding.rule, finding.pack, "all")):
            return False
        if not self.entry.text.strip():
            return True
        start, end = finding.start.offset, finding.end.offset
        places = self._places(source.text)
        return any((first <= start and end <= last) or (start <= first and last <= end) for first, last in places)

    @cached_property
    def _files(self) -> Globs:
        return Globs(self.entry.files, self.entry.base)

    @cached_property
    def _below(self) -> str:
        return os.path.join(self.entry.base, "") if self.entry.base else ""

    @cached_property
    def _wording(self) -> re.Pattern[str]:
        letters = "".join(self.entry.text.split())
        return re.compile(r"\s*+".join(map(_either_width, letters)))

    def _quoted(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where a text holds what the entry quotes, whatever blanks and line ends stand between its characters.

        Places may overlap, as those of 一一 in 一一一 do.
        """
        found = self._wording.search(text)
        places = []
        while found:
            places.append(found.span())
            found = self._wording.search(text, found.start() + 1)
        return tuple(places)
