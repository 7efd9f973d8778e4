"""Declared counts as they are read: where the list is, and how many members it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document
from lint.document.counts import lists, series
from lint.text import Span

Make = Callable[[str], Document]


def listed(text: str) -> lists.Listed | None:
    return lists.read(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "said", "thing"),
    [
        ("推进“扩容、提质”两项工程。", 2, "工程"),
        ("开展“护苗”“净网”“清源”等三大专项行动。", 3, "专项行动"),
        ("聚焦课程、教材、教法三个关键领域。", 3, "关键领域"),
        ("打好三大攻坚战（治水、治气、治土）。", 3, "攻坚战"),
        ("做到“五个一”（一堂课、一本书、一场会、一次考、一张表）。", 5, "一"),
        ("落实“三定”方案（定岗、定责、定编）。", 3, "定"),
        ("抓好四件事：①安全；②质量；③公平；④队伍。", 4, "事"),
        ("抓好五个方面，即课程、教材、教法、评价和管理。", 5, "方面"),
        ("抓好２个方面，即课程、教材。", 2, "方面"),
        ("抓好“三大项目”：冷库二期、智慧粮仓、配送中心。", 3, "项目"),
    ],
)
def test_a_count_that_its_list_keeps_is_read_too(document: Make, text: str, said: int, thing: str) -> None:
    read = [(one.said, one.found, one.thing) for one in document(text).counts]
    assert read == [(said, said, thing)]


@pytest.mark.parametrize(
    "text", ["第三项工作：一是安全。", "3.5个方面：一是安全；二是质量。", "五百零四个问题（甲、乙）。"]
)
def test_an_ordinal_or_the_end_of_a_number_is_no_count(document: Make, text: str) -> None:
    assert document(text).counts == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("甲、乙、丙", {3}),
        ("甲、乙和丙", {2, 3}),
        ("甲、乙，丙", {2, 3}),
        ("甲；乙、丙；丁；", {3, 4}),
        ("甲（一、二）、“乙；丙”、《丁和戊》", {3}),
        ("和美乡村、参与治理、普及教育、谐和", {4}),
        ("甲、和乙", {2}),
        ("甲", {1}),
    ],
)
def test_a_list_holds_every_number_of_members_that_can_be_seen_in_it(text: str, numbers: set[int]) -> None:
    read = listed(text)
    assert read is not None
    assert read.numbers == numbers


@pytest.mark.parametrize("text", ["甲（、乙", "甲）、乙", "甲（“）”、乙"])
def test_a_list_with_a_lone_mark_is_not_read(text: str) -> None:
    assert listed(text) is None


@pytest.mark.parametrize(
    ("text", "sure", "numbers"),
    [
        ("一是甲；二是乙。", 2, {2, 1}),
        ("一要甲，二要乙，三要丙", 3, {3, 1}),
        ("1.甲 2.乙；3.丙", 3, {3, 1}),
        ("一是甲。\n二是乙。三是丙。\n", 3, {3, 1, 2}),
        ("一是甲。二是乙。\n\n一是丙。\n", 2, {2, 1}),
        ("一是甲，一是丙，二是丁；二是乙。", 0, {1}),
        ("一是甲；三是乙。", 0, {1}),
        ("一是甲；二是乙。\n（二）丙\n三是丁。", 2, {2, 1}),
    ],
)
def test_a_series_is_sure_where_nothing_breaks_it(text: str, sure: int, numbers: set[int]) -> None:
    read = series.read(text, 0)
    assert read is not None
    assert (read.sure, set(read.numbers)) == (sure, numbers)


def test_text_without_a_first_mark_begins_no_series() -> None:
    assert series.read("二是乙；三是丙。", 0) is None


def test_sections_are_counted_below_title_heading_and_announcing_line(document: Make) -> None:
    text = "某校两大行动方案\n一、护苗\n抓好以下两项工作：\n1.甲事\n2.乙事\n二、提质\n抓好课堂。\n"
    assert [(one.said, one.found, one.thing) for one in document(text).section_counts] == [(2, 2, "工作")]


@pytest.mark.parametrize(
    ("line", "thing"), [("下设“三个小组”：", "小组"), ("三项措施要抓好：", "措施"), ("抓好“三项工作”。", "工作")]
)
def test_a_line_above_a_list_is_read_in_every_form(document: Make, line: str, thing: str) -> None:
    text = line + "\n\n（一）甲组\n（二）乙组\n（三）丙组\n"
    assert [(one.said, one.found, one.thing) for one in document(text).section_counts] == [(3, 3, thing)]
