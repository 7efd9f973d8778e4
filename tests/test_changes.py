"""Only what has changed since a commit counts, whatever files and commits are called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lint.changes import Changes, ChangesError
from lint.findings import Finding, Related, Severity
from lint.text import Source

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")


def commit(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "x")


def found(source: Source) -> list[Finding]:
    """A finding for each D with a number, by which it is told."""
    return [
        Finding(
            source.path, "r", "p", Severity.ERROR, "m", match[0], source.position(match.start()),
            source.position(match.end()),
        )
        for match in re.finditer(r"D\d", source.text)
    ]  # fmt: skip


def changed(name: str = "a.txt", since: str = "HEAD") -> list[str]:
    """The findings of a file that count."""
    source = Source.read(Path(name))
    judged = Changes.since(since, Path()).judge(source, found(source))
    return [finding.text for finding, counts in zip(found(source), judged, strict=True) if counts]


def test_what_was_there_before_does_not_count() -> None:
    commit(a="D1\n一\nD2\n")
    Path("a.txt").write_text("D1\n一\nD2\nD3\n", encoding="utf-8")
    assert changed() == ["D3"]


def test_a_changed_line_counts_whole() -> None:
    commit(a="D1\nD2一\n")
    Path("a.txt").write_text("D1\nD2二\n", encoding="utf-8")
    assert changed() == ["D2"]


def test_the_lines_between_which_some_were_taken_out_count() -> None:
    commit(a="D1\nD2\n一\n二\nD3\nD4\n")
    Path("a.txt").write_text("D1\nD2\nD3\nD4\n", encoding="utf-8")
    assert changed() == ["D2", "D3"]


@pytest.mark.parametrize("gap", ["\n", "\n\n\u3000\n"])
def test_blank_lines_do_not_hide_the_text_beside_what_was_taken_out(gap: str) -> None:
    commit(a=f"D1\n{gap}D2\n{gap}一\n{gap}D3\n{gap}D4\n")
    Path("a.txt").write_text(f"D1\n{gap}D2\n{gap}D3\n{gap}D4\n", encoding="utf-8")
    assert changed() == ["D2", "D3"]


@pytest.mark.parametrize(("text", "counts"), [("D2\n", ["D2"]), ("D1\n", ["D1"]), ("", [])])
def test_lines_may_be_taken_out_at_either_end(text: str, counts: list[str]) -> None:
    commit(a="D1\nD2\n")
    Path("a.txt").write_text(text, encoding="utf-8")
    assert changed() == counts


def test_a_finding_counts_where_a_place_it_refers_to_has_changed() -> None:
    commit(a="共3项\n一\n1项\n")
    source = Source("a.txt", "共3项\n一\n2项\n")
    first, other = source.position(0), source.position(6)
    related = (Related("m", other, other),)
    findings = [Finding("a.txt", "r", "p", Severity.ERROR, "m", "", first, first, related=r) for r in ((), related)]
    assert Changes.since("HEAD", Path()).judge(source, findings) == [False, True]


def test_what_ends_before_a_changed_line_does_not_count() -> None:
    commit(a="D\n\n一\n")
    source = Source("a.txt", "D\n\n二\n")
    finding = Finding("a.txt", "r", "p", Severity.ERROR, "m", "", source.position(1), source.position(3))
    assert Changes.since("HEAD", Path()).judge(source, [finding]) == [False]


def test_a_text_that_the_file_does_not_hold_is_compared_as_it_is() -> None:
    """An editor pipes what it has not saved yet."""
    commit(a="D1\nD2\n")
    changes = Changes.since("HEAD", Path())
    for text, counts in (("D1\nD2\n", [False, False]), ("D1\n一\nD2\nD3\n", [False, False, True])):
        source = Source("a.txt", text)
        assert changes.judge(source, found(source)) == counts


def test_a_file_of_no_commit_counts_whole() -> None:
    commit()
    Path("a.txt").write_text("D1\nD2\n", encoding="utf-8")
    assert changed() == ["D1", "D2"]
    git("add", "a.txt")
    assert changed() == ["D1", "D2"]


def test_a_renamed_file_counts_where_it_was_changed() -> None:
    commit(a="D1\n" + "一二三四五\n" * 20)
    git("mv", "a.txt", "b.txt")
    assert changed("b.txt") == []
    Path("b.txt").write_text(Path("b.txt").read_text(encoding="utf-8") + "D2\n", encoding="utf-8")
    assert changed("b.txt") == ["D2"]


def test_a_renamed_file_may_stand_in_a_folder_of_its_old_name() -> None:
    commit(a="D1\n" + "一二三四五\n" * 20)
    git("mv", "a.txt", "b")
    Path("a.txt").mkdir()
    git("mv", "b", "a.txt/b.txt")
    Path("a.txt/c.txt").write_text("D9\n", encoding="utf-8")
    git("add", "--all")
    assert changed("a.txt/b.txt") == []


def test_changes_of_several_commits_count() -> None:
    commit(a="D1\n")
    git("tag", "first")
    commit(a="D1\nD2\n")
    assert changed(since="first") == ["D2"]
    assert changed() == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_lines_are_those_of_the_text_in_every_encoding(encoding: str) -> None:
    """In UTF-16, 上 has the byte of a line's end."""
    text = "上级上报上年的计划\n" * 9 + "D1\n"
    Path("a.txt").write_bytes(text.encode(encoding))
    commit()
    Path("a.txt").write_bytes(("上半年\n" + text + "推进上述工作D2\n").encode(encoding))
    assert changed() == ["D2"]


