"""The outline: a tree of headings and items, whatever schemes a document mixes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]


def tree(document: Document) -> list[tuple[int, str]]:
    return [(section.level, document.slice(section.heading)) for section in document.outline.sections]


def test_sections_nest_as_the_document_nests_them(document: Make) -> None:
    text = "一、目标\n（一）招生\n1.小学\n2.初中\n（二）升学\n二、任务\n1.调研\n"
    assert tree(document(text)) == [
        (1, "一、目标"), (2, "（一）招生"), (3, "1.小学"), (3, "2.初中"), (2, "（二）升学"), (1, "二、任务"),
        (2, "1.调研"),
    ]  # fmt: skip
    assert [section.marker.span.start for section in document(text).outline.top] == [0, 27]


def test_a_section_knows_its_body_and_all_that_stands_under_it(document: Make) -> None:
    text = "一、目标\n总的话。\n1.招生\n做好招生。\n二、任务\n完。\n"
    seen = document(text)
    first, item, last = seen.outline.sections
    assert seen.slice(first.body) == "\n总的话。\n"
    assert seen.slice(first.whole) == "一、目标\n总的话。\n1.招生\n做好招生。\n"
    assert (item.parent, first.children, last.parent) == (first, [item], None)
    assert seen.slice(last.whole) == "二、任务\n完。"


@pytest.mark.parametrize(
    ("line", "heading", "own_line"),
    [
        ("一、目标", "一、目标", True),
        ("一、目标。", "一、目标。", True),
        ("1.抓招生。做好宣传。", "1.抓招生。", False),
        ("1.抓招生：做好宣传和登记工作。", "1.抓招生：", False),
        ("1.抓招生：甲", "1.抓招生：甲", True),
        ("（一）抓招生 \t", "（一）抓招生", True),
        ("一、" + "抓" * 60, "一、" + "抓" * 60, True),
        ("一、" + "抓" * 61, "一、" + "抓" * 61, False),
    ],
)
def test_a_heading_ends_with_its_line_or_its_first_sentence(
    document: Make, line: str, heading: str, own_line: bool
) -> None:
    seen = document(f"{line}\r\n正文。\n")
    (section,) = seen.outline.sections
    assert (seen.slice(section.heading), section.own_line) == (heading, own_line)


@pytest.mark.parametrize(
    "contents",
    [
        "目 录\n一、要求\n二、任务\n三、保障\n\n",
        "一、要求……………1\n二、任务……………3\n三、保障……………5\n",
        "一、要求\t1\n二、任务\t3\n三、保障\t5\n",
    ],
)
def test_a_table_of_contents_is_no_outline(document: Make, contents: str) -> None:
    text = contents + "一、要求\n坚持稳中求进。\n二、任务\n抓好落实。\n三、保障\n加强领导。\n"
    seen = document(text)
    assert tree(seen) == [(1, "一、要求"), (1, "二、任务"), (1, "三、保障")]
    assert seen.outline.sections[0].heading.start == len(contents)
    assert seen.outline.faults == []


def test_the_same_items_under_every_chapter_are_no_table_of_contents(document: Make) -> None:
    items = "1.语文\n2.数学\n3.英语\n"
    text = f"一、小学\n{items}二、初中\n{items}四、高中\n{items}"
    assert [(fault.kind, fault.missing) for fault in document(text).outline.faults] == [("gap", (3,))]


def test_what_stands_in_the_tail_is_no_outline(document: Make) -> None:
    assert tree(document("一、目标\n抓好招生。\n\n1.上一篇：通知\n")) == [(1, "一、目标")]


WITH_SUBHEADINGS = "（一）子\n1.甲项\n2.乙项\n（二）丑\n"
SKIPS = {
    "one chapter without the level that the others have": (
        f"一、甲\n{WITH_SUBHEADINGS}二、乙\n1.寅\n2.卯\n三、丙\n（一）辰\n（二）巳\n四、丁\n（一）午\n",
        ["1.寅"],
    ),
    "a level left out is a habit where it is left out often": (
        f"一、甲\n{WITH_SUBHEADINGS}二、乙\n1.寅\n2.卯\n三、丙\n1.辰\n2.巳\n四、丁\n（一）午\n",
        [],
    ),
    "two chapters with a level show no habit": (f"一、甲\n{WITH_SUBHEADINGS}二、乙\n1.寅\n2.卯\n", []),
    "a chapter without subsections leaves out nothing": (
        f"一、甲\n{WITH_SUBHEADINGS}二、乙\n三、丙\n（一）辰\n四、丁\n（一）午\n五、戊\n",
        [],
    ),
    "another scheme for the same level leaves out nothing": (
        "一、甲\n（一）子\n（二）丑\n二、乙\n（1）寅\n（2）卯\n三、丙\n（一）辰\n四、丁\n（一）午\n",
        [],
    ),
    "the outermost level cannot be left out": ("（一）子\n1.甲项\n2.乙项\n1.丙项\n2.丁项\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "skips"), SKIPS.values(), ids=SKIPS)
def test_a_level_is_left_out_where_most_headings_have_it(document: Make, text: str, skips: list[str]) -> None:
    seen = document(text)
    assert [seen.slice(section.heading) for section in seen.outline.skips] == skips


def test_a_level_may_be_left_out_below_the_second_level_too(document: Make) -> None:
    inner = "（一）子\n1.甲项\n（1）x\n2.乙项\n"
    text = f"一、甲\n{inner}（二）丑\n（1）y\n（2）z\n二、乙\n{inner}三、丙\n{inner}"
    seen = document(text)
    assert [(section.level, section.heading.start) for section in seen.outline.skips] == [(3, text.index("（1）y"))]


def test_an_item_of_a_list_inside_does_not_make_up_for_a_missing_one(document: Make) -> None:
    text = "（1）甲类\n（2）乙类\n1）子\n2）丑\n3）寅\n（4）丁类\n"
    assert [(fault.kind, fault.missing) for fault in document(text).outline.faults] == [("gap", (3,))]


@pytest.mark.parametrize(("outer", "inner"), [("1.{}", "（一）"), ("（1）{}", "一、"), ("（1）{}", "1.")])
def test_a_gap_is_found_where_a_document_nests_the_other_way_round(document: Make, outer: str, inner: str) -> None:
    lines = [outer.format("甲类"), outer.format("乙类"), f"{inner}子项", outer.format("丁类")]
    text = "\n".join(line.replace("1", str(n)) for line, n in zip(lines, (1, 2, 1, 4), strict=True))
    assert [(fault.kind, fault.missing) for fault in document(text).outline.faults] == [("gap", (3,))]


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("一、甲\n二、乙\n三、丙\n", True),
        ("一、甲\nニ、乙\n三、丙\n", True),
        ("（一）甲\n（二）乙\n（三）丙\n（四丁\n", False),
        ("一、甲\n二、乙\n四、丙\n", False),
        ("一、甲\n二、乙\n二、丙\n三、丁\n", False),
    ],
    ids=["whole", "damaged", "damaged last", "a gap", "a repeat"],
)
def test_siblings_are_sound_where_every_ordinal_can_be_read_once(document: Make, text: str, sound: bool) -> None:
    outline = document(text).outline
    assert outline.sound(outline.top) is sound
