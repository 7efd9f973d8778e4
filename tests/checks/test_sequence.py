"""Words of one sentence, told by what they are, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.checks import sequence
from lint.checks.sequence import Sequence, Token
from lint.document import Document
from lint.tags import Tagged
from lint.text import Source, Span

Hits = Callable[[Sequence, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
STRONG = Token(word="加强")
VERB = Token(tag="vn?")


def row(*tokens: Token, **options: tuple[str, ...]) -> Sequence:
    return Sequence(kind="sequence", tokens=tokens, **options)


def test_words_that_fit_one_after_the_other_are_told(hits: Hits) -> None:
    assert hits(row(STRONG, VERB), "要加强管理，加强对管理。加强") == [("加强管理", 1)]


def test_a_word_is_the_whole_word_and_a_tag_the_whole_tag(hits: Hits) -> None:
    assert hits(row(Token(word="管"), VERB), "管理学生") == []
    assert hits(row(Token(word="管.")), "管理学生") == [("管理", 0)]
    assert hits(row(STRONG, Token(tag="v")), "加强管理") == []


def test_words_do_not_follow_each_other_over_the_end_of_a_sentence(hits: Hits) -> None:
    assert hits(row(STRONG, VERB), "加强。管理") == []


def test_other_words_may_stand_between_as_far_as_the_token_says(hits: Hits) -> None:
    text = "加强对学生教育"
    assert hits(row(STRONG, replace(VERB, skip=1)), text) == []
    assert hits(row(STRONG, replace(VERB, skip=2)), text) == [("加强对学生教育", 0)]


def test_the_nearest_word_that_fits_is_taken(hits: Hits) -> None:
    assert hits(row(STRONG, replace(VERB, skip=5)), "加强管理和教育") == [("加强管理", 0)]


def test_an_optional_word_may_be_left_out(hits: Hits) -> None:
    check = row(Token(word="进一步", optional=True), STRONG, Token(word="对", optional=True), Token(tag="n"))
    assert hits(check, "进一步加强对学生，加强学生") == [("进一步加强对学生", 0), ("加强学生", 9)]


def test_a_negated_word_is_there_and_is_another(hits: Hits) -> None:
    check = row(STRONG, Token(word="管理|教育", not_=True))
    assert hits(check, "加强管理，加强领导。") == [("加强领导", 5)]
    assert hits(check, "加强") == []
    assert hits(row(STRONG, Token(word="管理", tag="v", not_=True)), "加强管理") == [("加强管理", 0)]


def test_the_finding_points_at_the_words_that_say_so(hits: Hits) -> None:
    at = replace(VERB, at=True)
    assert hits(row(STRONG, at), "加强管理") == [("管理", 2)]
    assert hits(row(STRONG, at, Token(word="和"), at), "加强管理和教育") == [("管理和教育", 2)]
    assert hits(row(STRONG, Token(word="对", optional=True, at=True), VERB), "加强管理") == [("加强管理", 0)]


def test_words_with_a_name_are_values(document: Make) -> None:
    check = row(STRONG, Token(word="对", optional=True, as_="by"), replace(VERB, as_="verb"))
    assert [hit.values for hit in check.run(document("加强管理，加强对教育"))] == [
        {"by": "", "verb": "管理"},
        {"by": "对", "verb": "教育"},
    ]
    assert check.values() == {"by", "verb"}


def test_rows_do_not_overlap(hits: Hits) -> None:
    assert hits(row(STRONG, STRONG), "加强加强加强") == [("加强加强", 0)]


def test_an_exception_that_overlaps_makes_a_row_right(hits: Hits) -> None:
    assert hits(row(STRONG, VERB, except_=("加强教育",)), "加强教育，加强管理") == [("加强管理", 5)]


def test_of_a_long_sentence_the_beginning_is_read(hits: Hits) -> None:
    text = "教育" * 998 + "加强管理" + "教育" * 5000 + "加强管理"
    assert hits(row(STRONG, Token(word="管理")), text) == [("加强管理", 1996)]


def test_only_sentences_that_hold_every_sure_word_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(text: str, span: Span) -> list[Tagged]:
        read.append(text[span.start : span.end])
        return []

    monkeypatch.setattr(sequence, "tagged", watched)
    check = row(STRONG, Token(word="和", optional=True), Token(word="管.", skip=3), Token(word="的", not_=True))
    document = Document(Source("t", "加强领导。抓好管理。加强和管制。\n管理，加强。"))
    assert list(check.run(document)) == []
    assert read == ["加强和管制。", "管理，加强。"]
    assert check.anchors() == check.scanned() == ("加强", "管.")


def test_a_pattern_that_reaches_over_sentences_loses_none(hits: Hits) -> None:
    check = row(Token(word=r"加强|\W加|[^a]{9,99}"), Token(word="管理"))
    assert hits(check, "一。二。三。四。加强管理。五六七八九。") == [("加强管理", 8)]


def test_what_does_not_fit_is_tried_once_from_each_place(hits: Hits) -> None:
    many = [Token(tag="v", skip=20, optional=True)] * 28
    assert hits(row(STRONG, *many, Token(word="管理")), "管理" + "加强" * 300) == []


@pytest.mark.parametrize(
    ("tokens", "fault"),
    [
        ((), "tokens needs a token with 'word'"),
        ((VERB, VERB), "tokens needs a token with 'word'"),
        ((replace(STRONG, optional=True), VERB), "tokens needs a token with 'word'"),
        ((STRONG, Token()), "tokens.1 has neither 'word' nor 'tag'"),
        ((STRONG, Token(word="管理$")), "tokens.1.word looks beyond the word"),
        ((Token(word=r"\b加强"),), "tokens.0.word looks beyond the word"),
        ((Token(word="加(?:强(?!管)|大)"),), "tokens.0.word looks beyond the word"),
        ((STRONG, replace(VERB, skip=21)), "tokens.1.skip is 21; write a number of words from 0 to 20"),
        ((STRONG, replace(VERB, skip=-1)), "tokens.1.skip is -1; write a number of words from 0 to 20"),
        ((replace(STRONG, skip=1), VERB), "tokens.0.skip says nothing"),
        ((STRONG, replace(VERB, skip=1, not_=True)), "tokens.1.skip beside 'not'"),
        ((STRONG, replace(VERB, optional=True, not_=True)), "tokens.1.optional beside 'not'"),
        ((STRONG, replace(VERB, as_="text")), "tokens.1.as 'text' is no name of a value"),
        ((STRONG, replace(VERB, as_="a b")), "tokens.1.as 'a b' is no name of a value"),
        ((STRONG, *[VERB] * 30), "tokens has 31 tokens; at most 30 are allowed"),
    ],
)
def test_tokens_that_say_nothing_are_told(tokens: tuple[Token, ...], fault: str) -> None:
    told = [f"{key} {what}" for key, what in row(*tokens).faults()]
    assert [line[: len(fault)] for line in told] == [fault]


def test_a_name_is_given_once() -> None:
    told = [key for key, _ in row(STRONG, replace(VERB, as_="v"), replace(VERB, as_="v")).faults()]
    assert told == ["tokens.1.as", "tokens.2.as"]


def test_patterns_are_told_by_the_place_of_their_token() -> None:
    check = row(STRONG, Token(word="管理", tag="vn?"), except_=("甲",))
    assert check.patterns() == {
        "tokens.0.word": ("加强",),
        "tokens.1.word": ("管理",),
        "tokens.1.tag": ("vn?",),
        "except": ("甲",),
    }
    assert list(check.faults()) == []
