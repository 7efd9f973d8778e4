"""Rules tried on their own examples: each way to fail has its name, and says what was found instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pytest

from lint import examples, packs
from lint.checks import AnyCheck, Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.examples import Outcome
from lint.findings import Severity
from lint.rules import Bad, Examples, Good, Rule
from lint.text import Span

WORD = Existence("existence", tokens=("禁词",), replacement="词")


def rule(
    *, good: tuple[str | Good, ...] = ("无",), bad: tuple[str | Bad, ...] = ("⟦禁词⟧",), check: AnyCheck = WORD
) -> Rule:
    long = Examples(
        tuple(Good(one) if isinstance(one, str) else one for one in good),
        tuple(Bad(one) if isinstance(one, str) else one for one in bad),
    )
    return Rule("word", Severity.ERROR, "不应出现", "测试", check, long, fix="safe")


def outcomes(one: Rule) -> list[Outcome]:
    return list(examples.try_rule(one))


@pytest.mark.parametrize("pack", sorted(packs.BUILTIN.glob("*.yaml")), ids=lambda pack: pack.stem)
def test_the_rules_of_a_built_in_pack_do_what_their_examples_say(pack: Path) -> None:
    rules = [one for one in packs.load().rules if one.pack == pack.stem]
    assert rules
    assert [outcome for one in rules for outcome in examples.try_rule(one)] == []


def test_a_rule_that_does_what_its_examples_say_has_no_outcome() -> None:
    assert outcomes(rule(bad=("这里有⟦禁词⟧，那里也有⟦禁词⟧。", Bad("⟦禁词⟧", fixed="词")))) == []


def test_a_bad_text_that_passes_is_missing() -> None:
    assert outcomes(rule(bad=("这里有⟦别的⟧。",))) == [Outcome("word", "missing", "这里有⟦别的⟧。", "nothing found")]


def test_a_good_text_that_is_reported_is_noisy() -> None:
    assert outcomes(rule(good=("第一行\n这里有禁词。",))) == [
        Outcome("word", "noisy", "第一行\n这里有禁词。", "found '禁词' at 2:4")
    ]


@pytest.mark.parametrize("text", ["这里⟦有禁词⟧。", "⟦禁⟧词", "⟦禁词⟧和禁词", "⟦禁词⟧和⟦别的⟧", "⟦⟧禁词"])
def test_a_find_beside_the_mark_is_misplaced(text: str) -> None:
    (outcome,) = outcomes(rule(bad=(text,)))
    assert (outcome.fault, outcome.text) == ("misplaced", text)


def test_a_misplaced_find_says_where_it_is() -> None:
    (outcome,) = outcomes(rule(bad=("第一行\n这里⟦有⟧禁词和禁词。",)))
    assert outcome.detail == "found '禁词' at 2:4, '禁词' at 2:7"


def test_a_fix_that_gives_something_else_is_wrong() -> None:
    assert outcomes(rule(bad=(Bad("⟦禁词⟧。", fixed="好词。"),))) == [
        Outcome("word", "wrong fix", "⟦禁词⟧。", "gives '词。'")
    ]


def test_a_fix_that_leaves_the_fault_is_wrong() -> None:
    same = Existence("existence", tokens=("禁词",), replacement="禁词")
    assert outcomes(rule(bad=(Bad("⟦禁词⟧", fixed="禁词"),), check=same)) == [
        Outcome("word", "wrong fix", "⟦禁词⟧", "the rule still reports the repaired text")
    ]


def test_a_fix_that_is_not_written_down_must_hold_too() -> None:
    same = Existence("existence", tokens=("禁词",), replacement="禁词")
    (outcome,) = outcomes(rule(bad=("⟦禁词⟧",), check=same))
    assert (outcome.fault, outcome.detail) == ("wrong fix", "the rule still reports the repaired text")


def test_a_fix_that_makes_another_fault_is_wrong() -> None:
    grows = Existence("existence", patterns_=("(?<!好)词",), replacement="词词")
    (outcome,) = outcomes(rule(bad=("⟦词⟧",), check=grows))
    assert (outcome.fault, outcome.detail) == ("wrong fix", "the rule still reports the repaired text")


def test_a_known_gap_must_fail_and_is_told_when_it_passes() -> None:
    closed = "the known gap is closed; take 'todo' away"
    assert outcomes(rule(good=(Good("禁词", todo=True),), bad=(Bad("⟦别的⟧", todo=True),))) == []
    assert outcomes(rule(good=(Good("无", todo=True),), bad=(Bad("⟦禁词⟧", todo=True),))) == [
        Outcome("word", "passes", "无", closed),
        Outcome("word", "passes", "⟦禁词⟧", closed),
    ]


def test_a_rule_for_some_documents_is_tried_on_all_its_examples() -> None:
    assert outcomes(replace(rule(), documents=("law",))) == []


@dataclass(frozen=True)
class Crashing(Check):
    kind: Literal["crashing"] = "crashing"

    def run(self, document: Document) -> Iterator[Hit]:
        raise ValueError("no such luck")


def test_a_crash_is_told_with_its_example() -> None:
    one = rule(good=("无",), bad=("⟦禁词⟧",), check=Crashing())  # type: ignore[arg-type]  # no kind of the union
    assert outcomes(one) == [
        Outcome("word", "crash", "无", "ValueError: no such luck"),
        Outcome("word", "crash", "禁词", "ValueError: no such luck"),
    ]


def test_marks_are_taken_out_and_their_places_kept() -> None:
    assert examples.unmarked("一⟦二三⟧四⟦⟧") == ("一二三四", [Span(1, 3), Span(4, 4)])


def test_both_kinds_of_examples_are_counted() -> None:
    assert examples.count(rule(good=("一", "二"), bad=("⟦禁词⟧",))) == 3
