"""Which patterns can occur in a text at all, and in which of its lines: one scan for those of all rules.

Hyperscan reads a text once for all patterns, where `re` reads it once for each. A pattern that does not occur is not
even compiled by `re`, and most others are looked for in the lines alone where hyperscan saw them. The answer only ever
errs towards looking (`occurrence` says how a pattern is put to hyperscan); what cannot be said is always looked for.
The databases are kept in the cache by content. Where hyperscan is not installed everything is looked for.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint import __version__, cache
from lint.document.occurrences import UNKNOWN, Occurrences
from lint.patterns import branches

FORMAT = "prefilter-9"
TOGETHER = 250  # patterns of one database: more take far longer to compile, and are hardly faster to look for
REFUSED, ONCE, EACH = "0", "1", "2"  # how a pattern is looked for: not at all, in the whole text, in each line


class _Kept(NamedTuple):
    """Databases of patterns, and for each pattern how they look for it."""

    databases: list[Any]
    ways: str


class _Row(NamedTuple):
    """A pattern in hyperscan's words, with its place among all."""

    pattern: int
    words: str
    way: str


class Prefilter:
    """Tells which of some patterns cannot occur in a text, and where others may."""

    def __init__(self, patterns: Iterable[str], of_lines: Iterable[str] = ()) -> None:
        """Patterns of rules, and those that are tried `of_lines`, on each by itself and without its outer blanks."""
        self._of_lines = frozenset(of_lines)
        self._patterns = tuple(dict.fromkeys((*patterns, *sorted(self._of_lines))))
        self._databases: list[Any] = []
        self._ways = ""
        self._held: frozenset[str] = frozenset()
        self._built = False

    def scan(self, text: str) -> Occurrences:
        """What is absent, and in which lines the rest may be."""
        if not self._built:
            self._built = True
            self._build()
        if not self._databases:
            return UNKNOWN
        data = text.encode("utf-8", "replace")
        breaks = [found.start() for found in re.finditer(b"\n", data)]
        breaks.append(len(data))
        patterns, ways = self._patterns, self._ways
        begun, ended = [0] * len(patterns), [-1] * len(patterns)  # the last line that is known to hold each, in bytes
        seen: dict[int, list[int]] = {}

        def found(index: int, start: int, end: int, flags: int, context: object) -> None:
            if begun[index] < end <= ended[index]:
                return
            line = bisect_left(breaks, end - 1)
            begun[index], ended[index] = breaks[line - 1] + 1 if line else 0, breaks[line] + 1
            seen.setdefault(index, []).append(line)

        for database in self._databases:
            database.scan(data, match_event_handler=found)
        lines = {patterns[index]: sorted({*rows}) for index, rows in seen.items() if ways[index] == EACH}
        return Occurrences(self._held.difference(map(patterns.__getitem__, seen)), lines)

    def _build(self) -> None:
        try:
            import hyperscan
        except ImportError:
            return
        own = [file.stat() for file in sorted(Path(__file__).parent.glob("*.py"))]  # how patterns are said
        made = (str(getattr(hyperscan, "__version__", "")), repr([(s.st_size, s.st_mtime_ns) for s in own]))
        name = f"{FORMAT}-{cache.key(__version__, *made, repr(self._patterns), repr(sorted(self._of_lines)))}.hs"
        kept = _loaded(hyperscan, cache.load(name))
        if kept is None:
            kept = _compiled(hyperscan, self._patterns, self._of_lines)
            cache.store(name, _dumped(hyperscan, kept))
        self._databases, self._ways = kept
        self._held = frozenset(p for p, way in zip(self._patterns, kept.ways, strict=True) if way != REFUSED)


def _compiled(hyperscan: Any, patterns: tuple[str, ...], of_lines: frozenset[str]) -> _Kept:
    """Databases of all patterns that hyperscan takes, made side by side: it lets other threads work meanwhile."""
    from concurrent.futures import ThreadPoolExecutor

    rows = list(_rows(patterns, of_lines))
    parts = [rows[start : start + TOGETHER] for start in range(0, len(rows), TOGETHER)]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        made = list(threads.map(lambda part: _taken(hyperscan, part), parts))
    ways = {row.pattern: row.way for row in rows}
    lost = {row.pattern for row in {*rows}.difference(*(taken for _, taken in made))}
    told = (REFUSED if index in lost else ways.get(index, REFUSED) for index in range(len(patterns)))
    return _Kept([database for database, _ in made if database is not None], "".join(told))


def _taken(hyperscan: Any, rows: list[_Row]) -> tuple[Any, list[_Row]]:
    """A database of those of some patterns that can be compiled, and which these are."""
    database = _database(hyperscan, rows)
    if database is not None or not rows:
        return database, rows
    fit = _fit(hyperscan, rows)
    return _database(hyperscan, fit), fit


def _fit(hyperscan: Any, rows: list[_Row]) -> list[_Row]:
    """Those of some patterns that can be compiled; not all of them can."""
    if len(rows) == 1:
        return []
    halves = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    return [row for half in halves for row in (half if _database(hyperscan, half) else _fit(hyperscan, half))]


def _rows(patterns: tuple[str, ...], of_lines: frozenset[str]) -> Iterator[_Row]:
    from lint.prefilter.occurrence import COMMON, occurrence  # needed once, when a database is made

    for index, pattern in enumerate(patterns):
        if pattern in of_lines:
            said = [occurrence(branch, anchored=False) for branch in branches(pattern)]
            rows = [words for one in said if one for words in one.words] if all(said) else []
            yield from (_Row(index, words, EACH) for words in rows)
        elif (one := occurrence(pattern)) is not None:
            way = EACH if one.inline and one.score >= COMMON else ONCE
            yield from (_Row(index, words, way) for words in one.words)


def _database(hyperscan: Any, rows: list[_Row]) -> Any:
    """Some patterns, compiled; None where one of them cannot be, or where there is none."""
    if not rows:
        return None
    flags = (
        hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_MULTILINE
        | hyperscan.HS_FLAG_ALLOWEMPTY
    )  # fmt: skip
    database = hyperscan.Database()
    try:
        database.compile(
            expressions=[row.words.encode() for row in rows],
            ids=[row.pattern for row in rows],
            flags=[flags | (hyperscan.HS_FLAG_SINGLEMATCH if row.way == ONCE else 0) for row in rows],
        )
    except hyperscan.error:
        return None
    return database


def _dumped(hyperscan: Any, kept: _Kept) -> bytes:
    bodies = [hyperscan.dumpb(database) for database in kept.databases]
    head = f"{kept.ways};" + " ".join(str(len(body)) for body in bodies)
    return head.encode() + b"\n" + b"".join(bodies)


def _loaded(hyperscan: Any, data: bytes | None) -> _Kept | None:
    """What `_dumped` wrote; None for anything else. The database carries a checksum of its own."""
    if data is None:
        return None
    start = data.find(b"\n") + 1
    try:
        ways, sizes = data[: max(0, start - 1)].decode().split(";")
        databases = []
        for size in map(int, sizes.split()):
            database = hyperscan.loadb(data[start : start + size], hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
            databases.append(database)
            start += size
    except (ValueError, hyperscan.error):
        return None
    return _Kept(databases, ways)
