"""A document computes what it is asked for, once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document
from lint.document.occurrences import Occurrences
from lint.text import Source, Span

Make = Callable[[str], Document]
TEXT = "2024年工作要点\n\n一、任务\n抓好招生。\n1.小学\n做好登记。\n"
LAZY = (
    "lines",
    "zones",
    "title",
    "kind",
    "years",
    "metadata",
    "outline",
    "annex",
    "paragraphs",
    "sentences",
    "targets",
)


@pytest.mark.parametrize("name", LAZY)
def test_every_property_is_computed_once(document: Make, name: str) -> None:
    seen = document(TEXT)
    assert getattr(seen, name) is getattr(seen, name)


@pytest.mark.parametrize("text", ["", "\n", "\r\n", " ", "\ufeff", "一", "一、", "（", "。"])
@pytest.mark.parametrize("name", LAZY)
def test_every_property_of_the_smallest_texts_can_be_asked_for(document: Make, name: str, text: str) -> None:
    getattr(document(text), name)


def test_paragraphs_are_the_lines_of_prose(document: Make) -> None:
    assert [line.text for line in document(TEXT).paragraphs] == ["抓好招生。", "做好登记。"]


def test_a_heading_ends_where_its_text_ends(document: Make) -> None:
    seen = document(TEXT)
    assert [offset for offset in range(len(TEXT)) if seen.is_heading(offset)] == [*range(11, 15), *range(22, 26)]


def test_the_years_come_from_the_title(document: Make) -> None:
    assert document(TEXT).years == (2024, 2024)


def test_matches_are_those_of_a_rules_pattern(document: Make) -> None:
    assert [match.start() for match in document(TEXT).matches("[一1].*$")] == [11, 22]


def test_a_pattern_that_is_known_to_be_absent_is_not_looked_for() -> None:
    seen = Document(Source("t", "甲乙"), Occurrences(frozenset({"甲"})))
    assert [match[0] for pattern in ("甲", "乙") for match in seen.matches(pattern)] == ["乙"]


def test_a_slice_is_the_text_of_a_span(document: Make) -> None:
    assert document(TEXT).slice(Span(11, 15)) == "一、任务"
