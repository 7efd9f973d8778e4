"""Whole lines that should not be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.line import Line
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Line, str], list[tuple[str, int]]]
Make = Callable[[str], Document]


def line(*patterns: str, **options: object) -> Line:
    return Line(kind="line", patterns_=patterns, **options)  # type: ignore[arg-type]


TITLE = "工作要点\n\n一、任务\n抓好招生。\n"


def test_a_line_is_reported_whole_without_the_blanks_around_it(hits: Hits) -> None:
    assert hits(line("广告"), "甲\r\n　看广告吧 \r\n乙") == [("看广告吧", 4)]


def test_neighbours_are_one_hit_whether_blank_lines_stand_between_or_not(hits: Hits, document: Make) -> None:
    text = "广告一\n\n广告二\n甲\n广告三"
    assert hits(line("广告"), text) == [("广告一\n\n广告二", 0), ("广告三", 11)]
    assert [hit.values for hit in line("广告").run(document(text))] == [{"lines": "2"}, {"lines": "1"}]


def test_neighbours_that_are_not_to_be_joined_are_told_apart(hits: Hits) -> None:
    assert hits(line("广告", join=False), "广告一\n广告二") == [("广告一", 0), ("广告二", 4)]


def test_neighbours_in_two_zones_are_two_hits(hits: Hits) -> None:
    text = "广告页\n广告工作要点\n\n一、任务\n抓好招生。\n"
    assert hits(line("广告"), text) == [("广告页", 0), ("广告工作要点", 4)]


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ({}, [("广告广告", 0), ("广告", 7)]),
        ({"at_least": 2}, [("广告广告", 0)]),
        ({"longest": 3}, [("广告", 7)]),
        ({"except_": ("^广告$",)}, [("广告广告", 0)]),
        ({"except_near": ("丙",)}, []),
        ({"except_near": ("乙",)}, [("广告广告", 0)]),
    ],
    ids=[
        "any",
        "at-least",
        "longest",
        "except",
        "except-near one and two lines on",
        "except-near two and three lines on",
    ],
)
def test_options_leave_lines_alone(hits: Hits, options: dict[str, object], places: list[tuple[str, int]]) -> None:
    assert hits(line("广告", join=False, **options), "广告广告\n \n广告\n丙\n乙") == places


@pytest.mark.parametrize(
    ("text", "left"),
    [("甲\n广告\n乙\n", "甲\n乙\n"), ("甲\r\n广告\r\n\r\n广告\r\n乙", "甲\r\n乙"), ("甲\n广告", "甲\n")],
)
def test_the_repair_drops_the_lines_with_their_ends(document: Make, text: str, left: str) -> None:
    edits = [edit for hit in line("广告").run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == left


def test_a_line_that_also_holds_text_is_never_dropped(document: Make) -> None:
    text = TITLE + "广告多，各校要抓好落实。\n"
    (hit,) = line("广告").run(document(text))
    assert (hit.span.start, hit.edits) == (len(TITLE), ())


def test_a_match_over_a_line_end_counts_for_the_line_it_ends_in(hits: Hits) -> None:
    assert hits(line("(?<=甲\n)\\d+"), "甲\n12\n") == [("12", 2)]


BELOW = "抓好招生。\n\n相关阅读：\n甲县要点\n乙县要点\n"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (BELOW, "相关阅读：\n甲县要点\n乙县要点"),
        (BELOW + "来源：某报\n丙县要点\n", "相关阅读：\n甲县要点\n乙县要点"),
        (BELOW.replace("乙", "乙" * 60), "相关阅读：\n甲县要点"),
        (BELOW + "相关阅读：\n丙县要点\n", "相关阅读：\n甲县要点\n乙县要点\n相关阅读：\n丙县要点"),
    ],
    ids=["to the end", "up to chrome", "up to a long line", "with its neighbours"],
)
def test_a_label_in_the_tail_takes_the_list_below_with_it(hits: Hits, text: str, reported: str) -> None:
    assert hits(line("^相关阅读", neighbours=True), text) == [(reported, 7)]


def test_a_label_above_the_text_takes_no_list(hits: Hits) -> None:
    assert hits(line("^相关阅读", neighbours=True), "相关阅读：\n工作要点\n\n一、任务\n抓好招生。\n") == [
        ("相关阅读：", 0)
    ]


def test_a_line_of_just_the_longest_length_is_reported(hits: Hits) -> None:
    assert hits(line("广告", longest=4), "看广告吧\n请看广告吧") == [("看广告吧", 0)]


PAGE = "某县工作要点\n{}\n\n一、任务\n各校要落实主体责任，认真抓好各项工作，确保实效。\n"


@pytest.mark.parametrize("text", ["编辑：某", "责任编辑：某", "来源：某报　编辑 丨某", "编　辑：某", "【编辑】某"])
def test_a_label_stands_at_the_beginning_or_behind_a_blank_with_its_colon(hits: Hits, text: str) -> None:
    assert hits(line(labels=("编辑", "*编辑")), text) == [(text, 0)]


@pytest.mark.parametrize("text", ["编辑部成立", "做好编辑：一是", "总责任编辑部"])
def test_a_label_inside_a_word_or_without_its_colon_is_none(hits: Hits, text: str) -> None:
    assert hits(line(labels=("编辑",)), text) == []


@pytest.mark.parametrize("text", ["打印", "【打印】 [关闭]", "打印 分享(3) 更多功能 关闭", "打印|某某|关闭"])
def test_a_row_of_words_is_told_by_half_of_them(hits: Hits, text: str) -> None:
    assert hits(line(buttons=("打印", "关闭", "分享")), text) == [(text, 0)]


@pytest.mark.parametrize("text", ["打印 甲 乙 丙", "打印店", "做好打印，关闭门窗。", "打印 一个很长很长很长很长的词语"])
def test_a_row_of_other_words_or_a_sentence_is_none(hits: Hits, text: str) -> None:
    assert hits(line(buttons=("打印", "关闭")), text) == []


def test_a_button_with_a_star_counts_in_rows_only(hits: Hits) -> None:
    assert hits(line(buttons=("走进*",)), "走进某县") == []
    assert hits(line(buttons=("走进*",)), "走进某县 | 新闻") == [("走进某县 | 新闻", 0)]


def test_phrases_count_in_every_zone_and_all_else_in_its_own(hits: Hits) -> None:
    body = TITLE.replace("抓好招生。", "抓好招生。\n来抢沙发\n编辑：某\n抓好升学。")
    check = line(phrases=("抢沙发",), labels=("编辑",), zones=("tail",))
    assert [text for text, _ in hits(check, body)] == ["来抢沙发"]
    assert [text for text, _ in hits(check, TITLE + "编辑：某\n")] == ["编辑：某"]


def test_a_long_line_of_the_body_that_speaks_of_a_phrase_is_text(hits: Hits) -> None:
    assert hits(line(phrases=("抢沙发",), zones=("tail",)), TITLE + "各校" * 40 + "抢沙发。\n抓好升学。\n") == []


def test_chrome_behind_text_is_told_and_dropped_by_itself(document: Make) -> None:
    text = TITLE.replace("抓好招生。", "抓好招生。[责任编辑：某]")
    (hit,) = line(labels=("*编辑",), zones=("seam", "tail")).run(document(text))
    assert document(text).slice(hit.span) == "[责任编辑：某]"
    assert edited(text, hit.edits) == TITLE


def test_lines_without_a_word_of_their_own_belong_to_the_one_above(hits: Hits) -> None:
    text = PAGE.format("发布时间：\n某日\n来源：某报")
    assert hits(line("^发布时间", neighbours=True, zones=("metadata",)), text) == [("发布时间：\n某日", 7)]
    assert hits(line("^发布时间", zones=("metadata",)), text) == [("发布时间：", 7)]


SIGNED = "一、任务\n各校要落实主体责任，认真抓好各项工作，确保实效。\n某县教育局\n2024年3月1日\n{}"


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("校园新闻\n科室导航\n院务信息\n", "校园新闻\n科室导航\n院务信息"),
        ("附件：名单\n校园新闻\n科室导航\n", None),
        ("某县召开春季开学工作部署会议\n某校举行百日誓师大会活动\n", None),
    ],
    ids=["a menu", "an annex", "longer lines"],
)
def test_short_lines_below_the_date_of_a_signature_are_a_menu(hits: Hits, below: str, told: str | None) -> None:
    found = hits(line("无此词", unnamed=(1, 8)), SIGNED.format(below))
    assert [text for text, _ in found] == ([told] if told else [])
