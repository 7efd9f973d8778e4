"""TOML by the standard library, which keeps no line numbers: they are read off the text."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Any

from lint.trees.faults import FaultyError
from lint.trees.plain import LARGEST

Path = tuple[Any, ...]

NEAR = 20_000  # characters below a key in which a key within its value is looked for
NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
NAMES = rf"{NAME}(?:[ \t]*\.[ \t]*{NAME})*"
HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({NAMES})[ \t]*\]")
KEY = re.compile(rf"[ \t]*({NAMES})[ \t]*=")
LINE = re.compile(r"\(at line (\d+)")
QUOTES = re.compile(r'"""|' + r"'''")


def parsed(file: str, content: bytes) -> dict[str, Any]:
    """The tree of a file. Raises FaultyError."""
    if len(content) > LARGEST:
        raise FaultyError([f"{file}: larger than {LARGEST} bytes; write a plan-lint.yaml"])
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyError([f"{file}:{line}: not UTF-8; save the file as UTF-8"]) from error
    except RecursionError as error:
        raise FaultyError([f"{file}: not TOML: nested too deep"]) from error
    except (ValueError, OverflowError) as error:
        at = LINE.search(str(error))
        line = int(at[1]) if at else content.rstrip().count(b"\n") + 1  # '(at end of document)'
        raise FaultyError([f"{file}:{line}: not TOML: {str(error).partition(' (at ')[0]}"]) from error


class Lines:
    """The line of every table and every key that begins a line; what stands within a value is looked for by name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]  # of each line
        self._known: dict[Path, int] = {}
        self._read()

    def of(self, path: Path) -> int:
        """The line of the deepest part of a path that is found."""
        depth = next((depth for depth in range(len(path), 0, -1) if path[:depth] in self._known), 0)
        line = self._known.get(path[:depth], 1)
        names = [part for part in path[depth:] if isinstance(part, str)]
        if not names:
            return line
        key = re.compile(rf"""(?<![\w-])["']?{re.escape(names[-1])}["']?[ \t]*=""")
        start = self._starts[line - 1]
        found = key.search(self._text, start, start + NEAR)
        return line + self._text.count("\n", start, found.start()) if found else line

    def _read(self) -> None:
        table: Path = ()
        counts: Counter[Path] = Counter()
        quoted = ""  # the mark that ends the text of several lines we are in
        for number, line in enumerate(self._text.split("\n"), 1):
            self._starts.append(self._starts[-1] + len(line) + 1)
            if not quoted:
                header, key = HEADER.match(line), KEY.match(line)
                if header:
                    table = _within(_names(header[2]), counts)
                    if header[1] == "[[":
                        table = (*table, counts[table])
                        counts[table[:-1]] += 1
                    self._put(table, number)
                elif key:
                    self._put((*table, *_names(key[1])), number)
            for mark in QUOTES.findall(line):
                quoted = "" if quoted == mark else quoted or mark

    def _put(self, path: Path, number: int) -> None:
        for depth in range(1, len(path) + 1):
            self._known.setdefault(path[:depth], number)


def _names(dotted: str) -> Path:
    return tuple(name.strip("\"'") for name in re.findall(NAME, dotted))


def _within(path: Path, counts: Counter[Path]) -> Path:
    """A path below tables that stand in lists: the last one of each list so far."""
    whole: Path = ()
    for name in path[:-1]:
        whole = (*whole, name)
        whole = (*whole, counts[whole] - 1) if whole in counts else whole
    whole = (*whole, *path[-1:])
    return whole
