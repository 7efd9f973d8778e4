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
    """A text in which a rule must find nothing.

    `text` is a whole little document. `todo` marks a known gap: it must fail today.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    text: str
    todo: bool = False


@dataclass(frozen=True)
class Bad:
    """A text in which a rule must find just what stands in ⟦ ⟧.

    `text` is a whole little document; ⟦⟧ is a place of no width. `fixed` is what the rule's fix makes of the text.
    `todo` marks a known gap: it must fail today.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    text: str
    fixed: str | None = None
    todo: bool = False


@dataclass(frozen=True)
class Examples:
    """What a rule must pass and what it must find; both are needed, or the rule does not load.

    `good` texts hold nothing that it may find. `bad` texts mark just what it must find with ⟦ ⟧.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = FORBID

    good: tuple[Good, ...]
    bad: tuple[Bad, ...]


@dataclass(frozen=True)
class Rule:
    """A check put to use.

    `id` is the name of the fault: words of a-z and 0-9 joined by '-'. `severity` is how grave it is; off runs only
    where it is asked for by its id. `message` says what is wrong; {text} is what was found, other values depend on the
    kind of check. `why` says why it matters. `check` is the kind of looking, with its options. `examples` are what it
    must pass and find; it does not load without. `scope` is the zones it holds for; left out, the whole document.
    `documents` are the kinds of document it holds for; left out, every kind. `files` are patterns of those it holds
    for, as in .gitignore, below the working directory; left out, every file. `fix` offers the check's repair: safe,
    where no meaning can change, or unsafe, where a person should look.

    Where it is written, `extends` is the id of another rule, which says all that it does not say itself; then `tokens+`
    adds to a list of that rule's check, and `tokens-` takes out of it.
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
