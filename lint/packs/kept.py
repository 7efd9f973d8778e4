"""Rules as the cache keeps them: unpickled through a list of allowed classes.

A foreign file in the cache can make a run slower, never make it run code.
"""

from __future__ import annotations

import io
import pickle
from typing import Any, get_args

from lint.checks import AnyCheck
from lint.composition import PARTS
from lint.findings import Severity
from lint.rules import Bad, Examples, Good, Rule, RuleSet


class _Unpickler(pickle.Unpickler):
    """Makes rules and checks, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        from lint.packs import foreign  # 15 ms that only those pay who have kinds of other distributions

        found = foreign.brings(module, name)
        if found is not None:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a rule set")


CHECKS = (*get_args(AnyCheck), *(part for check in get_args(AnyCheck) for part in check.parts.values()), *PARTS)
ALLOWED = {(c.__module__, c.__name__) for c in (*CHECKS, Bad, Examples, Good, Rule, RuleSet, Severity)}


def dumped(ruleset: RuleSet) -> bytes:
    """A rule set as bytes."""
    return pickle.dumps(ruleset, protocol=5)


def loaded(data: bytes | None) -> RuleSet | None:
    """The rule set that some bytes are; None for what is none."""
    if data is None:
        return None
    try:
        found = _Unpickler(io.BytesIO(data)).load()
    except Exception:  # a torn entry may fail in any way; it is made anew
        return None
    return found if isinstance(found, RuleSet) else None
