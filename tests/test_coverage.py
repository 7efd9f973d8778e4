"""Coverage: a part is exercised when an example turns out otherwise without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from lint.checks import AnyCheck
from lint.checks.existence import Existence
from lint.checks.line import Line
from lint.checks.obfuscation import Obfuscation
from lint.checks.substitution import Substitution
from lint.checks.target import Target
from lint.checks.variant import Variant
from lint.composition import Composed, Relation
from lint.coverage import coverage
from lint.coverage.parts import parts, without
from lint.findings import Severity
from lint.rules import Bad, Examples, Good, Rule


def rule(check: AnyCheck | Composed, *bad: str | Bad, good: tuple[str, ...] = ("无",), **more: Any) -> Rule:
    examples = Examples(tuple(map(Good, good)), tuple(Bad(one) if isinstance(one, str) else one for one in bad))
    return Rule("word", Severity.ERROR, "不应出现", "测试", check, examples, **more)


def idle(one: Rule) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in coverage(one).unexercised:
        found.setdefault(part.key, []).append(part.text)
    return found


def test_a_token_that_no_example_holds_is_unexercised() -> None:
    check = Existence("existence", tokens=("禁词", "别的"))
    assert idle(rule(check, "这里有⟦禁词⟧。")) == {"tokens": ["别的"]}


def test_each_alternative_of_a_pattern_counts() -> None:
    check = Existence("existence", patterns_=("甲乙|丙丁|戊(?:己|庚)",))
    assert idle(rule(check, "⟦甲乙⟧和⟦戊己⟧")) == {"patterns": ["丙丁"]}


def test_an_exception_is_exercised_by_a_good_example() -> None:
    check = Existence("existence", tokens=("禁词",), except_=("非禁词", "无禁词"))
    assert idle(rule(check, "⟦禁词⟧", good=("这是非禁词。",))) == {"except": ["无禁词"]}


def test_an_exception_for_what_no_bad_example_shows_is_exercised_all_the_same() -> None:
    check = Existence("existence", tokens=("禁词", "别的"), except_=("没别的",))
    assert idle(rule(check, "⟦禁词⟧", good=("这里没别的。",))) == {"tokens": ["别的"]}


def test_a_condition_of_which_nothing_is_left_is_taken_away_whole() -> None:
    exception = Composed(follows=(Relation(tokens=("甲方",)),))
    one = rule(Composed(check=Existence("existence", tokens=("若干",)), not_=(exception,)), "建设⟦若干⟧基地")
    assert idle(one).keys() == {"not", "not.0.follows", "not.0.follows.0.tokens"}


def test_swaps_are_exercised_one_by_one() -> None:
    check = Substitution("substitution", swap={"科学开展观": "科学发展观", "根底设施": "基础设施"})
    assert idle(rule(check, "⟦根底设施⟧")) == {"swap": ["科学开展观"]}


def test_each_zone_of_the_scope_counts() -> None:
    check, title = Existence("existence", tokens=("禁词",)), "某县禁词工作要点\n一、⟦禁词⟧工作\n抓好⟦禁词⟧工作。\n"
    assert idle(rule(check, title, scope=("heading", "body", "tail"))) == {"scope": ["heading", "tail"]}
    assert idle(rule(check, "抓好⟦禁词⟧。", scope=("body",))) == {"scope": ["body"]}


def test_a_fix_is_exercised_by_an_example_that_tells_its_outcome() -> None:
    check = Existence("existence", tokens=("禁词",), replacement="好词")
    assert idle(rule(check, "⟦禁词⟧", fix="safe")) == {"replacement": ["好词"], "fix": ["safe"]}
    assert idle(rule(check, Bad("⟦禁词⟧", fixed="好词"), fix="safe")) == {}


def test_options_that_somebody_set_are_parts_and_defaults_are_none() -> None:
    check = Line("line", phrases=("返回首页",), longest=20, zones=("head", "tail"))
    assert {part.key for part in parts(rule(check))} == {"phrases", "longest", "zones"}
    assert idle(rule(check, "⟦返回首页⟧\n"))["longest"] == ["20"]


def test_lists_within_maps_and_lists_are_parts_of_their_own() -> None:
    check = Obfuscation("obfuscation", letters={"D": ("党", "大"), "ZZ": ("政治",)})
    assert [(part.key, part.text) for part in parts(rule(check))] == [
        ("letters", "D"),
        ("letters.D", "党"),
        ("letters.D", "大"),
        ("letters", "ZZ"),
    ]
    groups = Variant("variant", groups=(("教育局", "教体局"),))
    assert [part.text for part in parts(rule(groups))] == ["number 0", "教育局", "教体局"]


def test_options_of_parts_are_read_by_their_classes() -> None:
    limit = Target.parts["limits"](indicator="合格率|覆盖率", above=100)
    check = Target("target", limits=(limit,))
    found = [(part.key, part.text) for part in parts(rule(check))]
    assert found == [
        ("limits", "number 0"),
        ("limits.0.indicator", "合格率|覆盖率"),
        ("limits.0.above", "100"),
    ]


def test_checks_in_checks_are_parts() -> None:
    inner = Existence("existence", tokens=("禁词", "别的"))
    check = Composed(
        all_=(inner, Existence("existence", patterns_=("禁|别",))), not_=(replace(inner, tokens=("丙丁",)),)
    )
    assert idle(rule(check, "这里有⟦禁词⟧。")) == {
        "all.0.tokens": ["别的"],
        "all": ["number 1"],
        "all.1.patterns": ["别"],
        "not": ["number 0"],
        "not.0.tokens": ["丙丁"],
    }


@dataclass(frozen=True)
class Case:
    """A rule, and the paths of what is taken from it."""

    check: AnyCheck
    gone: tuple[tuple[str | int, ...], ...]
    left: AnyCheck


@pytest.mark.parametrize(
    "case",
    [
        Case(
            Existence("existence", patterns_=("甲|乙|丙", "丁")), (("check", "patterns_", 0, "|", 1),),
            Existence("existence", patterns_=("甲|丙", "丁")),
        ),
        Case(
            Existence("existence", patterns_=("甲|乙", "丁")),
            (("check", "patterns_", 0, "|", 0), ("check", "patterns_", 0, "|", 1)),
            Existence("existence", patterns_=("丁",)),
        ),
        Case(
            Existence("existence", tokens=("甲", "乙"), drop=True), (("check", "tokens", 0), ("check", "drop")),
            Existence("existence", tokens=("乙",)),
        ),
        Case(
            Obfuscation("obfuscation", letters={"D": ("党", "大")}), (("check", "letters", "D", 0),),
            Obfuscation("obfuscation", letters={"D": ("大",)}),
        ),
    ],
)  # fmt: skip
def test_parts_are_taken_away_at_their_place(case: Case) -> None:
    assert without(rule(case.check), frozenset(case.gone)).check == case.left


def test_a_big_list_is_measured_by_what_stands_in_examples() -> None:
    words = tuple(f"词{number}号" for number in range(2000))
    found = coverage(rule(Existence("existence", tokens=words), "⟦词7号⟧和⟦词1999号⟧"))
    assert len(found.parts) - len(found.unexercised) == 2
