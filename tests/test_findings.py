"""Severities, the order of findings, and edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.findings import Edit, Finding, Severity, edited
from lint.text import Position, Span


def test_an_error_outranks_a_warning_and_a_warning_an_info() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]
    assert Severity.ERROR.rank > Severity.WARNING.rank > Severity.INFO.rank > Severity.OFF.rank


def finding(file: str, start: int, rule: str, end: int) -> Finding:
    return Finding(file, rule, "", Severity.INFO, "", "", Position(start, 1, start + 1), Position(end, 1, end + 1))


def test_findings_are_told_by_file_then_start_then_rule() -> None:
    places = [("a", 2, "x", 3), ("a", 2, "y", 2), ("a", 2, "y", 4), ("a", 10, "a", 11), ("b", 0, "a", 1)]
    mixed = [finding(*places[i]) for i in (4, 2, 0, 3, 1)]
    assert sorted(mixed, key=lambda f: f.order) == [finding(*place) for place in places]


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "甲乙丙丁"),
        ([(1, 2, "")], "甲丙丁"),
        ([(1, 1, "，")], "甲，乙丙丁"),
        ([(4, 4, "。")], "甲乙丙丁。"),
        ([(3, 4, "己"), (0, 1, "戊")], "戊乙丙己"),
        ([(0, 2, "子"), (2, 3, "丑")], "子丑丁"),
    ],
)
def test_edits_are_applied_at_the_places_of_the_old_text(edits: list[tuple[int, int, str]], text: str) -> None:
    assert edited("甲乙丙丁", [Edit(Span(start, end), new) for start, end, new in edits]) == text


def test_of_two_edits_that_overlap_the_first_is_applied() -> None:
    assert edited("甲乙丙丁", [Edit(Span(1, 3), "戊"), Edit(Span(0, 2), "子")]) == "子丙丁"


def test_an_insertion_before_a_replacement_keeps_both() -> None:
    assert edited("甲乙", [Edit(Span(1, 2), "丙"), Edit(Span(1, 1), "\n")]) == "甲\n丙"


@given(st.text("甲乙丙\n", max_size=20), st.lists(st.integers(0, 20), max_size=8), st.text("子丑", max_size=3))
def test_edits_that_do_not_overlap_are_all_applied(text: str, cuts: list[int], new: str) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = [Span(*pair) for pair in pairwise(places)][::2]
    wanted, reached = "", 0
    for start, end in spans:
        wanted, reached = wanted + text[reached:start] + new, end
    assert edited(text, [Edit(span, new) for span in reversed(spans)]) == wanted + text[reached:]
