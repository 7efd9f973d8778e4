"""Samples: few, spread over documents, and the same at every run."""

from __future__ import annotations

from functools import partial
from random import Random

import pytest

from lint.reports.samples import Samples

Given = dict[str, list[str]]


def chosen(given: Given, most: int) -> list[str]:
    samples: Samples[str] = Samples(most)
    for name, things in given.items():
        samples.offer(name, [partial(str, thing) for thing in things])
    return samples.chosen()


def many(documents: int, things: int) -> Given:
    return {f"{d}.txt": [f"{d}-{n}" for n in range(things)] for d in range(documents)}


@pytest.mark.parametrize("most", [0, 1, 3, 10])
def test_each_comes_from_another_document_while_there_are_enough(most: int) -> None:
    found = chosen(many(40, 3), most)
    assert len(found) == most
    assert {thing.partition("-")[2] for thing in found} <= {"0"}


def test_documents_are_exhausted_in_rounds() -> None:
    assert chosen({"a": ["a0", "a1", "a2"], "b": ["b0"], "c": ["c0", "c1"]}, 5) == ["a0", "a1", "b0", "c0", "c1"]
    assert chosen({"a": ["a0"]}, 5) == ["a0"]
    assert chosen({}, 5) == []


def test_samples_are_drawn_over_all_documents() -> None:
    numbers = [int(thing.partition("-")[0]) for thing in chosen(many(400, 1), 8)]
    assert numbers == sorted(numbers)
    assert numbers[0] < 200 < numbers[-1]


def test_the_same_documents_are_drawn_whatever_their_order() -> None:
    given = list(many(60, 2).items())
    shuffled = Random(7).sample(given, len(given))
    assert {*chosen(dict(given), 7)} == {*chosen(dict(shuffled), 7)}


def test_no_more_is_made_than_may_be_shown() -> None:
    made: list[int] = []
    samples: Samples[int] = Samples(2)
    for number in range(1000):
        samples.offer(f"{number}.txt", [partial(_noted, made, number)] * 50)
    assert len(made) < 100
    assert len(samples.chosen()) == 2


def _noted(made: list[int], number: int) -> int:
    made.append(number)
    return number
