"""What a text and its parts measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import MEASURES, Document
from lint.document.measures import Measures
from lint.text import Span

Make = Callable[[str], Document]
PLAN = (
    "2024年工作计划\n\n一、招生\n（一）小学\n招生５00人，AI达到95%。年底前完成。\n"
    "（二）中学\n抓好。\n二、活动\n去年 演出3场。\n"
)


def measured(document: Document, part: Span) -> dict[str, int]:
    return {name: document.measures.of(name, part) for name in MEASURES}


def test_a_document_is_measured_whole(document: Make) -> None:
    seen = document(PLAN)
    assert measured(seen, Span(0, len(PLAN))) == {
        "characters": 58, "hanzi": 34, "digits": 10, "letters": 2, "marks": 11, "lines": 8, "sentences": 9,
        "sections": 4, "chapters": 2, "targets": 2, "deadlines": 1, "quantities": 3, "levels": 2,
    }  # fmt: skip


def test_a_part_counts_what_begins_in_it(document: Make) -> None:
    seen = document(PLAN)
    first, second = seen.extents.all("chapter")
    assert measured(seen, second) == {
        "characters": 11, "hanzi": 8, "digits": 1, "letters": 0, "marks": 2, "lines": 2, "sentences": 2,
        "sections": 1, "chapters": 1, "targets": 0, "deadlines": 0, "quantities": 1, "levels": 1,
    }  # fmt: skip
    inner = seen.extents.all("section")[1]
    told = [seen.measures.of(name, part) for part in (first, inner) for name in ("sections", "chapters", "levels")]
    assert told == [3, 1, 2, 1, 0, 1]


def test_a_text_without_sections_has_no_levels(document: Make) -> None:
    assert [document("抓好。").measures.of(name, Span(0, 3)) for name in ("sections", "chapters", "levels")] == [
        0,
        0,
        0,
    ]


@pytest.mark.parametrize("name", MEASURES)
def test_an_empty_text_measures_nothing(document: Make, name: str) -> None:
    assert document("").measures.of(name, Span(0, 0)) == 0


def test_percent_signs_are_no_marks_and_small_letters_are_letters(document: Make) -> None:
    seen = document("约5%、ａb。")
    assert [seen.measures.of(name, Span(0, 7)) for name in ("marks", "letters")] == [2, 2]


def test_nothing_is_counted_before_it_is_asked_for_and_nothing_twice() -> None:
    asked: list[str] = []

    def starts() -> list[int]:
        asked.append("targets")
        return [0, 5]

    measures = Measures("甲" * 10, {"targets": starts}, list)
    assert measures.of("characters", Span(0, 10)) == 10
    assert asked == []
    assert [measures.of("targets", part) for part in (Span(0, 10), Span(1, 5), Span(5, 6))] == [2, 0, 1]
    assert asked == ["targets"]
