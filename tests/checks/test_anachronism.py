"""What a document of its year could not know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.anachronism import Anachronism

Hits = Callable[[Anachronism, str], list[tuple[str, int]]]
CHECK = Anachronism(kind="anachronism", since={"新质生产力": 2023, "双减": 2021}, except_=("将[^，。]*",))
PLAN = "某县{}年工作要点\n\n一、任务\n发展新质生产力，落实双减，再谈新质生产力。\n"


def test_each_phrase_that_is_younger_than_the_plan_is_told_once(hits: Hits) -> None:
    assert hits(CHECK, PLAN.format(2019)) == [("新质生产力", 20), ("双减", 28)]


@pytest.mark.parametrize(("year", "found"), [(2022, ["新质生产力"]), (2023, []), ("2019—2024", [])])
def test_a_plan_knows_what_happened_up_to_its_last_year(hits: Hits, year: object, found: list[str]) -> None:
    assert [text for text, _ in hits(CHECK, PLAN.format(year))] == found


def test_a_document_of_no_known_year_may_say_anything(hits: Hits) -> None:
    assert hits(CHECK, PLAN.format("").replace("年", "")) == []


def test_what_is_announced_is_no_anachronism(hits: Hits) -> None:
    assert hits(CHECK, "某县2019年工作要点\n\n一、任务\n将提出双减。\n") == []
