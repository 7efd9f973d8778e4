"""Headings and items whose numbers do not follow one another, told and repaired."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import pytest

from lint.checks.numbering import Numbering
from lint.document import Document
from lint.findings import edited

Fault = Literal["gap", "repeat", "order", "malformed", "glued"]
Hits = Callable[[Numbering, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
TEXTS: dict[Fault, str] = {
    "gap": "一、甲\n三、丙\n",
    "repeat": "一、甲\n二、丁\n二、戊\n三、己\n",
    "order": "1.甲\n3.丙\n2.乙\n4.丁\n",
    "malformed": "1.甲类\n2乙类\n3.丙类\n",
    "glued": "一、甲\n落实。二、乙\n三、丙\n",
}
PLACES = {"gap": ("三、", 4), "repeat": ("二、", 8), "order": ("2.", 8), "malformed": ("2", 5), "glued": ("二、", 7)}


@pytest.mark.parametrize("fault", get_args(Fault))
@pytest.mark.parametrize("text", TEXTS)
def test_each_fault_is_its_own_and_stands_at_the_marker(hits: Hits, fault: Fault, text: Fault) -> None:
    assert hits(Numbering(kind="numbering", fault=fault), TEXTS[text]) == ([PLACES[fault]] if fault == text else [])


@pytest.mark.parametrize(
    ("text", "missing", "before"),
    [
        ("一、甲\n四、丁\n五、戊\n", "二、三", "一、"),
        ("（一）甲\n（三）丙\n", "（二）", "（一）"),
        ("1．甲\n3．丙\n", "2", "1．"),
        ("第一章 甲\n第三章 丙\n", "第二章", "第一章"),
        ("①甲\n③丙\n", "②", "①"),
        ("一、甲\n（二）乙\n（三）丙\n", "（一）", ""),
    ],
)
def test_a_gap_tells_what_is_missing_and_the_marker_before(
    document: Make, text: str, missing: str, before: str
) -> None:
    (hit,) = Numbering(kind="numbering", fault="gap").run(document(text))
    assert (hit.values["missing"], hit.values["before"]) == (missing, before)
    assert [document(text).slice(span) for _, span in hit.related] == ([before] if before else [])


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("26.甲类\n27构建\n28.丙类\n", "26.甲类\n27.构建\n28.丙类\n"),
        ("26、甲类\n27构建\n28、丙类\n", "26、甲类\n27、构建\n28、丙类\n"),
        ("２６．甲类\n27构建\n２８．丙类\n", "２６．甲类\n２７．构建\n２８．丙类\n"),
        ("(一)甲类\n(二)、乙类\n(三)丙类\n", "(一)甲类\n(二)乙类\n(三)丙类\n"),
        ("（一）甲类\n（二乙类\n（三）丙类\n", "（一）甲类\n（二）乙类\n（三）丙类\n"),
        ("一、甲类\n二.乙类\n三、丙类\n", "一、甲类\n二、乙类\n三、丙类\n"),
    ],
)
def test_a_damaged_marker_is_rewritten_as_its_siblings_are_written(document: Make, text: str, fixed: str) -> None:
    (hit,) = Numbering(kind="numbering", fault="malformed").run(document(text))
    assert edited(text, hit.edits) == fixed


def test_a_glued_marker_gets_a_line_of_its_own(document: Make) -> None:
    (hit,) = Numbering(kind="numbering", fault="glued").run(document(TEXTS["glued"]))
    assert edited(TEXTS["glued"], hit.edits) == "一、甲\n落实。\n二、乙\n三、丙\n"


def test_what_is_missing_cannot_be_repaired(document: Make) -> None:
    checks = {fault: Numbering(kind="numbering", fault=fault) for fault in get_args(Fault)}
    assert {fault: check.repairs() for fault, check in checks.items()} == {
        "gap": False, "repeat": False, "order": False, "malformed": True, "glued": True,
    }  # fmt: skip
    assert [hit.edits for fault in ("gap", "repeat", "order") for hit in checks[fault].run(document(TEXTS[fault]))] == [
        (), (), (),
    ]  # fmt: skip
