"""Advice about whole rules: by themselves, beside others, and never about the built-in ones."""

from __future__ import annotations

import signal
from dataclasses import replace
from importlib import import_module

import pytest

from lint import packs
from lint.advice import Advice, covered, of_rule, of_rules
from lint.checks import AnyCheck
from lint.checks.existence import Existence
from lint.checks.line import Line
from lint.checks.required import Required
from lint.findings import Severity
from lint.patience import Patience
from lint.rules import Bad, Examples, Good, Rule
from lint.text import Source


def rule(check: AnyCheck, *bad: str, id_: str = "word", message: str = "不应出现") -> Rule:
    return Rule(id_, Severity.ERROR, message, "测试", check, Examples((Good("无"),), tuple(map(Bad, bad))))


def existence(*patterns: str, tokens: tuple[str, ...] = (), **more: object) -> Existence:
    return Existence("existence", patterns_=patterns, tokens=tokens, **more)  # type: ignore[arg-type]


def advice(one: Rule, *corpus: str) -> list[tuple[str, str]]:
    return [(said.key, said.sentence) for said in of_rule(one, [Source("a.txt", text) for text in corpus])]


def test_the_built_in_rules_need_no_advice() -> None:
    rules = packs.load().rules
    assert list(of_rules(rules, rules)) == []
    assert list(covered(rules, rules)) == []


def test_a_dead_pattern_is_told_with_its_key() -> None:
    reason = "'党$委' can never match: $ is the end of a line, and '委' must follow it; take one of the two away"
    assert advice(rule(existence("甲", "党$委"))) == [("check.patterns.1", reason)]


def test_a_dead_pattern_is_told_once_although_it_is_a_trap_too() -> None:
    assert len(advice(rule(existence(r"党\b委")))) == 1


def test_a_pattern_too_long_to_be_understood_is_left_alone() -> None:
    assert advice(rule(existence("甲?" * 1500 + "党", "甲?" * 1200 + r"\b党"))) == []


def test_what_is_filled_in_later_is_left_alone() -> None:
    assert advice(rule(existence("党${name}"))) == []


def test_patterns_inside_other_options_are_read() -> None:
    ((key, _),) = advice(rule(Required("required", "document", "pattern", patterns_=("甲",), under=("乙^丙",))))
    assert key == "check.under.0"


def test_text_that_stands_twice_is_told() -> None:
    (twice, again) = advice(rule(existence("甲乙|丙|甲乙", tokens=("禁词", "别的", "禁词"))))
    assert twice == ("check.patterns.0", "the alternative '甲乙' stands in it twice; take one away")
    assert again[0] == "check.tokens.2"
    assert again[1] == "'禁词' stands in the list twice, also as check.tokens.0; take one away"


def test_a_longer_token_is_needless_beside_a_shorter_one() -> None:
    ((key, sentence),) = advice(rule(existence(tokens=("责任", "责任制"))))
    assert (key, sentence.split(",")[0]) == ("check.tokens.1", "'责任制' is needless")


def test_a_longer_token_that_is_told_or_repaired_is_not_needless() -> None:
    assert advice(rule(existence(tokens=("责任", "责任制")), message="不写“{text}”")) == []
    assert advice(rule(existence(tokens=("责任", "责任制"), drop=True))) == []


def test_a_shorter_button_finds_no_longer_one() -> None:
    check = Line("line", buttons=("繁", "繁体版"), labels=("来源", "来源地"), zones=("head", "body"))
    assert advice(rule(check)) == []


def test_a_shorter_phrase_finds_the_lines_of_a_longer_one() -> None:
    ((key, _),) = advice(rule(Line("line", phrases=("版权均属", "版权均属于本网"))))
    assert key == "check.phrases.1"


def test_what_is_longer_than_the_lines_looked_at_is_told() -> None:
    check = Line("line", patterns_=("^甲{30}",), phrases=("这里是一句相当长的话",), longest=8)
    assert [key for key, _ in advice(rule(check))] == ["check.phrases.0", "check.patterns.0"]


