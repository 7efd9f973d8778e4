"""The benchmark of injections: what each family puts into a text, how it is judged, and how much of it is found."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from benchmarks.injections import trials
from benchmarks.injections.__main__ import command
from benchmarks.injections.injection import Injection
from benchmarks.injections.trials import GENERATORS
from lint.engine import Engine

PLANS = sorted((Path(__file__).parent / "gold" / "plans").glob("*.txt"))
BAR = 0.9  # of all damage put into the plans; every betterment of the rules raises it
LEAST = {"misspelling": 0.5}  # where precision comes first
FAMILY = 0.75  # of any other family's: few damages, so that one may be missed


@pytest.fixture(scope="module")
def engine() -> Engine:
    return trials.ready()


@pytest.mark.parametrize("family", GENERATORS)
def test_damage_lies_where_its_generator_says(family: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in PLANS[:6]]
    made = [GENERATORS[family](text, Random(seed), None) for text in texts for seed in range(4)]
    found = [injection for injection in made if injection is not None]
    assert found
    for injection in found:
        assert injection.text not in texts
        assert all(0 <= start <= end <= len(injection.text) for start, end in injection.spans)


@pytest.mark.parametrize("family", GENERATORS)
def test_one_seed_makes_one_damage(family: str) -> None:
    text = PLANS[0].read_text(encoding="utf-8")
    assert GENERATORS[family](text, Random(3), None) == GENERATORS[family](text, Random(3), None)


def test_a_finding_must_touch_the_place_and_name_the_damage(engine: Engine) -> None:
    text = "某县工作要点\n\n一、任务\n落实D建工作，抓好招生，促进公平。\n"
    place = text.index("D建")
    hit = trials.judged(engine, "a.txt", Injection(text, ((place, place + 2),), "letters", ""))
    elsewhere = trials.judged(engine, "a.txt", Injection(text, ((0, 2),), "letters", ""))
    other = trials.judged(engine, "a.txt", Injection(text, ((place, place + 2),), "hole", ""))
    assert [(t.named, t.found) for t in (hit, elsewhere, other)] == [(True, True), (False, False), (False, False)]


def test_chrome_that_another_rule_of_the_pack_tells_is_found_but_not_named(engine: Engine) -> None:
    text = "上一篇：学校要点\n学校工作要点\n\n一、任务\n抓好招生，促进公平，办好教育。\n"
    trial = trials.judged(engine, "a.txt", Injection(text, ((0, 8),), "breadcrumb", ""))
    assert (trial.named, trial.found, trial.told) == (False, True, ("pager",))


def test_the_damage_put_into_plans_is_found(engine: Engine) -> None:
    tried = list(trials.run(engine, PLANS[::4], tuple(GENERATORS), 3, None))
    assert {trial.injection.family for trial in tried} == set(GENERATORS)
    assert sum(trial.found for trial in tried) >= BAR * len(tried)
    shares = {family: found / count for family, (count, _, found) in trials.shares(tried).items()}
    assert {family: share for family, share in shares.items() if share < LEAST.get(family, FAMILY)} == {}


def test_the_command_reports_for_people_and_for_programs() -> None:
    asked = [str(PLANS[0]), "--family", "pager", "--each", "2"]
    (row,) = json.loads(CliRunner().invoke(command, [*asked, "--json"]).stdout)
    assert (row["family"], row["trials"]) == ("pager", 2)
    assert "pager" in CliRunner().invoke(command, [*asked, "--show"]).stdout
