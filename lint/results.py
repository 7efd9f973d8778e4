"""Findings of texts that were linted before: a second run over unchanged texts only reads and hashes them.

They are kept by text and by all that they were made with, rules and code, so that a stale one is never looked up. One
database of SQLite holds them, which parallel runs share. What cannot be read is linted anew in silence, and what cannot
be written costs time, not results. Nothing but JSON is read from it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lint import cache
from lint.findings import Edit, Finding, Fix, Related, Severity
from lint.text import Position, Source, Span
from lint.text.asides import SUFFIXES, without_asides

FORMAT = "results-1"
TOGETHER = 500  # results that are written at once
MOST = 500_000  # results that are kept; the ones longest unused go
WAIT = 5.0  # seconds for another run that writes
FAULTS = (sqlite3.Error, OSError)
DAY = 86_400  # seconds


class Results:
    """The results made with one rule set. `made_with` names the rules and the code.

    With `by_path` a text under another path is another one: some rule is for some files only.
    """

    def __init__(self, made_with: str, by_path: bool = False) -> None:
        self._by_path = by_path
        self._made_with = made_with.encode()
        self._new: list[tuple[bytes, int, str]] = []
        self._seen: list[tuple[int, bytes]] = []
        self._today = int(time.time() // DAY)
        self._base = _opened()

    def get(self, source: Source) -> list[Finding] | None:
        """The findings in a text, if they are known."""
        if self._base is None:
            return None
        key = self._key(source)
        try:
            row = self._base.execute("SELECT found, day FROM results WHERE key = ?", (key,)).fetchone()
            found = row and [_finding(source.path, told) for told in json.loads(row[0])]
        except (*FAULTS, TypeError, ValueError, LookupError) as fault:
            self._spoilt(fault)
            return None
        if row and row[1] != self._today:
            self._seen.append((self._today, key))
        return found if row else None

    def put(self, source: Source, findings: list[Finding]) -> None:
        """Remember what was found in a text."""
        told = json.dumps([_told(finding) for finding in findings], ensure_ascii=False, separators=(",", ":"))
        self._new.append((self._key(source), self._today, told.encode("utf-8", "replace").decode()))
        if len(self._new) >= TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what is new. Called once, when the work is done."""
        self._write()
        if self._base is not None:
            self._base.close()

    def _write(self) -> None:
        if self._base is None or not (self._new or self._seen):
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", self._new)
                self._base.executemany("UPDATE results SET day = ? WHERE key = ?", self._seen)
                count = self._base.execute("SELECT count(*) FROM results").fetchone()[0] if self._new else 0
                if count > MOST:
                    oldest = "SELECT key FROM results ORDER BY day LIMIT ?"
                    self._base.execute(f"DELETE FROM results WHERE key IN ({oldest})", (count - MOST * 9 // 10,))
        except FAULTS as fault:
            self._spoilt(fault)
        self._new.clear()
        self._seen.clear()

    def _spoilt(self, fault: Exception) -> None:
        """A database that is torn is left alone for this run, and made anew by the next."""
        if self._base is not None and _torn(fault):
            self._base.close()
            self._base = None
            _removed(_file())

    def _key(self, source: Source) -> bytes:
        text = without_asides(source).text.encode("utf-8", "surrogatepass")
        key = blake2b(text, digest_size=16, key=self._made_with[:64])
        if source.path.lower().endswith(SUFFIXES):  # the same text in another file may be no Markdown
            key.update(b"\0md")
        if self._by_path:
            key.update(b"\0" + os.fsencode(os.path.abspath(source.path).removeprefix(os.path.join(os.getcwd(), ""))))
        if source.kind:
            key.update(b"\0" + source.kind.encode())
        return key.digest()


def _file() -> Path:
    return cache.folder() / "results" / f"{FORMAT}.sqlite"


def _torn(fault: Exception) -> bool:
    """Whether a database is none, and not only busy or out of reach."""
    return isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError)


def _opened() -> sqlite3.Connection | None:
    """The database, made anew where it is none; None where there can be none. Only the user's own is read."""
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if hasattr(os, "getuid") and file.exists() and file.stat().st_uid != os.getuid():
            return None
        return _connected(file)
    except FAULTS as fault:
        if not _torn(fault):
            return None
    try:
        _removed(file)
        return _connected(file)
    except FAULTS:
        return None


def _removed(file: Path) -> None:
    """Take a torn database away, with what SQLite keeps beside it, which the next one must not take for its own."""
    for part in ("", "-wal", "-shm"):
        with suppress(OSError):
            file.with_name(file.name + part).unlink(missing_ok=True)


def _connected(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=WAIT)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, day INTEGER, found TEXT) WITHOUT ROWID")
    except BaseException:
        base.close()
        raise
    return base


def _told(finding: Finding) -> list[Any]:
    """A finding as JSON, without its file."""
    fix = finding.fix and [finding.fix.safety, [[*edit.span, edit.replacement] for edit in finding.fix.edits]]
    related = [[other.message, other.start, other.end] for other in finding.related]
    return [
        finding.rule, finding.pack, finding.severity.value, finding.message, finding.text, finding.start, finding.end,
        dict(finding.values), fix, related,
    ]  # fmt: skip


def _finding(file: str, told: list[Any]) -> Finding:
    """What `_told` told; raises TypeError, ValueError or LookupError for anything else."""
    rule, pack, severity, message, text, start, end, values, fix, related = told
    edits = tuple(Edit(Span(first, last), replacement) for first, last, replacement in fix[1]) if fix else ()
    return Finding(
        file, rule, pack, Severity(severity), message, text, Position(*start), Position(*end), values,
        Fix(fix[0], edits) if fix else None,
        tuple(Related(said, Position(*begin), Position(*stop)) for said, begin, stop in related),
    )  # fmt: skip
