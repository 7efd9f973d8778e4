"""A large run shows which rules never fire, and which fire nearly everywhere."""

from __future__ import annotations

from dataclasses import replace

from lint.advice.firing import fires, unfired
from lint.checks.existence import Existence
from lint.findings import Severity
from lint.rules import Bad, Examples, Good, Rule

CHECK = Existence("existence", tokens=("禁词",))
OWN = Rule("own", Severity.ERROR, "不应出现", "测试", CHECK, Examples((Good("无"),), (Bad("⟦禁词⟧"),)))
BUILTIN = replace(OWN, id="builtin")
RULES = [OWN, BUILTIN]


def told(documents: int, share: float = 0.3, **fired: int) -> list[tuple[str, str]]:
    return [(one.rule, one.sentence[:20]) for one in fires(RULES, {"builtin"}, documents, fired, share)]


def test_a_rule_of_the_user_that_never_fired_is_named() -> None:
    (one,) = fires(RULES, {"builtin"}, 100, {"builtin": 1})
    assert (one.rule, one.key) == ("own", "check")
    assert one.sentence.startswith("never fired in 100 documents, so that nobody knows whether it works; ")


def test_built_in_rules_that_never_fired_are_only_counted() -> None:
    assert unfired(RULES, {"builtin"}, 100, {"own": 1}) == 1
    assert unfired(RULES, {"builtin"}, 100, {"builtin": 1}) == 0


def test_a_rule_that_fires_in_more_than_the_share_is_told_built_in_or_not() -> None:
    assert told(100, own=31, builtin=31) == [("own", "fired in 31 of 100 d"), ("builtin", "fired in 31 of 100 d")]
    assert told(100, own=30, builtin=30) == []
    assert told(100, share=0.5, own=50, builtin=51) == [("builtin", "fired in 51 of 100 d")]


def test_a_small_run_shows_nothing() -> None:
    assert told(99, own=99) == []
    assert unfired(RULES, {"builtin"}, 99, {}) == 0


def test_a_rule_for_some_documents_says_so() -> None:
    (one,) = fires([replace(OWN, documents=("law",))], {}, 100, {})
    assert "never fired in 100 documents (it is for law only)" in one.sentence
