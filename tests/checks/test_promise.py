"""Promises without a value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.promise import Promise

Hits = Callable[[Promise, str], list[tuple[str, int]]]
CHECK = Promise(kind="promise", patterns_=("显著提升", "购置(?P<at>若干)台"), except_=("显著提升的",))
HEAD = "工作计划\n\n一、任务\n"


def test_a_promise_without_a_value_is_reported(hits: Hits) -> None:
    assert hits(CHECK, HEAD + "教育质量显著提升。") == [("显著提升", 15)]


def test_a_group_named_at_narrows_the_place(hits: Hits) -> None:
    assert hits(CHECK, HEAD + "购置若干台设备。") == [("若干", 13)]


@pytest.mark.parametrize(
    "text",
    [
        "教育质量显著提升，巩固率达到98%。",
        "教育质量显著提升。巩固率达到98%，新建学校3所。",
        "去年教育质量显著提升。",
        "推广显著提升的做法。",
    ],
    ids=["a value in the sentence", "values behind a lead", "a result", "an exception"],
)
def test_a_promise_that_is_kept_or_none_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, HEAD + text) == []


def test_a_section_that_looks_back_promises_nothing(hits: Hits) -> None:
    assert hits(CHECK, "工作计划\n\n一、去年回顾\n教育质量显著提升。\n二、任务\n抓好。\n") == []


def test_a_value_in_the_next_paragraph_keeps_no_promise(hits: Hits) -> None:
    assert [found for found, _ in hits(CHECK, HEAD + "教育质量显著提升。\n新建学校3所。")] == ["显著提升"]


def test_patterns_are_needed() -> None:
    assert list(Promise(kind="promise", patterns_=()).faults()) == [("patterns", "is empty: there is nothing to find")]
