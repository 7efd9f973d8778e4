"""Formulas over named counts: read, refused, worked out, and never run as code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import formulas

COUNTS = {"targets": 6, "chapters": 4, "none": 0}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("targets / chapters", 1.5),
        ("100 * (targets - 1) / -chapters", -125),
        ("2 + 3 * 1.50\n- chapters", 2.5),
        ("targets / none", None),
        ("targets / (none * chapters)", None),
    ],
)
def test_a_formula_is_worked_out_as_in_arithmetic(formula: str, value: float | None) -> None:
    assert formulas.refusal(formula) is None
    assert formulas.value(formula, COUNTS.__getitem__) == value


def test_what_grows_beyond_any_number_is_none() -> None:
    assert formulas.value("*".join(["big"] * 40), lambda name: 1e12) is None


def test_names_are_told_once_in_their_order() -> None:
    assert formulas.names("b / (a + b) * 2") == ["b", "a"]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("", "is no formula"),
        ("targets chapters", "is no formula"),
        ("(" * 90 + "1", "is no formula"),
        ("0777", "is no formula"),
        ("a" * 201, "is 201 characters long"),
        ("__import__('os').system('true')", "holds a sign"),
        ("a.b", "holds a sign"),
        ("a[0]", "holds a sign"),
        ("(a, )", "holds a sign"),
        ("目标 / 2", "holds a sign"),
        ("1e9", "holds a sign"),
        ("1if a else b", "holds a sign"),
        ("a**9**9", "holds what has no place in a formula: 'a ** 9 ** 9'"),
        ("a // 2", "holds what has no place in a formula: 'a // 2'"),
        ("exit()", "holds what has no place in a formula: 'exit()'"),
        ("a if b else c", "holds what has no place in a formula: 'a if b else c'"),
        ("not a", "holds what has no place in a formula: 'not a'"),
        ("True", "holds the number True"),
        ("9999999999999", "holds the number 9999999999999;"),
    ],
)
def test_what_is_no_formula_is_refused_and_told(formula: str, reason: str) -> None:
    assert (formulas.refusal(formula) or "")[: len(reason)] == reason


@given(st.text(alphabet="ab1.+-*/() \t\n_if", max_size=40))
def test_any_text_is_refused_or_has_a_value(text: str) -> None:
    if formulas.refusal(text) is None:
        assert all(name in text for name in formulas.names(text))
        formulas.value(text, lambda name: 2.0)
