"""Rules, packs and rule sets: what YAML says, as plain frozen values.

pydantic reads them in `packs`; afterwards nothing here needs it, so that a run from the cache never imports it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from lint.checks import AnyCheck
from lint.composition import Composed
from lint.document import Zone
from lint.document.kinds import Kind
from lint.findings import Severity

FORBID: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True)
class Good:
    """A text in which a rule must find nothing. `todo` marks a known gap: it must fail today."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    text: str
    todo: bool = False


@dataclass(frozen=True)
class Bad:
    """A text in which a rule must find just what stands in ⟦ ⟧; with `fixed`, what its fix makes of the text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    text: str
    fixed: str | None = None
    todo: bool = False


@dataclass(frozen=True)
class Examples:
    """What a rule must pass and what it must find; both are needed, or the rule does not load."""

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    good: tuple[Good, ...]
    bad: tuple[Bad, ...]


@dataclass(frozen=True)
class Rule:
    """A check put to use. `scope`, `documents` and `files` left empty mean the whole document and every document.

    `files` are patterns as in .gitignore, below the working directory.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    id: str
    severity: Severity
    message: str
    why: str
    check: AnyCheck | Composed
    examples: Examples
    scope: tuple[Zone, ...] = ()
    documents: tuple[Kind, ...] = ()
    files: tuple[str, ...] = ()
    fix: Literal["safe", "unsafe"] | None = None
    pack: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Pack:
    """One file of rules; its name is the file's."""

    name: str
    file: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class RuleSet:
    """The rules of one run, in the order of their packs."""

    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, packs: Iterable[Pack]) -> RuleSet:
        """All rules of these packs."""
        return cls(tuple(rule for pack in packs for rule in pack.rules))

    def select(self, chosen: tuple[str, ...], ignored: tuple[str, ...], extended: tuple[str, ...] = ()) -> RuleSet:
        """The rules that `chosen` names by id or pack (all that are not off when empty), and those `extended` names
        beside them, without the ignored ones.

        A rule that is off runs when it is named by its own id, then as a warning. Raises KeyError with the first name
        that is neither a rule nor a pack.
        """
        names = {rule.id for rule in self.rules} | {rule.pack for rule in self.rules} | {"all"}
        for name in (*chosen, *extended, *ignored):
            if name not in names:
                raise KeyError(name)
        wanted = (*(chosen or ("all",)), *extended)
        return RuleSet(tuple(kept for rule in self.rules if (kept := _kept(rule, wanted, ignored)) is not None))


def _kept(rule: Rule, wanted: tuple[str, ...], ignored: tuple[str, ...]) -> Rule | None:
    if rule.id in ignored or (rule.pack in ignored and rule.id not in wanted) or "all" in ignored:
        return None
    if rule.severity is Severity.OFF:
        return replace(rule, severity=Severity.WARNING) if rule.id in wanted else None
    return rule if not {"all", rule.id, rule.pack}.isdisjoint(wanted) else None
