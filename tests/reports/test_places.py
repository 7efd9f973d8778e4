"""Names of files for services: relative, with `/`; as URIs percent-encoded byte by byte."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import pytest

from lint.reports import places


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("file", "path", "uri"),
    [
        ("a.txt", "a.txt", "a.txt"),
        ("./x/../文件 甲.txt", "文件 甲.txt", "%E6%96%87%E4%BB%B6%20%E7%94%B2.txt"),
        ("a:b.txt", "a:b.txt", "a%3Ab.txt"),
        ("50%#?.txt", "50%#?.txt", "50%25%23%3F.txt"),
        ("<stdin>", "<stdin>", "%3Cstdin%3E"),
        ("\udcff.txt", "\ufffd.txt", "%FF.txt"),
        ("\ud83d.txt", "\ufffd.txt", "%3F.txt"),
        ("a\nb\0.txt", "a\nb\0.txt", "a%0Ab%00.txt"),
    ],
)
def test_a_name_below_the_working_directory_is_relative(file: str, path: str, uri: str) -> None:
    assert places.path(file) == path
    assert places.uri(file) == (uri, True)
    assert urlsplit(uri).path == uri


def test_an_absolute_name_becomes_relative_where_it_can() -> None:
    assert places.path(str(Path.cwd() / "甲" / "a.txt")) == "甲/a.txt"
    assert places.uri(str(Path.cwd() / "a b.txt")) == ("a%20b.txt", True)


@pytest.mark.parametrize("file", ["../甲 乙.txt", "/elsewhere/甲 乙.txt", "//elsewhere/甲 乙.txt"])
def test_a_name_outside_stays_as_it_is_and_its_uri_is_whole(file: str) -> None:
    said, relative = places.uri(file)
    assert places.path(file) == file
    assert not relative
    assert said.startswith("file:///")
    assert unquote_to_bytes(urlsplit(said).path).decode().endswith("/甲 乙.txt")


def test_a_folder_whose_name_only_begins_alike_is_elsewhere() -> None:
    assert not places.uri(str(Path.cwd()) + "-other/a.txt")[1]


def test_the_working_directory_is_a_uri_that_ends_with_a_slash(tmp_path: Path) -> None:
    assert places.here() == tmp_path.as_uri() + "/"
