"""Counts that a text declares and does not keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.count import Count
from lint.document import Document

Hits = Callable[[Count, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
LIST = Count(kind="count", of="list")
HEADINGS = Count(kind="count", of="headings")
SECTIONS = (
    "\n\n为办好学校，现制定方案。\n一、护苗行动\n抓好安全。\n二、提质行动\n抓好课堂。\n三、强师行动\n抓好培训。\n"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推进“扩容工程、提质工程”三项工程。", ("三项工程", 13)),
        ("落实“保供、稳价、增收”两大任务。", ("两大任务", 12)),
        ("抓好“甲类事、乙类事、丙类事”二十项重点。", ("二十项重点", 15)),
    ],
)
def test_a_list_of_another_length_is_reported_at_its_count(hits: Hits, text: str, place: tuple[str, int]) -> None:
    assert hits(LIST, text) == [place]


def test_eleven_is_a_count_too(hits: Hits) -> None:
    assert hits(LIST, "抓好“甲类事、乙类事、丙类事”十一项重点。") == [("十一项重点", 15)]


def test_the_values_tell_both_numbers_and_the_thing(document: Make) -> None:
    (hit,) = LIST.run(document("推进“扩容工程、提质工程”三项工程。"))
    assert hit.values == {"declared": "3", "found": "2", "thing": "工程"}


@pytest.mark.parametrize(
    "text",
    [
        "推进“扩容工程、提质工程”两项工程。",
        "实施“护苗工程、‘甲、乙’工程、数字工程”三项工程。",
        "实施“护苗工程、《甲、乙》工程（丙、丁）”两项工程。",
        "组织“一校一品”三项活动。",
        "推进“扩容工程、提质工程”等三项工程。",
        "“扩容、提质”建设三项工程。",
        "推进“扩容、提质”和三项工程。",
        "推进扩容工程、提质工程三项工程。",
    ],
    ids=[
        "kept",
        "names hold 、",
        "titles and brackets hold 、",
        "one name",
        "等",
        "a verb between",
        "和",
        "no quotation",
    ],
)
def test_a_count_of_something_else_is_no_promise(hits: Hits, text: str) -> None:
    assert hits(LIST, text) == []


def test_a_title_that_counts_other_sections_than_there_are(hits: Hits, document: Make) -> None:
    text = "某校“四大行动”实施方案" + SECTIONS
    assert hits(HEADINGS, text) == [("四大行动", 3)]
    assert [hit.values for hit in HEADINGS.run(document(text))] == [{"declared": "4", "found": "3", "thing": "行动"}]


@pytest.mark.parametrize(
    "title",
    ["某校“三大行动”实施方案", "某校3大行动实施方案", "某校“四大工程”实施方案", "某校实施方案"],
)
def test_a_title_whose_count_is_kept_or_of_another_thing(hits: Hits, title: str) -> None:
    assert hits(HEADINGS, title + SECTIONS) == []


@pytest.mark.parametrize("title", ["某校第四个行动方案", "某校第二类行动方案"])
def test_an_ordinal_in_a_title_is_no_count(hits: Hits, title: str) -> None:
    assert hits(HEADINGS, title + SECTIONS) == []


def test_a_count_without_quotation_marks_is_reported_without_what_follows(hits: Hits) -> None:
    assert hits(HEADINGS, "某校四大行动实施方案" + SECTIONS) == [("四大行动", 2)]


def test_sections_that_are_not_nearly_all_of_the_thing_are_not_counted(hits: Hits) -> None:
    text = "某校“四大行动”实施方案" + SECTIONS
    assert hits(HEADINGS, text.replace("一、护苗行动", "一、总体要求")) == []
    assert hits(HEADINGS, text + "四、组织领导\n加强领导。\n五、工作要求\n抓好落实。\n") == []
    assert hits(HEADINGS, text + "四、组织领导\n加强领导。\n") == [("四大行动", 3)]
