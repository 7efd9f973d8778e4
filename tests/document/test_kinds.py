"""What a document is, and which years it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document
from lint.document.kinds import read, years

Make = Callable[[str], Document]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某县2024年教育工作要点", "plan"),
        ("某校安全工作实施方案", "plan"),
        ("某市教育事业发展规划（2021—2025年）", "plan"),
        ("关于印发《2024年工作计划》的通知", "plan"),
        ("关于加强校园安全工作的意见", "plan"),
        ("2023年工作总结", "report"),
        ("政府工作报告", "report"),
        ("某局2023年工作总结和2024年工作计划", "plan"),
        ("某省学校安全条例", "law"),
        ("某县教师交流管理办法（试行）", "law"),
        ("关于印发《某县补助办法》的通知", "law"),
        ("关于召开会议的通知", "notice"),
        ("局长答记者问", "article"),
        ("工作要点解读", "article"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert read("正文。", title, []).kind == kind


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("第一条 为规范管理，作出规定。\n", "law"),
        ("为加强管理，制定本办法。\n", "law"),
        ("各位代表：现在报告工作。\n", "report"),
        ("现将有关事项通知如下。\n", "notice"),
        ("本报讯 记者甲乙从会上获悉。\n", "article"),
        ("为做好工作，制定本方案。\n", "plan"),
        ("为做好工作，现提出如下意见。\n", "plan"),
        ("天气很好。\n", "page"),
    ],
)
def test_without_such_a_title_the_text_says_what_it_is(opening: str, kind: str) -> None:
    assert read(opening, "", []).kind == kind


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["加强领导", "推进改革", "花絮"], "plan"),
        (["工作目标", "重点任务", "保障措施"], "plan"),
        (["加强领导", "推进改革"], "page"),
        (["花絮", "天气", "推进改革"], "page"),
    ],
)
def test_three_headings_that_are_mostly_tasks_make_a_plan(headings: list[str], kind: str) -> None:
    assert read("天气很好。", "", headings).kind == kind


def test_headings_are_read_from_the_outline(document: Make) -> None:
    text = "办好人民满意的教育\n\n一、加强领导\n甲。\n二、推进改革。\n乙。\n三、抓好落实\n丙。\n"
    assert document(text).kind == "plan"
    assert document(text.replace("二、", "")).kind == "page"


@pytest.mark.parametrize(
    ("title", "text", "headings", "by", "words"),
    [
        ("某县2024年教育工作要点", "", [], "title", "要点"),
        ("", "第一条 为规范管理，作出规定。\n", [], "text", "第一条"),
        ("", "正文。", ["加强领导", "推进改革", "花絮"], "headings", "2 of 3 announce tasks, such as 加强领导"),
        ("", "天气很好。", [], "nothing", ""),
    ],
)
def test_a_kind_comes_with_what_shows_it(title: str, text: str, headings: list[str], by: str, words: str) -> None:
    assert read(text, title, headings)[1:] == (by, words)


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        ("2024年工作要点", "", (2024, 2024)),
        ("发展规划（2021—2025年）", "", (2021, 2025)),
        ("2023-2024学年工作计划", "", (2023, 2023)),
        ("2024年度计划", "2019年成绩显著。", (2024, 2024)),
        ("工作要点", "2024年，全县教育系统", (2024, 2024)),
        ("工作要点", "过去我们在成绩面前没有停步，2019年", None),
        ("2012年以来工作的思路", "", None),
        ("1990年代校舍改造计划", "", None),
        ("国办发〔2024〕5号", "", None),
        ("12024年计划", "", None),
    ],
)
def test_the_years_of_a_plan_are_those_of_its_title_or_first_words(
    title: str, opening: str, expected: tuple[int, int] | None
) -> None:
    assert years(title, opening) == expected
