"""Names of rules and packs in a configuration that nothing loaded has."""

from __future__ import annotations

from lint import packs
from lint.config.config import Config, Name
from lint.packs import Names
from lint.trees import meant


def known_names(config: Config) -> Names:
    """The names of the rules and packs that a configuration loads, and of the built-in ones also where it does without.

    A configuration may speak of these for those that extend it. Raises PackError.
    """
    own = packs.names(config.pack_paths, config.builtin)
    return own if config.builtin else own.beside(packs.names())


def unknown_names(config: Config, known: Names) -> list[str]:
    """One fault for each name that is no rule, nor a pack where one may stand; `known` are all, not only the chosen."""
    faults = (_fault(one, known) for one in config.names)
    return list(dict.fromkeys(fault for fault in faults if fault))


def _fault(one: Name, known: Names) -> str:
    if one.only_rules and one.name in (known.packs | {"all"}) - known.rules:
        return one.place.fault(f"'{one.name}' is a pack; write the id of one of its rules")
    said = unknown_name(one.name, known, one.only_rules)
    return one.place.fault(said) if said else ""


def unknown_name(name: str, known: Names, only_rules: bool = False, adding: str = "'rules'") -> str:
    """What is to be said of a name that no rule has, nor a pack where one may stand; empty where one has it."""
    names = known.rules if only_rules else known.rules | known.packs | {"all"}
    if name in names:
        return ""
    close = meant(name, sorted(names))
    remedy = f"did you mean '{close}'?" if close else f"'plan-lint rule' lists them, {adding} adds your own"
    return f"no {'rule' if only_rules else 'rule or pack'} '{name}'; {remedy}"
