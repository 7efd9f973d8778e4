"""YAML becomes a rule set, or an error with file, line, key and what is allowed.

What was read once is kept in the cache by the bytes of its files, so that a second run reads no YAML and imports
neither ruamel.yaml nor pydantic. Nothing that rules need is imported before they are loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lint import cache
from lint.packs import sources
from lint.packs.faults import PackError
from lint.packs.sources import BUILTIN

if TYPE_CHECKING:
    from lint.rules import RuleSet

__all__ = ["BUILTIN", "PackError", "load"]


def load(extra: tuple[Path, ...] = (), builtin: bool = True) -> RuleSet:
    """The built-in packs and those at `extra` (files or folders). Raises PackError with every fault of every pack."""
    from lint.packs import kept

    contents = sources.read(extra, builtin)
    name = f"rules-{sources.key(contents)}.pickle"
    known = kept.loaded(cache.load(name))
    if known is not None:
        return known
    from lint.packs.reading import read  # pydantic and ruamel.yaml are imported only here

    ruleset = read(contents)
    cache.store(name, kept.dumped(ruleset))
    return ruleset
