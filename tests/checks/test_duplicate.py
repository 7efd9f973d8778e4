"""Text that a document says twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.duplicate import Duplicate
from lint.document import Document
from lint.findings import edited
from lint.text import Span

Hits = Callable[[Duplicate, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
TITLE = Duplicate(kind="duplicate", of="title")
PARAGRAPH = Duplicate(kind="duplicate", of="paragraph", shortest=12)
BODY = "\n一、任务\n抓好招生。\n"
LONG = "各校要高度重视，切实加强领导。"


def test_the_title_nearest_to_the_text_is_the_title_and_the_other_the_copy(hits: Hits, document: Make) -> None:
    text = "2024年工作要点\n发布时间：2024-03-01\n2024年工作要点\n" + BODY
    assert hits(TITLE, text) == [("2024年工作要点", 0)]
    (hit,) = TITLE.run(document(text))
    assert hit.related == (("另一处", (26, 35)),)
    assert edited(text, hit.edits) == "发布时间：2024-03-01\n2024年工作要点\n" + BODY


def test_white_space_makes_no_other_title(hits: Hits) -> None:
    assert hits(TITLE, "2024年 工作　要点\r\n2024年工作要点\r\n" + BODY) == [("2024年 工作　要点", 0)]


def test_a_title_at_the_pages_end_is_a_copy_too(hits: Hits) -> None:
    assert hits(TITLE, "2024年工作要点\n" + BODY + "\n2024年工作要点\n") == [("2024年工作要点", 23)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年工作要点\n" + BODY,
        "2024年工作要点\n" + BODY + "2024年工作要点\n二、保障\n完。\n",
        "2024年工作要点（草案）\n2024年工作要点\n" + BODY,
        "一、任务\n抓好招生。\n",
    ],
    ids=["once", "in the body", "another title", "no title"],
)
def test_a_title_said_once_is_no_copy(hits: Hits, text: str) -> None:
    assert hits(TITLE, text) == []


def test_every_further_copy_of_a_paragraph_is_reported_as_a_whole_line(hits: Hits, document: Make) -> None:
    text = f"{LONG}\n　　{LONG}\r\n完。\n{LONG}\n"
    assert hits(PARAGRAPH, text) == [(LONG, 18), (LONG, 38)]
    first, second = PARAGRAPH.run(document(text))
    assert edited(text, [*first.edits, *second.edits]) == f"{LONG}\n完。\n"
    assert (first.related, second.related) == ((("另一处", (0, 15)),), (("另一处", (0, 15)),))


OTHER = {
    "another word": f"{LONG}\n各校要高度重视，切实加强指导。\n",
    "too short": "抓好招生。\n抓好招生。\n",
    "no sentence": "各校要高度重视，切实加强领导\n" * 2,
    "chrome": "来源：某报，各校要高度重视。\n" * 2,
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_is_not_the_same_paragraph_is_no_copy(hits: Hits, text: str) -> None:
    assert hits(PARAGRAPH, text) == []


NAME = "某县2024年教育工作要点"


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (f"{NAME}\n某县2024年教育工…\n{BODY}", "某县2024年教育工…"),
        (f"{NAME}\n{NAME}2024年要抓好招生。\n", NAME),
        (f"{NAME}\n{BODY}{NAME}\n抓好落实。\n", NAME),
    ],
    ids=["cut short", "glued to the text", "inside the text"],
)
def test_a_title_comes_back_in_other_ways(document: Make, text: str, copy: str) -> None:
    (hit,) = TITLE.run(document(text))
    assert document(text).slice(hit.span) == copy
    assert hit.span.start > 0


def test_a_short_title_may_be_that_of_an_annex_too(hits: Hits) -> None:
    assert hits(TITLE, f"工作要点\n{BODY}工作要点\n抓好落实。\n") == []


def test_a_sentence_twice_in_a_row_is_told_once(document: Make) -> None:
    text = "抓好招生。扩大责任制护理病区，做到全覆盖。扩大责任制护理病区，做到全覆盖。抓好落实。抓好落实。"
    (hit,) = PARAGRAPH.run(document(text))
    assert (hit.span.start, edited(text, hit.edits)) == (21, text[:21] + "抓好落实。抓好落实。")


def test_a_short_paragraph_counts_just_below_itself(hits: Hits) -> None:
    check = Duplicate(kind="duplicate", of="paragraph", shortest=40)
    twice = "各校要高度重视，切实加强领导，明确工作责任。"
    assert hits(check, f"{twice}\n{twice}\n") == [(twice, len(twice) + 1)]
    assert hits(check, f"{twice}\n抓好招生。\n{twice}\n") == []


def test_the_first_place_of_a_copy_is_what_it_says_however_the_lines_are_set(document: Make) -> None:
    sentence = "各校要扩大责任制护理病区，做到全覆盖。"
    begun = "各校要切实加强对护理工作的组织领导，"
    for text, said in (
        (f"抓好招生。{sentence}\n　　{sentence}\n", sentence),
        (f"　　抓好招生。{sentence}　\r\n　　{sentence}\r\n", sentence),
        (f"{begun}　\r\n　　{begun}明确责任。\r\n", begun),
    ):
        (hit,) = PARAGRAPH.run(document(text))
        assert [document(text).slice(Span(*span)) for _, span in hit.related] == [said]
        assert document(text).slice(hit.span) == said


def test_a_numbered_line_that_begins_like_the_one_above_is_no_copy_of_it(hits: Hits) -> None:
    assert (
        hits(PARAGRAPH, "1.各校要切实加强对护理工作的组织领导，\n2.各校要切实加强对护理工作的组织领导，明确责任。\n")
        == []
    )
