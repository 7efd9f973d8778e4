"""What is said again in one part of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.checks.repetition import Repetition
from lint.document import Document, Extent
from lint.findings import edited
from lint.text import Span

Hits = Callable[[Repetition, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
AGAIN = Repetition(kind="repetition", tokens=("进一步", "不断"))
TWICE = Repetition(kind="repetition", patterns_=("[\u4e00-\u9fff]{2,4}",), adjacent=True)


def repaired(check: Repetition, document: Document) -> str:
    return edited(document.text, [edit for hit in check.run(document) for edit in hit.edits])


def test_a_word_said_again_in_one_sentence_is_told_with_the_first_beside_it(hits: Hits, document: Make) -> None:
    text = "进一步加强，不断做好，进一步抓好，进一步落实。进一步提升。"
    assert hits(AGAIN, text) == [("进一步", 11), ("进一步", 17)]
    told = [(hit.values, hit.related, hit.edits) for hit in AGAIN.run(document(text))]
    assert told == [({"count": str(n)}, (("前文", Span(0, 3)),), ()) for n in (2, 3)]


def test_the_part_in_which_it_must_not_be_said_again_can_be_larger(hits: Hits) -> None:
    text = "一、甲\n进一步。\n（一）乙\n进一步。\n二、丙\n进一步，进一步。\n"
    places: dict[Extent, list[int]] = {"section": [27], "chapter": [14, 27], "document": [14, 23, 27], "line": [27]}
    assert {part: [at for _, at in hits(replace(AGAIN, in_=part), text)] for part in places} == places


def test_what_is_far_enough_away_may_be_said_again(hits: Hits) -> None:
    text = "进一步加强，进一步做好，还要进一步。"
    assert hits(replace(AGAIN, within=3), text) == [("进一步", 6)]
    assert hits(replace(AGAIN, within=2), text) == []


def test_those_near_enough_to_each_other_are_counted_together(document: Make) -> None:
    text = "进一步一，进一步二二二二二二，进一步三，进一步。"
    told = [(hit.values["count"], hit.related[0][1].start) for hit in replace(AGAIN, within=2).run(document(text))]
    assert told == [("2", 0), ("2", 15)]


def test_only_the_group_at_must_be_the_same(hits: Hits) -> None:
    check = replace(AGAIN, tokens=(), patterns_=(r"第(?P<at>\d)[条款]",))
    assert hits(check, "见第1条、第2款、第1款。") == [("1", 10)]


def test_a_word_directly_behind_itself_is_found_wherever_it_begins(hits: Hits, document: Make) -> None:
    text = "做好的工作工作，推进推进推进改革。"
    assert hits(TWICE, text) == [("工作", 5), ("推进", 10), ("推进", 12)]
    assert repaired(TWICE, document(text)) == "做好的工作，推进改革。"


@pytest.mark.parametrize("text", ["工作，工作", "工作\n工作", "工作。工作", "工作的工作"])
def test_what_does_not_stand_directly_behind_itself_is_no_doubling(hits: Hits, text: str) -> None:
    assert hits(TWICE, text) == []


@pytest.mark.parametrize("text", ["监测预测预警", "小微企业创业创新", "深化文化文艺工程", "共建共治共享", "博士博士后"])
def test_a_doubling_that_cuts_words_in_two_is_none(hits: Hits, text: str) -> None:
    assert hits(TWICE, text) == []


@pytest.mark.parametrize("text", ["推进推进改革", "工作工作人员", "社会社会主义"])
def test_a_compound_that_begins_with_the_word_is_not_cut(hits: Hits, text: str) -> None:
    assert hits(TWICE, text) == [(text[:2], 2)]


def test_behind_a_doubling_that_cuts_words_in_two_a_true_one_is_found(hits: Hits) -> None:
    assert hits(TWICE, "加强监测预测预测。") == [("预测", 6)]
    assert hits(replace(TWICE, patterns_=("[一-鿿]",)), "实实在在的目的的，我的的") == [("的", 11)]


def test_reduplication_is_for_exceptions(hits: Hits) -> None:
    assert hits(replace(TWICE, except_=("研究研究",)), "研究研究再说，讨论讨论再说") == [("讨论", 9)]
    single = replace(TWICE, patterns_=("[\u4e00-\u9fff]",), except_=("人人|天天|高高兴兴",))
    assert hits(single, "人人高高兴兴地的的说，天天如此") == [("的", 8)]


def test_with_a_group_at_the_repair_takes_out_what_stands_between_too(hits: Hits, document: Make) -> None:
    check = replace(TWICE, patterns_=("(?P<at>[\u4e00-\u9fff]{2})[、。]",))
    text = "教育、教育、卫生、卫生。教育。"
    assert hits(check, text) == [("教育", 3), ("卫生", 9)]
    assert repaired(check, document(text)) == "教育、卫生。教育。"


def test_nothing_is_missed_where_matches_end_in_different_lines(hits: Hits) -> None:
    check = replace(AGAIN, tokens=(), patterns_=("甲\n?",), in_="document")
    assert hits(check, "甲\n乙甲\n") == [("甲\n", 3)]


def test_only_one_directly_behind_the_other_can_be_repaired() -> None:
    assert (AGAIN.repairs(), TWICE.repairs()) == (False, True)


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"patterns_": ()}, "patterns"),
        ({"tokens": ("",)}, "tokens"),
        ({"within": 3}, "within"),
        ({"within": -1, "adjacent": False}, "within"),
        ({"patterns_": ("甲+",)}, "patterns"),
        ({"patterns_": (r"(甲|乙)\1",)}, "patterns"),
        ({"patterns_": ("(?i)a",)}, "patterns"),
        ({"patterns_": ("(?P<_once>a)",)}, "patterns"),
    ],
)
def test_options_that_do_not_go_together_are_told(options: dict[str, object], key: str) -> None:
    assert [fault for fault, _ in replace(TWICE, **options).faults()] == [key]  # type: ignore[arg-type]
    assert [*TWICE.faults(), *AGAIN.faults()] == []


@pytest.mark.parametrize("pattern", [r"(?P<a>甲|乙)(?P=a)", "(?P<at>甲+)", r"甲\\1", "(?i:a)"])
def test_patterns_that_can_be_looked_for_twice_in_a_row_are_no_fault(pattern: str) -> None:
    assert list(replace(TWICE, patterns_=(pattern,)).faults()) == []
