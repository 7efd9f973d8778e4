"""The format `full`: the line, and the exact place underlined, at the right width for Chinese."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from itertools import accumulate
from pathlib import Path

import pytest
from rich.cells import cell_len

from lint import packs
from lint.engine import Engine
from lint.reports import Summary, report
from lint.reports.visible import UNSAFE, visible
from lint.session import Result
from lint.text import Source

ROOM = 110  # cells of an excerpt where nothing says how wide the terminal is
PACK = """\
rules:
  - id: marked
    severity: warning
    message: 有“甲”至“乙”
    why: 测试用。
    check:
      kind: existence
      patterns: ['甲[^乙]*乙']
      replacement: 丙
    fix: unsafe
    examples:
      good: [无]
      bad: [⟦甲乙⟧]
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("marks.yaml").write_text(PACK, encoding="utf-8")


def full(text: str, *options: str, **environment: str) -> str:
    """The report as a pipe gets it."""
    source = Source.parse(text.encode(), "a.txt")
    found, summary = Result("a.txt", source, tuple(_engine().lint(source)[0])), Summary()
    summary.add(found)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as shown:
        patch.setattr(os, "get_terminal_size", _no_terminal)
        for name, value in environment.items():
            patch.setenv(name, value)
        told = report("full", "-q" in options, options[-1] if "--color" in options else "auto")
        told.result(found)
        told.close(summary)
    return shown.getvalue()


@cache
def _engine() -> Engine:
    return Engine(packs.load((Path("marks.yaml"),), builtin=False))


def _no_terminal(descriptor: int) -> os.terminal_size:
    raise OSError(descriptor)


def on_a_terminal(*options: str, **environment: str) -> str:
    """The report as a terminal gets it."""
    pty = pytest.importorskip("pty")
    Path("a.txt").write_text("甲乙", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "lint", "a.txt", "--rules", "marks.yaml", "--select", "marked", *options]
    subprocess.run(command, stdout=theirs, env=os.environ | {"TERM": "xterm-256color"} | environment)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    return shown


def excerpts(shown: str) -> list[tuple[str, str]]:
    """Each line of text with the line of marks under it, without the gutters."""
    return re.findall(r"^ *\d+ \| (.*)\n *\| ( *\^+)", shown, re.MULTILINE)


def underlined(excerpt: str, marks: str) -> str:
    """What stands over the marks, by the cells that a terminal gives to each character."""
    begins = [0, *accumulate(map(cell_len, excerpt))]
    first, last = begins.index(marks.index("^")), begins.index(len(marks))
    return excerpt[first:last]


def test_a_finding_is_a_block_of_place_message_line_marks_and_fix() -> None:
    assert full("第一行\n全面甲，乙工作\n") == (
        "a.txt:2:3: warning marked 有“甲”至“乙”\n"
        "  |\n"
        "2 | 全面甲，乙工作\n"
        "  |     ^^^^^^\n"
        "  = 建议: 改为“丙”\n"
        "\n"
        "1 finding (0 errors, 1 warning, 0 infos) in 1 file.\n"
        "1 can be repaired with --fix --unsafe-fixes.\n"
        "plan-lint rule ID explains a rule: why it matters, with examples.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "甲乙",
        "全面落实甲工作乙",
        "ASCII text 甲b乙 more",
        "ｗｉｄｅ　甲１２乙％",
        "\t甲\t乙\t后",
        "\u3000\u3000甲乙",
        "零\u200b宽\ufeff甲\u200b乙\u202e后",
        "한국어 日本語 𠮷 甲𠮷乙",
        "表情 👍 甲👍乙",
        "é甲é乙",
        "（）“”……甲——乙",
    ],
)
def test_the_marks_stand_under_the_place(line: str) -> None:
    ((excerpt, marks),) = excerpts(full(f"{line}\n"))
    assert excerpt == visible(line)
    assert underlined(excerpt, marks) == visible(re.findall("甲[^乙]*乙", line)[0])


@pytest.mark.parametrize("before", [0, 10, 53, 54, 55, 107, 109, 110, 111, 5000])
@pytest.mark.parametrize("after", [0, 54, 111, 5000])
def test_a_long_line_is_cut_around_the_place(before: int, after: int) -> None:
    line = ("前a" * before)[:before] + "甲中乙" + ("后b" * after)[:after]
    ((excerpt, marks),) = excerpts(full(line))
    assert underlined(excerpt, marks) == "甲中乙"
    assert cell_len(excerpt) <= ROOM + 1  # and the … at its left
    assert excerpt.strip("…") in line
    if cell_len(line) <= ROOM // 2:
        assert excerpt == line


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_a_block_is_no_wider_than_the_terminal(columns: int) -> None:
    shown = full("前文" * 300 + "甲中乙" + "后文" * 300, "-q", COLUMNS=str(columns))
    room = max(columns, 48)
    assert [line for line in shown.splitlines() if cell_len(line) > room] == []
    ((excerpt, marks),) = excerpts(shown)
    assert underlined(excerpt, marks) == "甲中乙"


def test_a_place_wider_than_the_terminal_is_cut_too() -> None:
    shown = full("甲" + "中" * 200 + "乙", COLUMNS="80")
    assert [line for line in shown.splitlines() if cell_len(line) > 80] == []


def test_a_place_over_several_lines_is_marked_on_the_first_and_names_the_last() -> None:
    assert full("全面甲，\n第二行\n乙工作\n", "-q") == (
        "a.txt:1:3: warning marked 有“甲”至“乙”\n  |\n1 | 全面甲，\n  |     ^^^^ … 3\n  = 建议: 改为“丙”\n\n"
    )


def test_a_windows_line_end_is_no_part_of_the_line() -> None:
    ((excerpt, marks),) = excerpts(full("第一行\r\n全面甲乙\r\n"))
    assert (excerpt, underlined(excerpt, marks)) == ("全面甲乙", "甲乙")


def test_hostile_text_sends_nothing_to_the_terminal() -> None:
    shown = full("文" * 300 + "\x1b]0;title\x07\x9b2J\u202e甲\x1b[31m\u2066\x85乙\u200f" + "文" * 300)
    assert UNSAFE.search(shown.replace("\n", "")) is None
    ((excerpt, marks),) = excerpts(shown)
    assert underlined(excerpt, marks) == "甲<U+001B>[31m<U+2066><U+0085>乙"


def test_a_hostile_name_sends_nothing_to_the_terminal() -> None:
    Path("\x1b[31m\u202e\n.txt").write_text("甲乙", encoding="utf-8")
    Path("\x9bgone.txt").symlink_to("nowhere")
    command = [sys.executable, "-m", "lint", ".", "--rules", "marks.yaml", "--select", "marked", "--color", "never"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.stdout.startswith("<U+001B>[31m<U+202E>⏎.txt:1:1: warning marked")
    assert done.stderr == "plan-lint: error: <U+009B>gone.txt: no such file or directory\n"


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        pytest.param(
            ("--color", "always"),
            {"NO_COLOR": "1"},
            True,
        ),
    ],
)
def test_a_terminal_gets_colors_unless_told_otherwise(
    options: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    assert ("\x1b[1;33mwarning" in on_a_terminal(*options, **environment)) is colored
    assert ("\x1b" in on_a_terminal(*options, **environment)) is colored


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [((), {}, False), ((), {"FORCE_COLOR": "1"}, True), (("--color", "always"), {}, True)],
)
def test_a_pipe_gets_colors_only_when_asked_for(
    options: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    assert ("\x1b" in full("甲乙", *options, **environment)) is colored


def test_colors_change_nothing_else() -> None:
    text = "第一行\n全面[bold]甲，[/bold]乙工作:smile:\n"
    assert re.sub(r"\x1b\[[\d;]*m", "", full(text, "--color", "always")) == full(text)
