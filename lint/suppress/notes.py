"""What is worth a word about suppressions: those that hold nothing, hold no more, or hold too much."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """One sentence about one suppression, and where it is written."""

    file: str
    line: int
    reason: str
