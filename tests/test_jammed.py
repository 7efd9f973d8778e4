"""Signs put inside words."""

from __future__ import annotations

from itertools import chain

import pytest

from lint import jammed
from lint.patterns import compiled

HIDDEN = frozenset({"领导", "信访", "乡镇", "学生"})


def words(text: str) -> list[tuple[str, str]]:
    """Each place with the word that stands there."""
    matches = chain.from_iterable(compiled(sign).finditer(text) for sign in jammed.SIGNS)
    return [(text[r.span.start : r.span.end], r.word) for r in jammed.found(text, matches, HIDDEN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("重点工.作安排", ("工.作", "工作")),
        ("规范扶~贫项目", ("扶~贫", "扶贫")),
        ("加强领·导班子", ("领·导", "领导")),
        ("做好信/访维稳", ("信/访", "信访")),
        ("完善薪^^酬管理", ("薪^^酬", "薪酬")),
        ("每日生/活/垃/圾清运", ("生/活/垃/圾", "生活垃圾")),
        ("检修循☆环泵", ("循☆环泵", "循环泵")),
    ],
)
def test_a_sign_inside_a_word_is_told_with_the_word(text: str, found: tuple[str, str]) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "信用~风险",
        "四.五运动",
        "比尔·盖茨",
        "化学、生物",
        "各乡、镇",
        "领、导、学",
        "人-机-电",
        "六.四.五",
        "市/县/区",
        "政/企",
        "教育|改革",
        ".工作",
        "工作.",
    ],
)
def test_a_sign_between_words_is_none(text: str) -> None:
    assert words(text) == []
