"""The reader of targets against what a person found in the seeds; `tests/gold/README.md` says how it was made."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lint.document import Document, Target
from lint.text import Source

ROOT = Path(__file__).parent.parent.parent
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/targets.jsonl").read_text(encoding="utf-8").splitlines()]
FIRM = [row for row in GOLD if not row.get("optional")]
BARS = {"value": 0.95, "unit": 0.95, "operator": 0.95, "deadline": 0.9, "indicator": 0.9, "modality": 0.9}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {name: Document(Source.read(ROOT / "seeds" / name)) for name in {row["file"] for row in GOLD}}


@pytest.fixture(scope="module")
def pairs(documents: dict[str, Document]) -> list[tuple[Row, Target]]:
    """Each firm row with the target that overlaps it."""
    found = []
    for row in FIRM:
        near = [t for t in documents[row["file"]].targets if t.span.start < row["end"] and row["start"] < t.span.end]
        found += [(row, near[0])] if near else []
    return found


def test_the_gold_slices_its_seeds(documents: dict[str, Document]) -> None:
    assert all(documents[row["file"]].text[row["start"] : row["end"]] == row["text"] for row in GOLD)


def test_nearly_every_target_is_found(pairs: list[tuple[Row, Target]]) -> None:
    assert len(pairs) >= 0.95 * len(FIRM)


def test_nearly_everything_found_is_a_target(documents: dict[str, Document]) -> None:
    found = [(name, target.span) for name, seen in documents.items() for target in seen.targets]
    right = [
        (name, span)
        for name, span in found
        if any(row["file"] == name and span.start < row["end"] and row["start"] < span.end for row in GOLD)
    ]
    assert len(right) >= 0.95 * len(found)


@pytest.mark.parametrize("slot", BARS)
def test_the_slots_are_read_as_a_person_reads_them(pairs: list[tuple[Row, Target]], slot: str) -> None:
    agreed = Counter(_agrees(row, target, slot) for row, target in pairs)
    assert agreed[True] >= BARS[slot] * len(pairs)


def _agrees(row: Row, target: Target, slot: str) -> bool:
    if slot == "value":
        return bool("..".join(map(str, target.amounts)) == row["value"])
    if slot == "deadline":
        told = target.deadline.isoformat() if target.deadline else None
        if told == row["deadline"]:
            return True
        # The end of the plan's own year may as well be left unsaid.
        return None in (told, row["deadline"]) and "-12-31" in str(told or row["deadline"])
    if slot == "indicator":
        return _same_words(target.indicator, row["indicator"])
    return bool(getattr(target, slot) == row[slot])


def _same_words(ours: str, theirs: str) -> bool:
    """Whether one holds the other, or most characters of the shorter are the longer's."""
    if not ours:
        return False
    shorter, longer = sorted((set(ours), set(theirs)), key=len)
    return ours in theirs or theirs in ours or len(shorter & longer) >= 0.7 * len(shorter)
