"""Pinyin behind the characters it reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.pinyin import Pinyin
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Pinyin, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Pinyin(kind="pinyin")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进现(xiàn)代化", ["(xiàn)"]),
        ("坚持稳（wen3）中求进", ["（wen3）"]),
        ("教育工［GONG］作", ["［GONG］"]),
        ("加快项目(XIANGMU)建设", ["(XIANGMU)"]),
        ("三分( sān )之一", ["( sān )"]),
        ("總(zong)書記", ["(zong)"]),
        ("重(zhong)(yao)要", ["(zhong)", "(yao)"]),
        ("建设（jiàn shè）好，责任(ze ren)制", ["（jiàn shè）", "(ze ren)"]),
        ("学習(習)好", ["(習)"]),
    ],
    ids=[
        "accent",
        "tone's number",
        "capitals",
        "two characters",
        "blanks",
        "rare character",
        "one after another",
        "blanks within",
        "again",
    ],
)
def test_a_gloss_is_reported(hits: Hits, text: str, found: list[str]) -> None:
    assert [one for one, _ in hits(CHECK, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "人工智能（AI）技术，国标（GB）要求",
        "现代化（modernization）建设",
        "县（市）级学校，张（三）",
        "办公自动化（OA）系统，校园网（LAN）建设",
        "二氧化碳（CO）排放",
    ],
)
def test_an_abbreviation_or_a_translation_is_none(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_the_repair_takes_it_out(document: Make) -> None:
    seen = document("推进现(xiàn)代【DAI】化")
    edits = [edit for hit in CHECK.run(seen) for edit in hit.edits]
    assert edited(seen.text, edits) == "推进现代化"
