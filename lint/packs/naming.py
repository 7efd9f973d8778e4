"""The names of loaded rules and packs, for those who need no more than these."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lint.rules import RuleSet


class Names(NamedTuple):
    """The ids of rules, and the names of their packs."""

    rules: frozenset[str]
    packs: frozenset[str]

    @classmethod
    def of(cls, ruleset: RuleSet) -> Names:
        """Those of a rule set."""
        return cls(frozenset(rule.id for rule in ruleset.rules), frozenset(rule.pack for rule in ruleset.rules))

    def beside(self, others: Names) -> Names:
        """These and others."""
        return Names(self.rules | others.rules, self.packs | others.packs)

    def only(self, others: Names) -> frozenset[str]:
        """The names of rules and packs that others do not have."""
        return (self.rules | self.packs) - (others.rules | others.packs)


def dumped(names: Names) -> bytes:
    """Names as bytes."""
    return json.dumps([sorted(names.rules), sorted(names.packs)]).encode()


def loaded(data: bytes | None) -> Names | None:
    """The names that some bytes are; None for what is none."""
    try:
        rules, packs = json.loads(data or b"")
        return Names(frozenset(rules), frozenset(packs))
    except (ValueError, TypeError):
        return None
