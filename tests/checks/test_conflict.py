"""One thing of which a document says two values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.conflict import Conflict
from lint.document import Document

Make = Callable[[str], Document]
Hits = Callable[[Conflict, str], list[tuple[str, int]]]
CHECK = Conflict(kind="conflict", of="target")


def test_the_second_of_two_values_is_reported_and_names_the_first(document: Make) -> None:
    seen = document("学前毛入园率达到92%。\n学前毛入园率达到95%。")
    (hit,) = CHECK.run(seen)
    assert seen.slice(hit.span) == "95%"
    assert hit.span.start == 21
    assert hit.values == {"indicator": "学前毛入园率", "first": "92%", "value": "95%"}
    assert [(what, seen.slice(span)) for what, span in hit.related] == [("先前的数值", "92%")]


@pytest.mark.parametrize(
    "second",
    [
        "学前毛入园率达到92%以上。",
        "小学毛入园率达到95%。",
        "到2030年，学前毛入园率达到95%。",
        "全市学前毛入园率达到95%。",
        "力争学前毛入园率达到95%。",
        "学前毛入园率提高3%。",
        "去年学前毛入园率达到90%。",
    ],
    ids=["the same value", "another thing", "another date", "another scope", "an aim beyond", "a change", "a result"],
)
def test_values_that_may_both_be_true_are_passed(hits: Hits, second: str) -> None:
    assert hits(CHECK, "学前毛入园率达到92%。\n" + second) == []


def test_two_values_of_one_sentence_are_steps(hits: Hits) -> None:
    assert hits(CHECK, "学前毛入园率达到92%，学前毛入园率达到95%。") == []


def test_what_is_counted_may_be_made_twice(hits: Hits) -> None:
    assert hits(CHECK, "新建公办幼儿园3所。\n改建公办幼儿园5所。") == []


def test_a_bare_name_may_be_of_many_things(hits: Hits) -> None:
    assert hits(CHECK, "覆盖率达到92%。\n覆盖率达到95%。") == []


YEARS = Conflict(kind="conflict", of="year")
TITLE = "某县2024年教育工作要点\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TITLE + "2021年全县教育工作的总体要求是：办好学校，促进公平。\n一、任务\n抓好招生。\n", [("2021", 15)]),
        ("成文日期：2019-02-28\n" + TITLE + "一、任务\n抓好招生。\n", [("2019", 5)]),
        ("发布日期：2019-02-28\n" + TITLE + "一、任务\n抓好招生。\n", [("2019", 5)]),
        (TITLE + "2019-03-01\n一、任务\n抓好招生。\n", [("2019", 15)]),
        ("发布日期：\n2019-03-01\n" + TITLE + "一、任务\n抓好招生。\n", [("2019", 6)]),
        (TITLE + "结合实际，制定2021年工作计划。\n一、任务\n抓好招生。\n", [("2021", 22)]),
        (TITLE + "一、任务\n抓好招生，促进公平，提高质量。\n某县教育局\n2018年3月1日\n", [("2018", 42)]),
    ],
    ids=[
        "its own work",
        "written long before",
        "published long before",
        "a date alone",
        "a date below its label",
        "what it lays down",
        "signed long before",
    ],
)
def test_a_year_that_is_not_the_titles_is_reported(hits: Hits, text: str, found: list[tuple[str, int]]) -> None:
    assert hits(YEARS, text) == found


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "2024年全县教育工作的总体要求是：办好学校。\n",
        TITLE + "2021年全县教育工作成绩显著，群众满意。\n",
        "成文日期：2023-12-28\n" + TITLE + "一、任务\n抓好招生。\n",
        "发布日期：2029-12-28\n" + TITLE + "一、任务\n抓好招生。\n",
        "教育工作要点\n\n2021年全县教育工作的总体要求是：办好学校。\n",
    ],
    ids=[
        "its own year",
        "a year looked back on",
        "written the year before",
        "published later",
        "no year to hold it to",
    ],
)
def test_years_that_agree_are_passed(hits: Hits, text: str) -> None:
    assert hits(YEARS, text) == []


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("2019年是深化改革的关键之年，要抓好落实。", "2019"),
        ("2019年，我们将坚持立德树人，抓好落实。", "2019"),
        ("为做好2020年基本公共卫生服务，制定本方案。", "2020"),
    ],
)
def test_the_opening_is_held_against_the_titles_year(hits: Hits, opening: str, year: str) -> None:
    assert [text for text, _ in hits(YEARS, TITLE + opening + "\n")] == [year]


@pytest.mark.parametrize(
    "opening",
    [
        "2023年是关键之年，要抓好落实。", "2019年以来，全县教育工作取得新成绩。", "2019年，我县教育已实现均衡。",
        "2024年是关键之年。",
    ],
)  # fmt: skip
def test_an_opening_that_looks_back_is_passed(hits: Hits, opening: str) -> None:
    assert hits(YEARS, TITLE + opening + "\n") == []


def test_an_opening_of_another_year_does_not_hide_the_date_of_writing(hits: Hits) -> None:
    text = "成文日期：2018-02-28\n" + TITLE + "2019年是关键之年，要抓好落实。\n"
    assert sorted(found for found, _ in hits(YEARS, text)) == ["2018", "2019"]
