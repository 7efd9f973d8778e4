"""What the page around a text says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]
BODY = "某县教育工作要点\n\n一、任务\n抓好招生。\n"


def entries(document: Document) -> list[tuple[str, str, str]]:
    return [(entry.name, document.slice(entry.label), entry.value) for entry in document.metadata]


def test_pairs_are_read_in_order_with_their_values(document: Make) -> None:
    seen = document("发布时间：2024-03-01  来源: 县教育局 点击率:15\n" + BODY)
    assert entries(seen) == [
        ("date", "发布时间", "2024-03-01"),
        ("source", "来源", "县教育局"),
        ("views", "点击率", "15"),
    ]


def test_a_value_that_the_page_left_out_is_empty(document: Make) -> None:
    seen = document("来源：  发布人：  点击率：9\n" + BODY)
    assert entries(seen) == [("source", "来源", ""), ("publisher", "发布人", ""), ("views", "点击率", "9")]


def test_a_table_of_bars_is_read_like_colons(document: Make) -> None:
    seen = document("索 引 号 | 01-2020 | 发布机构 | 县教育局 |\n文号 | 浏览量 | 9 |\n" + BODY)
    assert entries(seen) == [
        ("number", "索 引 号", "01-2020"),
        ("publisher", "发布机构", "县教育局"),
        ("number", "文号", ""),
        ("views", "浏览量", "9"),
    ]


def test_labels_know_their_place(document: Make) -> None:
    seen = document("日期：2024年3月1日\n" + BODY)
    (entry,) = seen.metadata
    assert entry.label == (0, 2)
    assert entry.value == "2024年3月1日"


@pytest.mark.parametrize(
    "text",
    [
        BODY + "规范来源：各校填报来源，做好汇总。\n",
        BODY.replace("抓好招生。", "时间：3月至6月，各校抓好招生。\n二、要求\n抓好落实。"),
    ],
)
def test_labels_in_running_text_are_no_metadata(document: Make, text: str) -> None:
    assert document(text).metadata == ()


def test_a_label_inside_a_longer_word_is_none(document: Make) -> None:
    assert document(BODY + "\n总编辑：甲\n总来源：乙\n").metadata == ()


def test_the_tail_is_read_too(document: Make) -> None:
    assert entries(document(BODY + "\n编辑：\n作者：甲\n")) == [("editor", "编辑", ""), ("author", "作者", "甲")]


TABLE = "索引号\n0001/2020\n发布机构\n市教育局\n文号\n发布日期\n2020-05-06\n"


def test_a_cell_below_its_label_is_its_value(document: Make) -> None:
    assert entries(document(TABLE + BODY)) == [
        ("number", "索引号", "0001/2020"),
        ("publisher", "发布机构", "市教育局"),
        ("number", "文号", ""),
        ("date", "发布日期", "2020-05-06"),
    ]


def test_a_value_in_the_line_below_is_read_but_never_the_title(document: Make) -> None:
    assert entries(document("来源:\n某报\n责任编辑：\n" + BODY)) == [
        ("source", "来源", "某报"),
        ("editor", "责任编辑", ""),
    ]


@pytest.mark.parametrize("date", ["2021-01-05 10:20:30", "2026年02月10日 07时41分", "2021/1/5"])
def test_a_date_in_the_form_of_machines_needs_no_label(document: Make, date: str) -> None:
    assert entries(document(f"{date}  某栏目\n{BODY}")) == [("date", date, date)]


def test_the_date_of_a_signature_is_no_metadata(document: Make) -> None:
    assert document(BODY + "某县教育局\n2024年3月1日\n").metadata == ()
