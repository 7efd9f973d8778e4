"""Rules as a configuration has them: options are merged into a rule's check and tried like those of a pack."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, cast

from lint.checks import AnyCheck
from lint.checks.check import yaml_key
from lint.composition import Composed
from lint.findings import Severity
from lint.packs import shapes
from lint.packs.faults import PackError
from lint.packs.meaning import faults_of
from lint.packs.overrides import Overrides
from lint.rules import Rule, RuleSet
from lint.trees import FaultyError, nearest

ABOUT = ("check", "message")  # what options can break of a rule; its examples are of the options that it came with


def overridden(ruleset: RuleSet, overrides: Overrides) -> RuleSet:
    """The rules with their overrides. Raises PackError with every fault, at its place in the configuration."""
    faults: list[str] = []
    rules: list[Rule] = []
    for rule in ruleset.rules:
        try:
            rules.append(_overridden(rule, overrides))
        except FaultyError as error:
            faults += error.faults
    if faults:
        raise PackError(faults)
    return RuleSet(tuple(rules))


def _overridden(rule: Rule, overrides: Overrides) -> Rule:
    if rule.id in overrides.severities:
        rule = dataclasses.replace(rule, severity=_severity(rule.id, overrides))
    options = overrides.options.get(rule.id)
    return _with_options(rule, options, overrides) if options else rule


def _severity(id_: str, overrides: Overrides) -> Severity:
    word = overrides.severities[id_]
    levels = [severity.value for severity in Severity]
    if word not in levels:
        raise FaultyError(
            [overrides.place(("severity", id_)).fault(f"'{word}' is not allowed; {nearest(word, levels)}")]
        )
    return Severity(word)


def _with_options(rule: Rule, options: Mapping[str, Any], overrides: Overrides) -> Rule:
    """A rule whose check has other options. A fix that these leave nothing to repair with is none."""
    at = ("options", rule.id)
    base = cast(AnyCheck | None, rule.check.check) if isinstance(rule.check, Composed) else rule.check
    if base is None:
        what = "is put together of several checks, none of which its options could be for; write a rule of your own"
        raise FaultyError([overrides.place(at).fault(what)])
    shape = shapes.check(type(base), lambda path: overrides.place((*at, *path)), without=("kind",))
    if "kind" in options:
        what = f"unknown key; a rule keeps its kind, which is '{base.kind}'; {nearest('kind', shape.keys(()))}"
        raise FaultyError([overrides.place((*at, "kind")).fault(what)])
    own = {yaml_key(one.name): getattr(base, one.name) for one in dataclasses.fields(base)}
    made = shape.valid({**own, **options})
    check = dataclasses.replace(rule.check, check=made) if isinstance(rule.check, Composed) else made
    changed = dataclasses.replace(rule, check=check, fix=rule.fix if check.repairs() else None)
    found = [(path, what) for path, what in faults_of(changed) if path[0] in ABOUT]
    if found:
        raise FaultyError([overrides.place(_told(at, path)).fault(_said(path, what)) for path, what in found])
    return changed


def _told(at: tuple[str, ...], path: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*at, *path[1:]) if path[0] == "check" else at


def _said(path: tuple[Any, ...], what: str) -> str:
    return what if path[0] == "check" else f"with these options the rule's {path[0]} {what}"
