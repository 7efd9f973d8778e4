"""Characters of the script that a document does not write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.script import Script
from lint.document import Document

Hits = Callable[[Script, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Script(kind="script")
SIMPLE = "学习贯彻党的教育方针，办好让群众满意的学校，维护师生权益，优化资源布局，严格纪律要求，创新办学体制。" * 5
CLASSIC = "學習貫徹黨的教育方針，辦好讓群眾滿意的學校，維護師生權益，優化資源佈局，嚴格紀律要求，創新辦學體制。" * 5


def test_a_run_of_the_rarer_script_is_reported_with_its_other_form(document: Make) -> None:
    seen = document(SIMPLE + "教育強國。")
    (hit,) = CHECK.run(seen)
    assert (seen.slice(hit.span), hit.values) == ("強國", {"script": "繁体", "replacement": "强国"})


def test_the_rarer_script_may_be_the_simplified_one(hits: Hits) -> None:
    assert [found for found, _ in hits(CHECK, CLASSIC + "教育强国。")] == ["强国"]


@pytest.mark.parametrize(
    "text",
    [SIMPLE, CLASSIC, SIMPLE + CLASSIC, "强国強國", SIMPLE + "喆光，濛溪。", SIMPLE + "演出《萬里長城》。"],
    ids=["one script", "the other", "both in earnest", "too short", "names with rare characters", "a name in its own"],
)
def test_what_is_written_so_on_purpose_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_a_character_with_two_traditional_forms_and_a_word_by_itself_count(hits: Hits) -> None:
    assert hits(CHECK, "推进县域医共体建设，群眾看病负担减轻。") == [("眾", 11)]
    assert hits(CHECK, "加快农村公路建设，與国省干线衔接。") == [("與", 9)]
