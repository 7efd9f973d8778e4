r"""Which rules can fire in a text at all: one scan for the anchors of all rules.

Hyperscan reads a text once for all patterns at some 300 MB/s, where `re` reads it once for each. Its answer only
ever errs towards running a rule: what it cannot say exactly is widened (its `\s` knows fewer blanks than Python's),
what it cannot compile makes its rule always run. Long bounded repeats, which take it seconds to compile, are read as
unbounded. The database is kept in the cache by content. Where hyperscan is not installed every rule runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lint import __version__, cache

FORMAT = "prefilter-2"
REPEATS = 4  # of a bounded repeat that are said exactly
_TOKEN = re.compile(r"\\.|\{\d+(?:,\d*)?\}|\[\^?\]?(?:\\.|[^\]\\])*\]|\$|\(\?P<\w+>|\(\?P=\w+\)", re.DOTALL)
SPACE = r"\s\x1c-\x1f\x{85}\x{2028}\x{2029}"


class Prefilter:
    """For each set of anchors (None: always run) whether one of them may occur in a text."""

    def __init__(self, anchors: Sequence[tuple[str, ...] | None]) -> None:
        self._anchors = anchors
        self._database: Any = None
        self._always = {index for index, patterns in enumerate(anchors) if patterns is None}
        self._built = False

    def candidates(self, text: str) -> set[int]:
        """Indexes of the anchor sets that may occur; those whose rules must run on this text."""
        if not self._built:
            self._built = True
            self._build()
        if self._database is None:
            return set(range(len(self._anchors)))
        found = set(self._always)

        def seen(index: int, start: int, end: int, flags: int, context: object) -> None:
            found.add(index)

        self._database.scan(text.encode("utf-8", "replace"), match_event_handler=seen)
        return found

    def _build(self) -> None:
        try:
            import hyperscan
        except ImportError:
            return
        rows = [(widen(pattern), i) for i, patterns in enumerate(self._anchors) for pattern in patterns or ()]
        name = f"{FORMAT}-{cache.key(__version__, str(getattr(hyperscan, '__version__', '')), repr(rows))}.hs"
        kept = _loaded(hyperscan, cache.load(name))
        if kept is None:
            kept = _compiled(hyperscan, rows)
            cache.store(name, _dumped(hyperscan, *kept))
        self._database, refused = kept
        self._always |= refused


Kept = tuple[Any, set[int]]  # a database (None without patterns), and the rules whose anchors it does not hold


def _compiled(hyperscan: Any, rows: list[tuple[str | None, int]]) -> Kept:
    """The database of all patterns that hyperscan takes, and the rules of those that it does not."""
    flags = (
        hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP | hyperscan.HS_FLAG_PREFILTER
        | hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_ALLOWEMPTY
    )  # fmt: skip
    refused = {index for pattern, index in rows if pattern is None or not _compiles(hyperscan, pattern, flags)}
    held = [(pattern.encode(), index) for pattern, index in rows if pattern is not None and index not in refused]
    if not held:
        return None, refused
    database = hyperscan.Database()
    expressions, ids = zip(*held, strict=True)
    database.compile(expressions=list(expressions), ids=list(ids), flags=[flags] * len(held))
    return database, refused


def _compiles(hyperscan: Any, pattern: str, flags: int) -> bool:
    try:
        hyperscan.Database().compile(expressions=[pattern.encode()], flags=[flags])
    except hyperscan.error:
        return False
    return True


def _dumped(hyperscan: Any, database: Any, refused: set[int]) -> bytes:
    head = " ".join(map(str, sorted(refused)))
    return head.encode() + b"\n" + (hyperscan.dumpb(database) if database is not None else b"")


def _loaded(hyperscan: Any, data: bytes | None) -> Kept | None:
    """What `_dumped` wrote; None for anything else. The database carries a checksum of its own."""
    if data is None:
        return None
    head, _, body = data.partition(b"\n")
    try:
        refused = set(map(int, head.split()))
        if not body:
            return None, refused
        database = hyperscan.loadb(body, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except (ValueError, hyperscan.error):
        return None
    return database, refused


def widen(pattern: str) -> str | None:
    """A pattern in hyperscan's words that matches wherever Python's does; None where that cannot be said."""
    if "(?" in pattern and re.search(r"\(\?[aiLmsux-]", pattern):
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
    if token == r"\s":
        return f"[{SPACE}]"
    if token.startswith("["):
        if re.search(r"\\[WDS]", token) or (token.startswith("[^") and r"\s" in token):
            raise ValueError(token)
        token = token.replace(r"\s", SPACE)
    return re.sub(r"\\u([0-9a-fA-F]{4})", r"\\x{\1}", token) if "\\u" in token else token


def _widen_repeat(token: str) -> str:
    least, comma, most = token.strip("{}").partition(",")
    if int(most or least) <= REPEATS and (most or not comma):
        return token
    return f"{{{min(int(least), REPEATS)},}}"
