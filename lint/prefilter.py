r"""Which patterns can occur in a text at all: one scan for those of all rules.

Hyperscan reads a text once for all patterns at some 300 MB/s, where `re` reads it once for each. A pattern that does
not occur is not even compiled by `re`. The answer only ever errs towards looking: what cannot be said exactly is
widened (hyperscan's `\s` knows fewer blanks than Python's), what cannot be compiled is always looked for. Long bounded
repeats, which take seconds to compile, are read as unbounded. The database is kept in the cache by content. Where
hyperscan is not installed everything is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lint import __version__, cache

FORMAT = "prefilter-7"
TOGETHER = 300  # patterns of one database: more take far longer to compile, and are no faster to look for
REPEATS = 4  # of a bounded repeat that are said exactly
_TOKEN = re.compile(r"\\.|\{\d*(?:,\d*)?\}|\[\^?\]?(?:\\.|[^\]\\])*\]|\$|\(\?P<\w+>|\(\?P=\w+\)", re.DOTALL)
# Python's classes in a few ranges, wider than they are: hyperscan's own know fewer characters (only Unicode 10's, and
# not all blanks), and take seconds to compile. Inside [^ ] the wider class is the one that leaves out less.
DIGITS = (
    r"0-9\x{660}-\x{669}\x{6f0}-\x{6f9}\x{7c0}-\x{19d9}\x{1a80}-\x{1a99}\x{1b50}-\x{1c59}"
    r"\x{a620}-\x{abf9}\x{ff10}-\x{ff19}\x{104a0}-\x{1fbf9}"
)
CLASSES = {
    r"\s": r"\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}",
    r"\w": r"A-Za-z0-9_\x{80}-\x{10ffff}",
    r"\d": DIGITS,
}
NARROW = {r"\s": r" \t\n\r\f\v", r"\w": "A-Za-z0-9_", r"\d": "0-9"}


class Prefilter:
    """Tells which of some patterns cannot occur in a text."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = tuple(dict.fromkeys(patterns))
        self._databases: list[Any] = []
        self._held: frozenset[str] = frozenset()
        self._built = False

    def absent(self, text: str) -> frozenset[str]:
        """The patterns that do not occur. What is not among them may occur, or may not."""
        if not self._built:
            self._built = True
            self._build()
        if not self._databases:
            return frozenset()
        seen: set[str] = set()

        def found(index: int, start: int, end: int, flags: int, context: object) -> None:
            seen.add(self._patterns[index])

        data = text.encode("utf-8", "replace")
        for database in self._databases:
            database.scan(data, match_event_handler=found)
        return self._held - seen

    def _build(self) -> None:
        try:
            import hyperscan
        except ImportError:
            return
        own = Path(__file__).stat()  # what patterns are widened to depends on this file
        made = (__version__, str(getattr(hyperscan, "__version__", "")), str(own.st_size), str(own.st_mtime_ns))
        name = f"{FORMAT}-{cache.key(*made, repr(self._patterns))}.hs"
        kept = _loaded(hyperscan, cache.load(name))
        if kept is None:
            kept = _compiled(hyperscan, [widen(pattern) for pattern in self._patterns])
            cache.store(name, _dumped(hyperscan, *kept))
        self._databases, refused = kept
        self._held = frozenset(p for i, p in enumerate(self._patterns) if i not in refused)


Kept = tuple[list[Any], set[int]]  # databases, and the indexes of patterns that none of them holds
Row = tuple[int, str]  # a pattern in hyperscan's words, with its index


def _compiled(hyperscan: Any, rows: list[str | None]) -> Kept:
    """Databases of all patterns that hyperscan takes, and the indexes of those that it does not."""
    told = [(index, row) for index, row in enumerate(rows) if row is not None]
    refused = {index for index, row in enumerate(rows) if row is None}
    databases = []
    for start in range(0, len(told), TOGETHER):
        part = told[start : start + TOGETHER]
        database = _database(hyperscan, part)
        if database is None:
            taken = [row for row in part if _database(hyperscan, [row]) is not None]
            refused |= {index for index, _ in part} - {index for index, _ in taken}
            database = _database(hyperscan, taken)
        if database is not None:
            databases.append(database)
    return databases, refused


def _database(hyperscan: Any, rows: list[Row]) -> Any:
    """Some patterns, compiled; None where one of them cannot be, or where there is none."""
    held = [(row.encode(), index) for index, row in rows]
    if not held:
        return None
    flags = (
        hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH
        | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_ALLOWEMPTY
    )  # fmt: skip
    database = hyperscan.Database()
    expressions, ids = zip(*held, strict=True)
    try:
        database.compile(expressions=list(expressions), ids=list(ids), flags=[flags] * len(held))
    except hyperscan.error:
        return None
    return database


def _dumped(hyperscan: Any, databases: list[Any], refused: set[int]) -> bytes:
    bodies = [hyperscan.dumpb(database) for database in databases]
    head = " ".join(map(str, sorted(refused))) + ";" + " ".join(str(len(body)) for body in bodies)
    return head.encode() + b"\n" + b"".join(bodies)


def _loaded(hyperscan: Any, data: bytes | None) -> Kept | None:
    """What `_dumped` wrote; None for anything else. The database carries a checksum of its own."""
    if data is None:
        return None
    head, newline, body = data.partition(b"\n")
    if not newline:
        return None
    try:
        refused, sizes = (list(map(int, part.split())) for part in head.split(b";"))
        databases = []
        for size in sizes:
            database = hyperscan.loadb(body[:size], hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
            databases.append(database)
            body = body[size:]
    except (ValueError, hyperscan.error):
        return None
    return databases, set(refused)


def widen(pattern: str) -> str | None:
    """A pattern in hyperscan's words that matches wherever Python's does; None where that cannot be said."""
    if "(?" in pattern and re.search(r"\(\?(?!i:)[aiLmsux-]", pattern):
        return None
    try:
        return _TOKEN.sub(_widen_token, pattern)
    except ValueError:
        return None


def _widen_token(match: re.Match[str]) -> str:
    token = match[0]
    if token == "$":
        return ""
    if token.startswith("{"):
        return _widen_repeat(token)
    if token.startswith("(?P<"):
        return "("
    if token.startswith("(?P="):
        raise ValueError(token)
    if token in (r"\W", r"\D", r"\b", r"\B", r"\Z"):
        raise ValueError(token)
    if token in CLASSES:
        return f"[{CLASSES[token]}]"
    if token.startswith("["):
        if re.search(r"\\[WDS]", token):
            raise ValueError(token)
        token = re.sub(r"(?<!\\):", r"\:", token)  # [:：] is no class of POSIX
        known = NARROW if token.startswith("[^") else CLASSES
        token = re.sub(r"\\[swd]", lambda found: known[found[0]], token)
    token = re.sub(r"\\U([0-9a-fA-F]{8})", r"\\x{\1}", token)
    return re.sub(r"\\u([0-9a-fA-F]{4})", r"\\x{\1}", token) if "\\u" in token else token


def _widen_repeat(token: str) -> str:
    least, comma, most = token.strip("{}").partition(",")
    if not least:
        raise ValueError(token)  # hyperscan reads {,3} as three characters
    if int(most or least) <= REPEATS and (most or not comma):
        return token
    return f"{{{min(int(least), REPEATS)},}}"
