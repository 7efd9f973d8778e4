"""Word lists in files beside a pack: `{file: names.txt}` stands for the words of that file, one a line.

A `.tsv` file holds a map: a key, a tab and what belongs to it on each line. Blank lines and lines that begin with #
are passed. Only files that were read together with the pack count, so that nothing kept of a pack outlives a change of
its lists, and so that a pack cannot ask for any other file of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lint.trees import FaultyError, nearest
from lint.trees.plain import LARGEST

WORDS, MAPS = ".txt", ".tsv"
SUFFIXES = (WORDS, MAPS)
KEY = "file"
NAMED = re.compile(rb"""\bfile['"]?\s*:\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s'",}#]+))""")
Lists = Mapping[Path, bytes]


def named(content: bytes, folder: Path) -> Iterator[Path]:
    """The files that a pack may speak of and that lie in its folder or below; which it means is seen later."""
    for groups in NAMED.findall(content):
        name = b"".join(groups).decode("utf-8", "replace")
        file = folder / name
        inside = not _leads_out(name) and file.resolve().is_relative_to(folder.resolve())  # be it by a link
        if name.endswith(SUFFIXES) and inside and file.is_file():
            yield file


def _leads_out(name: str) -> bool:
    path = Path(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name


def put(given: Any, folder: Path, lists: Lists, path: tuple[Any, ...] = ()) -> Any:
    """A tree in which each word list stands where it is named. Raises ListError at the first that cannot."""
    if isinstance(given, dict) and given.keys() == {KEY} and isinstance(given[KEY], str):
        return _read(given[KEY], folder, lists, path)
    if isinstance(given, dict):
        return {key: put(value, folder, lists, (*path, key)) for key, value in given.items()}
    if isinstance(given, list):
        return [put(value, folder, lists, (*path, index)) for index, value in enumerate(given)]
    return given


class ListError(FaultyError):
    """A word list that cannot be used: the keys where it is named, and one sentence."""

    def __init__(self, path: tuple[Any, ...], what: str) -> None:
        super().__init__([what])
        self.path = path


def _read(name: str, folder: Path, lists: Lists, path: tuple[Any, ...]) -> Any:
    if not name.endswith(SUFFIXES):
        raise ListError(path, "names no word list; write the name of a .txt file (words) or a .tsv file (a map)")
    if _leads_out(name):
        raise ListError(path, f"'{name}' leads out of the pack's folder; put the list beside the pack")
    data = lists.get(folder / name)
    if data is None:
        beside = sorted(file.relative_to(folder).as_posix() for file in _beside(folder))
        raise ListError(path, f"no file '{name}' beside the pack" + (f"; {nearest(name, beside)}" if beside else ""))
    rows = list(_rows(name, data, path))
    if not rows:
        raise ListError(path, f"'{name}' holds no words")
    return [words for _, words in rows] if name.endswith(WORDS) else dict(_pair(name, row, path) for row in rows)


def _beside(folder: Path) -> list[Path]:
    found = [file for suffix in SUFFIXES for file in folder.glob(f"*{suffix}")] if folder.is_dir() else []
    return [file for file in found if file.is_file()]


def _rows(name: str, data: bytes, path: tuple[Any, ...]) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    if len(data) > LARGEST:
        raise ListError(path, f"'{name}' is larger than {LARGEST} bytes; split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = data[: error.start].count(b"\n") + 1
        raise ListError(path, f"'{name}' is not UTF-8 in line {broken}; save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip(" \r\u3000") if name.endswith(MAPS) else line.strip()
        if words and not words.startswith("#"):
            yield number, words


def _pair(name: str, row: tuple[int, str], path: tuple[Any, ...]) -> tuple[str, str]:
    key, tab, value = row[1].partition("\t")
    if not tab or not key.strip() or "\t" in value:
        raise ListError(path, f"line {row[0]} of '{name}' is no pair; write a key, one tab, and what belongs to it")
    return key.strip(), value.strip()
