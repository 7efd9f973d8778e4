"""Damaged and glued markers: found between their neighbours, and in no running text."""

from __future__ import annotations

import pytest

from lint.document.markers import Marker
from lint.document.numbering.damage import Damage
from lint.text import Span

WEAK = [
    ("26.甲\n27构建\n28.乙", "arabic", 27, "27", "malformed"),
    ("1.甲\n2，推进\n3.乙", "arabic", 2, "2，", "malformed"),
    ("19.甲\n20.2026年推广\n21.乙", "arabic", 20, "20.", None),
    ("1.甲。2.推进\n3.乙", "arabic", 2, "2.", "glued"),
    ("一、甲\n二推进\n三、乙", "chinese", 2, "二", "malformed"),
    ("一、甲\n、推进\n三、乙", "chinese", 2, "、", "malformed"),
    ("一、甲。二、推进\n三、乙", "chinese", 2, "二、", "glued"),
    ("（一）甲\n（二推进\n（三）乙", "chinese-paren", 2, "（二", "malformed"),
    ("（一）甲\n二）推进\n（三）乙", "chinese-paren", 2, "二）", "malformed"),
    ("（一）甲。（二）推进\n（三）乙", "chinese-paren", 2, "（二）", "glued"),
    ("（1）甲\n（2推进\n（3）乙", "arabic-paren", 2, "（2", "malformed"),
    ("（1）甲；（2）推进\n（3）乙", "arabic-paren", 2, "（2）", "glued"),
    ("第一条 甲。第二条 乙\n第三条 丙", "article", 2, "第二条", "glued"),
    ("①甲；②乙\n③丙", "circled", 2, "②", None),
]


@pytest.mark.parametrize(("text", "scheme", "ordinal", "marker", "fault"), WEAK)
def test_a_damaged_or_glued_marker_is_found_between_its_neighbours(
    text: str, scheme: str, ordinal: int, marker: str, fault: str | None
) -> None:
    found = next(Damage(text).missing(Span(1, text.rindex("\n") + 1), Marker(Span(0, 0), scheme, 1), ordinal), None)
    assert found is not None
    assert (text[found.span.start : found.span.end], found.scheme, found.ordinal, found.fault) == (
        marker, scheme, ordinal, fault,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "scheme", "ordinal"),
    [
        ("1.甲共2.5万元\n3.乙", "arabic", 2),
        ("1.甲\n共2个项目\n3.乙", "arabic", 2),
        ("（一）甲，落实《通知（二）》\n（三）乙", "chinese-paren", 2),
        ("第一条 依照第二条办理\n第三条 乙", "article", 2),
        ("①甲\n③丙", "circled", 2),
    ],
)
def test_a_number_in_running_text_is_no_damaged_marker(text: str, scheme: str, ordinal: int) -> None:
    assert (
        next(Damage(text).missing(Span(1, text.rindex("\n") + 1), Marker(Span(0, 0), scheme, 1), ordinal), None) is None
    )


@pytest.mark.parametrize(
    ("text", "scheme", "ordinal"),
    [
        ("1.甲\n2个项目\n3.乙", "arabic", 2),
        ("11.甲\n12个项目\n13.乙", "arabic", 12),
        ("26.甲\n27年来\n28.乙", "arabic", 27),
        ("一、甲\n二是推进\n三、乙", "chinese", 2),
    ],
)
def test_a_quantity_or_a_year_at_a_lines_start_is_no_damaged_marker(text: str, scheme: str, ordinal: int) -> None:
    assert (
        next(Damage(text).missing(Span(1, text.rindex("\n") + 1), Marker(Span(0, 0), scheme, 1), ordinal), None) is None
    )


def test_a_damaged_marker_outside_the_region_is_not_found() -> None:
    text = "27构建\n26.甲\n28.乙\n27构建"
    assert next(Damage(text).missing(Span(5, 14), Marker(Span(0, 0), "arabic", 26), 27), None) is None
