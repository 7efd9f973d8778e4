"""What is missing, twice or out of order in an outline's numbering; each fault is told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]
Told = list[tuple[str, str, int, tuple[int, ...]]]


def faults(document: Document) -> Told:
    """Each fault's kind, marker, offset and missing ordinals."""
    return [
        (fault.kind, document.slice(fault.marker.span), fault.marker.span.start, fault.missing)
        for fault in document.outline.faults
    ]


SOUND = {
    "items may run on through chapters": "一、甲\n1.子\n2.丑\n二、乙\n3.寅\n4.卯\n三、丙\n5.辰\n",
    "items may restart under every chapter": "一、甲\n1.子\n2.丑\n二、乙\n1.寅\n2.卯\n",
    "one level may run on while another restarts": "一、甲\n（一）子\n1.x\n二、乙\n（一）丑\n2.y\n3.z\n",
    "a level may be left out": "一、甲\n1.子\n2.丑\n二、乙\n（一）寅\n1.x\n（二）卯\n",
    "two documents may stand in one file": "一、甲\n二、乙\n三、丙\n一、丁\n二、戊\n",
    "a jump of more than twenty is another sequence": "1.甲\n2.乙\n30.丙\n31.丁\n",
    "a list that begins past three is a part of something": "四、甲\n五、乙\n",
    "a list may begin behind a colon": "附件：1.甲\n2.乙\n3.丙\n",
    "a list may begin behind a colon in a later list's midst": "1.甲\n2.乙\n注：1.子\n2.丑\n",
    "a digit may follow an item's dot": "19.甲\n20.2026年推广\n21.5+2服务\n22.乙\n",
    "quantities at line starts are no items": "1.甲\n2.乙\n2.5万元到位\n3.丙\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_numbering_has_no_fault(document: Make, text: str) -> None:
    assert faults(document(text)) == []


FAULTY: dict[str, tuple[str, Told]] = {
    "one missing item is one gap": ("一、甲\n三、丙\n四、丁\n", [("gap", "三、", 4, (2,))]),
    "two missing neighbours are one gap": ("1.甲\n4.丁\n5.戊\n", [("gap", "4.", 4, (2, 3))]),
    "two losses are two gaps": ("1.甲\n3.丙\n4.丁\n6.己\n", [("gap", "3.", 4, (2,)), ("gap", "6.", 12, (5,))]),
    "a missing first item is a gap": ("一、甲\n（二）乙\n（三）丙\n", [("gap", "（二）", 4, (1,))]),
    "a lost beginning is a gap": ("三、甲\n四、乙\n", [("gap", "三、", 0, (1, 2))]),
    "a gap between chapters that run on": ("一、甲\n1.子\n二、乙\n2.寅\n三、丙\n4.辰\n", [("gap", "4.", 20, (3,))]),
    "a gap among restarted items": ("一、甲\n1.子\n2.丑\n二、乙\n1.寅\n3.卯\n", [("gap", "3.", 20, (2,))]),
    "full-width digits count": ("１．甲\n３．乙\n４．丙\n", [("gap", "３．", 4, (2,))]),
    "an ordinal twice is a repeat": ("一、甲\n二、乙\n二、丙\n三、丁\n", [("repeat", "二、", 8, ())]),
    "an ordinal seen before is a repeat": ("1.甲\n2.乙\n3.丙\n2.丁\n4.戊\n", [("repeat", "2.", 12, ())]),
    "a swapped item is out of order": ("1.甲\n3.丙\n4.丁\n2.乙\n5.戊\n", [("order", "2.", 12, ())]),
    "a glued item is no gap": ("一、甲\n抓好落实。二、乙\n三、丙\n", [("glued", "二、", 9, ())]),
    "a damaged item is no gap": ("1.甲类\n2丙类\n3.丁类\n", [("malformed", "2", 5, ())]),
    "what is left of a gap after a damaged item": (
        "1.甲类\n2丙类\n4.丁类\n5.戊类\n",
        [("malformed", "2", 5, ()), ("gap", "4.", 9, (3,))],
    ),
    "an odd separator among sound ones": ("（一）甲\n（二）、乙\n（三）丙\n", [("malformed", "（二）、", 5, ())]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), FAULTY.values(), ids=FAULTY)
def test_one_fault_is_told_once_where_it_is(document: Make, text: str, told: Told) -> None:
    assert faults(document(text)) == told


def test_separators_that_are_odd_throughout_are_a_habit(document: Make) -> None:
    assert faults(document("（一）、甲\n（二）、乙\n（三）、丙\n")) == []


def test_a_gap_names_the_marker_before_it(document: Make) -> None:
    (fault,) = document("一、甲\n二、乙\n五、丙\n六、丁\n").outline.faults
    assert fault.before is not None
    assert fault.before.span == (4, 6)
    assert fault.missing == (3, 4)


def test_a_later_list_does_not_make_up_for_a_missing_item(document: Make) -> None:
    assert faults(document("1.甲\n2.乙\n4.丁\n5.戊\n附件：1.子\n2.丑\n3.寅\n")) == [("gap", "4.", 8, (3,))]


@pytest.mark.parametrize(
    ("text", "offset"),
    [("一、小学\n一、初中\n二、高中\n三、大学\n", 5), ("一、小学\n二、初中\n一、高中\n三、大学\n", 10)],
)
def test_the_first_again_is_a_repeat_where_no_text_stands_between(document: Make, text: str, offset: int) -> None:
    assert faults(document(text)) == [("repeat", "一、", offset, ())]


# The marker of an emergency plan's headings, 1 总则 or 1.1 目的, might be a quantity, so that several must show it.
LOOSE = pytest.mark.parametrize(("above", "form"), [("", "{} {}\n"), ("1.总则\n", "1.{} {}\n")])


def loose(above: str, form: str, *ordinals: int) -> str:
    return above + "".join(map(form.format, ordinals, ("目的", "组织", "职责", "附则", "其他", "范围")))


@LOOSE
def test_a_loss_or_a_repeat_among_numbers_without_a_dot_is_told(document: Make, above: str, form: str) -> None:
    start, marker = len(above) + len(form.format(1, "目的")), form.format(3, "").rstrip()
    assert faults(document(loose(above, form, 1, 3, 4, 5, 6))) == [("gap", marker, start, (2,))]
    assert faults(document(loose(above, form, 1, 2, 3, 3, 4)))[0][:2] == ("repeat", marker)


@LOOSE
def test_the_first_twice_among_numbers_without_a_dot_is_a_repeat(document: Make, above: str, form: str) -> None:
    start, marker = len(above) + len(form.format(1, "目的")), form.format(1, "").rstrip()
    assert faults(document(loose(above, form, 1, 1, 2, 3, 4))) == [("repeat", marker, start, ())]


@LOOSE
@pytest.mark.xfail(reason="two that changed places break three steps, so that five headings follow one another no more")
def test_numbers_without_a_dot_that_changed_places_are_out_of_order(document: Make, above: str, form: str) -> None:
    start, marker = len(above) + 2 * len(form.format(1, "目的")), form.format(2, "").rstrip()
    assert faults(document(loose(above, form, 1, 3, 2, 4, 5))) == [("order", marker, start, ())]
