"""Two rule sets as one, and what a text's findings under both come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lint.checks.existence import Existence
from lint.checks.substitution import Substitution
from lint.comparison import Difference, Sides, difference, parted
from lint.engine import Engine
from lint.findings import Severity
from lint.rules import Examples, Rule, RuleSet
from lint.session import Result, Session, Trouble
from lint.text import Source

RULE = Rule(
    "word", Severity.ERROR, "{text}", "为何", Existence("existence", tokens=("甲", "乙")), Examples((), ()), pack="a"
)


def sides(old: Rule, new: Rule) -> Sides:
    return Sides(RuleSet((old,)), RuleSet((new,)))


def compared(old: Rule, new: Rule, text: str = "甲乙丙甲") -> Difference:
    (result,) = Session(lambda: Engine(sides(old, new).both)).run([Source("a.txt", text)])
    return difference(result)


@pytest.mark.parametrize("other", [{"pack": "b"}, {"why": "因此"}, {"examples": Examples((), ())}])
def test_rules_that_find_and_say_the_same_run_once(other: dict[str, Any]) -> None:
    both = sides(RULE, replace(RULE, **other))
    assert both.same == {"word"}
    assert [rule.id for rule in both.both.rules] == ["word"]


@pytest.mark.parametrize(
    "other",
    [
        {"message": "“{text}”"},
        {"severity": Severity.INFO},
        {"scope": ("body",)},
        {"documents": ("plan",)},
        {"check": Existence("existence", tokens=("甲",))},
    ],
    ids=lambda other: next(iter(other)),
)
def test_rules_that_may_find_or_say_something_else_both_run(other: dict[str, Any]) -> None:
    both = sides(RULE, replace(RULE, **other))
    assert both.same == frozenset()
    assert [rule.id for rule in both.both.rules] == ["-word", "+word"]
    assert both.ids == ["word"]


def test_the_order_of_a_map_is_a_difference() -> None:
    swaps = ({"甲": "子", "甲乙": "丑"}, {"甲乙": "丑", "甲": "子"})
    old, new = (replace(RULE, check=Substitution("substitution", swap=swap)) for swap in swaps)
    assert sides(old, new).same == frozenset()


def test_counts_are_of_all_findings_of_each_side() -> None:
    found = compared(RULE, replace(RULE, check=Existence("existence", tokens=("甲", "丙"))))
    assert (found.old["word"], found.new["word"]) == (3, 3)
    assert [(f.rule, f.text, f.start.offset) for f in found.gained] == [("word", "丙", 2)]
    assert [(f.rule, f.text, f.start.offset) for f in found.lost] == [("word", "乙", 1)]
    assert found.changed == ()
    same = compared(RULE, RULE)
    assert (same.old, same.new, same.gained, same.lost) == ({"word": 3}, {"word": 3}, (), ())


def test_findings_at_one_place_are_matched_by_what_they_say_first() -> None:
    (result,) = Session(lambda: Engine(RuleSet((RULE,)))).run([Source("a.txt", "甲")])
    (one,) = result.findings
    old = [replace(one, rule="-word", message=said) for said in ("一", "二")]
    new = [replace(one, rule="+word", message=said) for said in ("二", "三", "四")]
    found = difference(replace(result, findings=(*old, *new)))
    assert [(change.old.message, change.new.message) for change in found.changed] == [("一", "三")]
    assert ([f.message for f in found.gained], found.lost) == (["四"], ())


def test_a_trouble_names_the_side_and_the_rule_as_it_is_written() -> None:
    troubles = (Trouble("a.txt", "rule '+word' crashed: x", "+word"), Trouble("a.txt", "rule 'w' crashed: x", "w"))
    told = difference(Result("a.txt", None, (), troubles)).result.troubles
    assert [(trouble.rule, trouble.reason) for trouble in told] == [
        ("word", "new rule 'word' crashed: x"), ("w", "rule 'w' crashed: x"),
    ]  # fmt: skip
    assert [parted(id_) for id_ in ("-a", "+a", "a", "")] == [("-", "a"), ("+", "a"), ("", "a"), ("", "")]
