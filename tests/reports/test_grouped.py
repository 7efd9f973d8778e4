"""The format `grouped`: findings under their file, in columns."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from showing import printed, result

from lint.findings import Severity
from lint.reports import report
from lint.reports.cells import folded


def test_findings_stand_in_columns_under_the_name_of_their_file() -> None:
    text = "\n" * 9 + "全面落实甲工作。\n" + "前" * 120 + "乙"
    shown = printed(
        "grouped",
        result(text, "甲", new="丙", rule="a-long-name", severity=Severity.ERROR),
        result(text),
        result(text, "甲", "乙", file="乙/b.txt", rule="short"),
        quiet=True,
    )
    assert shown == (
        "a.txt\n"
        "  10:5  error    a-long-name  有“甲” [*]\n"
        "\n"
        "乙/b.txt\n"
        "    10:5  warning  short  有“甲”\n"
        "  11:121  warning  short  有“乙”\n"
        "\n"
    )


def test_a_long_message_is_folded_to_the_terminal_under_its_own_column(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    report("grouped", True, "never").result(result("推进" + "甲" * 60 + "工作。\n", "甲" * 60))
    name, *lines = capsys.readouterr().out.rstrip("\n").split("\n")
    assert name == "a.txt"
    assert all(cell_len(line) <= 60 for line in lines)
    assert {len(line) - len(line.lstrip()) for line in lines[1:]} == {lines[0].index("有")}
    assert "".join(line.strip() for line in lines).endswith("有“" + "甲" * 60 + "”")


@pytest.mark.parametrize("room", [2, 3, 4, 7, 40])
@pytest.mark.parametrize("text", ["", "甲乙丙丁", "a甲b乙c", "ascii only", "👍甲é"])
def test_folding_loses_nothing_and_keeps_to_the_room(text: str, room: int) -> None:
    pieces = folded(text, room)
    assert "".join(pieces) == text
    assert all(cell_len(piece) <= room for piece in pieces)


def test_a_file_is_never_folded() -> None:
    assert "甲" * 400 in printed("grouped", result("甲" * 400, "甲" * 400))