def test_half_width_marks_are_told_unless_the_full_ones_stand_beside_them() -> None:
    ((key, sentence),) = advice(rule(existence(tokens=("联系人:",))))
    assert key == "check.tokens.0"
    assert sentence.startswith("'人:' has a half-width mark, and most documents write '人：'")
    assert advice(rule(existence(tokens=("联系人:", "联系人：")))) == []
    assert advice(rule(existence("联系人[:：]", "联系人:|联系人："))) == []


def test_a_corpus_tells_which_marks_documents_write() -> None:
    assert advice(rule(existence(tokens=("联系人:",))), "联系人:某某") == []
    assert advice(rule(existence(tokens=("联系人:",))), "联系人:某某\n", "联系人：某某") != []


def test_a_pattern_of_two_rules_is_told_once() -> None:
    one, two = rule(existence("甲乙\\d")), rule(existence("丙", "甲乙\\d"), id_="other")
    (said,) = of_rules([one, two], [one, two])
    assert (said.rule, said.key) == ("word", "check.patterns.0")
    assert "'甲乙\\d' is one of rule 'other', too" in said.sentence


def test_exceptions_of_two_rules_may_be_the_same() -> None:
    one, two = (rule(existence(name, except_=("甲乙",)), id_=name * 2) for name in "ab")
    assert list(of_rules([one, two], [one, two])) == []


def test_a_rule_is_covered_where_another_finds_all_its_places() -> None:
    narrow, wide = rule(existence("D建"), "基层⟦D建⟧工作"), rule(existence("[A-Z]建"), "⟦E建⟧", id_="wide")
    assert list(covered([narrow, wide], [narrow, wide])) == [
        Advice(
            "word",
            "check",
            "every place that it finds in the examples (1) is found by rule 'wide', too, which tells it twice; "
            "give an example that 'wide' passes, or take one of the two away",
        )
    ]


def test_a_place_that_only_one_finds_or_finds_wider_is_enough_to_differ() -> None:
    wide = rule(existence("[A-Z]建"), "⟦E建⟧", id_="wide")
    for narrow in (rule(existence("D建|D员"), "⟦D建⟧和⟦D员⟧"), rule(existence("基层D建"), "⟦基层D建⟧")):
        assert list(covered([narrow], [narrow, wide])) == []


def test_a_corpus_shows_what_examples_do_not() -> None:
    narrow, wide = rule(existence("D建|D员"), "⟦D建⟧"), rule(existence("D建"), "⟦D建⟧", id_="wide")
    assert len(list(covered([narrow], [narrow, wide]))) == 1
    assert list(covered([narrow], [narrow, wide], [Source("a.txt", "培养D员")])) == []


def test_a_rule_that_is_off_or_for_other_documents_covers_nothing() -> None:
    narrow, wide = rule(existence("D建"), "⟦D建⟧"), rule(existence("[A-Z]建"), "⟦E建⟧", id_="wide")
    for other in (replace(wide, severity=Severity.OFF), replace(wide, documents=("law",))):
        assert list(covered([narrow], [narrow, other])) == []


def test_a_rule_that_reports_whole_lines_whatever_they_hold_covers_nothing() -> None:
    narrow, wide = rule(existence("D建"), "基层⟦D建⟧工作"), rule(existence("^.+$"), "⟦甲⟧", id_="line")
    assert list(covered([narrow], [narrow, wide])) == []


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer")
def test_a_rule_that_takes_too_long_on_an_example_of_another_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("lint.advice.covered"), "PATIENCE", Patience(0.1))
    slow = rule(existence("(?:a|a|aa)+y"), "⟦aaay⟧", id_="slow")
    other = rule(existence(tokens=("若干",)), f"⟦若干⟧{'a' * 60}，甲y", id_="other")
    (said,) = covered([slow, other], [slow, other])
    assert (said.rule, said.key, said.sentence[:46]) == (
        "slow",
        "check",
        "takes too long on a text that is none of its e",
    )
