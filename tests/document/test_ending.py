"""Where a text breaks off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]
HEAD = "一、任务\n抓好招生。\n"
PARAGRAPH = "各校要结合实际制定方案，细化任务分工，压实工作责任。\n"


def off(document: Document) -> tuple[str, int] | None:
    span = document.breaks_off
    return (document.slice(span), span.start) if span else None


CUT = {
    "a comma": "二是完善考评的办法，",
    "a comma between items": "二是完善考评、督查、",
    "的": "二是完善各校考评办法的",
    "a conjunction": "二是完善考评办法以及",
    "a preposition": "二是认真研究部署并且对",
    "an open bracket": "见文件（",
    "an open quotation": "落实“",
    "an open name": "印发《",
}


@pytest.mark.parametrize("last", CUT.values(), ids=CUT)
def test_a_text_breaks_off_on_what_must_go_on(document: Make, last: str) -> None:
    assert off(document(HEAD + last)) == (last, 11)


@pytest.mark.parametrize(
    "last",
    [
        "某县教育局",
        "2024年3月1日",
        "附件：责任分工表",
        "三是明确工作的目的",
        "四是规范教师行为",
        "（此件公开发布）",
        "抓好的",
    ],
)
def test_a_text_may_end_without_a_mark(document: Make, last: str) -> None:
    assert off(document(HEAD + last)) is None


@pytest.mark.parametrize("below", ["\n展开阅读全文", "\n- 4 -", "\n......", "\n上一篇：要点"])
def test_chrome_dots_and_page_numbers_below_do_not_count(document: Make, below: str) -> None:
    assert off(document(HEAD + "二是完善各校考评办法的" + below)) == ("二是完善各校考评办法的", 11)


SECTIONS = "一、招生\n做好招生。\n二、升学\n做好升学。\n"


@pytest.mark.parametrize("last", ["三、", "三、保障措施", "三、保障措施："])
def test_a_last_heading_promises_text_where_all_others_have_some(document: Make, last: str) -> None:
    assert off(document(SECTIONS + last)) == (last, 22)


@pytest.mark.parametrize(
    "text",
    [
        "一、招生\n二、升学\n做好升学。\n三、保障措施",
        "一、招生\n做好招生。\n二、保障措施",
        SECTIONS + "三、各校要加强组织领导和统筹协调，按时上报工作的进展情况",
        SECTIONS + "三、保障到位。",
        SECTIONS + "三、附件",
        "1.招生\n做好招生。\n2.升学\n做好升学。\n3.其他工作",
    ],
    ids=["another is empty", "only one other", "a sentence", "a full stop", "what is appended", "an item"],
)
def test_a_last_heading_may_say_all_there_is(document: Make, text: str) -> None:
    assert off(document(text)) is None


def test_headings_that_all_end_with_a_full_stop_promise_text_too(document: Make) -> None:
    text = "一、招生。\n做好招生。\n二、升学。\n做好升学。\n三、保障。"
    assert off(document(text)) == ("三、保障。", 24)


@pytest.mark.parametrize(
    "last", ["对工作不力的学校予以通报批评并责令整改，对推进较快的乡镇", "加强领导。各校要按时上报9"]
)
def test_a_last_paragraph_that_alone_has_no_full_stop_is_cut(document: Make, last: str) -> None:
    last += "月底前完成的主要任务"
    assert off(document(PARAGRAPH * 3 + last)) == (last, 81)
    assert off(document(PARAGRAPH * 2 + last)) is None
    assert off(document(PARAGRAPH * 3 + PARAGRAPH.replace("。", "") + last)) is None


@pytest.mark.parametrize("end", ["”", "）", "：", "；", "…"])
def test_a_last_paragraph_with_any_end_mark_is_whole(document: Make, end: str) -> None:
    assert (
        off(document(PARAGRAPH * 3 + "对工作不力的学校予以通报批评并责令整改，对推进较快的乡镇予以表彰" + end)) is None
    )


def test_a_label_or_an_address_needs_no_full_stop(document: Make) -> None:
    assert off(document(PARAGRAPH * 3 + "报送方式：各校纸质材料一式三份送教育局办公室，电子版同时发送")) is None
    assert off(document(PARAGRAPH * 3 + "请各校于每月底前报送，纸质材料一式三份，联系电话0536-3210000")) is None


def test_a_paragraph_of_sentences_has_the_habit_in_itself(document: Make) -> None:
    text = "抓好招生，办好学校。" * 3 + "各校要按时上报，确保"
    assert off(document(text)) == (text, 0)


def test_a_text_with_annexes_does_not_end_with_its_last_line(document: Make) -> None:
    assert off(document(HEAD + "2024年3月1日\n附件\n任务分解表的说明以及")) is None


def test_the_first_line_that_is_no_chrome_may_be_a_cut_beginning(document: Make) -> None:
    seen = document("上一篇：要点\n，抓好落实。\n抓好招生。")
    assert seen.cut_beginning == (7, 13)
    assert [document(text).cut_beginning for text in ("", "上一篇：要点\n", "抓好落实。")] == [None, None, None]
