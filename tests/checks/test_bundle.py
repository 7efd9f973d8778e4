"""Several documents in one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.bundle import Bundle

Hits = Callable[[Bundle, str], list[tuple[str, int]]]
CHECK = Bundle(kind="bundle")
FIRST = "一、目标\n" + "各校要坚持立德树人，深化课程改革，提高课堂效率。\n" * 6 + "二、任务\n抓好落实。\n"
AGAIN = "一、目标\n提高质量。\n二、任务\n抓好教研。\n"


def test_a_label_is_an_inner_title_unless_it_is_excepted(hits: Hits) -> None:
    check = Bundle(kind="bundle", patterns_=("^篇[一二三][^\n]*",), except_=("篇三章",))
    assert hits(check, "篇一：计划\n抓好教学。\n篇二\n抓好教研。\n篇三章\n") == [("篇一：计划", 0), ("篇二", 12)]


def test_a_label_that_is_a_numbered_title_too_is_told_once(hits: Hits) -> None:
    check = Bundle(kind="bundle", patterns_=("计划\\d$",))
    assert hits(check, "德育工作计划1\n抓好德育。\n德育工作计划2\n抓好德育。\n") == [("计划1", 4), ("计划2", 18)]


@pytest.mark.parametrize(("one", "two"), [("1", "2"), ("（一）", "（二）"), (" 一", " 二"), ("(1)", "(2)")])
def test_titles_that_differ_only_in_a_number_are_inner_titles(hits: Hits, one: str, two: str) -> None:
    text = f"德育工作计划{one}\n抓好德育。\n德育工作计划{two}\n抓好德育。\n"
    second = text.index("德育工作计划" + two)
    assert hits(CHECK, text) == [("德育工作计划" + one, 0), ("德育工作计划" + two, second)]


@pytest.mark.parametrize(
    "text",
    [
        "德育工作计划1\n抓好德育。\n体育工作计划2\n抓好体育。\n",
        "德育工作计划1\n抓好德育。\n德育工作计划3\n抓好德育。\n",
        "德育工作计划1\n抓好德育。\n德育工作计划2\n",
        "德育工作1\n抓好德育。\n德育工作2\n抓好德育。\n",
        "德育工作计划2023\n抓好德育。\n德育工作计划2024\n抓好德育。\n",
    ],
    ids=["other words", "a number left out", "no text below", "no kind of document", "years"],
)
def test_other_titles_with_numbers_are_none(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_a_title_of_the_same_kind_before_chapters_that_begin_again_is_an_inner_title(hits: Hits) -> None:
    text = f"小学工作计划\n\n{FIRST}某镇中学工作计划\n{AGAIN}"
    assert hits(CHECK, text) == [("某镇中学工作计划", text.index("某镇"))]
    plan = text.replace("中学工作计划", "中学教育工作要点")
    assert hits(CHECK, plan) == [("某镇中学教育工作要点", text.index("某镇"))]
    assert hits(CHECK, plan.replace("某镇中学", "")) == []


@pytest.mark.parametrize(
    ("title", "between", "inner"),
    [
        ("关于印发工作计划的通知", "", "某镇中学工作计划"),
        ("小学工作计划", "附件\n", "某镇中学工作计划"),
        ("小学工作总结和工作计划", "", "某镇中学工作计划"),
        ("小学工作计划", "", "某镇中学工作总结"),
        ("小学工作计划", "", "抓好教研，落实工作计划"),
    ],
    ids=["a notice forwards it", "an annex", "two things by title", "another kind", "a clause"],
)
def test_a_document_may_hold_another(hits: Hits, title: str, between: str, inner: str) -> None:
    assert hits(CHECK, f"{title}\n\n{FIRST}{between}{inner}\n{AGAIN}") == []


def test_a_title_before_chapters_that_go_on_is_none(hits: Hits) -> None:
    assert hits(CHECK, f"小学工作计划\n\n{FIRST}德育工作计划\n三、措施\n抓好德育。\n") == []


def test_the_title_again_after_a_table_of_contents_is_none(hits: Hits) -> None:
    contents = "目 录\n一、目标\n二、任务\n三、保障\n"
    assert hits(CHECK, f"小学工作计划\n{contents}小学工作计划\n{FIRST}三、保障\n加强领导。\n") == []
