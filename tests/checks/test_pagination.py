"""Page numbers between lines and inside sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.pagination import Pagination
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Pagination, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Pagination(kind="pagination", patterns_=(r"^ *第\d+页 *$",))
HEAD = "抓好招生工作。\n"
LINE = "各部门要密切配合，对推诿扯皮的单位做出相"


def test_a_line_of_a_given_shape_is_a_page_number(hits: Hits) -> None:
    assert hits(CHECK, "抓好招生。\r\n 第12页 \r\n抓好升学。\n") == [("第12页", 8)]


def test_a_longer_line_of_this_shape_is_none(hits: Hits) -> None:
    assert hits(Pagination(kind="pagination", patterns_=("^第",), longest=3), "第1页\n第12页\n") == [("第1页", 0)]


@pytest.mark.parametrize("marker", ["2、", "2.", "2", "12．"])
def test_a_number_before_the_second_half_of_a_word_is_a_page_number(document: Make, hits: Hits, marker: str) -> None:
    text = f"{HEAD}{LINE}\n{marker}关处理，确保落实。\n"
    assert hits(CHECK, text) == [(marker, 29)]
    assert (
        edited(text, [edit for hit in CHECK.run(document(text)) for edit in hit.edits])
        == f"{HEAD}{LINE}关处理，确保落实。\n"
    )


def test_an_item_that_is_due_is_none_though_a_word_could_go_on(hits: Hits) -> None:
    text = HEAD + "1、加强组织领导，明确各校责任分工，抓好督导\n2、师的培训全员覆盖，配齐教师。\n"
    assert hits(CHECK, text) == []
    assert hits(CHECK, text.replace("1、", "").replace("2、", "12、")) == [("12、", 29)]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{LINE}关处理。\n2、关心职工生活，确保落实。\n",
        HEAD + "做出相\n2、关处理，确保落实。\n",
        HEAD + "各部门要密切配合，对推诿扯皮的单位通报批评\n2、关心职工生活，确保落实。\n",
    ],
    ids=["the sentence has ended", "a short line", "no word"],
)
def test_a_number_that_splits_no_word_is_none(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


@pytest.mark.parametrize(
    ("after", "cut"),
    [
        ("关处理，确保落实。", True),
        ("关", True),
        ("的处理，确保落实。", True),
        ("的处理", False),
        ("人以上，确保落实。", False),
    ],
    ids=["a word", "a word alone", "a sentence", "a cell", "a unit"],
)
def test_a_bare_number_between_the_halves_of_a_sentence_is_a_page_number(hits: Hits, after: str, cut: bool) -> None:
    assert hits(CHECK, f"{LINE}\n 7\n{after}\n") == ([("7", 22)] if cut else [])


PAGE = "各级各类学校要坚持立德树人，深化课程改革，办好人民满意的教育。\n" * 6


def pages(*numbers: int, page: str = PAGE) -> str:
    return (
        "".join(f"{page}{LINE}\n{n}\n关处理，确保落实。\n" if i == 1 else f"{page}{n}\n" for i, n in enumerate(numbers))
        + page
    )


def test_bare_numbers_that_count_up_from_page_to_page_are_page_numbers(hits: Hits) -> None:
    assert [text for text, _ in hits(CHECK, pages(3, 4, 6, 7))] == ["3", "4", "6", "7"]


def test_two_numbers_or_numbers_that_do_not_count_up_are_no_series(hits: Hits) -> None:
    assert [text for text, _ in hits(CHECK, pages(3, 4))] == ["4"]
    assert [text for text, _ in hits(CHECK, pages(3, 9, 2))] == ["9"]


def test_numbers_that_stand_closer_than_pages_are_a_tables(hits: Hits) -> None:
    assert hits(CHECK, "".join(f"{n}\n办好学校，抓好招生，推进均衡发展各项工作落地\n" for n in range(1, 9))) == []


@pytest.mark.parametrize("number", ["-12-", "·3·", "- 2 -", "— 2 —"])
def test_a_number_between_dashes_that_splits_a_word_is_a_page_number(hits: Hits, document: Make, number: str) -> None:
    text = f"各部门要密切配{number}合，抓好落实。"
    assert hits(CHECK, text) == [(number, 7)]
    assert (
        edited(text, [edit for hit in CHECK.run(document(text)) for edit in hit.edits])
        == "各部门要密切配合，抓好落实。"
    )


def test_a_spaced_number_needs_no_split_word(hits: Hits) -> None:
    assert hits(CHECK, "各部门要密切配合 - 3 - 抓好落实。") == [("- 3 -", 9)]
    assert hits(CHECK, "各部门要配合第3页 共9页抓好落实。") == [("第3页 共9页", 6)]


@pytest.mark.parametrize("text", ["温度-5-度", "面向小学-3-年级开课", "面积3-5-8亩", "A-1-B", "第一—3—五学段"])
def test_other_numbers_between_dashes_are_none(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []
