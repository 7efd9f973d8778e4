"""Members of lists inside running text, and how they are followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document, enumerations, members

Make = Callable[[str], Document]
FORMS = ("是", *members.MARKS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是甲；二 是乙。", [("一是", "是", 1), ("二 是", "是", 2)]),
        ("第一，甲；第 十二、乙。", [("第一", "第一", 1), ("第 十二", "第一", 12)]),
        ("其一，甲；其二：乙。", [("其一", "其一", 1), ("其二", "其一", 2)]),
        ("含（一）甲，( 二 )乙。", [("（一）", "（一）", 1), ("( 二 )", "（一）", 2)]),
        ("含（1）甲，（２）乙。", [("（1）", "（1）", 1), ("（２）", "（1）", 2)]),
        ("含：1)甲，12）乙。", [("1)", "1）", 1), ("12）", "1）", 12)]),
        ("含①甲⑫乙。", [("①", "①", 1), ("⑫", "①", 12)]),
        ("含：1.甲；2、乙；3.2026年丙。", [("1.", "1.", 1), ("2、", "1.", 2), ("3.", "1.", 3)]),
        ("第（二）项、（三）款和公式（4）。", []),
        ("之二是甲，二是非问题。", []),
        ("含：1.5万元；2.5万元。", []),
    ],
)
def test_each_form_is_read_with_its_ordinal(text: str, found: list[tuple[str, str, int]]) -> None:
    read = members.read(text, FORMS, [])
    assert [(text[m.span.start : m.span.end], m.form, m.ordinal) for m in read] == found


def test_a_member_knows_its_line_and_whether_it_begins_it() -> None:
    text = "\u3000\u3000一是甲；二是乙。\n三是丙。"
    assert [(m.line, m.starts) for m in members.read(text, FORMS, [])] == [(0, True), (0, False), (1, True)]


def test_words_keep_to_chapters_and_marks_to_paragraphs() -> None:
    text = "一是甲：（1）子。\n二是乙：（1）丑类\n（2）寅。三是丙。"
    regions = [(m.form, m.region) for m in members.read(text, FORMS, [text.index("三是")])]
    assert regions == [("是", 0), ("（1）", 0), ("是", 0), ("（1）", 1), ("（1）", 1), ("是", 1)]


@pytest.mark.parametrize("form", FORMS)
def test_the_anchor_of_a_form_holds_every_later_member(form: str, document: Make) -> None:
    later = {"是": "二是", "第一": "第二，", "其一": "其二，"}.get(form) or members.written(form, 2)
    text = f"甲类；{later}乙类"
    assert [m.form for m in members.read(text, (form,), [])] == [form]
    assert list(document(text).matches(members.anchor(form)))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("一是甲。二是乙。四是丁。五是戊。", [("gap", 4, (3,))]),
        ("一是甲。三是丙。五是戊。", [("gap", 3, (2,)), ("gap", 5, (4,))]),
        ("一是甲。二是乙。二是丙。三是丁。", [("repeat", 2, ())]),
        ("一是甲。二是乙。四是丁。三是丙。五是戊。", [("order", 3, ())]),
        ("一是甲。二是乙。九是丙。四是丁。五是戊。", [("misnumbered", 9, (3,))]),
        ("一是甲。二是乙。二是丙。四是丁。五是戊。", [("misnumbered", 2, (3,))]),
        ("二是乙。三是丙。五是戊。", [("gap", 2, (1,)), ("gap", 5, (4,))]),
    ],
)
def test_the_count_goes_on_after_a_fault(document: Make, text: str, faults: list[tuple[str, int, object]]) -> None:
    found = enumerations.faults(text, FORMS, document(text).outline.sections)
    assert [(fault.kind, fault.member.ordinal, fault.missing) for fault in found] == faults
