"""Findings of earlier runs are told again, and only for the same text, the same rules and the same code."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import results
from lint.engine import Engine
from lint.findings import Finding
from lint.results import MOST, Results
from lint.session import Session
from lint.text import Source

TEXT = "推进D建工作，，年底完成。\n2024年2月30日\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path))
    return tmp_path / "results"


def database(folder: Path) -> Path:
    (file,) = folder.glob("*.sqlite")
    return file


def kept(source: Source, findings: list[Finding], made_with: str = "these rules") -> None:
    store = Results(made_with)
    store.put(source, findings)
    store.close()


def known(source: Source, made_with: str = "these rules") -> list[Finding] | None:
    store = Results(made_with)
    found = store.get(source)
    store.close()
    return found


def test_findings_come_back_as_they_were(engine: Engine) -> None:
    findings, _ = engine.lint(Source("a.txt", TEXT))
    assert {finding.fix is not None for finding in findings} == {True, False}
    kept(Source("a.txt", TEXT), findings)
    assert known(Source("a.txt", TEXT)) == findings


def test_a_text_without_findings_is_known_too() -> None:
    kept(Source("a.txt", "甲"), [])
    assert known(Source("a.txt", "甲")) == []


def test_where_rules_are_for_some_files_the_same_text_under_another_path_is_another_one(engine: Engine) -> None:
    store = Results("these rules", by_path=True)
    store.put(Source("a/b.txt", TEXT), [])
    store.close()
    again = Results("these rules", by_path=True)
    assert again.get(Source("./a/b.txt", TEXT)) == []
    assert again.get(Source("c/b.txt", TEXT)) is None
    again.close()


def test_the_same_text_under_another_name_is_told_under_that_name(engine: Engine) -> None:
    kept(Source("a.txt", TEXT), engine.lint(Source("a.txt", TEXT))[0])
    assert {finding.file for finding in known(Source("b.txt", TEXT)) or ()} == {"b.txt"}


def test_the_same_text_as_markdown_or_of_another_type_is_another_one() -> None:
    kept(Source("a.txt", TEXT), [])
    assert known(Source("a.md", TEXT)) is None
    assert known(Source("a.txt", TEXT, kind="law")) is None


@pytest.mark.parametrize(("text", "made_with"), [(TEXT + " ", "these rules"), (TEXT, "other rules")])
def test_another_text_or_other_rules_are_not_known(text: str, made_with: str) -> None:
    kept(Source("a.txt", TEXT), [])
    assert known(Source("a.txt", text), made_with) is None


@given(text=st.text())
def test_any_text_is_known_by_itself(text: str) -> None:
    store = Results("any")
    store.put(Source("a", text), [])
    store._write()
    assert store.get(Source("a", text)) == []
    store.close()


def test_a_database_that_another_run_holds_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(Source("a.txt", TEXT), [])
    monkeypatch.setattr(results, "WAIT", 0.01)
    with sqlite3.connect(database(folder), isolation_level=None) as busy:
        busy.execute("BEGIN EXCLUSIVE")
        kept(Source("b.txt", "乙"), [])
        busy.execute("ROLLBACK")
    busy.close()
    assert known(Source("a.txt", TEXT)) == []
    assert known(Source("b.txt", "乙")) is None


@pytest.mark.parametrize("torn", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_torn_database_is_made_anew(torn: bytes, folder: Path) -> None:
    kept(Source("a.txt", TEXT), [])
    for file in folder.iterdir():
        file.unlink()
    (folder / f"{results.FORMAT}.sqlite").write_bytes(torn)
    assert known(Source("a.txt", TEXT)) is None
    kept(Source("a.txt", TEXT), [])
    assert known(Source("a.txt", TEXT)) == []


ODD: list[object] = ["rule", "pack", "no severity", "message", "text", [0, 1, 1], [1, 1, 2], {}, None, []]


@pytest.mark.parametrize("told", ["", "{", "[1]", "[[]]", '["x"]', json.dumps([ODD])])
def test_results_that_are_something_else_are_not_told(told: str, folder: Path) -> None:
    kept(Source("a.txt", TEXT), [])
    with sqlite3.connect(database(folder)) as base:
        base.execute("UPDATE results SET found = ?", (told,))
    base.close()
    assert known(Source("a.txt", TEXT)) is None


def test_a_folder_that_cannot_be_written_costs_no_results(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    kept(Source("a.txt", TEXT), [])
    assert known(Source("a.txt", TEXT)) is None


def test_those_longest_unused_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST > 100_000
    monkeypatch.setattr(results, "MOST", 10)
    store = Results("these rules")
    for number in range(12):
        store._today = number
        store.put(Source("a", f"第{number}个"), [])
        store._write()
    assert store.get(Source("a", "第0个")) is None
    assert store.get(Source("a", "第11个")) == []
    store.close()


def test_what_is_known_is_not_linted(engine: Engine) -> None:
    first = Session(lambda: engine, Results("these rules"))
    expected = list(first.run([Source("a.txt", TEXT)]))
    assert first._results is not None
    first._results.close()
    again = Session(lambda: pytest.fail("linted again"), Results("these rules"))
    assert list(again.run([Source("a.txt", TEXT)])) == expected
    assert not again.used
