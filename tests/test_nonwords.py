"""Words that one character sets apart from what a text says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import nonwords, pairs
from lint.nonwords import Nonword


def found_in(text: str) -> Iterator[Nonword]:
    return nonwords.find(text, pairs.codes(text))


ALPHABET = "投拆诉服务股水平提升题再接厉励一三因地制宜益，。“”《》\n\0A的" + "𠮷"


@pytest.mark.parametrize(
    ("text", "start", "meant"),
    [
        ("加强严恪管理", 2, "严格"),
        ("严恪", 0, "严格"),
        ("化解矛盾纠粉", 4, "纠纷"),
        ("做到因地制益。", 2, "因地制宜"),
        ("提倡勤险节约", 2, "勤俭节约"),
        ("统筹兼雇，有的放失", 0, "统筹兼顾"),
    ],
)
def test_a_word_or_phrase_is_found_where_it_begins(text: str, start: int, meant: str) -> None:
    assert next(found_in(text)) == (start, meant)


def test_an_abundant_character_counts_only_beside_a_neighbour_that_the_text_has_by_the_word() -> None:
    (found,) = found_in("化解纠纷隐患，调处纠份隐患。")
    assert found == (9, "纠纷")
    assert list(found_in("调处纠份隐患。")) == []


@pytest.mark.parametrize(
    "text",
    [
        "省建投集团",
        "因城施策，涉黑涉恶",
        "记者尹品报道",
        "捐物捐料，首读、二读",
        "推广“拨投贷”联动",
        "合三为一",
        "数智化转型，智造升级",
        "提高“严恪”牌产品",
        "持之以恒，因地制宜",
        "再接再",
        "励",
        "",
    ],
)
def test_names_abbreviations_and_variations_on_purpose_are_passed(text: str) -> None:
    assert list(found_in(text)) == []


def test_what_stands_often_is_meant_so() -> None:
    assert list(found_in("严恪公司，严恪品牌，严恪产品")) == []


@given(text=st.text(alphabet=ALPHABET, max_size=40))
def test_what_is_found_differs_in_one_character(text: str) -> None:
    for start, meant in found_in(text):
        assert sum(x != y for x, y in zip(text[start : start + len(meant)], meant, strict=True)) == 1


@given(text=st.text(alphabet=ALPHABET, max_size=40))
def test_much_text_has_the_codes_of_little(text: str) -> None:
    little, much = pairs.Codes(), pairs.Codes()
    much.of("一" * (pairs.MUCH + 1))
    assert much.of(text) == little.of(text)
