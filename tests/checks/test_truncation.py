"""Documents whose beginning or end is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.truncation import Truncation

Hits = Callable[[Truncation, str], list[tuple[str, int]]]
START = Truncation(kind="truncation", at=("start",))
END = Truncation(kind="truncation", at=("end",))
LONG = "各校要高度重视，加强组织领导，明确责任分工，强化督促检查，切实抓好"


@pytest.mark.parametrize("end", ["，", "、", ",", "的", "和", "以", "各项任务的"])
def test_a_long_last_line_that_must_go_on_is_cut(hits: Hits, end: str) -> None:
    assert hits(END, f"一、任务\n　{LONG}{end}\n\n") == [(LONG + end, 6)]


@pytest.mark.parametrize("end", ["落实。", "落实", "落实；", "落实：", "落实……", "落实的。", "落实的”"])
def test_a_last_line_that_may_end_so_is_whole(hits: Hits, end: str) -> None:
    assert hits(END, f"一、任务\n{LONG}{end}\n") == []


def test_a_short_last_line_is_a_signature_and_chrome_is_passed_over(hits: Hits) -> None:
    assert hits(END, "一、任务\n抓好招生的\n") == []
    assert hits(END, f"一、任务\n{LONG}的\n上一篇：要点\n") == [(LONG + "的", 5)]
    assert hits(END, f"{LONG}的\n某县教育局\n") == []


@pytest.mark.parametrize("mark", "，。、；：）》”！？,;:")
def test_a_first_line_that_begins_with_a_closing_mark_is_cut(hits: Hits, mark: str) -> None:
    assert hits(START, f"\n　{mark}全面落实。\n抓好招生。\n") == [(f"{mark}全面落实。", 2)]


@pytest.mark.parametrize("begin", ["“", "《", "（", "一、", "全", "…"])
def test_a_first_line_that_may_begin_so_is_whole(hits: Hits, begin: str) -> None:
    assert hits(START, f"{begin}全面落实。\n抓好招生。\n") == []


@pytest.mark.parametrize("text", ["", "\n", "，", "来源：\n", "抓好招生的"])
def test_a_text_of_a_few_characters_has_neither_end(hits: Hits, text: str) -> None:
    assert (hits(START, text), hits(END, text)) == ([], [])


def test_a_text_of_one_line_can_break_off(hits: Hits) -> None:
    assert hits(END, LONG + "的") == [(LONG + "的", 0)]


@pytest.mark.parametrize("begin", ["化校园改革，", "并抓好落实，", "三）夯实基础，", "了任务，"])
def test_a_first_line_that_begins_within_a_word_or_a_marker_is_cut(hits: Hits, begin: str) -> None:
    assert hits(START, f"{begin}全面落实。\n抓好招生。\n") == [(f"{begin}全面落实。", 0)]


@pytest.mark.parametrize("begin", ["和谐校园建设，", "与会代表，", "及时整改，", "等级评定，", "（三）夯实基础，"])
def test_a_first_line_that_begins_with_a_word_is_whole(hits: Hits, begin: str) -> None:
    assert hits(START, f"{begin}全面落实。\n抓好招生。\n") == []


def test_a_first_line_that_is_no_sentence_may_begin_with_anything(hits: Hits) -> None:
    assert hits(START, "和分发管理规定\n抓好招生。\n") == []


HIDDEN = Truncation(kind="truncation", at=("end",), hidden=(r"此处隐藏\d+字", r"还剩\d+页"))
WHOLE = "一、任务\n抓好招生工作。\n"


def test_a_line_that_says_that_text_is_held_back_is_reported(hits: Hits) -> None:
    assert hits(HIDDEN, WHOLE + "--此处隐藏9字--\n二、保障\n加强领导。\n") == [("--此处隐藏9字--", 13)]
    assert hits(HIDDEN, WHOLE + "还剩3页未读\n还剩3页\n") == [("还剩3页未读", 13)]
    assert hits(END, WHOLE + "还剩3页未读\n") == []


def test_a_text_that_breaks_off_before_such_a_line_is_told_once(hits: Hits) -> None:
    assert hits(HIDDEN, f"{WHOLE}{LONG}的\n阅读全文 还剩3页未读\n") == [(LONG + "的", 13)]


def test_a_text_that_ends_with_its_date_holds_nothing_back(hits: Hits) -> None:
    assert hits(HIDDEN, WHOLE + "2024年3月1日\n还剩3页未读\n") == []
    assert hits(HIDDEN, WHOLE + "2024年3月1日\n来源：某报\n还剩3页未读\n") == []
