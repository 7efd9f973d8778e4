"""Bad input: one clear sentence each, the right status, and all other files are still linted."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

SELECT = ("--select", "obfuscated-term", "--output-format", "concise")
COMMAND = [sys.executable, "-m", "lint"]
FOUND = "good.txt:1:3: error obfuscated-term “D建”疑为“党建”的替写\n"
GONE = "plan-lint: error: {}: no such file or directory\n"


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_good_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("推进D建工作。\n", encoding="utf-8")


def lint(*arguments: str, timeout: float = 60) -> tuple[int, str, str]:
    done = subprocess.run([*COMMAND, *arguments, "-q", *SELECT], capture_output=True, encoding="utf-8", timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def png() -> bytes:
    """A picture of one red dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


def test_a_missing_path_is_told_and_the_others_are_linted() -> None:
    assert lint("gone.txt", "good.txt") == (2, FOUND, "plan-lint: error: gone.txt: no such file or folder\n")


def test_a_folder_without_documents_is_told_and_breaks_nothing() -> None:
    Path("empty").mkdir()
    told = "plan-lint: warning: empty: no documents here (.txt or .md); nothing was checked\n"
    assert lint("empty") == (0, "", told)


def test_a_folder_without_documents_beside_a_file_is_no_matter() -> None:
    Path("empty").mkdir()
    assert lint("empty", "good.txt") == (1, FOUND, "")


def test_an_empty_file_is_noted_and_breaks_nothing() -> None:
    Path("empty.txt").touch()
    done = subprocess.run([*COMMAND, "empty.txt", "good.txt", *SELECT], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout.splitlines()[0] + "\n") == (1, FOUND)
    assert done.stderr == "plan-lint: note: empty.txt: empty file, nothing to check\n"


def test_a_binary_file_is_told_and_the_others_are_linted() -> None:
    Path("dot.txt").write_bytes(png())
    assert lint("dot.txt", "good.txt") == (2, FOUND, "plan-lint: error: dot.txt: binary file, not text\n")


def test_a_file_in_no_known_encoding_is_told_and_the_others_are_linted() -> None:
    Path("bytes.txt").write_bytes(bytes(0x80 | (number * 73 + 131) % 127 for number in range(2000)))
    told = "plan-lint: error: bytes.txt: in no encoding that could be told for sure; convert it to UTF-8 first\n"
    assert lint("bytes.txt", "good.txt") == (2, FOUND, told)


def test_a_file_that_disappears_is_told_and_the_others_are_linted() -> None:
    Path("a.txt").symlink_to("nowhere")
    assert lint(".") == (2, FOUND, GONE.format("a.txt"))


def test_a_folder_named_like_a_document_is_read_as_a_folder() -> None:
    Path("folder.txt").mkdir()
    Path("folder.txt/good.txt").write_text("推进D建工作。\n", encoding="utf-8")
    assert lint("folder.txt") == (1, "folder.txt/" + FOUND, "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_that_may_not_be_read_are_told() -> None:
    Path("secret.txt").write_text("密", encoding="utf-8")
    Path("secret.txt").chmod(0)
    Path("closed").mkdir(mode=0)
    status, shown, told = lint(".")
    Path("closed").chmod(0o700)
    assert (status, shown) == (2, FOUND)
    assert sorted(told.splitlines()) == [
        "plan-lint: error: closed: Permission denied",
        "plan-lint: error: secret.txt: permission denied",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_a_folder_is_passed() -> None:
    os.mkfifo("pipe.txt")
    assert lint(".", timeout=5)[:2] == (1, FOUND)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_given_by_name_is_read() -> None:
    os.mkfifo("pipe.txt")
    with subprocess.Popen([*COMMAND, "pipe.txt", "-q", *SELECT], stdout=subprocess.PIPE, encoding="utf-8") as reader:
        Path("pipe.txt").write_text("推进D建工作。", encoding="utf-8")
        assert reader.communicate(timeout=60)[0] == FOUND.replace("good", "pipe")


def test_a_line_of_20_million_bytes_is_linted_whole_and_soon() -> None:
    sentence = "全面推进重点工作，力争到年底完成增长8%的目标。".encode()
    long = sentence * (20_000_000 // len(sentence)) + "推进D建工作。".encode()
    Path("long.txt").write_bytes(long)
    done = subprocess.run(
        [*COMMAND, "long.txt", "good.txt", "-q", "--output-format", "concise"],
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    column = long.decode().index("D建") + 1
    assert (done.returncode, done.stderr) == (1, "")
    assert f"long.txt:1:{column}: error obfuscated-term" in done.stdout
    assert FOUND in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_an_interrupted_run_says_so_and_ends_with_status_130(output: str) -> None:
    Path("first.txt").write_text("推进D建工作。\n" * 100, encoding="utf-8")
    os.mkfifo("second")  # nobody writes to it: here the run waits for us
    run = subprocess.Popen(
        [*COMMAND, "first.txt", "second", "--output-format", output],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with open("second", "wb"):  # opens once the run has come to it
        run.send_signal(signal.SIGINT)
        shown, told = run.communicate(timeout=60)
    assert (run.returncode, told.strip()) == (130, "plan-lint: interrupted")
    assert (shown == "") is (output == "json")


@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_a_closed_pipe_ends_the_run_without_a_word(output: str) -> None:
    for number in range(20):
        Path(f"{number}.txt").write_text("推进D建工作。\n" * 1000, encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, ".", "--select", "obfuscated-term", "--output-format", output],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as run:  # fmt: skip
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(timeout=120) not in (0, 2)


@pytest.mark.parametrize("verb", [["rule"], ["rule", "obfuscated-term"], ["test", "consistency"], ["--help"]])
def test_a_pipe_closed_from_the_start_leaves_no_traceback(verb: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, *verb], stdout=writing, stderr=subprocess.PIPE, encoding="utf-8")
    os.close(writing)
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to close them with")
@pytest.mark.parametrize("closed", ["- <&-", "good.txt >&-"], ids=["input", "output"])
def test_a_stream_that_is_closed_from_the_start_is_no_fault_of_ours(closed: str) -> None:
    done = subprocess.run(["sh", "-c", f'"$0" -m lint {closed}', sys.executable], capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_told_and_breaks_the_run() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "good.txt", *SELECT], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_path_too_long_for_the_system_is_told() -> None:
    status, shown, told = lint("a" * 5000, "good.txt")
    assert (status, shown) == (2, FOUND)
    assert len(told.splitlines()) == 1
