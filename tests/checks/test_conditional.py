"""Where one thing stands, another must stand, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest

from lint.checks.conditional import Conditional
from lint.document import Document
from lint.patterns import refusal

Hits = Callable[[Conditional, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
Order = Literal["any", "before", "after"]
SHORT = Conditional(kind="conditional", first=("(?P<short>[A-Z]{3,6})",), second=("（(?:以下)?简称“?{short}”?）",))
PAIR = Conditional(kind="conditional", first=("不仅",), second=("而且|还",), in_="sentence")


def test_the_first_place_of_each_text_that_lacks_its_second_is_told(hits: Hits, document: Make) -> None:
    text = "推广ABC和XYZ，人工智能（简称“DEF”）。DEF与ABC。"
    assert hits(SHORT, text) == [("ABC", 2), ("XYZ", 6)]
    assert [hit.values for hit in SHORT.run(document(text))] == [{"short": "ABC"}, {"short": "XYZ"}]


@pytest.mark.parametrize(
    ("order", "text", "places"),
    [
        ("any", "ABC。人工智能（简称ABC）。ABC。", []),
        ("before", "ABC。人工智能（简称ABC）。ABC。", [0]),
        ("before", "人工智能（简称ABC）。ABC。", []),
        ("after", "人工智能（简称ABC）。ABC。", [12]),
        ("after", "ABC。人工智能（简称ABC）。ABC。", [16]),
        ("after", "ABC。（简称ABC）（简称ABC）", []),
    ],
)
def test_the_second_must_stand_where_the_order_says(hits: Hits, order: Order, text: str, places: list[int]) -> None:
    assert [at for _, at in hits(replace(SHORT, order=order), text)] == places


def test_each_part_is_asked_for_itself(hits: Hits) -> None:
    assert hits(PAIR, "不仅抓好，还要抓实。不仅抓好，不仅抓实。不仅如此。还有。") == [("不仅", 10), ("不仅", 20)]
    assert hits(replace(PAIR, in_="document"), "不仅抓好。还要抓实。") == []


def test_text_outside_of_chapters_owes_nothing_by_chapter(hits: Hits) -> None:
    text = "不仅如此。\n一、甲\n不仅如此。\n二、乙\n不仅如此，还要。\n"
    assert hits(replace(PAIR, in_="chapter"), text) == [("不仅", 10)]


def test_what_was_captured_is_literal_in_the_second(hits: Hits) -> None:
    check = replace(SHORT, first=("“(?P<name>[^”]+)”",), second=("{name}办法",))
    assert hits(check, "“A.B”。AxB办法。") == [("“A.B”", 0)]
    assert hits(replace(check, second=("={name}{2}$",)), "“[a”。=[a[a") == []


@pytest.mark.parametrize("second", [r"甲{2,4}", r"\{short\}", "[{short}]", r"甲{2}", r"\N{BULLET}"])
def test_a_brace_that_names_no_group_stays_as_it_is(second: str) -> None:
    assert list(replace(SHORT, second=(second,)).faults()) == []
    assert replace(SHORT, second=(second,)).scanned() == (*SHORT.first, second)


def test_a_pattern_of_a_group_that_took_no_part_is_not_asked_for(hits: Hits) -> None:
    check = replace(SHORT, first=("甲(?P<a>乙)?(?P<b>丙)?",), second=("见{a}", "看{b}"))
    assert hits(check, "甲。") == []
    assert hits(check, "甲乙。") == [("甲乙", 0)]
    assert hits(check, "甲乙丙。看丙") == []


def test_a_group_named_at_narrows_the_place_and_is_no_value(hits: Hits, document: Make) -> None:
    check = replace(SHORT, first=("推广(?P<at>(?P<short>[A-Z]+))",))
    assert hits(check, "推广AB") == [("AB", 2)]
    assert [hit.values for hit in check.run(document("推广AB"))] == [{"short": "AB"}]
    assert check.values() == {"short"}


def test_groups_that_only_some_patterns_name_are_values_where_they_match(document: Make) -> None:
    check = replace(SHORT, first=("甲(?P<a>乙)", "丙(?P<b>丁)"), second=("戊",))
    assert [hit.values for hit in check.run(document("甲乙丙丁"))] == [{"a": "乙"}, {"b": "丁"}]
    assert check.values() == frozenset()


def test_what_lacks_its_second_is_told_where_the_rule_looks(document: Make) -> None:
    text = "推广ABC工作计划\n\n一、推广ABC\n推广ABC。\n"
    assert [hit.span.start for hit in SHORT.run(document(text).within(frozenset({"heading"})))] == [15]


def test_exceptions_owe_nothing(hits: Hits) -> None:
    assert hits(replace(SHORT, except_=("GDP|第ABC号",)), "GDP增长，第ABC号，ABC。") == [("ABC", 12)]


def test_only_the_first_must_occur_before_anything_can_be_found() -> None:
    assert SHORT.anchors() == SHORT.scanned() == SHORT.first
    assert PAIR.scanned() == ("不仅", "而且|还")


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"first": (), "second": ("甲",)}, "first is empty: write at least one pattern"),
        ({"second": ()}, "second is empty: write at least one pattern"),
        ({"second": ("{long}甲",)}, "second uses '{long}', which no pattern of 'first' names; allowed: {short}"),
        ({"second": ("{short}?",)}, "second '{short}?' matches the empty text, so it would match everywhere"),
        ({"second": ("(?:甲{short}+)+",)}, "second '(?:甲{short}+)+' repeats a repeat without bound"),
    ],
)
def test_sides_that_cannot_be_asked_for_are_told(options: dict[str, tuple[str, ...]], fault: str) -> None:
    told = [f"{key} {what}" for key, what in replace(SHORT, **options).faults()]  # type: ignore[arg-type]
    assert [line[: len(fault)] for line in told] == [fault]


def test_the_patterns_are_tried_as_they_are_written() -> None:
    assert [refusal(pattern) for group in SHORT.patterns().values() for pattern in group] == [None, None]
