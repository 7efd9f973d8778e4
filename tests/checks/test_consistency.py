"""Headings that end otherwise than nearly all of their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.consistency import Consistency
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Consistency, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Consistency(kind="consistency", of="heading-end")
NAMES = "甲乙丙丁戊己庚辛壬癸"


def items(ends: str, body: str = "正文。") -> str:
    """One item for each end (x: none), with text below."""
    lines = (f"{n}.抓{NAMES[n % 10]}{end.strip('x')}\n{body}\n" for n, end in enumerate(ends, 1))
    return "".join(lines)


def test_the_one_heading_without_a_full_stop_is_odd(hits: Hits) -> None:
    assert hits(CHECK, items("。。。x。。。。")) == [("4.抓戊", 30)]


def test_the_one_heading_with_a_full_stop_is_odd(hits: Hits) -> None:
    assert hits(CHECK, items("xxxxxx。x")) == [("7.抓辛。", 54)]


@pytest.mark.parametrize(
    ("ends", "fixed", "values"),
    [
        ("。。。x。。。。", "。。。。。。。。", {"habit": "以句号结尾", "share": "7/8"}),
        ("xxxxxx。x", "xxxxxxxx", {"habit": "不带标点", "share": "7/8"}),
    ],
)
def test_the_repair_follows_the_habit(document: Make, ends: str, fixed: str, values: dict[str, str]) -> None:
    (hit,) = CHECK.run(document(items(ends)))
    assert hit.values == values
    assert edited(items(ends), hit.edits) == items(fixed)


def test_more_than_a_few_deviations_are_no_habit(hits: Hits) -> None:
    assert hits(CHECK, items("。x。。x。。。")) == []
    assert [place for _, place in hits(CHECK, items("x。" + "。" * 22 + "x"))] == [0, 254]


def test_fewer_headings_than_asked_for_have_no_habit(hits: Hits) -> None:
    assert hits(CHECK, items("。。。x。。。")) == []
    assert hits(Consistency(kind="consistency", of="heading-end", at_least=3), items("。x。")) == [("2.抓丙", 10)]


@pytest.mark.parametrize("end", ["：", "）", "”", "；", "？"])
def test_an_ending_that_says_something_else_is_neutral(hits: Hits, end: str) -> None:
    assert hits(CHECK, items("。。。。。。。。" + end)) == []


def test_headings_without_text_below_and_long_ones_do_not_count(hits: Hits) -> None:
    assert hits(CHECK, items("。。。。。。。。") + "9.抓癸") == []
    assert hits(CHECK, items("。。。。。。。。") + f"9.{'抓' * 40}\n正文。\n") == []


def test_each_scheme_has_its_own_habit(hits: Hits) -> None:
    chapters = "".join(f"{numeral}、抓\n{items('。。')}" for numeral in "一二三四")
    assert hits(CHECK, chapters) == []


@pytest.mark.parametrize("odd", ["", "。"])
def test_the_one_heading_without_a_colon_is_odd_where_all_others_have_one(hits: Hits, document: Make, odd: str) -> None:
    text = items("：：：x：：：：").replace("4.抓戊", "4.抓戊" + odd)
    assert hits(CHECK, text) == [("4.抓戊" + odd, 30)]
    (hit,) = CHECK.run(document(text))
    assert hit.values == {"habit": "以冒号结尾", "share": "7/8"}
    assert edited(text, hit.edits) == items("：：：：：：：：")


def test_colons_do_not_count_where_they_are_no_habit(hits: Hits) -> None:
    assert hits(CHECK, items("。。。：。。。。")) == []
    assert hits(CHECK, items("。。。：。。。。x。")) == [("9.抓癸", 80)]


def test_articles_are_text_and_no_headings(hits: Hits) -> None:
    articles = "".join(f"第{n}条 公民应当遵守：\n（一）正文。\n" for n in "一二三四五六七八")
    assert hits(CHECK, articles.replace("第四条 公民应当遵守：", "第四条 公民应当遵守。")) == []
