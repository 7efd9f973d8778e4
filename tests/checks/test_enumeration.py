"""Lists inside running text that lost a member."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.enumeration import Enumeration
from lint.document import Document

Hits = Callable[[Enumeration, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Enumeration(kind="enumeration", words=("是", "要"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一是抓学习。二是抓作风。四是抓考核。", [("四是", 12)]),
        ("重点：一要压实责任；三要强化督查。", [("三要", 10)]),
        ("一是甲。三是丙。四是丁。六是己。", [("三是", 4), ("六是", 12)]),
        ("一是甲。\n二是乙。\n四是丁。", [("四是", 10)]),
        ("一是甲。一要子。三要丑。二是乙。", [("三要", 8)]),
        ("九是甲。", []),
        ("一是甲。九是乙。", []),
        ("一是甲。十二是乙。", []),
    ],
)
def test_the_member_after_a_gap_is_reported(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(CHECK, text) == places


def test_the_values_tell_what_is_missing_after_what(document: Make) -> None:
    (hit,) = CHECK.run(document("一是甲。四是丁。"))
    assert hit.values == {"missing": "二是、三是", "before": "一是"}
    assert hit.related == (("上一项", (0, 2)),)


@pytest.mark.parametrize(
    "text",
    [
        "一是甲。二是乙。三是丙。",
        "一是甲。二是乙。一是丙。二是丁。",
        "三是结构矛盾突出。五是秩序不规范。",
        "一是非问题要分清，三是小数。",
        "这一是甲，那三是乙。",
        "一是甲。\n\n二、乙\n\n三是丙。",
        "一是甲。\n\n\n\n三是丙。",
    ],
    ids=["whole", "two lists", "no first", "是非", "no mark before", "another section", "far below"],
)
def test_what_is_no_list_or_a_whole_one_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []
