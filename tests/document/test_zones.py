"""Where a document begins and ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import ZONES, Document
from lint.text import Source

Make = Callable[[str], Document]
PAGE = "首页 > 规划\n2024年工作要点\n发布时间：2024-03-01\n\n一、任务\n抓好招生。\n\n上一篇：通知\n"


def test_every_character_of_a_page_lies_in_one_zone(document: Make) -> None:
    seen = document(PAGE)
    zones = [(line.text, seen.zone(line.start), seen.zone(line.end - 1)) for line in seen.lines]
    assert zones == [
        ("首页 > 规划", "head", "head"),
        ("2024年工作要点", "title", "title"),
        ("发布时间：2024-03-01", "metadata", "metadata"),
        ("一、任务", "body", "body"),
        ("抓好招生。", "body", "body"),
        ("上一篇：通知", "tail", "tail"),
    ]


def test_the_body_begins_with_its_first_heading_and_ends_with_its_last_sentence(document: Make) -> None:
    zones = document(PAGE).zones
    assert PAGE[zones.body.start : zones.body.end] == "一、任务\n抓好招生。"
    assert (zones.head, zones.tail) == ((0, zones.body.start), (zones.body.end, len(PAGE)))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某县教育局\n2024年工作要点\n", "2024年工作要点"),
        ("网站的旧标题：工作要点汇编\n某县2024年工作要点\n", "某县2024年工作要点"),
        ("深入实施三大工程 办好人民满意的教育\n某某报评论员\n", "深入实施三大工程 办好人民满意的教育"),
        ("关于印发《2024年工作要点》的通知\n2024年3月1日\n", "关于印发《2024年工作要点》的通知"),
        ("工作计划（试行）\n", "工作计划（试行）"),
        ("2024年3月1日\n", ""),
        ("ABC 2024\n", ""),
        ("各校、各幼儿园：\n", ""),
        ("来源：某报 工作要点\n", ""),
        ("甲" * 70 + "方案\n", ""),
    ],
)
def test_the_title_is_the_last_line_before_the_body_that_is_named_like_a_plan(
    document: Make, head: str, title: str
) -> None:
    assert document(head + "一、任务\n抓好招生。\n").title == title


def test_a_short_title_with_its_period_is_a_title(document: Make) -> None:
    assert (
        document("某县教育发展规划（2021—2025年）\n\n一、任务\n抓好招生。\n").title == "某县教育发展规划（2021—2025年）"
    )


def test_a_text_that_begins_with_prose_has_no_title_and_no_head(document: Make) -> None:
    seen = document("抓好招生。\n某县工作要点\n")
    assert (seen.zones.title, seen.zones.head) == (None, (0, 0))


def test_a_salutation_begins_the_body(document: Make) -> None:
    seen = document("关于招生的通知\n各乡镇中心学校、县直各学校：\n现将要点印发给你们。\n")
    assert seen.zone(8) == "body"


@pytest.mark.parametrize(
    ("text", "annex"),
    [
        ("一、任务\n抓好招生。\n附件\n二、任务表\n招生。\n", 11),
        ("一、任务\n抓好招生。\n附件1\n二、任务表\n招生。\n", 11),
        ("一、任务\n抓好招生。\n2024年3月1日\n一、任务表\n招生。\n", 11),
        ("一、任务\n抓好招生。\n附件：任务表见后。\n", 21),
        ("2024年3月1日\n一、任务\n抓好招生。\n", 21),
    ],
)
def test_an_annex_begins_at_its_own_line_or_after_the_signature(document: Make, text: str, annex: int) -> None:
    assert document(text).annex == annex


@given(st.text(alphabet="一二、。，：（）工作要点计划来源甲 \u3000\r\n1", max_size=60))
def test_zones_cover_any_text_in_order(text: str) -> None:
    zones = Document(Source("t", text)).zones
    assert zones.head.start == 0
    assert zones.head.end == zones.body.start <= zones.body.end == zones.tail.start
    assert zones.tail.end == len(text)
    assert zones.title is None or 0 <= zones.title.start < zones.title.end <= zones.body.start
    assert {zones.at(offset) for offset in range(len(text))} <= set(ZONES)


def test_chrome_that_no_document_holds_makes_a_seam_in_the_text(document: Make) -> None:
    made = document("工作要点\n一、任务\n抓好招生。\n上一篇：某县要点\n责任编辑：某\n二、保障\n抓好落实。\n")
    (seam,) = made.zones.seams
    assert made.slice(seam).strip() == "上一篇：某县要点\n责任编辑：某"
    assert made.zone(made.text.index("责任")) == "seam"


@pytest.mark.parametrize("own", ["联系电话：1234567", "来源：各校报送", "1.浏览次数：不少于三次，由各校统计。"])
def test_lines_that_documents_hold_too_make_none(document: Make, own: str) -> None:
    assert document(f"工作要点\n一、任务\n抓好招生。\n{own}\n二、保障\n抓好落实。\n").zones.seams == ()


def test_the_foot_is_where_the_last_sentence_ends(document: Make) -> None:
    text = "工作要点\n一、任务\n抓好招生。\n某县教育局\n"
    assert document(text).zones.foot == text.index("某县教育局") - 1


def test_each_of_many_seams_is_told_from_the_text_around_it(document: Make) -> None:
    made = document("工作要点\n一、任务\n" + "抓好招生工作。\n上一篇：某县要点\n" * 50 + "抓好落实。\n")
    zones = [made.zone(line.start) for line in made.lines[2:]]
    assert zones == ["body", "seam"] * 50 + ["body"]
