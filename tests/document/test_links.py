"""What stands between two markers of one scheme decides whether a list may begin there."""

from __future__ import annotations

import pytest

from lint.document.markers import Marker, strong
from lint.document.numbering.links import Link, Links
from lint.text import Span


def last_link(text: str, outer: tuple[int, ...] = (), breaks: tuple[int, ...] = ()) -> Link:
    """The link before the last 1. of a text."""
    links = Links(text, list(breaks))
    links.outer = list(outer)
    return links.between([marker for marker in strong(text) if marker.scheme == "arabic"])[-1]


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("抓好落实。", Link.SAME),
        ("主要任务如下：", Link.COLON),
        ("主要任务如下:", Link.COLON),
        ("**主要任务：**", Link.COLON),
        ("为此，" + "抓" * 60 + "：", Link.COLON),
        ("重点工作", Link.LABEL),
        ("**重点工作**", Link.LABEL),
        ("抓" * 30, Link.LABEL),
        ("抓" * 31, Link.SAME),
        ("抓好以下几项，", Link.SAME),
        ("（二）乙", Link.ITEM),  # a heading right above the first item
        ("（二）子项", Link.SAME),  # the item itself once more
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n", "\n　\n"])
def test_the_line_before_announces_a_list_or_does_not(line: str, link: Link, line_end: str) -> None:
    assert last_link(f"1.甲{line_end}{line}{line_end}1.子项\n") is link


def test_nothing_but_the_text_of_an_item_announces_nothing() -> None:
    assert last_link("1.甲。\n2.乙。\n") is Link.SAME


def test_a_sibling_right_above_announces_hardly_a_list() -> None:
    assert last_link("1.甲项\n2.乙项\n1.丙项\n") is Link.ITEM


def test_only_a_low_number_is_announced() -> None:
    assert [last_link(f"1.甲\n任务：\n{ordinal}.子\n") for ordinal in (1, 2, 3, 4)] == [Link.COLON] * 3 + [Link.SAME]


@pytest.mark.parametrize(
    ("outer", "breaks", "link"),
    [
        ((), (), Link.COLON),
        ((4,), (), Link.HARD),
        ((), (4,), Link.BREAK),
        ((4,), (4,), Link.BREAK),
        ((0,), (0,), Link.COLON),
        ((9,), (9,), Link.COLON),
    ],
)
def test_a_heading_or_another_part_in_between_weighs_more(
    outer: tuple[int, ...], breaks: tuple[int, ...], link: Link
) -> None:
    assert last_link("1.甲\n任务：\n1.子\n2.丑\n"[:11], outer, breaks) is link


def test_decimals_under_another_number_stand_under_another_heading() -> None:
    under = ("1", "1", "2")
    found = [Marker(Span(at * 7, at * 7 + 3), "decimal", 1, None, parent) for at, parent in enumerate(under)]
    assert Links("1.1 甲。\n1.2 乙。\n2.1 丙。\n", []).between(found)[1:] == [Link.SAME, Link.HARD]


@pytest.mark.parametrize(("lost", "link"), [(Span(1, 4), Link.LABEL), (Span(12, 13), Link.SAME)])
def test_where_a_heading_is_missing_a_list_may_begin(lost: Span, link: Link) -> None:
    text = "1.甲\n抓好落实。\n1.子\n"
    links = Links(text, [])
    links.lose(lost)
    assert links.between(list(strong(text)))[-1] is link


@pytest.mark.parametrize(("before", "begin", "end"), [(None, 10, 20), (Marker(Span(12, 14), "arabic", 1), 14, 20)])
def test_a_list_reaches_from_the_last_heading_before_it_to_the_next(
    before: Marker | None, begin: int, end: int
) -> None:
    links = Links("甲" * 60, [10, 40])
    links.outer = [5, 20, 50]
    assert (links.begin(before, 18), links.end(18, [60])) == (begin, end)
    assert links.end(51, [60, 55]) == 55
