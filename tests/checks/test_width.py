"""Marks of the width that a document hardly uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.width import Width
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Width, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Width(kind="width", marks={",": "，", ";": "；"}, at_least=5, odd=20)
FULL = "甲乙，" * 6
HALF = "甲乙," * 6


@pytest.mark.parametrize(("text", "found"), [(FULL + "丙,丁", (",", 19)), (HALF + "丙，丁", ("，", 19))])
def test_the_one_mark_of_another_width_is_odd(hits: Hits, text: str, found: tuple[str, int]) -> None:
    assert hits(CHECK, text) == [found]


def test_the_repair_follows_the_habit(document: Make) -> None:
    (hit,) = CHECK.run(document(FULL + "丙,丁"))
    assert hit.values == {"habit": "全角", "replacement": "，"}
    assert edited(FULL + "丙,丁", hit.edits) == FULL + "丙，丁"


@pytest.mark.parametrize(
    "text",
    [FULL + HALF, "甲，乙,丙", FULL + "1,2", FULL + "a,b", FULL + "丙;丁"],
    ids=["both in earnest", "too few for a habit", "between digits", "between letters", "another mark"],
)
def test_what_shows_no_habit_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_each_mark_has_a_habit_of_its_own(hits: Hits) -> None:
    assert hits(CHECK, FULL + "甲乙;" * 6) == []


def test_a_mark_is_one_character() -> None:
    assert list(Width(kind="width", marks={}).faults()) == [("marks", "is empty: there is nothing to find")]
    assert list(Width(kind="width", marks={",,": "，"}).faults()) == [
        ("marks", "',,: ，' is no pair of single characters")
    ]


SIGNS = {",": "，", "(": "（", ")": "）", '"': "“", "｡": "。", ".": "。"}
MANY = Width(kind="width", marks=SIGNS, at_least=5)


@pytest.mark.parametrize(
    ("text", "odd", "right"),
    [
        ("甲2%，乙3%，丙4%，丁5％。", "％", "%"),
        ("甲2个，乙3个，丙4个，丁８.６个。".replace(".", "．"), "８．６", "8.6"),
        ('甲“一”，乙“二”，丙“三”，丁"四"。', '"四"', "“”"),
        ("甲乙，丙丁，戊己，庚辛。甲乙，丙丁，戊己，(庚辛）甲。", "(", "（"),
        ("甲乙｡丙丁", "｡", "。"),
    ],
    ids=["a percent sign", "a number", "quotation marks", "half of a pair", "a stop of another script"],
)
def test_other_signs_have_a_width_too(document: Make, text: str, odd: str, right: str) -> None:
    (hit,) = MANY.run(document(text))
    assert (document(text).slice(hit.span), hit.values["replacement"]) == (odd, right)
    assert list(MANY.run(document(edited(text, hit.edits)))) == []


@pytest.mark.parametrize("text", ["甲2%，乙3％。", "甲２个，乙３个，丙4个。", '甲“一”，乙"二"。'])
def test_two_of_a_kind_tell_no_habit(hits: Hits, text: str) -> None:
    assert hits(MANY, text) == []
