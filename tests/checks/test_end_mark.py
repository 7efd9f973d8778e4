"""Paragraphs that end without a mark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.end_mark import EndMark

Hits = Callable[[EndMark, str], list[tuple[str, int]]]
CHECK = EndMark(kind="end-mark", shortest=20, at_least=3, odd=40)
LONG = "抓好招生工作。做好宣传，办好活动，建好队伍，管好安全"


def plan(*ends: str) -> str:
    return "".join(f"{n}、任务\n{LONG}{end}\n" for n, end in zip("一二三四五六七", ends, strict=False))


def test_the_one_end_without_a_mark_is_reported_as_a_place(hits: Hits) -> None:
    assert hits(CHECK, plan("。", "", "。", "。")) == [("", 64)]


@pytest.mark.parametrize(
    "text",
    [
        plan("。", "。", "。"),
        plan("", "", "。", "。"),
        plan("。", ""),
        plan("。", "：", "。", "。"),
        plan("。", "）", "。", "。"),
        plan("。", "\n继续抓好", "。", "。"),
    ],
    ids=["all end", "no habit", "too few", "a list follows", "a bracket closes", "the sentence may go on"],
)
def test_what_ends_as_it_should_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []
