"""`--fix`, `--unsafe-fixes` and `--diff` on the real command line."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "清河县2024年工作计划\n\n一、加强D建工作\n\n新建 3所幼儿园，新增学位900个。。\n\n责任编辑：某\n"
FIXED = "清河县2024年工作计划\n\n一、加强党建工作\n\n新建 3所幼儿园，新增学位900个。\n"
BYTES = subprocess.CompletedProcess[bytes]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, stdin: bytes = b"") -> BYTES:
    return subprocess.run([sys.executable, "-m", "lint", "check", *arguments], input=stdin, capture_output=True)


def fixed(*arguments: str) -> tuple[int, str]:
    """Status and standard output of a repair with all built-in rules."""
    done = run("--fix", "--output-format", "concise", *arguments)
    return done.returncode, done.stdout.decode()


def write(text: str = TEXT, name: str = "a.txt") -> Path:
    Path(name).write_bytes(text.encode())
    return Path(name)


def read(name: str = "a.txt") -> str:
    return Path(name).read_bytes().decode()


def test_safe_repairs_are_written_and_unsafe_ones_offered() -> None:
    write()
    status, shown = fixed("a.txt")
    assert status == 1
    assert "责任编辑" not in read()
    assert "D建" in read()
    assert "a.txt:3:5: error obfuscated-term" in shown


def test_unsafe_repairs_are_written_where_they_are_asked_for() -> None:
    write()
    assert fixed("a.txt", "--unsafe-fixes")[0] == 0
    assert read() == FIXED


def test_only_the_rules_that_were_chosen_repair() -> None:
    write()
    fixed("a.txt", "--unsafe-fixes", "--select", "editor-footer")
    assert read() == TEXT.replace("\n责任编辑：某\n", "")


def test_a_second_repair_changes_nothing() -> None:
    write()
    fixed("a.txt", "--unsafe-fixes")
    before = Path("a.txt").stat().st_mtime_ns
    fixed("a.txt", "--unsafe-fixes", "--no-cache")
    assert Path("a.txt").stat().st_mtime_ns == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_mark_and_line_ends_stay(encoding: str) -> None:
    Path("a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    fixed("a.txt", "--unsafe-fixes")
    assert Path("a.txt").read_bytes() == FIXED.replace("\n", "\r\n").encode(encoding)


def test_a_diff_changes_nothing_and_git_applies_it() -> None:
    write()
    done = run("a.txt", "--diff", "--unsafe-fixes")
    assert done.returncode == 1
    assert read() == TEXT
    assert done.stdout.startswith(b"--- a/a.txt\n+++ b/a.txt\n@@ ")
    subprocess.run(["git", "apply", "-"], input=done.stdout, check=True)
    assert read() == FIXED


def test_a_diff_without_a_change_is_empty() -> None:
    write(FIXED)
    done = run("a.txt", "--diff", "--unsafe-fixes")
    assert (done.returncode, done.stdout) == (0, b"")


def test_standard_input_is_repaired_to_standard_output() -> None:
    done = run("-", "--fix", "--unsafe-fixes", stdin=TEXT.encode("gb18030"))
    assert done.stdout == FIXED.encode("gb18030")


@pytest.mark.parametrize(
    "data", [FIXED.encode(), b"", (FIXED * 9).encode() + b"\xe5\x85", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
)
def test_standard_input_that_needs_no_repair_or_bears_none_passes_as_it_is(data: bytes) -> None:
    assert run("-", "--fix", "--unsafe-fixes", stdin=data).stdout == data


@pytest.mark.parametrize("arguments", [("-", "a.txt", "--fix"), ("-", "--fix", "--diff")])
def test_standard_input_is_repaired_alone(arguments: tuple[str, ...]) -> None:
    write()
    done = run(*arguments)
    assert done.returncode == 2
    assert b"--fix - repairs standard input alone" in done.stderr


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_repaired() -> None:
    write(name="b.txt")
    data = (TEXT * 9).encode() + b"\xe5\x85"
    Path("a.txt").write_bytes(data)
    done = run("a.txt", "b.txt", "--fix", "--unsafe-fixes")
    assert done.returncode == 2
    assert b"a.txt: not repaired: some of its bytes could not be read" in done.stderr
    assert Path("a.txt").read_bytes() == data
    assert read("b.txt") == FIXED


def test_a_diff_shows_nothing_that_a_repair_refuses() -> None:
    Path("a.txt").write_bytes((TEXT * 9).encode() + b"\xe5\x85")
    done = run("a.txt", "--diff", "--unsafe-fixes")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"a.txt: not repaired: some of its bytes could not be read" in done.stderr
    assert b"can be repaired" not in run("a.txt").stdout


def test_a_diff_that_git_cannot_apply_is_told_as_one() -> None:
    Path("a.txt").write_bytes(TEXT.encode("gb18030"))
    assert b"its diff is shown in UTF-8" in run("a.txt", "--diff").stderr


BAD_PACK = """\
rules:
  - id: brings-another
    severity: warning
    message: 有“{text}”
    why: 测试用。
    check: {kind: substitution, swap: {"甲[子]": 乙}}
    fix: safe
    examples:
      good: [无]
      bad: [⟦甲子⟧]
  - id: other
    severity: warning
    message: 有“{text}”
    why: 测试用。
    check: {kind: existence, tokens: [乙]}
    examples:
      good: [无]
      bad: [⟦乙⟧]
"""


def test_a_repair_that_brings_another_finding_is_not_made_and_told() -> None:
    Path("bad.yaml").write_text(BAD_PACK, encoding="utf-8")
    write("一甲子二")
    done = run("a.txt", "--fix", "--rules", "bad.yaml", "--select", "bad")
    assert read() == "一甲子二"
    assert done.returncode == 1
    told = "a.txt: 1:2: rule 'brings-another' offers a repair that was not made: it would bring other to 1:2"
    assert told in done.stderr.decode()


def folder() -> dict[str, bytes]:
    """Twenty documents to repair, as they are before."""
    Path("d").mkdir()
    for number in range(20):
        shutil.copy(sorted(SEEDS.glob("*.txt"))[number % 5], f"d/{number:02}.txt")
    return {path.name: path.read_bytes() for path in Path("d").iterdir()}


def whole() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("d").iterdir() if not path.name.startswith(".")}


def test_a_run_that_is_killed_leaves_each_file_as_it_was_or_repaired() -> None:
    """A few kills here; a thousand by hand, whose outcome docs/adopting.md tells."""
    old = folder()
    command = [sys.executable, "-m", "lint", "check", "d", "--fix", "--unsafe-fixes", "-q"]
    begun = time.monotonic()
    subprocess.run(command, capture_output=True)
    lasts, new = time.monotonic() - begun, whole()
    chance = random.Random(1)
    for _ in range(8):
        for name, data in old.items():
            Path("d", name).write_bytes(data)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(lasts / 3, lasts))
        process.send_signal(chance.choice([signal.SIGKILL, signal.SIGINT]) if os.name == "posix" else signal.SIGTERM)
        process.wait()
        assert all(data in (old[name], new[name]) for name, data in whole().items())
        assert whole().keys() == old.keys()


def test_two_runs_at_once_over_one_folder_end_well() -> None:
    folder()
    command = [sys.executable, "-m", "lint", "check", "d", "--fix", "--unsafe-fixes", "--output-format", "concise"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [1, 1], told
    after = whole()
    assert fixed("d", "--unsafe-fixes", "--no-cache")[0] == 1
    assert whole() == after
    assert not [path for path in Path("d").iterdir() if path.name.startswith(".")]
