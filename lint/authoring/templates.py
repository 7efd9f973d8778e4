"""A rule of each kind to start from: a built-in one whose options are cut down to what its examples need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

from lint.authoring.draft import Bad, Draft
from lint.checks import Check
from lint.checks.check import usual, yaml_key
from lint.composition import Composed
from lint.examples import try_rule, unmarked
from lint.packs.meaning import options
from lint.rules import Examples, Rule, RuleSet

WHY = "说明为什么不该这样写，它害了什么。"
OWN: Mapping[str, dict[str, Any]] = {
    "existence": {
        "message": "不应写“{text}”",
        "check": {"kind": "existence", "tokens": ["某词"]},
        "good": ("这里没有要找的词。",),
        "bad": (Bad("这里有⟦某词⟧。"),),
    },
    "substitution": {
        "message": "“{text}”应为“{replacement}”",
        "check": {"kind": "substitution", "swap": {"旧写法": "新写法"}},
        "fix": "unsafe",
        "good": ("这里用新写法。",),
        "bad": (Bad("这里用⟦旧写法⟧。", "这里用新写法。"),),
    },
    "required": {
        "message": "“{heading}”没有写明责任单位",
        "check": {"kind": "required", "every": "section", "has": "pattern", "patterns": ["责任(?:单位|部门)"]},
        "good": ("一、招生\n按时完成。责任单位：教育局。\n",),
        "bad": (Bad("⟦一、招生⟧\n按时完成。\n"),),
    },
}  # the kinds that most rules are of, in words that stand for the author's


def template(id_: str, kind: str, builtin: RuleSet) -> Draft | None:
    """A draft of this kind that loads and does what its examples say; None where no built-in rule shows how."""
    if kind in OWN:
        return Draft(id=id_, severity="warning", why=WHY, **OWN[kind])
    rules = [rule for rule in builtin.rules if rule.check.kind == kind and not isinstance(rule.check, Composed)]
    if not rules:
        return None
    rule = min((_small(rule) for rule in rules), key=lambda rule: len(repr((rule.check, rule.examples))))
    return Draft(
        id=id_,
        severity=rule.severity.value if rule.severity.rank else "warning",
        message=rule.message,
        why=WHY,
        check=tree_of(rule.check),
        good=tuple(good.text for good in rule.examples.good),
        bad=tuple(Bad(bad.text, bad.fixed) for bad in rule.examples.bad),
        scope=rule.scope,
        fix=rule.fix,
    )


def tree_of(part: Any) -> Any:
    """The options of a check as a pack would say them; what has its default is left out."""
    if is_dataclass(part):
        said = {yaml_key(one.name): (getattr(part, one.name), usual(one)) for one in fields(part)}
        return {key: tree_of(value) for key, (value, default) in said.items() if value != default}
    if isinstance(part, tuple):
        return [tree_of(one) for one in part]
    return {key: tree_of(one) for key, one in part.items()} if isinstance(part, dict) else part


def _small(rule: Rule) -> Rule:
    """The rule with its shortest good and bad example, and no more options than these need."""
    good = min((one for one in rule.examples.good if not one.todo), key=lambda one: len(one.text))
    bad = min((one for one in rule.examples.bad if not one.todo), key=lambda one: len(unmarked(one.text)[0]))
    rule = replace(rule, examples=Examples((good,), (bad,)))
    while smaller := next((one for one in _smaller(rule) if _holds(one)), None):
        rule = smaller
    return rule


def _smaller(rule: Rule) -> Iterator[Rule]:
    """The rule with an option left out, or with half of it."""
    for one in fields(rule.check):
        value, given = getattr(rule.check, one.name), usual(one)
        if one.name == "kind" or value == given:
            continue
        if given is not MISSING:
            yield replace(rule, check=replace(rule.check, **{one.name: given}))
        for half in _halves(value):
            yield replace(rule, check=replace(rule.check, **{one.name: half}))


def _halves(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple) and len(value) > 1:
        yield from (value[: len(value) // 2], value[len(value) // 2 :])
    elif isinstance(value, dict) and len(value) > 1:
        items = list(value.items())
        yield from (dict(items[: len(items) // 2]), dict(items[len(items) // 2 :]))


def _holds(rule: Rule) -> bool:
    """Whether the options make a check, and the examples turn out as they say."""
    check: Check = rule.check
    return not options(check) and not (rule.fix and not check.repairs()) and not next(try_rule(rule), None)
