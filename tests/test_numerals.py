"""Numbers as documents write them, and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.numerals import chinese, number

WRITTEN = {
    0: "零", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 100: "一百", 105: "一百零五", 120: "一百二十",
    1005: "一千零五", 1050: "一千零五十", 2024: "二千零二十四",
}  # fmt: skip
READ = {
    "两": 2, "廿": 20, "廿一": 21, "卅": 30, "百零三": 103, "一百一十": 110, "一百十": 110, "两百": 200,
    "二〇二四": 2024, "二○二四": 2024, "一○": 10, "〇": 0, "①": 1, "⑳": 20, "㉑": 21, "㉟": 35, "007": 7, "１2": 12,
}  # fmt: skip


@given(st.integers(0, 9999))
@example(1010)
def test_what_is_written_in_chinese_is_read_back(value: int) -> None:
    assert number(chinese(value)) == value


@given(st.integers(0, 9999))
def test_digits_of_either_width_are_read(value: int) -> None:
    wide = str(value).translate({ord("0") + i: ord("０") + i for i in range(10)})
    assert number(str(value)) == number(wide) == value


@pytest.mark.parametrize(("value", "written"), WRITTEN.items())
def test_chinese_numbers_are_written_as_people_write_them(value: int, written: str) -> None:
    assert chinese(value) == written


@pytest.mark.parametrize(("value", "written"), [(110, "一百一十"), (115, "一百一十五"), (1010, "一千零一十")])
def test_ten_inside_a_larger_number_is_written_with_its_one(value: int, written: str) -> None:
    assert chinese(value) == written


@pytest.mark.parametrize(("written", "value"), READ.items())
def test_every_form_that_pages_hold_is_read(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "甲", "十甲", "1.5", "-1", "一万", "1十", "第一", "Ⅳ", "²", " 1"])
def test_what_is_no_whole_number_is_none(written: str) -> None:
    assert number(written) is None
