"""Sentences cut into several lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.wrapping import Wrapping
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Wrapping, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Wrapping(kind="wrapping")
LINE = "各校要结合实际制定方案，细化任务分工，明确时间节点，压实工作责"


def repaired(document: Document) -> str:
    return edited(document.text, [edit for hit in CHECK.run(document) for edit in hit.edits])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{LINE}\n任人，确保任务按期完成。\n", ("责", 30)),
        (f"{LINE}任，\n\n切实维护稳定，确保任务完成。\n", ("，", 32)),
        ("要围绕工作思路（坚持建设教育强市这一个目标；\n突出两项重点），奋力开创新局面。\n", ("；", 21)),
        (f"{LINE}\n\n任人，确保任务按期完成。\n", ("责", 30)),
        (f"{LINE}任\n人，确保完成。\n", ("任", 31)),
        (f"{LINE}任，抓好落实的\n各项举措，确保完成。\n", ("的", 37)),
        (f"{LINE}任，投入资金\n300万元，建成校舍，确保按期完成。\n", ("金", 36)),
        (f"{LINE}任，推广使用\nAI助教系统，开展培训，确保按期完成。\n", ("用", 36)),
        (f"1.压实。{LINE}任\n确保任务按期完成，取得更大成效。\n", ("任", 36)),
        (f"{LINE}\n— 3 —\n任人，确保任务按期完成。\n", ("责", 30)),
        ("抓好招生。\n所有学校\n，都要确保任务按期完成。\n", ("校", 9)),
        ("一、依据\n现印发《关于深入推进全县义务教育均衡发展\r\n的实施意见》，抓好落实。\n", ("展", 24)),
    ],
    ids=[
        "inside a word",
        "after a comma",
        "inside a bracket",
        "inside a word, with a blank line",
        "inside a longer word",
        "after what must go on",
        "before a number",
        "before letters",
        "in a numbered paragraph",
        "at a page number",
        "before a mark",
        "inside a name",
    ],
)
def test_a_line_that_ends_in_mid_sentence_is_cut(hits: Hits, text: str, place: tuple[str, int]) -> None:
    assert hits(CHECK, text) == [place]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n　"])
def test_the_repair_joins_the_lines(document: Make, gap: str) -> None:
    text = f"{LINE}任，{gap}切实维护稳定，确保任务完成。\n"
    assert repaired(document(text)) == f"{LINE}任，切实维护稳定，确保任务完成。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}任。\n任人，确保任务按期完成。\n",
        f"{LINE}\n一、任务，确保按期完成。\n",
        "各校制定方案，\n任人，确保任务按期完成。\n",
        "要坚持问题导向，列出清单，逐项销号，务求实效；\n要坚持目标导向，倒排工期，确保完成。\n",
        "各县（市、区）教育局，市直各学校，有关高等院校和直属事业单位\n1.加强组织领导，抓好工作落实。\n",
        f"{LINE}\n来源：某报。\n",
        f"{LINE}任\n\n一切工作，都要确保任务按期完成。\n",
        f"{LINE}任\n需求导向、融合创新。坚持开放办学，加强交流合作。\n",
        f"{LINE}任\n2024年，各校要确保任务按期完成，取得实效。\n",
        f"{LINE}任\n　　要抓好组织领导，确保任务按期完成。\n",
        f"{LINE}任\n二是要抓好组织领导，确保任务按期完成。\n",
        f"{LINE}任\n考核指标：抓好组织领导，确保任务按期完成。\n",
        f"{LINE}任。（二）保障措施\n要抓好组织领导，确保任务按期完成。\n",
        "1.完善制度，细化任务分工，明确时间节点，压实各校责任\n要抓好组织领导，确保任务按期完成。\n",
    ],
    ids=[
        "。",
        "a heading follows",
        "a short line",
        "a list of clauses",
        "a list follows",
        "chrome follows",
        "a blank line",
        "a lead",
        "a year",
        "an indented paragraph",
        "an enumeration",
        "a label",
        "a glued heading",
        "an item",
    ],
)
def test_a_line_that_may_end_there_is_whole(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def wrapped(width: int, lines: int) -> str:
    """Sentences set in lines of one width, most of which end in mid-sentence."""
    text = "各级各类学校要坚持立德树人，深化课程改革，办好人民满意的教育。" * 40
    return "".join(text[i * width : (i + 1) * width] + "\n" for i in range(lines))


def test_a_document_that_is_hard_wrapped_throughout_gets_one_hit_at_its_first_cut_line(document: Make) -> None:
    text = wrapped(28, 20)
    (hit,) = CHECK.run(document(text))
    cut = [line for line in text.splitlines()[:-1] if line[-1] not in "。"]
    assert (hit.span, hit.values["lines"]) == ((27, 28), str(len(cut)))
    assert repaired(document(text)).count("\n") == 20 - len(cut)


def test_fewer_than_ten_full_lines_are_no_habit(document: Make) -> None:
    assert not any("全文" in hit.values["extent"] for hit in CHECK.run(document(wrapped(28, 8))))


def test_long_paragraphs_are_not_hard_wrapped(hits: Hits) -> None:
    paragraphs = "".join(
        f"{LINE}任，确保任务{name}按期完成，切实维护校园稳定。\n" for name in "甲乙丙丁戊己庚辛壬癸子丑"
    )
    assert hits(CHECK, paragraphs) == []


OPEN_LINE = "要围绕工作思路（坚持建设教育强市这一个目标\n"


@pytest.mark.parametrize(
    ("ahead", "cut"),
    [
        ("突出两项重点），抓好落实。\n", True),
        ("甲\n" * 5 + "重点），抓好落实。\n", True),
        ("甲\n" * 6 + "重点），抓好落实。\n", False),
        ("突出（甲）两项重点。\n", False),
        ("突出两项重点，抓好落实。\n", False),
    ],
    ids=["closes", "closes six lines on", "closes seven lines on", "another one closes", "never closes"],
)
def test_an_open_bracket_cuts_a_line_where_the_next_lines_close_it(hits: Hits, ahead: str, cut: bool) -> None:
    assert hits(CHECK, "一、思路\n" + OPEN_LINE + ahead)[:1] == ([("标", 25)] if cut else [])


def test_a_sentence_cut_several_times_is_one_finding(document: Make) -> None:
    text = "抓好落实。\n各校要按照国务院文件精神，认真贯彻《\n义务教育\n法》，依\n法治校，确保完成。\n"
    (hit,) = CHECK.run(document(text))
    assert (text[hit.span.start : hit.span.end], hit.values) == ("《", {"lines": "3", "extent": "，断成 4 行"})
    assert edited(text, hit.edits).endswith("认真贯彻《义务教育法》，依法治校，确保完成。\n")


def test_a_table_of_contents_is_no_text(hits: Hits) -> None:
    entries = "".join(
        f"{n}、加强组织领导和各项统筹协调工作{'.' * 30}{i}\n" for i, n in enumerate("一二三四五六七八九十", 1)
    )
    assert hits(CHECK, entries) == []