def test_another_encoding_or_another_kind_of_line_end_is_no_change() -> None:
    text = "上级上报上年的计划D1\n" * 9
    Path("a.txt").write_bytes(text.strip().encode("gb18030"))
    commit()
    Path("a.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert changed() == []


@pytest.mark.parametrize(
    "name", ["a b.txt", "计划.txt", "-a.txt", "a\nb.txt", 'a"b.txt', ":(glob)*.txt", "*.txt", "d/a.txt"]
)
def test_file_names_may_be_anything(name: str) -> None:
    if os.name == "nt":
        pytest.skip("such names are not allowed there")
    Path("d").mkdir()
    Path(name).write_text("D1\n", encoding="utf-8")
    commit(other="D9\n")
    Path(name).write_text("D1\nD2\n", encoding="utf-8")
    assert changed(name) == ["D2"]


def test_files_are_found_from_a_folder_below(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("d").mkdir()
    Path("d/a.txt").write_text("D1\n", encoding="utf-8")
    commit()
    Path("d/a.txt").write_text("D1\nD2\n", encoding="utf-8")
    monkeypatch.chdir("d")
    assert changed() == ["D2"]


def test_only_what_git_knows_and_finds_unchanged_need_not_be_linted(tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(a="D1\n", b="D1\n")
    Path("b.txt").write_text("D2\n", encoding="utf-8")
    Path(".gitignore").write_text("c.txt\n", encoding="utf-8")
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "d.txt"
    for path in (Path("c.txt"), elsewhere):
        path.write_text("D1\n", encoding="utf-8")
    changes = Changes.since("HEAD", Path())
    paths = ("a.txt", Path("b.txt"), "c.txt", elsewhere)
    assert [changes.touched(path) for path in paths] == [False, True, True, True]
    assert changed("c.txt") == changed(str(elsewhere)) == ["D1"]


def test_what_others_have_changed_on_their_branch_is_no_change_of_ours() -> None:
    commit(a="D1\nD2\n" + "一\n" * 9 + "D3\n")
    git("branch", "theirs")
    commit(a="D1\nD2\n" + "一\n" * 9 + "D3二\n")
    git("checkout", "--quiet", "theirs")
    commit(a="D1三\nD2\n" + "一\n" * 9 + "D3\n")
    git("checkout", "--quiet", "-")
    assert changed(since="theirs") == ["D3"]


def test_branches_that_never_met_are_compared_as_they_are() -> None:
    commit(a="D1\nD2\n")
    git("tag", "theirs")
    git("checkout", "--quiet", "--orphan", "other")
    commit(a="D1\nD2二\n")
    assert changed(since="theirs") == ["D2"]


def test_a_file_in_conflict_is_compared_as_it_stands() -> None:
    commit(a="D1\n一\n")
    git("branch", "theirs")
    commit(a="D1\n二\n")
    git("checkout", "--quiet", "theirs")
    commit(a="D1\n三\n")
    assert subprocess.run(["git", "merge", "--quiet", "-"], capture_output=True).returncode
    Path("a.txt").write_text("D1\nD2\n", encoding="utf-8")
    assert changed() == ["D2"]


@pytest.mark.parametrize(
    "name", ["nowhere", "--output=owned", "-h", "", "HEAD:a.txt", "a b", "HEAD\n", "$(touch owned)"]
)
def test_what_is_no_commit_is_told(name: str) -> None:
    commit(a="D1\n")
    with pytest.raises(ChangesError, match="no commit"):
        Changes.since(name, Path())
    assert not Path("owned").exists()


def test_where_there_is_no_repository_it_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ChangesError, match="no git repository"):
        Changes.since("HEAD", tmp_path_factory.mktemp("bare"))


def test_where_there_is_no_git_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ChangesError, match="needs git"):
        Changes.since("HEAD", Path())


def test_a_repository_without_files_is_told() -> None:
    git("config", "core.bare", "true")
    with pytest.raises(ChangesError, match="git says: fatal: this operation must be run in a work tree"):
        Changes.since("HEAD", Path())


def test_a_repository_without_commits_is_told() -> None:
    with pytest.raises(ChangesError, match="no commit 'HEAD'"):
        Changes.since("HEAD", Path())


@pytest.mark.parametrize(
    ("name", "value"),
    [("GIT_DIFF_OPTS", "--unified=9"), ("GIT_LITERAL_PATHSPECS", "1"), ("GIT_GLOB_PATHSPECS", "1"), ("LANGUAGE", "zh")],
)
def test_a_users_environment_changes_nothing(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(a="D1\nD2\n")
    Path("a.txt").write_text("D1\nD2二\n", encoding="utf-8")
    monkeypatch.setenv(name, value)
    assert changed() == ["D2"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.relative", "true"),
        ("diff.renames", "false"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("status.showUntrackedFiles", "no"),
    ],
)
def test_a_users_configuration_changes_nothing(key: str, value: str) -> None:
    git("config", key, value)
    commit(a="D1\nD2\nD3\n" + "一二三四五\n" * 9)
    git("mv", "a.txt", "计划.txt")
    text = Path("计划.txt").read_text(encoding="utf-8")
    Path("计划.txt").write_text("D0\n" + text.replace("D3", "D4"), encoding="utf-8")
    assert changed("计划.txt") == ["D0", "D4"]


def test_the_hooks_of_git_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    commit(a="D1\n")
    Path("a.txt").write_text("D1\nD2\n", encoding="utf-8")
    git("add", "a.txt")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert changed() == ["D2"]


def test_programs_of_a_users_git_are_not_run() -> None:
    commit(a="D1\n")
    git("config", "diff.external", "touch owned")
    git("config", "diff.t.textconv", "touch owned; cat")
    Path(".gitattributes").write_text("*.txt diff=t\n", encoding="utf-8")
    Path("a.txt").write_text("D1\nD2\n", encoding="utf-8")
    assert changed() == ["D2"]
    assert not Path("owned").exists()
