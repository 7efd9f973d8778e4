"""What the manual shows of suppressions and baselines is read without a word of complaint."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lint.baseline.reading import entries
from lint.config import parsing
from lint.findings import Finding, Severity
from lint.suppress.comments import Comments
from lint.suppress.sidecars import SIDECAR
from lint.text import Source

MANUAL = (Path(__file__).parents[1] / "docs" / "adopting.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("yaml"))
def test_its_entries_are_read(block: str) -> None:
    read = parsing.sidecar if SIDECAR in block else parsing.config
    values, _ = read("plan-lint.yaml", block.encode())
    assert values["suppress"]


@pytest.mark.parametrize("block", blocks("markdown"))
def test_its_comments_hold_what_stands_beside_them(block: str) -> None:
    source = Source("a.md", block)
    found = [
        Finding(source.path, "obfuscated-term", "garbling", Severity.ERROR, "m", match[0], place, place)
        for match in re.finditer(r"D[建员]", block)
        for place in [source.position(match.start())]
    ]
    judge = Comments(require_reason=True, today=date(2026, 6, 1))
    assert found
    assert None not in judge.judge(source, found)
    assert list(judge.notes(lambda entry: True)) == []


def test_its_baseline_is_one() -> None:
    (block,) = blocks("json")
    told = [entry.line() for entry in entries(Path("base.json"), block.encode())]
    assert [f"  {line}" for line in told] == [line.rstrip(",") for line in block.splitlines()[2:-1]]
