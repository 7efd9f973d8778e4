"""Single characters of another script that look like those that are meant."""

from __future__ import annotations

import pytest

from lint import strangers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("感染Н7N9病毒", ("Н", "西里尔", "H")),
        ("添置В超机", ("В", "西里尔", "B")),
        ("国家4Α级景区", ("Α", "希腊", "A")),
        ("劳动力40⼈", ("⼈", "部首或兼容", "人")),
        ("迎接党の二十大", ("の", "日文", "的")),
        ("优化ー日活动", ("ー", "日文", "一")),
        ("旅游业恢复発展", ("発", "日文", "发")),
        ("布放РОS机", ("РО", "西里尔", "PO")),
        ("组织実施检验", ("実", "日文", "实")),
    ],
)
def test_a_stranger_is_told_with_what_is_meant(text: str, found: tuple[str, str, str]) -> None:
    (stranger,) = strangers.find(text, set(text))
    assert (text[slice(*stranger.span)], stranger.script, stranger.meant) == found


@pytest.mark.parametrize("text", ["Что делать", "α、β射线，Α、Β两组", "経済産業省", "サービスの質", "スーパー", "人民"])
def test_what_is_written_in_another_script_is_none(text: str) -> None:
    assert list(strangers.find(text, set(text))) == []
