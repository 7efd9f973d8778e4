"""The format `github`: commands that the runner of GitHub Actions reads back as they were meant."""

from __future__ import annotations

import re

import pytest
from showing import printed, result, unreadable

from lint.findings import Severity

TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: level, properties, message."""
    matched = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
    assert matched
    level, properties, message = matched.groups()
    told = dict(one.split("=", 1) for one in properties.split(","))
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        told = {key: value.replace(code, sign) for key, value in told.items()}
        message = message.replace(code, sign) if code not in ("%3A", "%2C") else message
    return level, told, message


def test_a_finding_is_a_command_with_its_place() -> None:
    assert printed("github", result(TEXT, "甲"), quiet=True) == (
        "::warning file=a.txt,line=1,endLine=1,col=5,endColumn=6,title=marked::有“甲”\n"
    )


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    assert printed("github", result(TEXT, "甲", severity=severity)).startswith(f"::{level} ")


def test_what_separates_in_a_command_is_escaped() -> None:
    file, message = "50%, a::b=c.txt", "50%::100%, 完成%0A率"
    (line,) = printed("github", result(TEXT, "甲", file=file, message=message), quiet=True).splitlines()
    _, properties, told = read(line)
    assert (properties["file"], told) == (file, message)


def test_no_text_can_begin_a_command_of_its_own() -> None:
    text = "甲\n::stop-commands::x\n乙"
    assert len(printed("github", result(text, text, message=text), quiet=True).splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "lines"),
    [("甲工作。\n", ("1", "1")), ("甲工作。\n抓", ("1", "2")), ("甲工作。\n抓好乙工作。\n", ("1", "2"))],
)
def test_columns_are_told_of_one_line_only(words: str, lines: tuple[str, str]) -> None:
    (line,) = printed("github", result(TEXT, words), quiet=True).splitlines()
    _, properties, _ = read(line)
    assert (properties["line"], properties["endLine"]) == lines
    assert "col" not in properties
    assert "endColumn" not in properties


def test_what_could_not_be_read_is_an_error_on_its_file() -> None:
    assert printed("github", unreadable()) == (
        "::error file=gone.txt,title=plan-lint::no such file or folder\nNo document was read.\n"
    )


@pytest.mark.parametrize(("count", "told"), [(10, False), (11, True)])
def test_the_last_line_says_how_many_there_are_and_that_github_cuts(count: int, told: bool) -> None:
    words = [chr(0x4E00 + number) for number in range(count)]
    *_, last = printed("github", result("".join(words), *words)).splitlines()
    cut = " GitHub shows 10 errors, 10 warnings and 10 notices of a step." if told else ""
    assert last == f"{count} findings (0 errors, {count} warnings, 0 infos) in 1 file.{cut}"
