"""Lists inside running text that lost, doubled or disordered a member."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.enumeration import Enumeration, Mark
from lint.document import Document
from lint.numerals import chinese
from lint.text import Source

Hits = Callable[[Enumeration, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
MARKS: tuple[Mark, ...] = get_args(Mark)
WORDS = ("是", "要", "靠", "抓")
CHECK = Enumeration(kind="enumeration", words=WORDS, marks=MARKS)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一是抓学习。二是抓作风。四是抓考核。", [("四是", 12)]),
        ("重点：一要压实责任；三要强化督查。", [("三要", 10)]),
        ("一靠政策，二靠科技，四靠人才。", [("四靠", 10)]),
        ("一抓学习；三抓考核。", [("三抓", 5)]),
        ("一 是甲。\n二 是乙。\n四 是丁。", [("四 是", 12)]),
        ("一是甲。三是丙。四是丁。六是己。", [("三是", 4), ("六是", 12)]),
        ("一是甲。\n二是乙。\n四是丁。", [("四是", 10)]),
        ("一是甲。\n\n甲类。\n\n\u3000\u3000三是丙。", [("三是", 13)]),
        ("一是甲。一要子。三要丑。二是乙。", [("三要", 8)]),
        ("第一，甲。第二，乙。第四，丁。", [("第四", 10)]),
        ("第一、甲；第三、丙。", [("第三", 5)]),
        ("其一，甲；其二，乙；其四，丁。", [("其四", 10)]),
        ("包括（一）甲；（二）乙；（四）丁。", [("（四）", 12)]),
        ("包括(1)甲；(2)乙；(4)丁。", [("(4)", 12)]),
        ("包括（１）甲；（３）丙。", [("（３）", 7)]),
        ("包括：1）甲，2）乙，4）丁。", [("4）", 11)]),
        ("包括①甲②乙④丁。", [("④", 6)]),
        ("任务：1.甲；2.乙；4.丁。", [("4.", 11)]),
        ("任务：1、甲；2、乙；4、丁。", [("4、", 11)]),
        ("九是甲。", []),
        ("一是甲。九是乙。", []),
        ("一是甲。十二是乙。", []),
    ],
)
def test_the_member_after_a_gap_is_reported(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(CHECK, text) == places


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("二是乙。三是丙。", ("二是", 0), "不连续：“二是”之前缺少一是"),
        ("一是甲。二是乙。三是丙。\n主要是子；二是丑；三是寅。", ("二是", 18), "不连续：“二是”之前缺少一是"),
        ("一是甲。二是乙。二是丙。三是丁。", ("二是", 8), "重复：“二是”在前面已经出现过"),
        ("一是甲。一是乙。二是丙。三是丁。", ("一是", 4), "重复：“一是”在前面已经出现过"),
        ("一是甲。三是丙。二是乙。四是丁。", ("二是", 8), "次序颠倒：“二是”排在“三是”之后"),
        ("二是乙。一是甲。三是丙。四是丁。", ("一是", 4), "次序颠倒：“一是”排在“二是”之后"),
        ("一是甲。二是乙。七是丙。四是丁。", ("七是", 8), "序号有误：“七是”应为“三是”"),
        ("一是甲。二是乙。二是丙。四是丁。", ("二是", 8), "序号有误：“二是”应为“三是”"),
        ("一是甲。一是乙。三是丙。四是丁。", ("一是", 4), "序号有误：“一是”应为“二是”"),
        ("一是甲。二是乙。一是丙。四是丁。", ("一是", 8), "序号有误：“一是”应为“三是”"),
        ("包括（1）甲；（2）乙；（2）丙；（3）丁。", ("（2）", 12), "重复：“（2）”在前面已经出现过"),
    ],
    ids=[
        "no first", "no first of a second list", "doubled", "first doubled", "swapped", "first two swapped",
        "renumbered upwards", "renumbered downwards", "renumbered as first", "renumbered as first later", "in brackets",
    ],
)  # fmt: skip
def test_one_fault_is_one_finding(document: Make, text: str, place: tuple[str, int], fault: str) -> None:
    (hit,) = CHECK.run(document(text))
    assert (document(text).slice(hit.span), hit.span.start) == place
    assert hit.values["fault"] == fault


@pytest.mark.parametrize(
    ("text", "missing", "before"),
    [
        ("一是甲。四是丁。", "二是、三是", "一是"),
        ("第一，甲。第三，丙。", "第二", "第一"),
        ("包括(1)甲；(3)丙。", "(2)", "(1)"),
        ("包括①甲；③丙。", "②", "①"),
        ("任务：1、甲；3、丙。", "2、", "1、"),
    ],
)
def test_the_values_tell_what_is_missing_after_what(document: Make, text: str, missing: str, before: str) -> None:
    (hit,) = CHECK.run(document(text))
    assert (hit.values["missing"], hit.values["before"]) == (missing, before)
    assert hit.values["fault"].endswith(f"之前缺少{missing}")
    assert [(word, document(text).slice(span)) for word, span in hit.related] == [("上一项", before)]


@pytest.mark.parametrize(
    "text",
    [
        "一是甲。二是乙。三是丙。",
        "一是甲。二是乙。一是丙。二是丁。",
        "一是甲，包括（1）子；（2）丑。二是乙，包括（1）寅；（2）卯。三是丙。",
        "一是甲，其中一是子；二是丑；三是寅。二是乙。三是丙。",
        "一是甲。\n二是乙：一是子；二是丑；三是寅。\n三是丙。",
        "一是甲：\n（1）子。\n（2）丑。\n二是乙。",
        "一是甲。\n（一）子\n子。\n（二）丑\n丑。\n二是乙。三是丙。",
        "三是结构矛盾突出。五是秩序不规范。",
        "一是非问题要分清，三是小数。",
        "这一是甲，那三是乙。",
        "一是甲。\n\n二、乙\n\n三是丙。",
        "一是甲。\n子。\n丑。\n寅。\n因为三是丙。\n卯。也有，三是丙。",
        "一是甲。\n子。\n丑。\n寅。\n卯。\n辰。\n巳。\n三是丙。",
    ],
    ids=[
        "whole", "two lists", "a list inside", "one of its own form inside", "one inside a line of it", "items inside",
        "headings inside", "no first", "是非", "no mark before", "another section", "below", "far below",
    ],
)  # fmt: skip
def test_what_is_no_list_or_a_whole_one_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "首先抓学习，二是抓作风，三是抓考核。",
        "一方面抓学习，二是抓作风，三是抓考核。",
        "原因—是投入少，二是基础差，三是人员缺。",
        "一是甲。工作重点二是乙。三是丙。",
        "一是甲。二、是乙。三是丙。",
        "一是甲。二要乙。三是丙。",
        "一是甲。其次抓乙。三是丙。",
        "第一，甲。其次，乙。第三，丙。",
        "包括（1）甲；2）乙；（3）丙。",
        "首先，甲。再次，乙。",
    ],
)
def test_what_an_author_mixes_is_not_lost(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "包括（一）甲；（二）乙，违反第（四）项的除外。",
        "包括（一）甲；（二）乙；第（一）、（二）两项所列人员；按第（六）至（九）项办理。",
        "包括（1）甲；（2）乙，由公式（1）、（5）得。",
        "见图（1），表（3）和附件（5）。",
        "五（1）班，五（3）班，五（4）班。",
        "包括1）甲，2）乙（表2，5）。",
        "《办法（一）》和《办法（三）》。",
        "说一是一，说三是三。一是一，三是三。",
        "抓住第一要务，三要素齐全，五要点明确。",
        "总量全国第一，增速全国第三，人均全省第五，",
        "第一、二季度完成招标，第三、四季度完成建设。",
        "第一、第三、第四中学。",
        "不是一要钱，就是三要人。",
        "服务老人1.5万人，2.5万人次；4.5万户。",
        "地铁1、2号线，3、5号线换乘。",
        "一抓到底，三抓三促。",
        "由①②得③，再由⑤得。",
        "2024年1月，3月，5月召开例会。",
    ],
)
def test_references_and_counts_are_no_members(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("（1）甲；（2）乙；（4）丁。", [("（4）", 10)]),
        ("（1）甲。\n（2）乙。\n（4）丁。", []),
        ("（1）甲；（3）丙。\n（4）丁。", []),
        ("一、任务\n1.甲。3.丙。\n4.丁。", []),
        ("1.甲：（1）子；（2）丑；（4）卯。\n2.乙。", [("（4）", 14)]),
    ],
    ids=["a line of its own", "items", "items, one glued", "items, the second glued", "inside an item"],
)
def test_what_begins_lines_belongs_to_the_outline(hits: Hits, text: str, places: list[tuple[str, int]]) -> None:
    assert hits(CHECK, text) == places


def test_a_paragraph_that_is_cut_into_lines_holds_one_list(hits: Hits) -> None:
    assert hits(CHECK, "包括（1）甲；（2）乙类\n学校；（4）丁。") == [("（4）", 16)]
    assert hits(CHECK, "包括（1）甲；（2）乙类学校。\n另有（4）丁。") == []


def test_a_word_of_ones_own_is_followed(hits: Hits) -> None:
    assert hits(Enumeration(kind="enumeration", words=("须",)), "一须甲；二须乙；四须丁。一是甲；三是丙。") == [
        ("四须", 8)
    ]


# Every form, as a function of its ordinal, with what stands between members.
FORMS: dict[str, Callable[[int], str]] = {
    **{word: lambda n, word=word: chinese(n) + word for word in WORDS},  # type: ignore[misc]
    "第一，": lambda n: f"第{chinese(n)}，",
    "第一、": lambda n: f"第{chinese(n)}、",
    "其一": lambda n: f"其{chinese(n)}，",
    "（一）": lambda n: f"（{chinese(n)}）",
    "(一)": lambda n: f"({chinese(n)})",
    "（1）": lambda n: f"（{n}）",
    "( 1 )": lambda n: f"( {n} )",
    "（１）": lambda n: f"（{chr(0xFF10 + n)}）",
    "1)": lambda n: f"{n})",
    "①": lambda n: chr(0x245F + n),
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
}
ITEMS = (
    "改善办学条件",
    "加强队伍建设",
    "与企业合作办学",
    "所有学校达标",
    "项目全部开工",
    "建成3个基地",
    "开展《条例》宣传",
)
LISTS = st.tuples(
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(("；", "。", "，", ";", "；\u3000")),
    st.lists(st.sampled_from(ITEMS), min_size=3, max_size=9),
)


def _members(form: str, items: list[str]) -> Iterator[str]:
    for ordinal, item in enumerate(items, 1):
        yield FORMS[form](ordinal) + item


def _found(text: str) -> list[int]:
    return [hit.span.start for hit in CHECK.run(Document(Source("test.txt", text)))]


@given(LISTS, st.sampled_from(("主要任务：", "二、任务\n重点是：", "各校要做到，")))
def test_a_whole_list_of_any_form_has_no_finding(drawn: tuple[str, str, list[str]], lead: str) -> None:
    form, between, items = drawn
    assert _found(lead + between.join(_members(form, items)) + "。\n") == []


@given(LISTS, st.data())
def test_a_member_taken_out_is_found_once_at_the_next(drawn: tuple[str, str, list[str]], data: st.DataObject) -> None:
    form, between, items = drawn
    whole = list(_members(form, items))
    lost = data.draw(st.integers(1, len(whole) - 2))
    before, after = ["主要任务：" + whole[0], *whole[1:lost]], whole[lost + 1 :]
    assert _found(between.join(before + after) + "。\n") == [len(between.join([*before, ""]))]


@pytest.mark.parametrize(
    "text", ["（1）", "（1）甲；", "一是", "一是甲。", "二是甲。三是乙。\n\n\n\n\n", "；（2）", "①", "（（1，"]
)
def test_time_is_linear_in_the_number_of_members(text: str) -> None:
    seconds = []
    for length in (20_000, 160_000):
        document = Document(Source("test.txt", text * (length // len(text))))
        assert document.outline.sections is not None
        start = process_time()
        list(CHECK.run(document))
        seconds.append(process_time() - start)
    assert seconds[1] < 24 * seconds[0] + 0.2


def test_a_check_without_forms_is_refused() -> None:
    assert [key for key, _ in Enumeration(kind="enumeration").faults()] == ["words"]
    assert [key for key, _ in Enumeration(kind="enumeration", words=("",)).faults()] == ["words"]
    assert list(CHECK.faults()) == []
