"""How markers of one scheme are written, and which one is written otherwise than its siblings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Document, styles
from lint.document.markers import written

Make = Callable[[str], Document]
STYLES = {
    "12.": "1.", "3、": "1、", "４．": "１．", "2 .": "1.", "二十一、": "一、", "第二，": "第一，",
    "（三）": "（一）", "(三)": "(一)", "（三 ）": "（一）", "( 2 )": "(1)", "（2）": "（1）", "2）": "1）",
    "第十二章": "第一章", "第 3 条": "第1条", "第二部分": "第一部分", "⒊": "⒊", "③": "③",
}  # fmt: skip


@pytest.mark.parametrize(("marker", "style"), STYLES.items())
def test_a_style_is_the_marker_with_the_numeral_of_its_first(marker: str, style: str) -> None:
    assert styles.style(marker) == style


@pytest.mark.parametrize(
    ("style", "marker"),
    [("1.", "12."), ("１．", "１２．"), ("一、", "十二、"), ("（一）", "（十二）"), ("第一条", "第十二条")],
)  # fmt: skip
def test_an_ordinal_is_rewritten_in_a_style(style: str, marker: str) -> None:
    assert styles.rewritten(style, 12) == marker


@pytest.mark.parametrize("style", ["⒊", "③", "㈢", "、", ""])
def test_nothing_is_rewritten_in_a_style_without_a_numeral(style: str) -> None:
    assert styles.rewritten(style, 12) is None


@given(
    st.sampled_from(["chinese", "chinese-paren", "arabic", "arabic-paren", "article", "ordinal"]), st.integers(1, 99)
)
def test_what_was_rewritten_has_the_style_and_says_the_ordinal(scheme: str, ordinal: int) -> None:
    style = styles.style(written(scheme, 7))
    assert styles.rewritten(style, ordinal) == written(scheme, ordinal)
    assert styles.style(written(scheme, ordinal)) == style


def odd(document: Document) -> list[tuple[str, int, str]]:
    """Each odd marker, its offset and the style of its siblings."""
    return [
        (document.slice(marker.span), marker.span.start, style)
        for marker, style in styles.odd(document.text, document.outline)
    ]


ODD = {
    "another separator": ("1.甲\n2.乙\n3、丙\n4.丁\n", [("3、", 8, "1.")]),
    "one of three": ("1.甲\n2.乙\n3、丙\n", [("3、", 8, "1.")]),
    "two of five": ("1.甲\n2.乙\n3.丙\n4、丁\n5、戊\n", [("4、", 12, "1."), ("5、", 16, "1.")]),
    "half-width brackets": ("（一）甲\n(二)乙\n（三）丙\n", [("(二)", 5, "（一）")]),
    "full-width digits": ("1.甲\n２.乙\n3.丙\n", [("２.", 4, "1.")]),
    "one character that is a whole marker": ("1.甲\n2.乙\n⒊丙\n4.丁\n", [("⒊", 8, "1.")]),
    "digits in an article": ("第一条 甲\n第2条 乙\n第三条 丙\n", [("第2条", 6, "第一条")]),
    "a wrong character": ("第一部分 甲\n第二部份 乙\n第三部分 丙\n", [("第二部份", 7, "第一部分")]),
    "under a heading": ("一、甲\n1.子\n2.丑\n3、寅\n二、乙\n1.卯\n", [("3、", 12, "1.")]),
}


@pytest.mark.parametrize(("text", "told"), ODD.values(), ids=ODD)
def test_a_marker_written_otherwise_than_its_siblings_is_odd(
    document: Make, text: str, told: list[tuple[str, int, str]]
) -> None:
    assert odd(document(text)) == told


NOT_ODD = {
    "two siblings show no habit": "1.甲\n2、乙\n",
    "neither way is usual": "1.甲\n2、乙\n3、丙\n4.丁\n",
    "each list has a habit of its own": "一、甲\n1.子\n2.丑\n3.寅\n二、乙\n1、卯\n2、辰\n3、巳\n",
    "blanks are no style": "1 .甲\n2.乙\n3.丙\n（ 一 ）子\n（二）丑\n（三）寅\n",
    "a damaged marker is told as such": "（一）甲\n（二）、乙\n（三）丙\n",
    "a style without a numeral cannot be told": "⒈甲\n⒉乙\n3.丙\n⒋丁\n",
    "decimals differ in what they stand under": "1.总则\n1.1目的\n1.2依据\n1.3范围\n2.组织\n2.1机构\n2.2职责\n",
    "levels differ": "1、甲\n1.子\n2.丑\n3.寅\n2、乙\n1.卯\n2.辰\n3.巳\n3、丙\n",
}


@pytest.mark.parametrize("text", NOT_ODD.values(), ids=NOT_ODD)
def test_what_is_written_as_its_siblings_are_is_not_odd(document: Make, text: str) -> None:
    assert odd(document(text)) == []


@pytest.mark.parametrize("label", ["附件", "篇二", "清河县2024年小学工作计划"])
def test_another_part_has_a_habit_of_its_own(document: Make, label: str) -> None:
    assert odd(document(f"1.甲\n2.乙\n3.丙\n{label}\n1、子\n2、丑\n3、寅\n4、卯\n5、辰\n")) == []


def test_decimals_below_no_heading_are_written_alike(document: Make) -> None:
    assert odd(document("1.1 甲类\n1.2 乙类\n2.1 丙类\n2.2 丁类\n3.1 戊类\n")) == []
