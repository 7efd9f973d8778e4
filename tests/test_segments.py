"""Words that a place cuts in two."""

from __future__ import annotations

import pytest

from lint.segments import whole
from lint.text import Span


def place(marked: str) -> tuple[str, Span]:
    """The text without its brackets, and what stood between them."""
    before, _, rest = marked.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, Span(len(before), len(before) + len(inside))


@pytest.mark.parametrize(
    "marked", ["小组[由]，", "[对]进行检查", "全县共有[个]乡镇", "新任[干部]", "[]，", "A[由]B", "整改隐患[处]"]
)
def test_a_place_between_words_is_whole(marked: str) -> None:
    assert whole(*place(marked))


@pytest.mark.parametrize("marked", ["自[由]，", "针[对]进行检查", "建设[项]目", "党员干[部]", "工作[人]员"])
def test_a_place_within_a_word_is_not(marked: str) -> None:
    assert not whole(*place(marked))


def test_words_do_not_reach_over_a_mark() -> None:
    assert whole(*place("自，[由]，"))


def test_a_clause_without_an_end_costs_no_more_than_its_neighbourhood() -> None:
    text = "工作" * 50_000
    assert whole(text, Span(60_000, 60_002))
    assert not whole(text, Span(60_001, 60_003))
