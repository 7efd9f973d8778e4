"""The marks that number headings and items, as sound text writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document.markers import RANKS, strong, written

FORMS = {
    "第一部分 甲": ("part", 1), "第二编 甲": ("part", 2), "第三篇　甲": ("part", 3), "第一章 甲": ("chapter", 1),
    "第十二章甲": ("chapter", 12), "第 三 节 甲": ("section", 3), "第一百零五条 甲": ("article", 105),
    "第3条：甲": ("article", 3), "一、甲": ("chinese", 1), "二十一、甲": ("chinese", 21), "一．甲乙": ("chinese", 1),
    "（一）甲": ("chinese-paren", 1), "(十)甲": ("chinese-paren", 10), "（二 ）甲": ("chinese-paren", 2),
    "1.甲": ("arabic", 1), "2、甲": ("arabic", 2), "3．甲": ("arabic", 3), "１２．甲": ("arabic", 12),
    "（1）甲": ("arabic-paren", 1), "( 2 )甲": ("arabic-paren", 2), "1)甲": ("arabic-close", 1),
    "2）甲": ("arabic-close", 2), "①甲": ("circled", 1), "㉑甲": ("circled", 21),
}  # fmt: skip
RUNNING = (
    "1.5万元以内", "12345热线", "2012年建成", "一、二、三年级", "1、2、3号楼", "一个目标", "十分重要", "8.6个县",
    "第一次会议", "全文 一、甲", "（一个）甲", "（1234）甲", "1234.甲", "1..甲", "一,", "二：甲", "（一甲）",
)  # fmt: skip


@pytest.mark.parametrize(("text", "marker"), FORMS.items())
@pytest.mark.parametrize("before", ["", "甲\n", "\r\n", "　　", "\n \t\xa0", "## "])
def test_every_scheme_is_read_at_a_lines_start(before: str, text: str, marker: tuple[str, int]) -> None:
    (found,) = strong(before + text)
    assert (found.scheme, found.ordinal) == marker
    assert found.span.start == len(before)
    assert (before + text)[found.span.end :].lstrip(" 　：") in ("甲", "甲乙")


@pytest.mark.parametrize("text", RUNNING)
def test_running_text_at_a_lines_start_is_no_marker(text: str) -> None:
    assert list(strong(text)) == []


@pytest.mark.parametrize("text", ["第二条生产线投产", "第一节课由校长讲授", "第一条件是公平", "第三章节的内容"])
def test_a_word_that_begins_like_an_article_is_no_marker(text: str) -> None:
    assert list(strong(text)) == []


def test_a_chinese_numeral_with_a_half_width_dot_is_a_marker() -> None:
    assert [(marker.scheme, marker.ordinal) for marker in strong("一.总体要求\n二.主要任务\n")] == [
        ("chinese", 1), ("chinese", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "fault"), [("一、甲", None), ("一:甲乙", "malformed"), ("(二)、甲", "malformed")])
def test_a_separator_that_is_not_its_own_is_damage(text: str, fault: str | None) -> None:
    assert [marker.fault for marker in strong(text)] == [fault]


@given(
    st.sampled_from(sorted(set(RANKS) - {"arabic-comma", "bare", "decimal", "decimal-3", "decimal-4"})),
    st.integers(1, 20),
)
def test_a_written_marker_is_read_back(scheme: str, ordinal: int) -> None:
    text = written(scheme, ordinal)
    (marker,) = strong(f"{text} 甲乙")
    assert (marker.scheme, marker.ordinal, marker.span, marker.fault) == (scheme, ordinal, (0, len(text)), None)
