"""Repairs that are made together: none gets in another's way, and the order of findings never matters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.findings import Edit, Finding, Fix, Severity, edited
from lint.fixes.merging import Shift, merged, together
from lint.text import Position, Source, Span

TEXT = "甲乙丙丁戊己庚辛"


def finding(*edits: tuple[int, int, str], safety: str = "safe", rule: str = "a") -> Finding:
    source = Source("a.txt", TEXT)
    start, end = min(first for first, _, _ in edits), max(last for _, last, _ in edits)
    fix = Fix(safety, tuple(Edit(Span(first, last), new) for first, last, new in edits))
    return Finding(
        "a.txt", rule, "p", Severity.ERROR, "m", TEXT[start:end], source.position(start), source.position(end), fix=fix
    )


def made(*findings: Finding) -> str:
    return edited(TEXT, merged(together(findings)))


EDIT = st.tuples(st.integers(0, 8), st.integers(0, 3), st.text("子丑", max_size=2)).map(
    lambda e: (e[0], min(e[0] + e[1], 8), e[2])
)
FINDING = st.builds(
    lambda edit, safety, rule: finding(edit, safety=safety, rule=rule),
    EDIT, st.sampled_from(["safe", "unsafe"]), st.sampled_from("abc"),
)  # fmt: skip


def test_repairs_of_several_rules_are_made_at_once() -> None:
    assert made(finding((0, 1, "子")), finding((3, 4, ""), rule="b")) == "子乙丙戊己庚辛"


def test_of_two_that_overlap_the_safe_one_is_made() -> None:
    assert made(finding((0, 3, "子"), safety="unsafe"), finding((2, 4, "丑"))) == "甲乙丑戊己庚辛"


def test_of_two_that_overlap_the_first_one_is_made() -> None:
    assert made(finding((2, 4, "丑")), finding((0, 3, "子"))) == "子丁戊己庚辛"


def test_a_repair_of_many_edits_is_made_whole_or_not_at_all() -> None:
    assert made(finding((0, 1, "子"), (6, 7, "子"), rule="b"), finding((0, 1, "丑"))) == "丑乙丙丁戊己庚辛"


def test_the_same_edit_of_two_rules_is_made_once() -> None:
    both = together([finding((0, 1, "")), finding((0, 1, ""), rule="b")])
    assert len(both) == 2
    assert edited(TEXT, merged(both)) == "乙丙丁戊己庚辛"


def test_what_is_put_in_waits_for_what_it_touches() -> None:
    assert made(finding((2, 4, "")), finding((4, 4, "子"), rule="b")) == "甲乙戊己庚辛"


def test_neighbours_that_only_touch_are_made_together() -> None:
    assert made(finding((2, 4, "")), finding((4, 6, ""), rule="b")) == "甲乙庚辛"


@given(st.lists(FINDING, max_size=6).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_findings_does_not_matter(orders: tuple[list[Finding], list[Finding]]) -> None:
    first, second = orders
    assert made(*first) == made(*second)


@given(st.lists(FINDING, max_size=8))
def test_edits_that_are_made_together_never_overlap(findings: list[Finding]) -> None:
    for one, other in pairwise(merged(together(findings))):
        assert one.span.end <= other.span.start


@given(st.lists(FINDING, max_size=8), st.integers(0, 7))
def test_a_character_that_no_edit_touches_is_found_where_it_has_moved_to(findings: list[Finding], at: int) -> None:
    edits = merged(together(findings))
    if any(edit.span.start <= at < edit.span.end or edit.span == (at, at) for edit in edits):
        return
    moved = Shift(edits).span(at, at + 1)
    assert edited(TEXT, edits)[moved.start : moved.end] == TEXT[at]


@pytest.mark.parametrize(
    ("edit", "span", "moved"),
    [
        ((0, 2, ""), (3, 5), (1, 3)),
        ((0, 0, "子丑"), (3, 5), (5, 7)),
        ((5, 6, ""), (3, 5), (3, 5)),
        ((2, 4, "子"), (3, 5), (2, 4)),  # begins inside
        ((4, 6, "子丑寅"), (3, 5), (3, 7)),  # ends inside
        ((3, 5, ""), (3, 5), (3, 3)),
    ],
)
def test_a_span_moves_with_the_edits_before_it(
    edit: tuple[int, int, str], span: tuple[int, int], moved: tuple[int, int]
) -> None:
    first, last, new = edit
    assert Shift([Edit(Span(first, last), new)]).span(*span) == Span(*moved)


def test_a_position_is_complete() -> None:
    assert finding((0, 1, "")).start == Position(0, 1, 1)
