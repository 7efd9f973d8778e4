"""Traps in patterns: each is told with what to do, and what only looks like one passes."""

from __future__ import annotations

import pytest

from lint.advice.traps import half_width, literals, traps


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (r"\b党委", r"\b before '党' fails beside another Chinese character"),
        (r"党委\b", r"\b behind '委' fails beside another Chinese character"),
        (r"\bGDP", r"\b before letters or digits fails beside a Chinese character"),
        (r"GDP\b", "write (?![A-Za-z0-9])"),
        (r"甲[\s\S]*乙", "goes on over line ends"),
        (r"甲[\s\S]*?乙", "goes on over line ends"),
        ("(?s)甲.*乙", "goes on over line ends"),
        ("甲[^。]*乙", "goes on over line ends"),
        ("甲[^，]*", "goes on over line ends"),
        ("甲.*乙", "takes all sentences of a line along"),
        ("(?:甲|丙).+(?:乙)", "takes all sentences of a line along"),
        ("甲.*(?=乙)", "takes all sentences of a line along"),
        ("[甲|乙]方", "| in [ ] is a character like others"),
        ("甲｜乙", "｜ is a plain character"),
        ("２月", "２ finds only the full-width character"),
    ],
)
def test_a_trap_is_told(pattern: str, said: str) -> None:
    (sentence,) = traps(pattern)
    assert said in sentence


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?a)\bGDP", r"\b，", "甲[^。]{0,20}乙", r"甲[^。\n]*乙", "甲.*$", "^.*甲", "甲.*", r"甲\s*乙", r"甲\d+乙",
        "甲[^\\n]{0,9}乙",
        "[|｜]", "[|甲/]", "[甲乙]|丙", "甲|乙", "[2２]月", "甲？", "（甲）", "甲[^，\\n]*乙", r"甲.*(?=\n)",
    ],
)  # fmt: skip
def test_what_is_meant_is_no_trap(pattern: str) -> None:
    assert list(traps(pattern)) == []


def test_a_sign_that_an_example_holds_is_meant() -> None:
    assert list(traps("甲｜乙", known="⟦甲｜乙⟧")) == []
    assert list(traps("２月", known="⟦２月⟧份")) == []


def test_runs_in_a_pattern_that_is_tried_on_a_line_end_there() -> None:
    assert list(traps("甲.*乙", of_line=True)) == []
    assert list(traps("[甲|乙]", of_line=True)) != []


def test_half_width_marks_beside_chinese_are_told_with_their_neighbours() -> None:
    assert list(half_width("要求:甲")) == [("求:甲", "求：甲")]
    assert list(half_width("甲(一)乙")) == [("甲(一", "甲（一"), ("一)乙", "一）乙")]
    assert list(half_width("a:b, 12:30")) == []


def test_literal_texts_of_patterns_are_without_their_signs() -> None:
    assert list(literals(r"联系人:\d+(?:电话,)")) == ["联系人:", "电话,"]
    assert list(literals("(?:甲|乙)丙:")) == ["丙:"]
