"""A suppression as people write it, in the configuration or beside their documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Entry:
    """Findings that do not count: in which files, of which rules, in which text, why, and until when.

    `files` are patterns as in .gitignore, below `base`, the folder of the file that the entry stands in; empty means
    every file there. `rules` are ids or packs; empty means all. `text` is quoted from the document: a finding counts as
    in it where one holds the other; empty means anywhere. `expires` is the last day on which the entry holds. `file`
    and `line` are where it is written, `base` is absolute.
    """

    files: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""
    expires: date | None = None
    base: str = ""
    file: str = ""
    line: int = 1
