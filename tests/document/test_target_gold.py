"""The reader of targets against what people found in the seeds and in invented plans (`tests/gold/README.md`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from lint.document import Document, Target
from lint.text import Source

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold"
SLOTS = {"value": 0.95, "unit": 0.95, "operator": 0.95, "deadline": 0.9, "indicator": 0.9, "modality": 0.9}
MORE = {"scope": 0.9, "baseline": 0.95, "responsible": 0.95}
Row = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """Documents with what a person found in them."""

    folder: Path
    file: Path
    bars: dict[str, float]

    @cached_property
    def rows(self) -> list[Row]:
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]

    @cached_property
    def firm(self) -> list[Row]:
        return [row for row in self.rows if row.get("kind", "target") == "target" and not row.get("optional")]

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {name: Document(Source.read(self.folder / name)) for name in {row["file"] for row in self.rows}}

    @cached_property
    def pairs(self) -> list[tuple[Row, Target]]:
        """Each firm row with the target that holds its place."""
        return [(row, target) for row in self.firm for target in self._near(row)]

    def _near(self, row: Row) -> Iterator[Target]:
        for target in self.documents[row["file"]].targets:
            if target.span.start < row.get("end", row["start"] + 1) and row["start"] < target.span.end:
                yield target
                return


SETS = {
    "seeds": Gold(ROOT / "seeds", GOLD / "targets.jsonl", SLOTS),
    "plans": Gold(GOLD / "plans", GOLD / "plans.jsonl", SLOTS | MORE),
}


@pytest.fixture(scope="module", params=SETS)
def gold(request: pytest.FixtureRequest) -> Gold:
    return SETS[request.param]


def test_the_gold_slices_its_seeds() -> None:
    seeds = SETS["seeds"]
    assert all(seeds.documents[row["file"]].text[row["start"] : row["end"]] == row["text"] for row in seeds.rows)


def test_nearly_every_target_is_found(gold: Gold) -> None:
    assert len(gold.pairs) >= 0.95 * len(gold.firm)


def test_nearly_everything_found_is_a_target(gold: Gold) -> None:
    meant = {
        (row["file"], at)
        for row in gold.rows
        if row.get("kind") != "result"
        for at in range(row["start"], row.get("end", row["start"] + 1))
    }
    found = [(name, target.span) for name, seen in gold.documents.items() for target in seen.targets]
    right = [one for one in found if any((one[0], at) in meant for at in range(*one[1]))]
    assert len(right) >= 0.95 * len(found)


@pytest.mark.parametrize(("name", "slot"), [(name, slot) for name, one in SETS.items() for slot in one.bars])
def test_the_slots_are_read_as_a_person_reads_them(name: str, slot: str) -> None:
    pairs = SETS[name].pairs
    agreed = sum(_agrees(row, target, slot) for row, target in pairs)
    assert agreed >= SETS[name].bars[slot] * len(pairs)


def _agrees(row: Row, target: Target, slot: str) -> bool:
    told = row[slot]
    if slot == "value":
        meant = [Decimal(part) for part in told.split("..")]
        return len(meant) == len(target.amounts) and all(
            abs(a - b) < Decimal("0.1") for a, b in zip(meant, target.amounts, strict=True)
        )
    if slot == "deadline":
        ours = target.deadline
        # The end of the plan's own year may as well be left unsaid.
        return ours == (date.fromisoformat(told) if told else None) or (
            None in (told, ours) and str(told or ours).endswith("-12-31")
        )
    if slot in ("indicator", "scope", "baseline", "responsible"):
        return _same_words(getattr(target, slot).strip("“”《》的 "), told)
    return bool(getattr(target, slot).replace("／", "/") == told.replace("／", "/").replace("㎡", "平方米"))


def _same_words(ours: str, theirs: str) -> bool:
    """Whether one holds the other, or most characters of the shorter are the longer's."""
    if not ours or not theirs:
        return ours == theirs
    shorter, longer = sorted((set(ours), set(theirs)), key=len)
    return ours in theirs or theirs in ours or len(shorter & longer) >= 0.7 * len(shorter)
