"""A document is written whole or not at all, as it was encoded, and never where it must not be."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.fixes.writing import Changed, Unwritable, data, write
from lint.replacing import PREFIX
from lint.text import Source

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]
TEXT = "清河县2024年工作计划\r\n抓好D建工作。\n推进D建工作"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def rewrite(path: Path, old: str = "D", new: str = "党") -> None:
    before = Source.read(path)
    write(path, before, replace(before, text=before.text.replace(old, new)))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_its_mark_and_the_line_ends_stay(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    rewrite(path)
    assert path.read_bytes() == TEXT.replace("D", "党").encode(encoding)


@given(st.text("甲乙D\r\n \t，🀀", max_size=40), st.sampled_from(ENCODINGS))
def test_bytes_that_are_read_and_written_are_the_same(text: str, encoding: str) -> None:
    content = ("清河县工作计划" * 4 + text).encode(encoding)
    assert data(Source.parse(content, "a.txt")) == content


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0o640)
    rewrite(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_nothing_but_the_document_is_left_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    rewrite(path)
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_a_document_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    before = Source.read(path)
    path.write_text("另一篇", encoding="utf-8")
    with pytest.raises(Changed):
        write(path, before, replace(before, text="一"))
    assert path.read_text(encoding="utf-8") == "另一篇"


def test_a_document_with_broken_bytes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    content = (TEXT * 20).encode() + b"\xe5\x85"
    path.write_bytes(content)
    with pytest.raises(Unwritable, match="could not be read"):
        rewrite(path)
    assert path.read_bytes() == content


def test_a_character_that_the_encoding_does_not_have_is_not_lost() -> None:
    with pytest.raises(Unwritable, match="big5"):
        data(Source("a.txt", "现代化", "big5"))


@needs_links
def test_a_link_inside_the_tree_is_written_through_and_stays_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("real").mkdir()
    Path("real/a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.txt").symlink_to("real/a.txt")
    rewrite(Path("b.txt"))
    assert Path("b.txt").is_symlink()
    assert "党建" in Path("real/a.txt").read_text(encoding="utf-8")


@needs_links
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_that_leaves_the_tree_is_left_alone(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "a.txt").write_bytes(TEXT.encode())
    monkeypatch.chdir(inside)
    if kind == "file":
        Path("a.txt").symlink_to(outside / "a.txt")
    else:
        Path("docs").symlink_to(outside)
    with pytest.raises(Unwritable, match="leads out of inside"):
        rewrite(Path("a.txt") if kind == "file" else Path("docs/a.txt"))
    assert (outside / "a.txt").read_bytes() == TEXT.encode()


def test_a_document_outside_the_working_directory_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    rewrite(Path("../a.txt"))
    assert "党建" in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("failing", ["fsync", "chmod", "replace"])
def test_whatever_fails_the_old_document_is_there_and_nothing_else(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    monkeypatch.setattr(os, failing, full)
    with pytest.raises(Unwritable, match="no space"):
        rewrite(path)
    assert path.read_bytes().decode() == TEXT
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


@needs_links
def test_a_document_with_several_names_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    os.link(path, tmp_path / "b.txt")
    with pytest.raises(Unwritable, match="2 names"):
        rewrite(path)
    assert (tmp_path / "b.txt").read_bytes() == path.read_bytes() == TEXT.encode()


def test_a_write_protected_document_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(Unwritable, match="write-protected"):
        rewrite(path)


def test_temporary_files_are_hidden() -> None:
    assert PREFIX.startswith(".")
