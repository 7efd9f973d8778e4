"""Lines: where each lies, and whether it reads as prose or as chrome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]
CHROME = (
    "当前位置：首页", "上一篇：通知", "来源：某报", "发布时间：2024-01-01", "浏览次数：3", "设为首页 加入收藏",
    "索 引 号：1", "文号 | 无 |", "【字号：大 中 小】", "扫一扫手机阅读", "某ICP备10000001号",
)  # fmt: skip


def test_a_line_knows_its_number_and_its_place_without_the_blanks_around_it(document: Make) -> None:
    text = "　　一、任务 \r\n\r\n \t\n抓好招生。"
    lines = document(text).lines
    told = [(line.number, line.start, line.end, line.text) for line in lines]
    assert told == [(1, 2, 6, "一、任务"), (4, 14, 19, "抓好招生。")]
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\xa0\t\r\n"])
def test_blank_lines_are_no_lines(document: Make, text: str) -> None:
    assert document(text).lines == ()


@pytest.mark.parametrize("text", CHROME)
def test_a_line_of_the_page_around_a_text_is_chrome(document: Make, text: str) -> None:
    (line,) = document(text).lines
    assert line.chrome
    assert not line.prose


@pytest.mark.parametrize("text", ["做好招生来源分析工作。", "一、发布任务", "加强新闻发布和信息公开。", "时间安排"])
def test_a_line_of_the_text_itself_is_no_chrome(document: Make, text: str) -> None:
    (line,) = document(text).lines
    assert not line.chrome


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("抓好招生。", True),
        ("“抓好招生。”", True),
        ("各校要抓好落实；", True),
        ("完。", True),
        ("。", False),
        ("抓好招生", False),
        ("各校要高度重视，加强领导，明确责任，抓好落实，确保完成", True),
        ("各校要高度重视和加强领导，明确责任和抓好落实，确保完成", True),
        ("各校要高度重视和加强领导并且明确责任和抓好落实，确保完成", False),
        ("各校要高度重视，加强领导，明确责任和抓好落", False),
        ("某县教育局关于印发全县中小学教育教学工作要点的通知", False),
    ],
)
def test_a_line_is_prose_when_it_ends_a_sentence_or_is_long_and_punctuated(
    document: Make, text: str, prose: bool
) -> None:
    (line,) = document(text).lines
    assert line.prose is prose
