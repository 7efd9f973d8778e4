"""Which files a run reads: what is named, and below folders every text that no .gitignore leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config import Globs
from lint.files import Missing, find


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*names: str, text: str = "文") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [str(file) if isinstance(file, Path) else f"{file.path}: {file.reason}" for file in find(paths, exclude)]


def test_a_folder_gives_its_texts_in_order() -> None:
    make("d/b.txt", "d/a.md", "d/c.pdf", "d/e/f.txt", "d/TXT")
    assert found("d") == ["d/a.md", "d/b.txt", "d/e/f.txt"]


def test_a_file_given_by_name_is_read_whatever_its_suffix() -> None:
    make("a.pdf", "b", ".hidden")
    assert found("a.pdf", "b", ".hidden") == ["a.pdf", "b", ".hidden"]


def test_each_file_comes_once() -> None:
    make("d/a.txt", "d/b.txt")
    assert found("d/b.txt", "d", "./d/a.txt") == ["d/b.txt", "d/a.txt"]


def test_a_path_that_leads_to_nothing_is_missing_and_the_others_come() -> None:
    make("a.txt")
    assert list(find(("gone.txt", "a.txt"))) == [Missing("gone.txt", "no such file or folder"), Path("a.txt")]


def test_a_dangling_link_is_found_so_that_reading_it_tells() -> None:
    Path("d").mkdir()
    Path("d/a.txt").symlink_to("nowhere")
    assert found("d") == ["d/a.txt"]


def test_a_folder_named_like_a_file_is_a_folder() -> None:
    make("d/a.txt/b.txt")
    assert found("d/a.txt") == found("d") == ["d/a.txt/b.txt"]


def test_a_circle_of_links_ends() -> None:
    make("d/a.txt")
    Path("d/again").symlink_to("..", target_is_directory=True)
    assert found("d") == ["d/a.txt"]


def test_hidden_files_and_folders_are_passed_below_a_folder() -> None:
    make("d/.a.txt", "d/.git/b.txt", "d/.venv/c.txt", "d/e.txt")
    assert found("d") == ["d/e.txt"]


def test_a_hidden_folder_given_by_name_is_read() -> None:
    make(".drafts/a.txt")
    assert found(".drafts") == [".drafts/a.txt"]


def test_a_gitignore_leaves_out_files_and_folders() -> None:
    make("d/a.txt", "d/b.md", "d/old/c.txt", "d/keep/old.txt")
    make("d/.gitignore", text="# old things\n*.md\nold/\n")
    assert found("d") == ["d/a.txt", "d/keep/old.txt"]


def test_a_gitignore_above_the_folder_counts_up_to_the_repository() -> None:
    make("r/d/a.txt", "r/d/b.txt")
    make(".gitignore", text="a.txt\n")
    make("r/.gitignore", text="/d/b.txt\n")
    Path("r/.git").mkdir()
    assert found("r/d") == ["r/d/a.txt"]


def test_a_gitignore_deeper_down_takes_back_what_one_above_leaves_out() -> None:
    make("d/a.txt", "d/e/a.txt", "d/e/b.txt")
    make("d/.gitignore", text="a.txt\n")
    make("d/e/.gitignore", text="!a.txt\nb.txt\n")
    assert found("d") == ["d/e/a.txt"]


def test_a_gitignore_takes_back_what_it_left_out_before() -> None:
    make("d/a.txt", "d/b.txt")
    make("d/.gitignore", text="*.txt\n!b.txt\n")
    assert found("d") == ["d/b.txt"]


def test_a_file_given_by_name_is_read_though_a_gitignore_leaves_it_out() -> None:
    make("d/a.txt")
    make("d/.gitignore", text="*.txt\n")
    assert found("d/a.txt") == ["d/a.txt"]
    assert found("d") == []


def test_a_broken_gitignore_is_read_as_far_as_it_goes() -> None:
    make("d/a.txt", "d/b.txt")
    Path("d/.gitignore").write_bytes(b"\xff\xfe\na.txt\n")
    assert found("d") == ["d/b.txt"]


def test_exclude_leaves_out_what_matches_below_a_folder() -> None:
    make("d/a.txt", "d/old/b.txt", "d/c.md")
    assert found("d", exclude=("old/", "*.md")) == ["d/a.txt"]


def test_exclude_leaves_a_file_given_by_name() -> None:
    make("a.txt")
    assert found("a.txt", exclude=("*.txt",)) == ["a.txt"]


def test_exclude_knows_paths_as_they_are_shown() -> None:
    make("d/a.txt", "d/old/b.txt")
    assert found("d", exclude=("d/old/",)) == ["d/a.txt"]


def test_a_name_too_long_for_the_system_is_missing() -> None:
    make("a.txt")
    missing, other = find(("a" * 5000, "a.txt"))
    assert isinstance(missing, Missing)
    assert other == Path("a.txt")


def included(*globs: str, path: str = "d") -> list[str]:
    return [str(file) for file in find((path,), include=Globs(globs).match)]


def test_folders_give_what_is_included() -> None:
    make("d/a.txt", "d/b.rst", "d/raw/c.html", "d/raw/.hidden.html", "d/e.htm")
    assert included("*.rst") == ["d/b.rst"]
    assert included("*.txt", "d/raw/*.html") == ["d/a.txt", "d/raw/c.html"]
    assert included("*") == ["d/a.txt", "d/b.rst", "d/e.htm", "d/raw/c.html"]


def forced(*paths: str, exclude: tuple[str, ...]) -> list[str]:
    return [str(file) for file in find(paths, exclude, force_exclude=True)]


def test_a_file_given_by_name_may_be_left_out_by_force() -> None:
    make("d/a.txt", "d/old/b.txt", "c.txt")
    assert forced("d/a.txt", "d/old/b.txt", "c.txt", exclude=("old/",)) == ["d/a.txt", "c.txt"]
    assert forced("d/a.txt", "c.txt", exclude=("c.txt",)) == ["d/a.txt"]
    assert forced("d", exclude=("d",)) == []
    assert forced("d/a.txt", exclude=("d/*.md",)) == ["d/a.txt"]
    assert found("c.txt", exclude=("c.txt",)) == ["c.txt"]


def test_what_the_configuration_leaves_out_is_passed() -> None:
    make("d/a.txt", "d/old/b.txt", "d/old/c.txt", "e/old/d.txt")
    old = Globs(("d/old/", "e/old/*.md"))
    assert [str(file) for file in find(("d", "e"), excluded=old.match)] == ["d/a.txt", "e/old/d.txt"]
    assert [str(file) for file in find(("d/old/b.txt",), excluded=old.match)] == ["d/old/b.txt"]
    assert list(find(("d/old/b.txt",), excluded=old.match, force_exclude=True)) == []
