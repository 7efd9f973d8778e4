"""What rules' patterns mean, and which are refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import patterns

TEXTS = st.text(alphabet="甲乙 \r\n", max_size=30)


@given(TEXTS)
def test_a_dollar_stands_at_the_end_of_every_lines_content(text: str) -> None:
    ends = [match.start() for match in re.finditer(patterns.line_ends("$"), text)]
    wanted, start = [], 0
    for line in text.split("\n"):
        wanted += [start + len(line) - 1] if line.endswith("\r") else []
        wanted.append(start + len(line))
        start += len(line) + 1
    assert ends == wanted


@given(TEXTS)
def test_a_word_before_a_dollar_is_found_before_either_line_end(text: str) -> None:
    found = [match.start() for match in patterns.compiled("甲$").finditer(text)]
    assert found == [i for i, c in enumerate(text) if c == "甲" and re.match(r"\r?(\n|\Z)", text[i + 1 :])]


@pytest.mark.parametrize(("pattern", "text"), [(r"甲\$", "甲$"), ("[$]", "$"), (r"[\]$]", "$"), ("[]$]", "$")])
def test_a_dollar_that_is_escaped_or_in_a_set_is_a_dollar(pattern: str, text: str) -> None:
    assert patterns.line_ends(pattern) == pattern
    assert patterns.compiled(pattern).fullmatch(text)


def test_a_caret_stands_at_every_line_start_and_nowhere_else() -> None:
    starts = [match.start() for match in patterns.compiled("^甲").finditer("甲\n甲\r甲\u2028甲\r\n甲")]
    assert starts == [0, 2, 9]


def test_any_of_takes_the_earlier_pattern_and_keeps_named_groups() -> None:
    both = patterns.any_of(("甲(?P<a>乙)?", "(?P<b>丙)|丁"))
    assert [match[0] for match in re.finditer(both, "甲乙丙丁")] == ["甲乙", "丙", "丁"]
    assert patterns.groups(both) == {"a", "b"}


def test_words_are_literal_and_the_longest_comes_first() -> None:
    pattern = patterns.words(("党", "党员", "A.B"))
    assert [match[0] for match in re.finditer(pattern, "党员党AxBA.B")] == ["党员", "党", "A.B"]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "not a regular expression"),
        ("[", "not a regular expression"),
        (r"\Q", "not a regular expression"),
        ("甲{99999999999}", "not a regular expression"),
        ("x*", "empty text"),
        ("甲|", "empty text"),
        ("^", "empty text"),
        ("$", "empty text"),
        ("(?<!甲)", "empty text"),
        ("(a+)+b", "repeats a repeat"),
        ("(?:[甲乙]+|丙)+丁", "repeats a repeat"),
        ("(?=(甲+)+)乙", "repeats a repeat"),
        ("(?:a+)*?b", "repeats a repeat"),
        ("((?:a*)b?)+c", "repeats a repeat"),
        ("甲" * 4001, "4001 characters long"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_with_its_reason(pattern: str, reason: str) -> None:
    assert reason in (patterns.refusal(pattern) or "")


@pytest.mark.parametrize("pattern", ["(a{1,9})+b", "(a|aa)+b", "(?:a?){40}b"])
@pytest.mark.xfail(strict=True, reason="only an unbounded repeat in another one is refused; these take 2^n steps too")
def test_a_pattern_that_runs_away_without_two_unbounded_repeats_is_refused(pattern: str) -> None:
    assert patterns.refusal(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "甲+乙+",
        "(?:甲乙)+",
        "(?:甲乙?)+丙",
        "(甲+)?乙",
        "甲{3}",
        "甲$",
        "(?<=甲)乙",
        "(?P<a>甲)(?P=a)",
        "[^。]{0,40}甲",
    ],
)
def test_a_plain_pattern_is_used(pattern: str) -> None:
    assert patterns.refusal(pattern) is None


def test_full_width_letters_digits_and_signs_compare_as_half_width() -> None:
    assert "Ｄ１（％～　，".translate(patterns.HALF) == "D1(%~　,"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲", ("甲",)), ("甲|乙", ("甲", "乙")), ("甲(?:乙|丙)|[|丁]戊", ("甲(?:乙|丙)", "[|丁]戊")),
        (r"\|甲|(乙|(丙|丁))", (r"\|甲", "(乙|(丙|丁))")),
    ],
)  # fmt: skip
def test_a_pattern_is_parted_at_its_outer_alternatives(pattern: str, expected: tuple[str, ...]) -> None:
    assert patterns.branches(pattern) == expected


def test_a_beginning_is_forgotten_but_not_in_classes() -> None:
    assert patterns.anywhere(r"^甲[^乙]|\^丙|^丁") == r"甲[^乙]|\^丙|丁"


@pytest.mark.parametrize("pattern", [r"(甲)\1|(乙)\2", "(?i)ab|cd", "(?P<x>甲)乙|(?P=x)丙", "(甲)?(?(1)乙|丙)|丁"])
def test_alternatives_that_depend_on_each_other_stay_together(pattern: str) -> None:
    assert patterns.branches(pattern) == (pattern,)


def test_an_alternative_may_refer_to_a_group_of_its_own() -> None:
    assert patterns.branches("(?P<x>甲)(?P=x)|乙") == ("(?P<x>甲)(?P=x)", "乙")


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        ("{x}牵头", "(?:甲\\.)牵头"), (r"{x}\d{4}", r"(?:甲\.)\d{4}"), (r"\{x}", r"\{x}"), ("[{x}]", "[{x}]"),
        (r"\\{x}", r"\\(?:甲\.)"), ("{y}", "{y}"),
    ],
)  # fmt: skip
def test_a_name_stands_for_a_text_and_other_braces_stay(pattern: str, made: str) -> None:
    assert patterns.filled(pattern, {"x": "甲."}) == made
    assert ("x" in patterns.spoken(pattern)) == (pattern != made)
