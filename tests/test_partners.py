"""Words that are misspelt near a word with which they make a fixed pair."""

from __future__ import annotations

import pytest

from lint import pairs, partners

PLAN = partners.Collocations({"强化": ["考核"], "服务": ["大局"], "激发": ["热情"]}, ["川训", "考孝"])


def found(text: str) -> list[tuple[int, str]]:
    return [(one.start, one.meant) for one in partners.find(text, pairs.codes(text), PLAN)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("强化考该，严格奖惩", [(2, "考核")]),
        ("坚持股务大局", [(2, "服务")]),
        ("基础设旋完善", [(2, "设施")]),
        ("激发职工热惰", [(4, "热情")]),
        ("强化孝核", [(2, "考核")]),
    ],
    ids=[
        "behind its partner",
        "before it",
        "a pair that the dictionary has",
        "further on in the clause",
        "by its shape",
    ],
)
def test_a_word_near_its_partner_may_be_told_by_any_character(text: str, places: list[tuple[int, str]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "强化考核，该项",
        "强化参考，该文",
        "正规化建设",
        "服务大雨",
        "强化三核",
        "强化考考",
        "强化，考该",
        "强化“考该”",
        "",
    ],
)
def test_what_is_right_or_has_no_partner_is_left_alone(text: str) -> None:
    assert found(text) == []
