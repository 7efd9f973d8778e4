"""A diff says just what a repair changes, so that git applies it to the same bytes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.fixes.diff import diff, quoted

LINES = st.lists(st.sampled_from(["甲", "乙", "丙\r", "", "\x0b丁", "戊\u2028己"]), max_size=12).map("\n".join)


def test_a_diff_is_unified() -> None:
    told = "".join(diff("a.txt", "一\n二。。\n三", "一\n二。\n三"))
    assert told == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n 一\n-二。。\n+二。\n 三\n\\ No newline at end of file\n"
    )


def test_no_change_is_no_diff() -> None:
    assert list(diff("a.txt", "一\n", "一\n")) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a/计划.txt", "a/计划.txt"), ("a b.txt", "a b.txt"), ("a\nb", '"a\\nb"'),
        ('a"b', '"a\\"b"'), ("a\\b", '"a\\\\b"'),
        ("\x1b[31m", '"\\033[31m"'), ("\u202e", '"\\342\\200\\256"'), ("\udcff", '"\\377"'),
    ],
)  # fmt: skip
def test_a_name_is_written_as_git_writes_it(name: str, told: str) -> None:
    assert quoted(name) == told


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@settings(max_examples=25)
@given(LINES, LINES)
def test_git_applies_it(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    folder: Path = tmp_path_factory.mktemp("diff")
    (folder / "计划 1.txt").write_bytes(before.encode())
    told = "".join(diff("计划 1.txt", before, after))
    if told:
        done = subprocess.run(
            ["git", "apply", "--unidiff-zero", "--whitespace=nowarn", "-"], cwd=folder, input=told.encode(),
            capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (folder / "计划 1.txt").read_bytes() == after.encode()
