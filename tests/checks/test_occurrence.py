"""Words that stand somewhere too often, or not often enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.checks.occurrence import Occurrence
from lint.document import Document, Extent

Hits = Callable[[Occurrence, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
OFTEN = Occurrence(kind="occurrence", tokens=("加强",), at_most=2)
SELDOM = Occurrence(kind="occurrence", tokens=("责任人",), at_least=1, in_="chapter")
PLAN = (
    "工作计划\n\n一、招生\n招生500人，责任人甲。\n二、活动\n"
    "（一）演出\n责任人乙。\n（二）比赛\n抓好。\n三、队伍\n抓好。\n"
)


def test_the_first_match_too_many_of_a_sentence_is_told(hits: Hits, document: Make) -> None:
    text = "加强甲，加强乙，加强丙，加强丁。加强戊，加强己。"
    assert hits(OFTEN, text) == [("加强", 8)]
    assert [hit.values for hit in OFTEN.run(document(text))] == [{"count": "4", "most": "2", "least": ""}]


@pytest.mark.parametrize(
    ("extent", "places"), [("sentence", []), ("line", [16]), ("document", [8])], ids=["sentence", "line", "document"]
)
def test_matches_are_counted_in_each_part_by_itself(hits: Hits, extent: Extent, places: list[int]) -> None:
    text = "加强甲，加强乙\n加强丙。加强丁，加强戊"
    assert [at for _, at in hits(replace(OFTEN, in_=extent), text)] == places


def test_a_section_counts_its_own_text_so_that_one_fault_is_told_once(hits: Hits) -> None:
    text = "一、甲\n加强。\n（一）乙\n加强，加强，加强。\n（二）丙\n加强。\n"
    assert hits(replace(OFTEN, in_="section"), text) == [("加强", 19)]


def test_text_outside_of_chapters_is_not_counted_by_chapter(hits: Hits) -> None:
    assert hits(replace(OFTEN, in_="chapter"), "加强，加强，加强。\n一、甲\n加强。\n") == []


def test_of_two_matches_that_overlap_the_longer_counts_once(hits: Hits) -> None:
    check = replace(OFTEN, tokens=("加强",), patterns_=("加强.", "强甲"), at_most=1)
    assert hits(check, "加强甲。") == []
    assert hits(check, "加强甲，加强乙。") == [("加强乙", 4)]


def test_exceptions_do_not_count(hits: Hits) -> None:
    assert hits(replace(OFTEN, except_=("不断加强",)), "加强，加强，不断加强。") == []


def test_a_group_named_at_narrows_the_place(hits: Hits) -> None:
    assert hits(replace(OFTEN, tokens=(), patterns_=("加(?P<at>强)",), at_most=1), "加强加强") == [("强", 3)]


def test_too_few_are_told_at_the_heading_which_counts_its_subsections(hits: Hits, document: Make) -> None:
    assert hits(SELDOM, PLAN) == [("三、队伍", 51)]
    assert [hit.values for hit in SELDOM.run(document(PLAN))] == [{"count": "0", "most": "", "least": "1"}]
    assert hits(replace(SELDOM, in_="section"), PLAN) == [("（二）比赛", 41), ("三、队伍", 51)]


def test_too_few_in_a_document_are_told_at_its_title(hits: Hits) -> None:
    assert hits(replace(SELDOM, in_="document", at_least=3), PLAN) == [("工作计划", 0)]
    assert hits(replace(SELDOM, in_="document", at_least=2), PLAN) == []


def test_of_lines_and_sentences_only_running_text_owes_anything(hits: Hits) -> None:
    text = "关于开展督导的工作计划\n\n一、招生。\n招生500人，责任人甲。抓好活动。\n发布时间：2024年1月1日\n"
    assert hits(replace(SELDOM, in_="sentence"), text) == [("抓好活动。", 31)]
    assert hits(replace(SELDOM, in_="line"), text) == []
    assert hits(replace(SELDOM, in_="line", at_least=2), text) == [("招生500人，责任人甲。抓好活动。", 19)]


def test_what_stands_outside_of_the_zones_of_a_rule_does_not_count(document: Make) -> None:
    text = "加强工作计划\n\n一、加强领导\n加强甲。\n二、加强管理\n加强乙。\n三、加强队伍\n加强丙。\n"
    check = replace(OFTEN, in_="document")
    assert [hit.span.start for hit in check.run(document(text))] == [15]
    assert [hit.span.start for hit in check.run(document(text).within(frozenset({"heading"})))] == [34]


def test_both_limits_can_be_given(hits: Hits) -> None:
    check = replace(SELDOM, at_most=1)
    assert hits(check, PLAN.replace("责任人甲", "责任人甲，责任人丙")) == [("责任人", 23), ("三、队伍", 56)]


def test_what_must_stand_there_is_missed_in_a_text_that_does_not_hold_it() -> None:
    assert OFTEN.anchors() == ("加强",)
    assert (SELDOM.anchors(), SELDOM.scanned()) == (None, ("责任人",))


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"tokens": ()}, "patterns"),
        ({"tokens": ("",)}, "tokens"),
        ({"at_most": None}, "at-most"),
        ({"at_most": 0}, "at-most"),
        ({"at_least": 0}, "at-least"),
        ({"at_least": 3}, "at-least"),
    ],
)
def test_limits_that_say_nothing_are_told(options: dict[str, object], key: str) -> None:
    assert [fault for fault, _ in replace(OFTEN, **options).faults()] == [key]  # type: ignore[arg-type]
    assert list(OFTEN.faults()) == []
