r"""Which rules can fire in a text at all: one scan for the anchors of all rules.

Hyperscan reads a text once for all patterns at some 300 MB/s, where `re` reads it once for each. Its answer only
ever errs towards running a rule: what it cannot say exactly is widened (its `\s` knows fewer blanks than Python's),
what it cannot compile makes its rule always run. The database is kept in the cache by content. Where hyperscan is
not installed every rule runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lint import __version__, cache

FORMAT = "prefilter-1"
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\$|\(\?P<\w+>|\(\?P=\w+\)", re.DOTALL)
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
        rows = [
            (widened, index)
            for index, patterns in enumerate(self._anchors)
            for widened in map(widen, patterns or ())
        ]
        self._always |= {index for widened, index in rows if widened is None}
        rows = [(widened, index) for widened, index in rows if index not in self._always]
        name = f"{FORMAT}-{cache.key(__version__, hyperscan.__version__, repr(rows), repr(sorted(self._always)))}.hs"
        self._database = _loaded(hyperscan, name) or self._compiled(hyperscan, rows, name)

    def _compiled(self, hyperscan: Any, rows: list[tuple[str | None, int]], name: str) -> Any:
        flags = (
            hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP | hyperscan.HS_FLAG_PREFILTER
            | hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_ALLOWEMPTY
        )  # fmt: skip
        while rows:
            database = hyperscan.Database()
            try:
                database.compile(
                    expressions=[(widened or "").encode() for widened, _ in rows],
                    ids=[index for _, index in rows],
                    flags=[flags] * len(rows),
                )
            except hyperscan.error:
                refused = {index for widened, index in rows if not _compiles(hyperscan, widened or "", flags)}
                if not refused:
                    return None
                self._always |= refused
                rows = [row for row in rows if row[1] not in refused]
                name = ""
                continue
            if name:
                cache.store(name, hyperscan.dumpb(database))
            return database
        return None


def _compiles(hyperscan: Any, pattern: str, flags: int) -> bool:
    try:
        hyperscan.Database().compile(expressions=[pattern.encode()], flags=[flags])
    except hyperscan.error:
        return False
    return True


def _loaded(hyperscan: Any, name: str) -> Any:
    data = cache.load(name)
    if data is None:
        return None
    try:
        database = hyperscan.loadb(data, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except hyperscan.error:
        return None
    return database


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
