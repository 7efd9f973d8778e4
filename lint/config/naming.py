"""Names of rules and packs in a configuration that nothing loaded has."""

from __future__ import annotations

from lint.config.config import Config, Name
from lint.packs import Names
from lint.trees import meant


def unknown_names(config: Config, known: Names) -> list[str]:
    """One fault for each name that is no rule, nor a pack where one may stand; `known` are all, not only the chosen."""
    faults = (_fault(one, known) for one in config.names)
    return list(dict.fromkeys(fault for fault in faults if fault))


def _fault(one: Name, known: Names) -> str:
    packs = known.packs | {"all"}
    if one.name in known.rules or (one.name in packs and not one.only_rules):
        return ""
    if one.name in packs:
        return one.place.fault(f"'{one.name}' is a pack; write the id of one of its rules")
    kind = "rule" if one.only_rules else "rule or pack"
    close = meant(one.name, sorted(known.rules if one.only_rules else known.rules | packs))
    remedy = f"did you mean '{close}'?" if close else "'plan-lint rule' lists them, 'rules' adds your own"
    return one.place.fault(f"no {kind} '{one.name}'; {remedy}")
