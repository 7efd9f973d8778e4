"""Documents whose beginning or end is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.truncation import Truncation

Hits = Callable[[Truncation, str], list[tuple[str, int]]]
START = Truncation(kind="truncation", at="start")
END = Truncation(kind="truncation", at="end")
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


@pytest.mark.parametrize("text", ["", "\n", "，", "来源：\n"])
def test_a_text_of_a_line_or_none_has_neither_end(hits: Hits, text: str) -> None:
    assert (hits(START, text), hits(END, text)) == ([], [])
