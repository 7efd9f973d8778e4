"""Whole lines that should not be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.line import Line
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Line, str], list[tuple[str, int]]]
Make = Callable[[str], Document]


def line(*patterns: str, **options: object) -> Line:
    return Line(kind="line", patterns_=patterns, **options)  # type: ignore[arg-type]


TITLE = "工作要点\n\n一、任务\n抓好招生。\n"


def test_a_line_is_reported_whole_without_the_blanks_around_it(hits: Hits) -> None:
    assert hits(line("广告"), "甲\r\n　看广告吧 \r\n乙") == [("看广告吧", 4)]


def test_neighbours_are_one_hit_whether_blank_lines_stand_between_or_not(hits: Hits, document: Make) -> None:
    text = "广告一\n\n广告二\n甲\n广告三"
    assert hits(line("广告"), text) == [("广告一\n\n广告二", 0), ("广告三", 11)]
    assert [hit.values for hit in line("广告").run(document(text))] == [{"lines": "2"}, {"lines": "1"}]


def test_neighbours_that_are_not_to_be_joined_are_told_apart(hits: Hits) -> None:
    assert hits(line("广告", join=False), "广告一\n广告二") == [("广告一", 0), ("广告二", 4)]


def test_neighbours_in_two_zones_are_two_hits(hits: Hits) -> None:
    text = "广告页\n广告工作要点\n\n一、任务\n抓好招生。\n"
    assert hits(line("广告"), text) == [("广告页", 0), ("广告工作要点", 4)]


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ({}, [("广告广告", 0), ("广告", 7)]),
        ({"at_least": 2}, [("广告广告", 0)]),
        ({"longest": 3}, [("广告", 7)]),
        ({"except_": ("^广告$",)}, [("广告广告", 0)]),
        ({"except_near": ("丙",)}, []),
        ({"except_near": ("乙",)}, [("广告广告", 0)]),
    ],
    ids=[
        "any",
        "at-least",
        "longest",
        "except",
        "except-near one and two lines on",
        "except-near two and three lines on",
    ],
)
def test_options_leave_lines_alone(hits: Hits, options: dict[str, object], places: list[tuple[str, int]]) -> None:
    assert hits(line("广告", join=False, **options), "广告广告\n \n广告\n丙\n乙") == places


@pytest.mark.parametrize(
    ("text", "left"),
    [("甲\n广告\n乙\n", "甲\n乙\n"), ("甲\r\n广告\r\n\r\n广告\r\n乙", "甲\r\n乙"), ("甲\n广告", "甲\n")],
)
def test_the_repair_drops_the_lines_with_their_ends(document: Make, text: str, left: str) -> None:
    edits = [edit for hit in line("广告").run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == left


def test_a_line_that_also_holds_text_is_never_dropped(document: Make) -> None:
    text = TITLE + "广告多，各校要抓好落实。\n"
    (hit,) = line("广告").run(document(text))
    assert (hit.span.start, hit.edits) == (len(TITLE), ())


def test_a_match_over_a_line_end_counts_for_the_line_it_ends_in(hits: Hits) -> None:
    assert hits(line("(?<=甲\n)\\d+"), "甲\n12\n") == [("12", 2)]


BELOW = "抓好招生。\n\n相关阅读：\n甲县要点\n乙县要点\n"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (BELOW, "相关阅读：\n甲县要点\n乙县要点"),
        (BELOW + "来源：某报\n丙县要点\n", "相关阅读：\n甲县要点\n乙县要点"),
        (BELOW.replace("乙", "乙" * 60), "相关阅读：\n甲县要点"),
        (BELOW + "相关阅读：\n丙县要点\n", "相关阅读：\n甲县要点\n乙县要点\n相关阅读：\n丙县要点"),
    ],
    ids=["to the end", "up to chrome", "up to a long line", "with its neighbours"],
)
def test_a_label_in_the_tail_takes_the_list_below_with_it(hits: Hits, text: str, reported: str) -> None:
    assert hits(line("^相关阅读", neighbours=True), text) == [(reported, 7)]


def test_a_label_above_the_text_takes_no_list(hits: Hits) -> None:
    assert hits(line("^相关阅读", neighbours=True), "相关阅读：\n工作要点\n\n一、任务\n抓好招生。\n") == [
        ("相关阅读：", 0)
    ]


def test_a_line_of_just_the_longest_length_is_reported(hits: Hits) -> None:
    assert hits(line("广告", longest=4), "看广告吧\n请看广告吧") == [("看广告吧", 0)]
