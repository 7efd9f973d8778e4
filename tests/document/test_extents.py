"""The parts of a text that rules speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document, Extent

Make = Callable[[str], Document]
FIRST = "一、甲\r\n（一）乙\r\n抓好招生。抓好就业。\r\n（二）丙\r\n落实。\r\n"
TEXT = f"某县计划\r\n前言。\r\n\r\n{FIRST}二、丁\r\n完成。\r\n"


@pytest.mark.parametrize(
    ("extent", "parts"),
    [
        ("chapter", "一、甲…落实。 二、丁…完成。"),
        ("section", "一、甲…落实。 （一）乙…就业。 （二）丙…落实。 二、丁…完成。"),
        ("sentence", "某县计划 前言。 一、甲 （一）乙 抓好招生。 抓好就业。 （二）丙 落实。 二、丁 完成。"),
        ("line", "某县计划 前言。 一、甲 （一）乙 抓好招生。抓好就业。 （二）丙 落实。 二、丁 完成。"),
    ],
)
def test_a_text_has_these_parts(extent: Extent, parts: str, document: Make) -> None:
    made = document(TEXT)

    def told(part: str) -> str:
        lines = part.split("\r\n")
        return part if len(lines) == 1 else f"{lines[0]}…{lines[-1][-3:]}"

    assert [told(made.slice(span).strip()) for span in made.extents.all(extent)] == parts.split()


@pytest.mark.parametrize(
    ("extent", "part"),
    [
        ("document", TEXT), ("chapter", FIRST),
        ("section", "（一）乙\r\n抓好招生。抓好就业。\r\n"), ("line", "抓好招生。抓好就业。"),
        ("sentence", "抓好就业。"),
    ],
)  # fmt: skip
def test_a_place_lies_in_the_innermost_part_of_each_kind(extent: Extent, part: str, document: Make) -> None:
    made = document(TEXT)
    span = made.extents.around(extent, TEXT.index("就业"))
    assert span is not None
    assert made.slice(span).strip() == part.strip()


def test_what_stands_before_the_first_heading_lies_in_no_section(document: Make) -> None:
    extents = document(TEXT).extents
    assert extents.around("section", TEXT.index("前言")) is None
    assert extents.around("chapter", TEXT.index("前言")) is None


def test_the_end_of_the_text_lies_in_its_last_line_and_in_no_sentence(document: Make) -> None:
    extents = document("甲。\n").extents
    assert extents.around("line", 3) == (3, 3)
    assert extents.around("sentence", 3) is None
