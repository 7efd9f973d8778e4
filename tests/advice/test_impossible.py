"""What can never match is told, and nothing that can."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.advice.impossible import dead
from lint.patterns import compiled

NEVER = [
    "党$委", "甲^乙", "(?=甲)乙", "(?=甲)(?=乙)", "甲(?<=乙)", "(?<=甲)(?<=乙)", "甲(?!乙)乙", "甲(?<!甲)乙", r"党\b委",
    "(?=甲乙)甲丙", "(?!甲乙)甲乙丙", "甲乙(?<!甲乙)", r"甲\Z乙", r"甲\A乙", "(?:甲|乙)^丙", "(?:甲$|乙$)丙",
    r"甲\d*^乙", "x{2}(?<!x)", "(?!甲?)乙", "(甲$)乙", "甲(?=$)乙", "甲+^乙",
]  # fmt: skip
MAY = [
    "甲$", "^甲", "$\\n甲", "甲\\n^乙", r"甲\s*^乙", "(?:^|\\n)甲", "(?:甲|^)乙", "(?<=乙)甲", "(?!甲)乙",
    r"(?i)(?=a)A", r"(?=甲)\w", "(?=[^\\n]*甲)乙", "(?<![^\\n])甲", r"(甲)\1(?=丙)", r"\b党委", r"。\b党",
    r"党\b$",
    "(?:甲(?=乙))?乙", "$\\r\\n", "甲|^乙|丙$", r"(?a)党\bA", "(?=甲|乙)甲", "甲(?!丙)乙", "[^甲](?<!甲)",
]  # fmt: skip


@pytest.mark.parametrize("pattern", NEVER)
def test_a_contradiction_can_never_match(pattern: str) -> None:
    found = dead(pattern)
    assert found is not None
    assert found.whole


@pytest.mark.parametrize("pattern", MAY)
def test_what_can_match_is_left_alone(pattern: str) -> None:
    assert dead(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("甲|党$委", "alternative 2 of 2 in it: $ is the end of a line, and '委' must follow it"),
        ("甲(?:乙$丙)?丁", "an optional part of it: $ is the end of a line, and '丙' must follow it"),
        ("(?:甲(?=乙)|丙)丁", "alternative 1 of 2 in it: (?=…) wants '乙', and '丁' must follow"),
    ],
)
def test_a_part_that_is_dead_leaves_the_pattern_alive(pattern: str, reason: str) -> None:
    found = dead(pattern)
    assert found is not None
    assert (found.reason, found.whole) == (reason, False)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("党$委", "$ is the end of a line, and '委' must follow it"),
        ("甲^乙", "^ is the beginning of a line, and '甲' must stand before it"),
        ("(?=甲)[乙丙]", "(?=…) wants '甲', and '丙' or '乙' must follow"),
        ("甲(?!乙)乙", "(?!…) forbids '乙', which must follow"),
        ("(?=甲乙)甲丙", "a look-around wants '甲乙' where '甲丙' must stand"),
    ],
)
def test_the_reason_names_the_characters(pattern: str, reason: str) -> None:
    found = dead(pattern)
    assert found is not None
    assert found.reason == reason


ATOMS = ["甲", "乙", "a", "\\n", ".", "[甲乙]", "[^甲]", "\\w", "\\s", "^", "$", "\\b", "\\B", "\\A", "\\Z"]
LOOKS = ["(?={})", "(?!{})", "(?<={})", "(?<!{})"]
FIXED = st.sampled_from(ATOMS[:9])


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "{2}", "{1,2}"])).map(lambda two: f"(?:{two[0]}){two[1]}"),
        st.tuples(st.sampled_from(LOOKS[:2]), inner).map(lambda two: two[0].format(two[1])),
        st.tuples(st.sampled_from(LOOKS[2:]), FIXED).map(lambda two: two[0].format(two[1])),
    )


PATTERNS = st.lists(st.recursive(st.sampled_from(ATOMS), around, max_leaves=6), min_size=2, max_size=5).map("".join)
TEXTS = ["".join(signs) for size in range(6) for signs in product("甲a\n。", repeat=size)]
TEXTS += ["".join(signs) for size in range(5) for signs in product("甲乙a\n\r", repeat=size)]


@given(PATTERNS)
def test_nothing_that_is_called_dead_ever_matches(pattern: str) -> None:
    found = dead(pattern)
    if found is not None and found.whole:
        expression = compiled(pattern)
        assert not [text for text in TEXTS if expression.search(text)]
