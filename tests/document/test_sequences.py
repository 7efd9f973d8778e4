"""One scheme's ordinals read as people count: each fault told once, and the count goes on behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document.numbering.links import Link
from lint.document.numbering.sequences import habit, read

# What stands before a number: nothing, a line that ends with a colon, a label, a higher heading, another document.
LINKS = {":": Link.COLON, "/": Link.LABEL, "|": Link.HARD, "#": Link.BREAK}
Steps = list[tuple[int, str, int, tuple[int, ...], int | None]]


def parsed(written: str) -> tuple[list[int], list[Link]]:
    """`1 2 |1 2` as ordinals and links."""
    marks = written.split()
    return [int(mark.lstrip(":/|#")) for mark in marks], [LINKS.get(mark[0], Link.SAME) for mark in marks]


def unsound(ordinals: list[int], links: list[Link] | None = None) -> Steps:
    """Every step that is not sound: where, its kind, the right ordinal, what is missing, where the sibling is."""
    steps = read(ordinals, links or [Link.SAME] * len(ordinals))
    assert len(steps) == len(ordinals)
    return [
        (at, step.kind, step.ordinal, step.missing, step.before)
        for at, step in enumerate(steps)
        if step.kind != "sound"
    ]


def begins(written: str) -> list[int]:
    return [at for at, step in enumerate(read(*parsed(written))) if step.begins]


SOUND = {
    "one list": "1 2 3 4 5",
    "a list that restarts under every heading": "1 2 |1 2 3 |1 2",
    "a list that runs on through headings": "1 2 |3 4 |5 6",
    "a list that restarts once and then runs on": "1 2 |1 2 |3 4",
    "a list inside that a colon announces, and the list around it that goes on": "1 2 3 :1 2 3 4 5",
    "a list inside that is shorter than what was counted before": "1 2 3 :1 2 4 5 6",
    "a new list below a label": "1 2 3 /1 2 3",
    "a new list that nothing announces": "1 2 3 1 2 3",
    "a new list in another document": "1 2 3 #1 2",
    "another document that counts on from elsewhere": "1 2 3 #7 8",
    "a list that begins past three": "4 5 6",
    "one number that is no first": "9",
    "a jump of more than twenty": "1 2 30 31",
    "a jump of more than twenty below a heading": "1 2 |30 31",
    "a number far too high among siblings": "1 2 99 3 4",
    "a number far too high at the end": "1 2 3 99",
    "a number far too high before a list": "99 1 2 3",
    "nothing": "",
}


@pytest.mark.parametrize("written", SOUND.values(), ids=SOUND)
def test_what_people_write_is_sound(written: str) -> None:
    assert unsound(*parsed(written)) == []


FAULTY: dict[str, tuple[str, Steps]] = {
    "a lost item": ("1 2 4 5", [(2, "gap", 4, (3,), 1)]),
    "several lost neighbours": ("1 2 6 7", [(2, "gap", 6, (3, 4, 5), 1)]),
    "twenty lost neighbours": ("1 2 23 24", [(2, "gap", 23, tuple(range(3, 23)), 1)]),
    "a loss before the last": ("1 2 3 5", [(3, "gap", 5, (4,), 2)]),
    "two losses": ("1 3 4 6", [(1, "gap", 3, (2,), 0), (3, "gap", 6, (5,), 2)]),
    "a lost first": ("2 3 4", [(0, "gap", 2, (1,), None)]),
    "two lost firsts": ("3 4 5", [(0, "gap", 3, (1, 2), None)]),
    "a loss under a heading": ("1 2 |1 2 |1 3 |1 2", [(5, "gap", 3, (2,), 4)]),
    "a loss between headings of a list that runs on": ("1 2 |3 4 |6 7 |8", [(4, "gap", 6, (5,), 3)]),
    "a lost first under a heading": ("1 2 3 |2 3 |1 2 3", [(3, "gap", 2, (1,), None)]),
    "a lost first below a label": ("1 2 3 /2 3 4", [(3, "gap", 2, (1,), None)]),
    "a lost first in another document": ("1 2 3 #2 3", [(3, "gap", 2, (1,), None)]),
    "a loss in a list inside": ("1 2 3 :1 3 4 5", [(4, "gap", 3, (2,), 3)]),
    "a loss in the list around a list inside": ("1 2 :1 2 4 5", [(4, "gap", 4, (3,), 3)]),
    "an ordinal twice": ("1 2 2 3", [(2, "repeat", 2, (), 1)]),
    "the first twice": ("1 1 2 3", [(1, "repeat", 1, (), 0)]),
    "the last twice": ("1 2 3 3", [(3, "repeat", 3, (), 2)]),
    "an earlier ordinal again": ("1 2 3 2 4", [(3, "repeat", 2, (), 2)]),
    "a run of ordinals twice": ("1 2 3 4 3 4 5 6", [(4, "repeat", 3, (), 3)]),
    "the number of the sibling before": ("1 2 3 3 5", [(3, "repeat", 4, (), 2)]),
    "neighbours that changed places at the start": ("2 1 3 4", [(1, "order", 1, (), 0)]),
    "neighbours that changed places in the middle": ("1 2 4 3 5 6", [(3, "order", 3, (), 2)]),
    "neighbours that changed places at the end": ("1 2 3 5 4", [(4, "order", 4, (), 3)]),
    "a later place": ("1 3 4 2 5", [(3, "order", 2, (), 2)]),
    "an earlier place": ("1 4 2 3 5", [(1, "order", 4, (), 0)]),
    "the first at the end": ("2 3 4 1", [(3, "order", 1, (), 2)]),
    "a number too low in a list that begins late": ("10 11 12 3 14", [(3, "order", 13, (), 2)]),
    "a number too high": ("1 2 7 4 5", [(2, "wrong", 3, (), 1)]),
    "a number far too high in the place of another": ("1 2 99 4 5", [(2, "wrong", 3, (), 1)]),
    "a first with a number too high": ("7 2 3 4", [(0, "wrong", 1, (), None)]),
    "the number of the sibling behind": ("1 2 4 4 5", [(2, "wrong", 3, (), 1)]),
    "a number too low, seen before": ("1 2 3 4 2 6", [(4, "repeat", 5, (), 3)]),
}


@pytest.mark.parametrize(("written", "steps"), FAULTY.values(), ids=FAULTY)
def test_one_fault_is_one_step(written: str, steps: Steps) -> None:
    assert unsound(*parsed(written)) == steps


def test_the_count_goes_on_behind_every_fault() -> None:
    told = unsound([1, 2, 4, 5, 6, 6, 7, 9, 8, 10, 17, 12, 13, 14, 16])
    assert told == [
        (2, "gap", 4, (3,), 1),
        (5, "repeat", 6, (), 4),
        (8, "order", 8, (), 7),
        (10, "wrong", 11, (), 9),
        (14, "gap", 16, (15,), 13),
    ]


@pytest.mark.parametrize(
    ("written", "firsts"),
    [
        ("1 2 3", [0]),
        ("1 2 |1 2 |1", [0, 2, 4]),
        ("1 2 |3 4", [0]),
        ("1 2 3 :1 2 3 4", [0, 3]),
        ("1 2 /1 2", [0, 2]),
        ("1 2 3 |2 3", [0, 3]),
        ("7 8 #1 2", [0, 2]),
    ],
)
def test_the_first_of_every_list_is_known(written: str, firsts: list[int]) -> None:
    assert begins(written) == firsts


@pytest.mark.parametrize(
    ("written", "restarts", "runs"),
    [("1 2 |1 2 |1", 2, 0), ("1 2 |3 4 |5", 0, 2), ("1 |1 2 |3", 1, 1), ("1 2 3 :1 2 /1", 0, 0), ("1 |3", 0, 0)],
)
def test_a_habit_counts_what_stands_below_higher_headings(written: str, restarts: int, runs: int) -> None:
    assert habit(*parsed(written)) == (restarts, runs)


def test_a_lost_first_is_told_where_lists_restart_and_not_where_they_run_on() -> None:
    assert unsound(*parsed("1 |2 3 |4 5")) == []
    assert unsound(*parsed("1 |1 2 |1 2 |2 3")) == [(5, "gap", 2, (1,), None)]
    assert unsound(*parsed("1 2 |1 2 |1 2 |3 4")) == [(6, "gap", 3, (1, 2), None)]


def test_a_row_of_equal_numbers_is_told_once_at_most() -> None:
    assert unsound(*parsed("1 2 2 2 2 3")) == [(2, "repeat", 2, (), 1)]


def test_a_row_of_bullets_numbers_nothing() -> None:
    assert unsound([1, 1, 1, 1]) == []


@pytest.mark.xfail(reason="reading it as a list that begins anywhere costs the same as a spare marker and comes first")
def test_an_ordinal_twice_on_both_sides_of_a_heading_is_a_repeat_where_lists_run_on() -> None:
    assert unsound(*parsed("1 2 |3 4 |4 5 |6 7")) == [(4, "repeat", 4, (), 3)]


LENGTHS = st.integers(5, 40)


@given(st.integers(0, 200))
def test_a_whole_sequence_is_sound(length: int) -> None:
    assert unsound(list(range(1, length + 1))) == []


@given(st.data(), LENGTHS)
def test_one_ordinal_taken_out_is_exactly_one_gap(data: st.DataObject, length: int) -> None:
    gone = data.draw(st.integers(2, length - 1))
    ordinals = [n for n in range(1, length + 1) if n != gone]
    assert unsound(ordinals) == [(gone - 1, "gap", gone + 1, (gone,), gone - 2)]


@given(st.data(), LENGTHS)
def test_one_wrong_ordinal_is_one_step_at_its_place_or_the_next(data: st.DataObject, length: int) -> None:
    ordinals = list(range(1, length + 1))
    at = data.draw(st.integers(1, length - 2))
    ordinals[at] = data.draw(st.integers(1, 999).filter(lambda n: n != at + 1))
    (step,) = unsound(ordinals)
    assert step[0] in (at, at + 1)


@given(st.data(), LENGTHS)
def test_two_neighbours_that_changed_places_are_one_step_out_of_order(data: st.DataObject, length: int) -> None:
    at = data.draw(st.integers(1, length - 1))
    ordinals = list(range(1, length + 1))
    ordinals[at - 1 : at + 1] = [at + 1, at]
    assert unsound(ordinals) == [(at, "order", at, (), at - 1)]


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(Link)), max_size=30))
def test_every_ordinal_has_its_step(pairs: list[tuple[int, Link]]) -> None:
    ordinals, links = [ordinal for ordinal, _ in pairs], [link for _, link in pairs]
    for at, kind, _, missing, before in unsound(ordinals, links):
        assert kind in ("gap", "repeat", "order", "wrong")
        assert bool(missing) == (kind == "gap")
        assert before is None or before < at
        assert all(0 < ordinal < ordinals[at] for ordinal in missing)
