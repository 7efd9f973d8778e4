"""Characters that no text should hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.character import Character
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Character, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
LOST = Character(kind="character", set=r"\ufffd\x00-\x08")
UNSEEN = Character(kind="character", set=r"\u00a0\u200b", per_line=True, replacement="", swap={"\u00a0": " "})


def test_each_run_is_one_hit(hits: Hits) -> None:
    assert hits(LOST, "甲\ufffd\ufffd乙\x00丙\ufffd") == [("\ufffd\ufffd", 1), ("\x00", 4), ("\ufffd", 6)]


def test_all_runs_of_a_line_are_one_hit_at_the_first(hits: Hits) -> None:
    assert hits(UNSEEN, "甲\u200b乙\u00a0丙\n丁\n\u200b戊\r\n己\u200b\u200b") == [
        ("\u200b", 1), ("\u200b", 8), ("\u200b\u200b", 13),
    ]  # fmt: skip


def test_the_values_tell_which_characters_and_how_many(document: Make) -> None:
    (hit,) = UNSEEN.run(document("甲\u200b乙\u00a0\u200b丙"))
    assert hit.values == {"codes": "U+200B U+00A0", "count": "3"}


def test_the_repair_swaps_what_has_a_stand_in_and_drops_the_rest(document: Make) -> None:
    text = "甲\u200b乙\u00a0\u200b丙\n丁\u00a0戊"
    edits = [edit for hit in UNSEEN.run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == "甲乙 丙\n丁 戊"


def test_a_sequence_is_repaired_as_one_and_only_characters_of_the_set_are_told(document: Make) -> None:
    check = Character(kind="character", set=r"\x1b", sequence=r"\x1b\[\d{1,3}m", replacement="")
    text = "甲\x1b[31m\x1b乙[31m"
    (hit,) = check.run(document(text))
    assert hit.values == {"codes": "U+001B", "count": "2"}
    assert edited(text, hit.edits) == "甲乙[31m"


def test_without_a_replacement_there_is_no_repair(document: Make) -> None:
    assert [hit.edits for hit in LOST.run(document("甲\ufffd"))] == [()]
    assert (LOST.repairs(), UNSEEN.repairs()) == (False, True)


@pytest.mark.parametrize("text", ["\u00a0", "甲\n\u00a0\n乙", "甲\r\n \u200b\u00a0 \r\n乙"])
def test_a_line_of_nothing_else_is_a_blank_line_and_no_fault(hits: Hits, text: str) -> None:
    assert hits(UNSEEN, text.replace("\u200b", "\u00a0")) == []


@pytest.mark.parametrize("text", ["甲\t乙\r\n丙　丁 戊", "２０２４年", "\U00020000", "é"])
def test_visible_blanks_and_rare_characters_are_no_faults(
    found: Callable[[str, str], list[tuple[str, int]]], text: str
) -> None:
    assert found("invalid-character", text) == []
    assert found("invisible-character", text) == []


def test_a_lone_byte_order_mark_inside_a_text_is_unseen(
    found: Callable[[str, str], list[tuple[str, int]]],
) -> None:
    assert found("invisible-character", "甲\ufeff乙") == [("\ufeff", 1)]


def test_many_equal_runs_are_one_finding_with_their_number(document: Callable[[str], Document]) -> None:
    check = Character(kind="character", set="\ue000-\ue0ff", gather=3)
    text = "".join(f"第{n}条\ue010\n" for n in range(5)) + "附\ue020\n"
    hits = list(check.run(document(text)))
    assert [(hit.span.start, hit.values["count"]) for hit in hits] == [(26, "1"), (3, "5")]
    assert [hit.values["count"] for hit in check.run(document(text[:10]))] == ["1", "1"]
