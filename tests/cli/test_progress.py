"""A long run shows its progress on a terminal, and the report is the same as without."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

# Every run is a long one.
COMMAND = [sys.executable, "-c", "import lint.cli.reading as c; c.LONG = 0; from lint.cli import main; main()"]
LINE = "{}.txt:1:3: error obfuscated-term “D建”疑为“党建”的替写\n"
FILES = 30


@pytest.fixture(autouse=True)
def _in_a_folder_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(FILES):
        Path(f"{number:02}.txt").write_text("推进D建工作。\n", encoding="utf-8")


def lint(*options: str) -> tuple[str, str]:
    """What goes into a file as standard output, and what a terminal shows as standard error."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    pieces: list[bytes] = []

    def read() -> None:
        while b"\0" not in (piece := os.read(ours, 65536)):
            pieces.append(piece)
        pieces.append(piece)

    reader = threading.Thread(target=read)
    reader.start()
    arguments = [*COMMAND, ".", "--select", "obfuscated-term", "--output-format", "concise", *options]
    with open("report", "wb") as report:
        subprocess.run(arguments, stdout=report, stderr=theirs, env=os.environ | {"TERM": "xterm"})
    os.write(theirs, b"\0")  # the end, since a terminal has none
    reader.join()
    os.close(theirs)
    os.close(ours)
    return Path("report").read_text(encoding="utf-8"), b"".join(pieces).decode().rstrip("\0")


def test_every_finding_goes_into_the_file_while_the_bar_is_on_the_terminal() -> None:
    report, shown = lint()
    wanted = "".join(LINE.format(f"{number:02}") for number in range(FILES))
    assert report == wanted + "30 findings (30 errors, 0 warnings, 0 infos) in 30 files.\n"
    assert "obfuscated-term" not in shown


def test_the_bar_is_shown_and_taken_away() -> None:
    _, shown = lint()
    assert "Linting" in shown
    assert shown.endswith("\x1b[2K")  # the line is erased


def test_quiet_shows_no_bar() -> None:
    report, shown = lint("-q")
    assert report == "".join(LINE.format(f"{number:02}") for number in range(FILES))
    assert shown == ""


def test_a_pipe_gets_no_bar() -> None:
    done = subprocess.run([*COMMAND, "."], capture_output=True, encoding="utf-8")
    assert done.stderr == ""
