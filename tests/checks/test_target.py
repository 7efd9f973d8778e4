"""Quantified targets whose value cannot be, and those that leave something unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.target import Limit, Slot, Target
from lint.document import Document

Hits = Callable[[Target, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
RATES = Limit(indicator="率(?:达到)?$", unit="^[%％]$", above=100)
ABOVE = Target(kind="target", limits=(RATES,))
BELOW = Target(kind="target", limits=(Limit(unit="人", below=5),))
REVERSED = Target(kind="target", reversed=True)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("覆盖率达到890%。", [("890%", 5)]),
        ("覆盖率达到１２０％以上。", [("１２０％以上", 5)]),
        ("入园率100.5%，巩固率101%。", [("100.5%", 3), ("101%", 13)]),
        ("覆盖率达到1,200%。", [("1,200%", 5)]),
    ],
)
def test_a_rate_over_a_hundred_is_out_of_bounds(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(ABOVE, text) == places


@pytest.mark.parametrize(
    "text",
    [
        "覆盖率达到100%。",
        "产值增长120%。",
        "覆盖率提高120%。",
        "覆盖率达到890所。",
        "去年覆盖率达到890%。",
        "覆盖率全覆盖。",
    ],
    ids=["the bound", "no rate", "a growth of a rate", "another unit", "a result", "no number"],
)
def test_what_may_be_over_a_hundred_is_passed(hits: Hits, text: str) -> None:
    assert hits(ABOVE, text) == []


def test_a_lower_bound_holds_for_the_lower_end_of_a_range(hits: Hits) -> None:
    assert hits(BELOW, "培训4-10人，招聘5人，选派3人。") == [("4-10人", 2), ("3人", 15)]


def test_the_first_limit_that_is_broken_tells_the_fault(document: Make) -> None:
    check = Target(kind="target", limits=(Limit(above=3), RATES, Limit(below=1)))
    assert [hit.values["fault"] for hit in check.run(document("覆盖率达到120%，失业率为-5%。"))] == [
        "超过了 3%",
        "低于 1%",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("培养骨干800-700人。", [("800-700人", 4)]),
        ("创建示范校10～8所。", [("10～8所", 5)]),
        ("培养骨干700-800人。", []),
        ("培养骨干700人。", []),
    ],
)
def test_a_range_must_rise(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(REVERSED, text) == places


def test_an_exception_that_overlaps_the_target_holds_it_off(hits: Hits) -> None:
    check = Target(kind="target", reversed=True, except_=("由.{0,9}[项人]",))
    assert hits(check, "任务由10-8项，培养骨干800-700人。") == [("800-700人", 13)]


@pytest.mark.parametrize("text", ["压缩800-700人。", "重点任务由10-8项。"])
def test_a_fall_may_be_told_as_a_falling_range(found: Callable[[str, str], list[tuple[str, int]]], text: str) -> None:
    assert found("impossible-target", text) == []


def test_the_values_are_those_of_the_target(document: Make) -> None:
    (hit,) = ABOVE.run(document("力争覆盖率达到890%。"))
    assert hit.values == {"fault": "超过了 100%", "value": "890%", "unit": "%", "indicator": "覆盖率"}


UNSAID: dict[Slot, str] = {
    "scope": "每校新建教室3间。新建操场5个。",
    "responsible": "新建教室3间。（责任单位：教育局）\n新建操场5个。",
    "baseline": "覆盖率由80%提高到3%。新建操场5个。",
    "indicator": "新建教室3间。\n达到5个。",
}


@pytest.mark.parametrize(("slot", "text"), UNSAID.items())
def test_a_target_that_leaves_a_slot_empty_lacks_it(hits: Hits, slot: Slot, text: str) -> None:
    assert [found for found, _ in hits(Target(kind="target", lacks=slot), text)] == ["5个"]


def test_only_targets_that_are_meant_owe_a_slot(hits: Hits) -> None:
    check = Target(kind="target", indicator="操场", lacks="scope")
    assert hits(check, "新建教室3间，新建操场5个。") == [("5个", 11)]


UNDATED = "工作计划\n\n一、任务\n{}新建学校3所。\n二、队伍\n招聘教师。\n"


@pytest.mark.parametrize(
    "text",
    [
        UNDATED.format("年底前"),
        UNDATED.format("到2025年，"),
        UNDATED.format("2025年底前完成。"),
        "2024年" + UNDATED.format(""),
    ],
    ids=["by the target", "of its paragraph", "in its section", "of the title"],
)
def test_a_deadline_may_stand_at_the_target_in_its_section_or_in_the_title(hits: Hits, text: str) -> None:
    check = Target(kind="target", lacks="deadline")
    assert hits(check, text) == []
    assert [found for found, _ in hits(check, UNDATED.format(""))] == ["3所"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("新建幼儿园20所、小学5、初中3所。", [("5", 11)]),
        ("新建幼儿园20所，小学达到5。", []),
        ("指数达到125。新建幼儿园20所。", []),
        ("新建幼儿园20所、隐患清零。", []),
    ],
    ids=["in a list", "in another clause", "in another sentence", "a word without a number"],
)
def test_a_unit_is_owed_where_siblings_have_one(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(Target(kind="target", lacks="unit"), text) == places


def test_options_that_look_for_nothing_are_told() -> None:
    assert list(Target(kind="target").faults()) == [
        ("limits", "is missing, and so are 'reversed' and 'lacks': there is nothing to look for")
    ]
    assert list(Target(kind="target", limits=(Limit(unit="%"),)).faults()) == [
        ("limits", "has an entry with neither 'above' nor 'below'")
    ]
    ((key, what),) = Target(kind="target", limits=(Limit(above=5, below=10),)).faults()
    assert (key, what) == ("limits", "has an entry above 5 and below 10: every value would be reported")
    ((key, what),) = Target(kind="target", limits=(Limit(unit="(a+)+", above=1),)).faults()
    assert key == "limits"
    assert "run away" in what
