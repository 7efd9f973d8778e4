"""YAML becomes a rule set, or an error with file, line, key and what is allowed.

What was read once is kept in the cache by the bytes of its files, so that a second run reads no YAML and imports
neither ruamel.yaml nor pydantic. Nothing that rules need is imported before they are loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lint import cache
from lint.packs import naming, sources
from lint.packs.faults import PackError
from lint.packs.naming import Names
from lint.packs.overrides import Overrides
from lint.packs.sources import BUILTIN

if TYPE_CHECKING:
    from lint.rules import RuleSet

__all__ = ["BUILTIN", "Names", "Overrides", "PackError", "load", "names", "read"]


def load(extra: tuple[Path, ...] = (), builtin: bool = True, overrides: Overrides | None = None) -> RuleSet:
    """The built-in packs and those at `extra` (files or folders), with what a configuration changes about them.

    Raises PackError with every fault of every pack, or else with every fault of the overrides.
    """
    from lint.packs import kept

    contents = sources.read(extra, builtin)
    name = f"rules-{sources.key(contents, overrides)}.pickle"
    known = kept.loaded(cache.load(name))
    if known is not None:
        return known
    if overrides is not None and overrides.identity:
        from lint.packs.overriding import overridden

        ruleset = overridden(load(extra, builtin), overrides)
    else:
        from lint.packs.reading import read  # pydantic and ruamel.yaml are imported only here

        ruleset = read(contents, sources.bases(contents))
    cache.store(name, kept.dumped(ruleset))
    return ruleset


def read(file: Path, content: bytes) -> RuleSet:
    """The rules of one pack that holds these bytes, whether they are written already or not. Raises PackError."""
    from lint.packs import reading

    contents = sources.with_lists([(file, content)])
    return reading.read(contents, sources.bases(contents))


def names(extra: tuple[Path, ...] = (), builtin: bool = True) -> Names:
    """The names of all rules and packs that `load` gives, kept so that a run need not load rules to know them.

    Raises PackError.
    """
    name = f"names-{sources.key(sources.read(extra, builtin))}.json"
    known = naming.loaded(cache.load(name))
    if known is None:
        known = Names.of(load(extra, builtin))
        cache.store(name, naming.dumped(known))
    return known
