"""Which schemes a document nests in which: learnt from whole lists between siblings, GB/T 9704-2012 as the prior."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document
from lint.document.markers import SCHEMES, Marker
from lint.document.numbering import nesting
from lint.text import Span

Make = Callable[[str], Document]
# A letter is a scheme, a number an ordinal: `C1 P1 P2 C2` is 一、 （一） （二） 二、.
LETTERS = {"H": "chapter", "J": "article", "C": "chinese", "P": "chinese-paren", "A": "arabic", "R": "arabic-paren"}


def learnt(written: str) -> nesting.Nesting:
    """The nesting that these markers show."""
    marks = written.split()
    return nesting.learn([Marker(Span(at, at + 1), LETTERS[m[0]], int(m[1:])) for at, m in enumerate(marks)])


def order(written: str) -> str:
    """Their order as letters, outermost first."""
    return "".join(letter for scheme in learnt(written).order for letter in LETTERS if LETTERS[letter] == scheme)


def tree(document: Document) -> list[tuple[int, str]]:
    return [(section.level, document.slice(section.heading)) for section in document.outline.sections]


@pytest.mark.parametrize("written", ["A1 A2 R1 R2 P1 P2 C1 C2", "C1 C2 P1 P2 A1 A2 R1 R2", "R9 A9 P9 C9"])
def test_schemes_that_show_nothing_nest_as_the_standard_says(written: str) -> None:
    assert order(written) == "CPAR"


def test_markers_in_no_order_at_all_nest_as_the_standard_says() -> None:
    found = [Marker(Span(at, at + 1), scheme, 7) for at, scheme in enumerate(reversed(SCHEMES))]
    assert nesting.learn(found).order == SCHEMES


@pytest.mark.parametrize(
    ("written", "nested"),
    [
        ("C1 P1 P2 C2 P1 P2 C3", "CP"),
        ("P1 C1 C2 P2 C1 C2 P3", "PC"),
        ("A1 P1 P2 A2 P1 P2 A3", "AP"),
        ("A1 C1 C2 A2 C1 C2 A3", "AC"),
        ("R1 A1 A2 R2 A1 A2 R3", "RA"),
        ("J1 H1 H2 J2 H1 H2 J3", "JH"),
        ("C1 A1 P1 P2 A2 P1 P2 C2 A1 P1 P2 A2 P1 P2 C3", "CAP"),
        ("P1 A1 C1 C2 A2 C1 C2 P2 A1 C1 C2 A2 C1 C2 P3", "PAC"),
        ("C1 A1 A2 C2 A1 A2 C3 R1 P1 P2 R2 P1 P2 R3", "CRPA"),
    ],
)
def test_the_order_is_that_of_the_lists_that_stand_whole_between_siblings(written: str, nested: str) -> None:
    assert order(written) == nested


@pytest.mark.parametrize(
    ("written", "pair", "whole", "below"),
    [
        ("C1 P1 P2 C2 P1 C3", "CP", 2, 2),
        ("C1 P1 P2 C2", "CP", 1, 1),
        ("C1 C2 P1 P2 C3", "CP", 1, 1),
        ("C1 P1 P2 C3", "CP", 0, 1),  # 二、 is missing, so nobody knows what stood there
        ("C1 P2 P3 C2", "CP", 0, 0),  # a list that lost its first is no whole one
        ("C1 P1 P2", "CP", 0, 1),  # nothing comes after it
        ("C1 P1 P2 C2 P3 P4 C3 P5", "CP", 0, 1),
        ("C1 P1 P2 C2 P3 P4 C3 P1 P2 C4", "CP", 1, 2),
        ("C1 P1 P2 C2", "PC", 0, 0),
    ],
)
def test_a_list_counts_where_it_is_whole_and_does_not_go_on(written: str, pair: str, whole: int, below: int) -> None:
    found, (outer, inner) = learnt(written), (LETTERS[letter] for letter in pair)
    assert (found.whole[outer, inner], found.below[outer, inner]) == (whole, below)


def test_what_speaks_for_a_pair_speaks_against_its_reverse() -> None:
    found = learnt("C1 P1 P2 C2 P1 P2 C3")
    assert (found.weight("chinese", "chinese-paren"), found.weight("chinese-paren", "chinese")) == (3.0, -3.0)


@pytest.mark.parametrize(
    ("written", "nested"),
    [
        ("A1 C1 C2 A2 C3 C4 A3 C5", "AC"),
        ("P1 C1 C2 P2 C3 C4 P3 C5", "PC"),
        ("C1 A1 A2 C2 A3 A4 C3 A5", "CA"),
        ("C1 A1 C2 A2 C3 A3", "CA"),
    ],
)
def test_the_parts_of_a_list_that_runs_on_are_evidence(written: str, nested: str) -> None:
    assert order(written) == nested


QUOTED = "（一）子\n（二）丑\n引文如下：\n一、卯\n二、辰\n（三）寅\n"


def test_one_quoted_list_does_not_turn_the_order_over(document: Make) -> None:
    seen = document(f"一、甲\n{QUOTED}二、乙\n（一）巳\n（二）午\n三、丙\n")
    assert seen.outline.numbering.nesting.order == ("chinese", "chinese-paren")
    assert tree(seen)[-4:] == [(1, "二、乙"), (2, "（一）巳"), (2, "（二）午"), (1, "三、丙")]
    assert seen.outline.faults == []


def test_one_quoted_list_does_not_turn_the_order_over_where_no_other_list_is_whole(document: Make) -> None:
    seen = document(f"一、甲\n{QUOTED}二、乙\n三、丙\n")
    assert seen.outline.numbering.nesting.order == ("chinese", "chinese-paren")
    assert seen.outline.faults == []


def test_lists_under_another_heading_are_no_evidence_where_items_run_on(document: Make) -> None:
    text = "一、甲\n（一）子\n1.x\n2.y\n（二）丑\n3.z\n二、乙\n（一）寅\n（二）卯\n（三）辰\n三、丙\n4.w\n5.v\n"
    seen = document(text + "四、丁\n（一）巳\n（二）午\n五、戊\n6.u\n")
    assert seen.outline.numbering.nesting.order == ("chinese", "chinese-paren", "arabic")
    assert seen.outline.faults == []


def test_a_document_that_nests_the_other_way_round_is_read_so(document: Make) -> None:
    assert tree(document("1.甲\n一、子\n二、丑\n2.乙\n一、寅\n二、卯\n3.丙\n")) == [
        (1, "1.甲"), (2, "一、子"), (2, "二、丑"), (1, "2.乙"), (2, "一、寅"), (2, "二、卯"), (1, "3.丙"),
    ]  # fmt: skip


@pytest.mark.parametrize(("outer", "inner"), [("、", "."), (".", "、")])
def test_two_ways_to_write_a_number_are_two_levels_where_one_stands_inside_the_other(
    document: Make, outer: str, inner: str
) -> None:
    items = "1{0}甲\n1{1}子\n2{1}丑\n2{0}乙\n1{1}寅\n2{1}卯\n3{0}丙\n"
    seen = document(items.format(outer, inner))
    assert [level for level, _ in tree(seen)] == [1, 2, 2, 1, 2, 2, 1]
    assert len({section.marker.scheme for section in seen.outline.top}) == 1
    assert seen.outline.faults == []


@pytest.mark.parametrize(
    "text",
    [
        "1.甲\n2、乙\n3.丙\n4、丁\n5、戊\n",
        "1、甲\n2.乙\n3、丙\n",
        "1.甲\n2.乙\n3、丙\n4、丁\n",
    ],
)
def test_two_ways_to_write_a_number_among_siblings_are_one_scheme(document: Make, text: str) -> None:
    seen = document(text)
    assert {(section.level, section.marker.scheme) for section in seen.outline.sections} == {(1, "arabic")}
    assert seen.outline.faults == []


def test_lists_written_otherwise_under_each_heading_are_one_scheme(document: Make) -> None:
    seen = document("一、甲\n1.子\n2.丑\n二、乙\n1、寅\n2、卯\n三、丙\n1.辰\n2.巳\n")
    assert seen.outline.numbering.nesting.order == ("chinese", "arabic")
    assert seen.outline.faults == []


def test_a_scheme_tells_how_it_nests_and_what_shows_it(document: Make) -> None:
    text = "一、甲\n(一)子\n1.x\n2.y\n(二)丑\n3.z\n二、乙\n(一)寅\n4.w\n"
    assert [tuple(scheme) for scheme in document(text).outline.schemes] == [
        ("chinese", "一、", 1, 2, (0, 0), None, 0, 0, 0),
        ("chinese-paren", "(一)", 2, 3, (1, 0), "chinese", 1, 2, 0),
        ("arabic", "1.", 3, 4, (0, 2), "chinese-paren", 0, 1, 1),
    ]
