"""Quantified targets whose value cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.target import Target
from lint.document import Document

Hits = Callable[[Target, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
ABOVE = Target(kind="target", unit="^[%％]$", indicator="率(?:达到)?$", above=100)
BELOW = Target(kind="target", unit="人", below=5)
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
    ["覆盖率达到100%。", "产值增长120%。", "覆盖率达到890所。", "去年覆盖率达到890%。", "覆盖率全覆盖。"],
    ids=["the bound", "no rate", "another unit", "a result", "no number"],
)
def test_what_may_be_over_a_hundred_is_passed(hits: Hits, text: str) -> None:
    assert hits(ABOVE, text) == []


def test_a_lower_bound_holds_for_the_lower_end_of_a_range(hits: Hits) -> None:
    assert hits(BELOW, "培训4-10人，招聘5人，选派3人。") == [("4-10人", 2), ("3人", 15)]


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
    assert found("reversed-range", text) == []


def test_the_values_are_those_of_the_target(document: Make) -> None:
    (hit,) = ABOVE.run(document("力争覆盖率达到890%。"))
    assert hit.values == {"value": "890%", "unit": "%", "indicator": "覆盖率"}
