"""Two names for one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.variant import Variant
from lint.document import Document

Hits = Callable[[Variant, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Variant(kind="variant", groups=(("教育局", "教体局"), ("卫健委", "卫健局")))


def test_the_rarer_name_is_reported_at_each_place(hits: Hits, document: Make) -> None:
    text = "教育局牵头，教体局督导，教育局考核，教育局通报，教体局总结。"
    assert hits(CHECK, text) == [("教体局", 6), ("教体局", 24)]
    assert [hit.values for hit in CHECK.run(document(text))] == [{"usual": "教育局", "count": "3"}] * 2


def test_of_two_names_as_frequent_the_first_is_the_usual_one(hits: Hits) -> None:
    assert hits(CHECK, "教体局牵头，教育局督导。") == [("教育局", 6)]


@pytest.mark.parametrize("text", ["教育局牵头，教育局督导。", "教育局牵头，卫健委督导。"])
def test_one_name_for_each_thing_is_right(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_a_group_needs_two_names() -> None:
    wrong = Variant(kind="variant", groups=(("教育局",),))
    assert list(wrong.faults()) == [("groups", "needs lists of at least two names for one thing")]


def test_what_an_exception_overlaps_is_no_name(hits: Hits) -> None:
    ranges = Variant(kind="variant", groups=(("—", "-"),), except_=(r"(?<!\d)[—-]", r"[—-](?!\d+%)"))
    text = "增长5—6%，下降1-2%，达到7—8%，建设COVID-19和2021-2025年项目。"
    assert hits(ranges, text) == [("-", 10)]


def test_names_out_of_scope_are_neither_counted_nor_told(document: Make) -> None:
    seen = document("某县教体局计划\n\n教育局牵头。教体局督导，教体局总结。\n").within(frozenset({"title"}))
    assert list(CHECK.run(seen)) == []
