"""Sentences, with what closes them and without the blanks around them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Document
from lint.document.sentences import read

Make = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("抓学习。抓作风！抓什么？", ["抓学习。", "抓作风！", "抓什么？"]),
        ("他说“抓学习。”接着抓作风。", ["他说“抓学习。”", "接着抓作风。"]),
        ("（抓学习。）抓作风", ["（抓学习。）", "抓作风"]),
        ("一、任务\n抓学习；抓作风。\n", ["一、任务", "抓学习；抓作风。"]),
        ("　　抓学习 。\r\n\r\n  \n", ["抓学习 。"]),
        ("", []),
        ("\n。！\n", []),
    ],
)
def test_a_sentence_ends_at_its_mark_or_its_line(document: Make, text: str, sentences: list[str]) -> None:
    assert [document(text).slice(span) for span in document(text).sentences] == sentences


@given(st.text(alphabet="甲乙。！”） \u3000\r\n", max_size=40))
def test_sentences_lie_in_order_and_hold_every_character_but_marks_and_blanks(text: str) -> None:
    spans = read(text)
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {offset for span in spans for offset in range(*span)}
    assert {offset for offset, c in enumerate(text) if c in "甲乙"} <= covered
