"""Documents, chapters and sections of which a formula gives too much or too little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.checks.metric import Metric
from lint.document import Document

Hits = Callable[[Metric, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
FEW = Metric(kind="metric", formula="targets / chapters", below=1)
LONG = Metric(kind="metric", formula="characters", every="section", above=20)
PLAN = "工作计划\n\n一、招生\n招生500人。\n二、活动\n抓好。\n三、队伍\n抓好。\n"
NESTED = "一、招生\n（一）小学\n" + "抓好。" * 6 + "\n（二）中学\n抓好。\n二、活动\n抓好。\n"


def values(check: Metric, document: Document) -> list[dict[str, str]]:
    return [dict(hit.values) for hit in check.run(document)]


def test_a_document_out_of_bounds_is_told_at_its_title(hits: Hits, document: Make) -> None:
    assert hits(FEW, PLAN) == [("工作计划", 0)]
    assert values(FEW, document(PLAN)) == [{"value": "0.33", "limit": "1", "heading": "工作计划"}]
    assert hits(replace(FEW, below=0.3), PLAN) == []


def test_a_document_without_a_title_is_told_at_its_first_words(hits: Hits) -> None:
    assert hits(FEW, "一、招生\n抓好。\n") == [("一、招生", 0)]


def test_a_part_out_of_bounds_is_told_at_its_heading(hits: Hits) -> None:
    assert hits(LONG, NESTED) == [("一、招生", 0), ("（一）小学", 5)]
    assert hits(replace(LONG, every="chapter"), NESTED) == [("一、招生", 0)]


def test_a_limit_itself_is_within_bounds(hits: Hits) -> None:
    assert hits(replace(LONG, every="chapter", above=35), NESTED) == []
    assert hits(replace(LONG, every="chapter", above=34.9), NESTED) == [("一、招生", 0)]
    assert hits(replace(LONG, every="chapter", above=None, below=7), NESTED) == []
    assert hits(replace(LONG, every="chapter", above=None, below=7.1), NESTED) == [("二、活动", 40)]


def test_where_the_formula_divides_by_zero_nothing_is_said(hits: Hits) -> None:
    assert hits(FEW, "工作计划\n\n抓好招生。\n") == []


def test_headings_that_are_excepted_owe_nothing_and_nothing_under_them_does(hits: Hits) -> None:
    assert hits(replace(LONG, except_=("^招生$",)), NESTED) == []
    assert hits(replace(LONG, except_=("小学",)), NESTED) == [("一、招生", 0)]


def test_documents_with_fewer_chapters_or_sections_owe_nothing(hits: Hits) -> None:
    assert hits(replace(FEW, at_least=3), PLAN) == [("工作计划", 0)]
    assert hits(replace(FEW, at_least=4), PLAN) == []
    assert hits(replace(LONG, at_least=4), NESTED) != []
    assert hits(replace(LONG, at_least=5), NESTED) == []


@pytest.mark.parametrize(
    ("formula", "limit", "told"),
    [
        ("characters", 100, ["101"]),
        ("characters * 10000", 1000000, ["1010000"]),
        ("1 / 3 * chapters", 0.1, ["0.33"]),
        ("0 - chapters / 3", -1, ["-0.33"]),
        ("chapters / 3000", 0.0001, ["0.00033"]),
        ("2.004 * chapters", 2, ["2.004"]),
        ("0.5 * chapters", 0.5, []),
        ("100 * chapters / 3", 33, ["33.33"]),
    ],
)
def test_values_are_rounded_but_never_to_their_limit(
    document: Make, formula: str, limit: float, told: list[str]
) -> None:
    found = values(replace(FEW, formula=formula, above=limit, below=None), document("一、招生\n" + "甲" * 97 + "\n"))
    assert [value["value"] for value in found] == told


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"formula": "target / chapters"}, "formula uses the unknown count 'target'; allowed: characters, "),
        ({"formula": "3 / 2"}, "formula names no count, so that its value is always the same"),
        ({"formula": "eval(targets)"}, "formula holds what has no place in a formula: 'eval(targets)'"),
        ({"below": None}, "above is missing, and so is 'below'"),
        ({"above": 0.5}, "below is 1, more than 'above'"),
        ({"above": float("inf")}, "above is inf, which is no number"),
        ({"except_": ("总体",)}, "except names headings, but 'every' is the document"),
    ],
)
def test_formulas_and_limits_that_say_nothing_are_told(options: dict[str, object], fault: str) -> None:
    told = [f"{key} {what}" for key, what in replace(FEW, **options).faults()]  # type: ignore[arg-type]
    assert [line[: len(fault)] for line in told] == [fault]
    assert [*FEW.faults(), *LONG.faults()] == []


def test_a_metric_is_never_passed_over() -> None:
    assert (FEW.anchors(), FEW.scanned()) == (None, ())
