"""Blanks where Chinese has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.spacing import Spacing
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Spacing, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Spacing(kind="spacing", except_=("中共中央 国务院",))
CLOSE = "新建3所学校，招聘5名教师，改造2处校舍，办好4次活动，开设6门课程，"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("各 校要抓好落实，确保实效，取得成绩。", [(" ", 1)]),
        (CLOSE * 2 + "启动 4个项目。", [(" ", 72)]),
        (CLOSE * 2 + "启动4 个项目。", [(" ", 73)]),
        ("认真落 实 规 划要求，抓好各项工作任务。", [(" 实 规 ", 3)]),
    ],
    ids=["between characters", "before a number", "behind one", "spaced out"],
)
def test_a_blank_is_reported(hits: Hits, text: str, found: list[tuple[str, int]]) -> None:
    assert hits(CHECK, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "新建 3 所学校，招聘 5 名教师，改造 2 处校舍，抓好落实。",
        "某局 某处",
        "中共中央 国务院关于打赢这场硬仗的意见，请认真落实。",
        "学习English language课程，用好Word 表格，抓好落实。",
    ],
    ids=["a habit", "no running text", "an exception", "beside letters"],
)
def test_blanks_that_mean_something_are_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_the_repair_takes_every_blank_of_a_run_out(document: Make) -> None:
    text = "认真落 实 规 划要求，抓好各项工作任务。"
    (hit,) = CHECK.run(document(text))
    assert edited(text, hit.edits) == "认真落实规划要求，抓好各项工作任务。"
