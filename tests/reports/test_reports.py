"""What holds for every format: its file, its class, where it writes, what it imports."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stdout
from importlib import import_module

import pytest
from showing import printed, result

from lint.reports import FORMATS, Report, Summary, report
from lint.rules import RuleSet

TEXT = "全面落实甲工作。\n抓好乙工作。\n"
TOLD_TO_MACHINES = {"json", "jsonl", "sarif"}  # formats that tell of findings which do not count
HEAVY = {"rich", "pydantic", "ruamel", "jieba", "hyperscan", "click"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_a_file_and_a_class_of_its_name(name: str) -> None:
    made = getattr(import_module(f"lint.reports.{name}"), name.capitalize())
    assert issubclass(made, Report)
    assert type(report(name, False, "auto")) is made


@pytest.mark.parametrize("name", FORMATS)
def test_standard_output_is_looked_up_at_each_writing(name: str) -> None:
    told, summary = report(name, False, "never"), Summary()
    one = result(TEXT, "甲")
    summary.add(one)
    with redirect_stdout(io.StringIO()) as first:
        told.result(one)
    with redirect_stdout(io.StringIO()) as second:
        told.close(summary)
    assert first.getvalue() + second.getvalue() == printed(name, one).encode().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_gets_no_colors_even_where_they_are_asked_for(name: str) -> None:
    assert "\x1b" not in printed(name, result(TEXT, "甲", "乙"))


@pytest.mark.parametrize("name", FORMATS)
def test_rules_are_asked_for_once_at_most_and_only_at_the_end(name: str) -> None:
    asked: list[int] = []

    def rules() -> RuleSet:
        asked.append(1)
        return RuleSet(())

    told, summary = report(name, False, "never", io.StringIO(), rules), Summary()
    told.result(result(TEXT, "甲"))
    assert asked == []
    told.close(summary)
    assert len(asked) == (1 if name in ("sarif", "html") else 0)


@pytest.mark.parametrize("name", FORMATS)
def test_findings_that_do_not_count_are_told_to_machines_only(name: str) -> None:
    shown = printed(name, result(TEXT, "甲", suppressed=("乙",)))
    assert "有“甲”" in shown
    assert ("有“乙”" in shown) is (name in TOLD_TO_MACHINES)


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "github"])
def test_quiet_leaves_the_findings_alone(name: str) -> None:
    shown = printed(name, result(TEXT, "甲"), quiet=True)
    assert "甲" in shown
    assert "1 finding" not in shown


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_files_or_findings_is_a_whole_report(name: str) -> None:
    assert printed(name) == "" if name == "jsonl" else printed(name)
    assert printed(name, result(TEXT)).endswith("\n") or name == "jsonl"


def test_no_format_for_machines_imports_what_it_does_not_need() -> None:
    names = [name for name in FORMATS if name not in ("full", "grouped")]
    script = (
        "import sys; from lint.reports import *\n"
        "from lint.session import Result; from lint.text import Source\n"
        f"for name in {names}:\n"
        "    told = report(name, True, 'never')\n"
        "    told.result(Result('a', Source('a', '甲')))\n"
        "    told.close(Summary())\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(eval(done.stderr))
