"""`--fix` and `--diff`: what becomes of a repaired text."""

from __future__ import annotations

import sys
from pathlib import Path

from lint.cli import options
from lint.reports.report import colored, write
from lint.reports.visible import visible
from lint.session import Trouble
from lint.text import Source, Unreadable

COLORS = {"-": "31", "+": "32", "@": "36"}  # of a diff's lines, as terminals number them


def to_file(before: Source, after: Source) -> None:
    """Write a repaired document in the place of the old one."""
    from lint.fixes import writing

    writing.write(Path(before.path), before, after)


class Filter:
    """`--fix -`: standard input goes to standard output, repaired, or as it was where nothing was repaired."""

    def __init__(self) -> None:
        self._data = sys.stdin.buffer.read()

    def source(self, name: str) -> Source | Trouble:
        """Standard input as a source, or why it is none."""
        try:
            return Source.parse(self._data, name)
        except Unreadable as error:
            return Trouble(name, str(error))

    def __call__(self, before: Source, after: Source) -> None:
        """Take the repaired text, in the encoding that was read."""
        from lint.fixes import writing

        self._data = writing.data(after)

    def close(self) -> None:
        """Write the text."""
        sys.stdout.flush()
        sys.stdout.buffer.write(self._data)


class Differ:
    """Shows what repairs would change, and changes nothing.

    Of files nothing is shown that `--fix` would refuse. `standard_input` is the name of the text that has no file.
    """

    def __init__(self, color: str, standard_input: str) -> None:
        self._standard_input = standard_input
        self._colored = colored(color)
        self._raw = not (self._colored or sys.stdout.isatty())  # exact bytes, so that `git apply` takes them

    def __call__(self, before: Source, after: Source) -> None:
        """Show the diff of one document. Raises Unwritable or Changed where a repair would."""
        from lint.fixes import writing
        from lint.fixes.diff import diff

        if before.path != self._standard_input:
            writing.checked(Path(before.path), before, after)
        lines = list(diff(Path(before.path).as_posix(), before.text, after.text))
        if before.encoding != "utf-8" or (before.bom and any(line.startswith("@@ -1,") for line in lines)):
            options.tell("note", before.path, "its diff is shown in UTF-8; `git apply` will not take it")
        for line in lines:
            said = line if self._raw else visible(line[:-1]) + "\n"
            code = COLORS.get(line[0])
            write(f"\x1b[{code}m{said[:-1]}\x1b[0m\n" if self._colored and code else said)
