"""Nothing of a document or a file name reaches the terminal that could move its cursor or turn its writing."""

from __future__ import annotations

import unicodedata

import pytest

from lint.reports.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全面落实 D建“工作”…", "全面落实 D建“工作”…"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\x9b2J", "<U+009B>2J"),
        ("一\u202e二", "一<U+202E>二"),
        ("一\u200b二\ufeff", "一<U+200B>二<U+FEFF>"),
        ("一\u2028二", "一<U+2028>二"),
        ("\x00\x07\x08\x7f", "<U+0000><U+0007><U+0008><U+007F>"),
        ("一\t二\r", "一 二 "),
        ("一\n二", "一⏎二"),
        ("\udcff", "<U+DCFF>"),
        ("\ufffe\U0001ffff\ufffd", "<U+FFFE><U+1FFFF>\ufffd"),
    ],
)
def test_each_unsafe_character_is_shown_as_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_control_and_no_mark_of_direction_is_left() -> None:
    every = "".join(map(chr, range(0x110000)))
    left = [c for c in visible(every) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert left == []
    assert [c for c in visible(every) if unicodedata.bidirectional(c) in turning or c in "\u200e\u200f\u061c"] == []


def test_letters_of_every_script_stay_as_they_are() -> None:
    text = "中文 ｗｉｄｅ 한국 日本 é ① ％ 𠮷 👍 \u3000"
    assert visible(text) == text
