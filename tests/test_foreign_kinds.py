"""Kinds of check that other distributions bring: found by entry point, with the same errors and tests as our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = '''\
"""A kind of check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from lint.checks import Check, Hit
from lint.document import Document
from lint.text import Span


@dataclass(frozen=True)
class Bound:
    longest: int


@dataclass(frozen=True)
class LongLine(Check):
    """Lines longer than a bound."""

    kind: Literal["long-line"]
    bounds: tuple[Bound, ...]
    parts: ClassVar = {"bounds": Bound}

    def run(self, document: Document) -> Iterator[Hit]:
        for span in document.extents.all("line"):
            if span.end - span.start > min(bound.longest for bound in self.bounds):
                yield Hit(span, {"length": str(span.end - span.start)})

    def faults(self) -> Iterator[tuple[str, str]]:
        if any(bound.longest < 1 for bound in self.bounds):
            yield "bounds", "holds a bound below 1"

    def values(self) -> frozenset[str]:
        return frozenset({"length"})


NO_KIND = 3


@dataclass(frozen=True)
class OtherName(LongLine):
    kind: Literal["other"]
'''
PACK = """\
rules:
  - id: overlong
    severity: error
    message: 这一行有 {length} 个字
    why: 测试用。
    check: {kind: long-line, bounds: [{longest: 5}]}
    examples:
      good: [不太长]
      bad: ["不太长\\n⟦这一行太长了⟧\\n"]
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    about = tmp_path / "site/house-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n")
    points = (
        "long-line = bureau_kinds:LongLine",
        "no-kind = bureau_kinds:NO_KIND",
        "misnamed = bureau_kinds:OtherName",
    )
    lost = ("lost = bureau_gone:Kind",)
    (about / "entry_points.txt").write_text("\n".join(["[plan_lint.kinds]", *points, *lost]) + "\n")
    (tmp_path / "site/bureau_kinds.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "house.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "a.txt").write_text("不长\n这一行可太长了。\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {
        "PYTHONPATH": str(folder / "site"),
        "PLAN_LINT_CACHE_DIR": str(folder.parent / "cache"),
    }
    command = [sys.executable, "-m", "lint", *arguments]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8")


def checked(folder: Path) -> str:
    done = run(
        folder, "check", "a.txt", "--rules", "house.yaml", "--select", "house", "--output-format", "concise", "-q"
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_an_installed_kind_works_anew_and_from_the_cache(here: Path) -> None:
    assert checked(here) == "a.txt:2:1: error overlong 这一行有 8 个字\n"
    (here / "a.txt").write_text("不长\n这一行可太长了啊。\n", encoding="utf-8")
    assert checked(here) == "a.txt:2:1: error overlong 这一行有 9 个字\n"


def test_a_change_of_its_code_is_noticed(here: Path) -> None:
    checked(here)
    (here / "site/bureau_kinds.py").write_text(CODE.replace("str(span.end - span.start)", "'很多'"), encoding="utf-8")
    assert checked(here) == "a.txt:2:1: error overlong 这一行有 很多 个字\n"


def test_its_examples_are_run_like_those_of_any_rule(here: Path) -> None:
    assert run(here, "test", "--rules", "house.yaml").stdout == "1 rule, 2 examples: all as they say.\n"
    (here / "house.yaml").write_text(PACK.replace("longest: 5", "longest: 50"), encoding="utf-8")
    assert "overlong: missing" in run(here, "test", "--rules", "house.yaml").stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("long-line", "long-lin", "unknown kind 'long-lin'; allowed: anachronism"),
        ("long-line", "long-lin", "did you mean 'long-line'?"),
        ("longest: 5", "longst: 5", "check.bounds.0.longst: unknown key; allowed: longest; did you mean 'longest'?"),
        ("longest: 5", "longest: 0", "check.bounds: holds a bound below 1"),
        ("{length}", "{size}", "message: uses the unknown value '{size}'; allowed: {length}, {text}"),
        (
            "long-line",
            "lost",
            "check.kind: kind 'lost' of house 1.0 cannot be imported: ModuleNotFoundError: No module",
        ),
        ("long-line", "no-kind", "check.kind: kind 'no-kind' of house 1.0 is no class that extends lint.checks.Check"),
        ("long-line", "misnamed", """kind 'misnamed' of house 1.0 must have the field 'kind: Literal["misnamed"]'"""),
    ],
)
def test_what_is_wrong_is_told_as_of_any_kind(old: str, new: str, told: str, here: Path) -> None:
    (here / "house.yaml").write_text(PACK.replace(old, new), encoding="utf-8")
    done = run(here, "check", "a.txt", "--rules", "house.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("house.yaml:")
    assert told in done.stderr


def test_without_a_pack_that_asks_for_it_nothing_of_it_is_imported(here: Path) -> None:
    (here / "site/bureau_kinds.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    done = run(here, "check", "a.txt", "-q")
    assert (done.returncode, done.stderr) == (0, "")
