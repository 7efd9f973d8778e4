"""Things that must be there, missed where a reader would look for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.checks.required import Required
from lint.document import Document

Hits = Callable[[Required, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
TARGETS = Required(kind="required", every="chapter", has="target")
WHOLE = replace(TARGETS, every="document")
FILLED = Required(kind="required", every="section", has="text")
HEAD = "工作计划\n\n"


def test_a_chapter_without_a_target_is_reported_at_its_heading(hits: Hits, document: Make) -> None:
    text = HEAD + "一、招生\n招生500人。\n二、活动\n抓好活动。\n三、队伍\n（一）招聘\n招聘教师20名。\n"
    assert hits(TARGETS, text) == [("二、活动", 19)]
    assert [hit.values for hit in TARGETS.run(document(text))] == [{"heading": "二、活动"}]


def test_where_no_chapter_has_one_the_document_is_reported_instead(hits: Hits) -> None:
    text = HEAD + "一、招生\n做好招生。\n二、活动\n抓好活动。\n"
    assert hits(TARGETS, text) == []
    assert hits(WHOLE, text) == [("工作计划", 0)]
    assert hits(WHOLE, text.replace("做好招生", "招生500人")) == []


def test_a_document_without_a_title_is_reported_at_its_first_words(hits: Hits) -> None:
    text = "一、" + "抓好招生" * 20 + "。\n"
    assert hits(WHOLE, text) == [(text[:40], 0)]


def test_fewer_chapters_than_asked_for_owe_nothing(hits: Hits) -> None:
    text = HEAD + "一、招生\n招生500人。\n二、活动\n抓好活动。\n"
    assert hits(replace(TARGETS, at_least=2), text) == [("二、活动", 19)]
    assert hits(replace(TARGETS, at_least=3), text) == []


def test_headings_that_are_excepted_owe_nothing_and_nothing_under_them_does(hits: Hits) -> None:
    text = HEAD + "一、招生\n招生500人。\n二、组织领导\n（一）专班\n成立专班。\n（二）督查\n"
    assert hits(replace(TARGETS, except_=("^组织领导$",)), text) == []
    assert hits(replace(FILLED, except_=("领导",)), text) == []
    assert hits(FILLED, text) == [("（二）督查", 38)]


def test_a_document_of_nothing_but_exceptions_owes_nothing(hits: Hits) -> None:
    text = HEAD + "一、指导思想\n坚持改革。\n二、组织领导\n加强领导。\n"
    assert hits(replace(WHOLE, except_=("思想",)), text) == [("工作计划", 0)]
    assert hits(replace(WHOLE, except_=("思想", "领导")), text) == []


def test_one_section_that_holds_all_targets_lifts_the_duty_from_the_others(hits: Hits) -> None:
    check = replace(TARGETS, unless=("目标",))
    text = HEAD + "一、工作目标\n入园率达到85%。\n二、招生\n招生500人。\n三、活动\n完。\n"
    assert hits(check, text) == []
    assert hits(check, text.replace("工作目标", "学前教育")) == [("三、活动", 36)]
    assert hits(check, text.replace("达到85%", "稳步提升")) == [("一、工作目标", 6), ("三、活动", 35)]


def test_annexes_owe_nothing(hits: Hits) -> None:
    text = HEAD + "一、招生\n招生500人。\n附件\n二、活动\n抓好活动。\n"
    assert hits(TARGETS, text) == []


def test_a_heading_without_text_or_subsection_is_empty(hits: Hits) -> None:
    text = "一、目标\n提升。\n二、任务\n\n三、要求\n（一）招生\n做好。\n四、保障\n \u3000\r\n"
    assert hits(FILLED, text) == [("二、任务", 9), ("四、保障", 30)]


SAID = {
    "a list of names": "1.任务分解表\n2.责任清单\n3.联系方式\n",
    "a list of clauses": "一、申请应当写明：\n二、姓名和住所；\n三、请求和理由；\n",
    "a sentence": "一、目标。\n二、任务\n提升。\n",
    "most of them": "一、甲\n二、乙\n三、丙\n提升。\n",
}


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_items_that_say_all_in_their_heading_are_not_empty(hits: Hits, text: str) -> None:
    assert hits(FILLED, text) == []


def test_a_pattern_can_be_what_must_be_there(hits: Hits) -> None:
    check = Required(kind="required", every="section", has="pattern", patterns_=("责任(?:单位|人)",))
    assert hits(check, "一、招生\n责任单位：甲。\n二、活动\n抓好活动。\n") == [("二、活动", 13)]


def test_sections_are_counted_where_every_section_owes_it(hits: Hits) -> None:
    text = "第一部分 打算\n（一）招生\n做好。\n（二）升学\n（三）就业\n做好。\n"
    assert hits(replace(FILLED, at_least=4), text) == [("（二）升学", 18)]
    assert hits(replace(FILLED, at_least=5), text) == []


@pytest.mark.parametrize("below", ["— 3 —\n", "......\n", " 12 \n"])
def test_page_numbers_and_dots_fill_no_section(hits: Hits, below: str) -> None:
    assert hits(FILLED, "一、目标\n提升。\n二、任务\n" + below + "三、保障\n加强。\n") == [("二、任务", 9)]


def test_a_heading_written_twice_is_not_empty_too(hits: Hits) -> None:
    assert hits(FILLED, "一、目标\n提升。\n二、任务\n二、任务\n抓好。\n三、保障\n加强。\n") == []


def test_a_heading_on_which_the_text_breaks_off_is_not_empty_too(hits: Hits) -> None:
    assert hits(FILLED, "一、目标\n提升。\n二、任务\n抓好。\n三、保障\n") == []


TITLED = Required(kind="required", every="document", has="title", at_least=2)
BODY = "一、目标\n提升。\n二、任务\n抓好。\n"


def test_a_missing_title_is_missed_at_the_beginning_of_the_text(hits: Hits) -> None:
    assert hits(TITLED, "\n" + BODY) == [("一、目标", 1)]
    assert hits(TITLED, HEAD + BODY) == []


@pytest.mark.parametrize(
    "text",
    ["一、目标\n提升。\n", "一、目标\n二、任务\n", "，抓好落实。\n" + BODY],
    ids=["one chapter", "no text", "cut"],
)
def test_a_piece_of_a_document_owes_no_title(hits: Hits, text: str) -> None:
    assert hits(TITLED, text) == []


DATED = Required(kind="required", every="section", has="deadline", under=("工作任务",))


def test_only_sections_under_a_named_heading_owe_it(hits: Hits) -> None:
    text = HEAD + "一、背景\n（一）形势\n完。\n二、工作任务\n（一）招生\n年底前完成。\n（二）升学\n抓好。\n"
    assert hits(DATED, text) == [("（二）升学", 40)]


def test_a_date_without_a_year_is_a_deadline_too(hits: Hits) -> None:
    text = HEAD + "一、工作任务\n（一）招生\n8月底前完成。\n（二）升学\n到2025年完成。\n"
    assert hits(DATED, text) == []


def test_a_document_so_titled_owes_nothing(hits: Hits) -> None:
    text = HEAD + "一、招生\n做好招生。\n二、活动\n抓好活动。\n"
    assert hits(replace(WHOLE, except_titled=("计划$",)), text) == []
    assert hits(replace(WHOLE, except_titled=("意见$",)), text) == [("工作计划", 0)]
    untitled = "为做好工作，提出以下意见。\n一、招生\n做好招生。\n二、活动\n抓好活动。\n"
    assert hits(replace(WHOLE, except_titled=("意见$",)), untitled) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲县实施方案\n\n一、目标\n升学。\n二、任务\n招生。\n", [("甲县实施方案", 0)]),
        ("甲县实施方案\n\n一、目标\n升学。\n二、组织保障\n成立领导小组。\n", []),
        ("甲县实施方案\n\n一、目标\n升学。\n二、措施\n（一）强化保障\n拨付经费。\n", []),
        ("甲县实施方案\n\n一、目标\n升学，落实保障措施。\n", [("甲县实施方案", 0)]),  # in the text, not in a heading
    ],
)
def test_a_document_without_such_a_heading_is_told_at_its_title(
    hits: Hits, text: str, found: list[tuple[str, int]]
) -> None:
    assert hits(Required(kind="required", every="document", has="heading", patterns_=("保障",)), text) == found


def test_a_chapter_without_such_a_heading_is_told_at_its_own(hits: Hits) -> None:
    check = Required(kind="required", every="chapter", has="heading", patterns_=("^责任分工",))
    text = "一、招生\n（一）责任分工\n基教股。\n二、安全\n（一）检查\n每月一次。\n三、责任分工\n安全股。\n"
    assert hits(check, text) == [("二、安全", 18)]


@pytest.mark.parametrize(
    ("check", "key"),
    [
        (Required(kind="required", every="document", has="pattern"), "patterns"),
        (Required(kind="required", every="document", has="heading"), "patterns"),
        (Required(kind="required", every="document", has="title", patterns_=("甲",)), "patterns"),
        (Required(kind="required", every="chapter", has="title"), "every"),
    ],
)
def test_what_can_never_be_there_or_is_never_asked_for_is_a_fault(check: Required, key: str) -> None:
    assert [fault[0] for fault in check.faults()] == [key]
