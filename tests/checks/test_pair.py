"""Brackets and quotation marks without their partner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.pair import Pair
from lint.document import Document
from lint.text import Source, Span

Hits = Callable[[Pair, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Pair(kind="pair", pairs=("（(）)", "【】", "〔〕", "《》", "“”"))
BALANCED = {
    "mixed widths": "落实（试行）和（暂行)办法(草案）",
    "lines further on": "思路〔坚持一个目标；\n突出两项重点；\n抓好落实〕，凝心聚力。",
    "nested": "《关于印发〔2024〕〈要点〉（试行）的通知》",
    "crossed": "（甲“乙）丙”",
    "a half-width quotation mark closes": '坚持“四个意识"，做到',
    "half-width quotation marks alone say nothing": '坚持"四个意识"，做到"',
    "markers": "1)抓学习\n2）抓作风\na)抓考核\n一）抓宣传",
    "markers in a sentence": "内容：1）甲；2）乙，3）丙。4)丁 ①）戊",
    "a quotation that opens each paragraph anew": "“第一段。\n　　“第二段。\n“第三段。”",
}


@pytest.mark.parametrize("text", BALANCED.values(), ids=BALANCED)
def test_pairs_that_close_are_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("落实《实施意见，做好衔接。", [("《", 2)]),
        ("推进改革）。", [("）", 4)]),
        ("甲）乙（丙", [("）", 1), ("（", 3)]),
        ("（甲（乙）丙", [("（", 0)]),
        ("【】【】【", [("【", 4)]),
        ("“甲，“乙。", [("“", 0), ("“", 3)]),
        ("甲”乙”", [("”", 1), ("”", 3)]),
        ("共100)所", [(")", 4)]),
    ],
)
def test_a_lone_mark_is_reported_where_it_stands(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert sorted(hits(CHECK, text), key=lambda place: place[1]) == places


@pytest.mark.parametrize(
    ("text", "lacks"), [("（", "）"), ("(", ")"), ("甲）", "（"), ("甲)", "("), ("“", "”"), ("》", "《")]
)
def test_the_lacking_mark_has_the_width_of_the_one_that_is_there(document: Make, text: str, lacks: str) -> None:
    assert [hit.values for hit in CHECK.run(document(text))] == [{"mark": text[-1], "lacks": lacks}]


QUOTES = st.sampled_from(["（{}）", "（{})", "《{}》", "“{}”", "〔{}\n〕"])
NESTED = st.recursive(
    st.just("甲"),
    lambda inner: st.builds(str.format, QUOTES, inner) | st.lists(inner, min_size=2, max_size=3).map("乙".join),
    max_leaves=12,
)


@given(NESTED)
def test_any_nesting_is_balanced_and_one_mark_less_is_not(text: str) -> None:
    def lone(text: str) -> list[int]:
        return sorted(hit.span.start for hit in CHECK.run(Document(Source("t", text))))

    assert lone(text) == []
    first = next((i for i, c in enumerate(text) if c in "（《“〔"), None)
    if first is not None:
        assert len(lone(text[:first] + text[first + 1 :])) == 1


def test_two_kinds_that_were_taken_for_a_pair_are_one_finding(document: Callable[[str], Document]) -> None:
    check = Pair(kind="pair", pairs=("〔〕", "【】", "（(）)"))
    (hit,) = check.run(document("国办发〔2023】17号"))
    assert (hit.span.start, hit.values) == (8, {"mark": "】", "lacks": "【"})
    assert hit.related == (("与它相对", Span(3, 4)),)
    assert len(list(check.run(document("国办发〔2023】17号〕【")))) == 2
