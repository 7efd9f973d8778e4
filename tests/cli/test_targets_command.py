"""`plan-lint targets`: a table for people, every slot for programs."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from lint.reports.targets import COLUMNS

PLAN = """\
某县2024年教育工作要点

一、学前教育
年底前新建幼儿园3所，毛入园率达到92%以上。去年新建幼儿园2所。
二、师资
（一）招聘。力争招聘教师120名。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*arguments: str | Path, data: bytes = b"") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "targets", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, input=data, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_json_lines_hold_every_slot(plan: Path) -> None:
    status, shown, told = run(plan, "--output-format", "jsonl")
    rows = [json.loads(line) for line in shown.splitlines()]
    assert (status, told) == (0, "")
    assert [list(row) for row in rows] == [[*COLUMNS, "spans"]] * 3
    assert rows[0] == {
        "file": str(plan), "line": 4, "start": 30, "end": 32, "section": "一、学前教育", "indicator": "幼儿园",
        "operator": "=", "value": "3所", "low": 3.0, "high": 3.0, "unit": "所", "scope": "", "baseline": "",
        "deadline": "2024-12-31", "modality": "reach", "responsible": "", "result": False,
        "text": "年底前新建幼儿园3所，毛入园率达到92%以上", "spans": {"indicator": [27, 30], "deadline": [22, 25]},
    }  # fmt: skip
    assert [(row["value"], row["operator"], row["modality"]) for row in rows[1:]] == [
        ("92%以上", "≥", "reach"), ("120名", "=", "strive"),
    ]  # fmt: skip
    assert all(PLAN[row["start"] : row["end"]] == row["value"] for row in rows)
    assert rows[2]["section"] == "二、师资 › （一）招聘"


def test_csv_is_read_back_by_a_program(plan: Path) -> None:
    _, shown, _ = run(plan, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [(row["value"], row["unit"]) for row in rows] == [("3所", "所"), ("92%以上", "%"), ("120名", "名")]


def test_parquet_has_typed_columns(plan: Path, tmp_path: Path) -> None:
    status, shown, told = run(plan, "--output-format", "parquet", "--output", tmp_path / "targets.parquet")
    assert (status, shown, told) == (0, "", "")
    table = parquet.read_table(tmp_path / "targets.parquet")
    assert table.column_names == list(COLUMNS)
    assert table.column("low").to_pylist() == [3.0, 92.0, 120.0]
    assert str(table.schema.field("line").type) == "int64"


def test_a_pipe_gets_columns_with_tabs(plan: Path) -> None:
    status, shown, _ = run(plan)
    assert status == 0
    assert [line.split("\t")[2:7] for line in shown.splitlines()] == [
        ["幼儿园", "=", "3所", "", "2024-12-31"],
        ["毛入园率", "≥", "92%以上", "", "2024-12-31"],
        ["教师", "=", "120名", "", ""],
    ]


def test_a_table_is_for_people() -> None:
    status, shown, _ = run("-", "--stdin-filename", "p.txt", "--color", "always", data=PLAN.encode())
    assert status == 0
    assert "indicator" in shown.splitlines()[0]
    assert "120名" in shown


def test_results_are_shown_where_asked(plan: Path) -> None:
    _, shown, _ = run(plan, "--output-format", "jsonl", "--with-results")
    assert [(row["value"], row["result"]) for row in map(json.loads, shown.splitlines())][2] == ("2所", True)


def test_a_section_is_chosen_by_its_heading(plan: Path) -> None:
    _, shown, _ = run(plan, "--output-format", "jsonl", "--section", "师资")
    assert [json.loads(line)["value"] for line in shown.splitlines()] == ["120名"]


def test_standard_input_is_read(plan: Path) -> None:
    _, shown, _ = run("-", "--stdin-filename", "page.txt", "--output-format", "jsonl", data=PLAN.encode())
    assert {json.loads(line)["file"] for line in shown.splitlines()} == {"page.txt"}


def test_what_cannot_be_read_is_told_and_the_rest_is_listed(plan: Path) -> None:
    status, shown, told = run(plan, "missing.txt", "--output-format", "jsonl")
    assert (status, len(shown.splitlines())) == (2, 3)
    assert told == "plan-lint: error: missing.txt: no such file or folder\n"


@pytest.mark.parametrize("options", [["--output-format", "parquet"], ["--output", "t.parquet"]])
def test_parquet_and_its_file_belong_together(plan: Path, options: list[str]) -> None:
    status, _, told = run(plan, *options)
    assert status == 2
    assert "--output FILE belongs to --output-format parquet" in told


def test_a_cell_that_looks_like_a_formula_is_harmless(tmp_path: Path) -> None:
    path = tmp_path / "=1+1.txt"
    path.write_text(PLAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lint", "targets", path.name, "--output-format", "csv"],
        capture_output=True, cwd=tmp_path, encoding="utf-8", check=False,
    )  # fmt: skip
    assert {row["file"] for row in csv.DictReader(io.StringIO(done.stdout))} == {"'=1+1.txt"}


@pytest.mark.parametrize("verb", ["targets", "outline"])
def test_a_folder_without_documents_is_a_warning(tmp_path: Path, verb: str) -> None:
    (tmp_path / "notes").mkdir()
    command = [sys.executable, "-m", "lint", verb, "notes"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "plan-lint: warning: notes: no documents here (.txt or .md)\n"


def test_a_parquet_file_that_cannot_be_written_is_told(plan: Path, tmp_path: Path) -> None:
    status, _, told = run(plan, "--output-format", "parquet", "--output", tmp_path / "missing" / "t.parquet")
    assert (status, told) == (2, "plan-lint: error: cannot write: No such file or directory\n")
