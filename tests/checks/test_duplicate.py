"""Text that a document says twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.duplicate import Duplicate
from lint.document import Document
from lint.findings import edited

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
