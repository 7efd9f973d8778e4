"""Words or patterns that should not be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.existence import Existence
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Existence, str], list[tuple[str, int]]]
Make = Callable[[str], Document]


def existence(*patterns: str, **options: object) -> Existence:
    return Existence(kind="existence", patterns_=patterns, **options)  # type: ignore[arg-type]


def test_each_match_of_each_pattern_is_a_hit(hits: Hits) -> None:
    assert hits(existence("甲+", "乙"), "甲乙丙甲甲") == [("甲", 0), ("乙", 1), ("甲甲", 3)]


def test_a_caret_and_a_dollar_are_the_ends_of_lines(hits: Hits) -> None:
    assert hits(existence("^甲$"), "甲\r\n乙甲\n甲") == [("甲", 0), ("甲", 6)]


def test_tokens_are_literal_and_the_longest_counts(hits: Hits) -> None:
    assert hits(existence(tokens=("党", "党员", "A.")), "党员AB党A.") == [("党员", 0), ("党", 4), ("A.", 5)]


def test_of_two_matches_that_overlap_the_earlier_and_longer_counts(hits: Hits) -> None:
    assert hits(existence("乙丙", "甲乙", "甲乙丙", "丙丁"), "甲乙丙丁") == [("甲乙丙", 0)]


def test_whole_words_cut_no_word_in_two(hits: Hits) -> None:
    check = existence(whole_words=("由(?=，)", "新增.{0,4}(?P<at>人)(?=，)"))
    assert hits(check, "自由，由，新增就业人，新增工作人，") == [("由", 3), ("人", 9), ("人", 15)]
    assert hits(check, "重新增工人，理由，") == []


def test_a_group_named_at_narrows_the_place(hits: Hits) -> None:
    assert hits(existence("甲(?P<at>乙)丙", "丁(?P<at>戊)?"), "甲乙丙丁") == [("乙", 1), ("丁", 3)]


def test_other_groups_are_values(document: Make) -> None:
    check = existence("(?P<year>20\\d\\d)年(?P<at>甲)?(?P<rest>乙)?", "(?P<year>丙)")
    assert [hit.values for hit in check.run(document("2024年丙"))] == [{"year": "2024", "rest": ""}, {"year": "丙"}]
    assert check.values() == {"year"}


def test_a_place_of_no_width_is_a_hit(hits: Hits) -> None:
    assert hits(existence("届(?P<at>)全会"), "届全会") == [("", 1)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("学习甲", []),
        ("甲学习", [("甲", 0)]),
        ("学习乙甲", [("甲", 3)]),
        ("学习\n甲", [("甲", 3)]),
        ("丙" * 60 + "甲", []),
        ("丙" * 61 + "甲", [("甲", 61)]),
    ],
)
def test_an_exception_holds_where_it_overlaps_the_place_in_its_line(
    hits: Hits, text: str, places: list[tuple[str, int]]
) -> None:
    assert hits(existence("甲", except_=("学习.?甲(?<!乙甲)", "^丙+甲")), text) == places


def test_the_repair_puts_groups_into_the_replacement(document: Make) -> None:
    check = existence("(?P<a>[12]) (?P<b>\\d)", replacement="{a}{b}")
    text = "1 2甲2 3"
    assert edited(text, [edit for hit in check.run(document(text)) for edit in hit.edits]) == "12甲23"


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("甲\n广告\n乙", "甲\n乙"),
        ("甲\r\n　广告 \r\n乙", "甲\r\n乙"),
        ("甲\n广告", "甲\n"),
        ("甲广告乙", "甲乙"),
        ("甲\n广告。\n", "甲\n。\n"),
        ("甲\n广告广告\n乙", "甲\n\n乙"),
    ],
)
def test_dropping_takes_the_line_where_nothing_else_stands_in_it(document: Make, text: str, dropped: str) -> None:
    check = existence("广告", drop=True)
    assert edited(text, [edit for hit in check.run(document(text)) for edit in hit.edits]) == dropped


def test_what_a_repair_takes_out_of_a_match_leaves_the_rest(document: Make) -> None:
    check = existence(r"\d(?:[ ]\d)+", without="[ ]+")
    text = "热线1 2 3 4 5号，第 1 题"
    assert edited(text, [edit for hit in check.run(document(text)) for edit in hit.edits]) == "热线12345号，第 1 题"


def test_only_a_replacement_or_a_drop_is_a_repair() -> None:
    checks = existence("甲"), existence("甲", replacement="乙"), existence("甲", drop=True)
    assert [check.repairs() for check in checks] == [False, True, True]
