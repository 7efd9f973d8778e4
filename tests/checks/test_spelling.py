"""Non-words that one confused character separates from a common word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.spelling import Spelling
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Spelling, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Spelling(kind="spelling", confused=("诉拆", "侯候", "拔拨", "既即"), except_=("既可",))


@pytest.mark.parametrize(
    ("text", "place", "right"),
    [
        ("有偿补课投拆电话", ("投拆", 4), "投诉"),
        ("投拆！", ("投拆", 0), "投诉"),
        ("应对气侯变化", ("气侯", 2), "气候"),
        ("及时拔付资金", ("拔付", 2), "拨付"),
    ],
)
def test_a_non_word_is_reported_with_the_word_that_was_meant(
    document: Make, text: str, place: tuple[str, int], right: str
) -> None:
    (hit,) = CHECK.run(document(text))
    assert (document(text).slice(hit.span), hit.span.start) == place
    assert hit.values == {"replacement": right}
    assert edited(text, hit.edits) == text.replace(place[0], right)


@pytest.mark.parametrize(
    "text",
    [
        "举报投诉电话",
        "拆除违建",
        "既往不咎",
        "选拔干部",
        "划拨资金",
        "诉",
        "拆",
        "",
        "投\n拆",
        "时候未到",
        "既可拓展",
        "投资拆迁",
    ],
)
def test_words_and_lone_characters_are_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_what_is_put_for_another_one_way_only_is_not_turned_round(hits: Hits) -> None:
    check = Spelling(kind="spelling", confused=(), misread={"千": "干"})
    assert hits(check, "培训千部。") == [("千部", 2)]
    assert hits(check, "三干元。") == []


def test_the_last_word_of_a_text_is_looked_at_too(hits: Hits) -> None:
    assert hits(CHECK, "有偿补课投拆") == [("投拆", 4)]


def test_a_known_misspelling_needs_no_dictionary(document: Make) -> None:
    check = Spelling(kind="spelling", confused=("诉拆",), known={"布署(?=工作)": "部署"})
    told = [(hit.span, hit.values["replacement"]) for hit in check.run(document("安排布署工作，布署"))]
    assert told == [((2, 4), "部署")]


def test_known_misspellings_need_no_confused_characters(hits: Hits) -> None:
    assert hits(Spelling(kind="spelling", confused=(), known={"布署": "部署"}), "布署") == [("布署", 0)]


def test_a_guess_needs_no_list_and_no_anchor(document: Make) -> None:
    check = Spelling(kind="spelling", confused=(), guess=True)
    (hit,) = check.run(document("做到因地制益。"))
    assert (hit.span, hit.values["replacement"]) == ((2, 6), "因地制宜")
    assert check.anchors() is None


def test_a_place_is_told_once_and_exceptions_hold_for_guesses(hits: Hits) -> None:
    check = Spelling(kind="spelling", confused=("恪格",), known={"勤险": "勤俭"}, guess=True, except_=("因地制益",))
    assert hits(check, "加强严恪管理，勤险节约，因地制益") == [("勤险", 7), ("严恪", 2)]


def test_without_guess_only_what_is_listed_is_found(hits: Hits) -> None:
    assert hits(CHECK, "做到因地制益。") == []
