"""What files said before, so that a second run reads no YAML: one entry of the cache for many small files.

A folder of documents may have a sidecar for each; entries of their own would push everything else out of the cache.
Nothing but JSON is read from it, and what is no such entry is made anew in silence.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lint import __version__, cache

FORMAT = "config-1"
MOST = 5000  # files that are remembered

Said = tuple[dict[str, Any], dict[str, int]]  # the values of a file, and the line of each


class Kept:
    """The memory of one kind of file: by its bytes, and by the code that reads it."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._known: dict[str, object] | None = None
        self._used: set[str] = set()
        self._new = False

    def said(self, content: bytes, made: Callable[[], Said]) -> Said:
        """What a file of these bytes says, as remembered, or as it is made now."""
        key = cache.key(content)
        known = self._entry()
        self._used.add(key)
        found = known.get(key)
        if isinstance(found, list | tuple) and len(found) == 2 and all(isinstance(part, dict) for part in found):
            return found[0], found[1]
        said = made()
        known[key] = said
        self._new = True
        return said

    def keep(self) -> None:
        """Remember what is new for the next run."""
        if not self._new or self._known is None:
            return
        if len(self._known) > MOST:  # what this run had no use for goes
            self._known = {key: said for key, said in self._known.items() if key in self._used}
        cache.store(self._name(), json.dumps(self._known).encode())
        self._new = False

    def _entry(self) -> dict[str, object]:
        if self._known is None:
            try:
                found = json.loads(cache.load(self._name()) or b"{}")
            except ValueError:
                found = {}
            self._known = dict(found) if isinstance(found, dict) else {}
        return self._known

    def _name(self) -> str:
        from lint.packs.sources import code

        return f"{FORMAT}-{self._kind}-{cache.key(__version__, code(('config', 'trees', 'document/kinds.py')))}.json"
