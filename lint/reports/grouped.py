"""Findings under the name of their file, aligned: for people with many findings, less to scroll than `full`."""

from __future__ import annotations

from shutil import get_terminal_size

from lint.reports.cells import folded
from lint.reports.printing import STYLES, Printing, Segments
from lint.reports.visible import visible
from lint.session import Result

UNBOUND = 10_000  # columns of a pipe or file: nothing is folded
LEAST = 24  # cells of a message's column, however narrow the terminal
GAP = "  "


class Grouped(Printing):
    """The format `grouped`."""

    def result(self, result: Result) -> None:
        """The file's name, a line for each finding, an empty line."""
        if not result.findings:
            return
        self.print([(visible(result.file), "bold underline")])
        places = [f"{f.start.line}:{f.start.column}" for f in result.findings]
        wide = max(map(len, places)), max(len(f.rule) for f in result.findings)
        indent = len(GAP) + wide[0] + len(GAP) + len("warning") + len(GAP) + wide[1] + len(GAP)
        room = max(self._columns() - indent, LEAST)
        for place, f in zip(places, result.findings, strict=True):
            told = visible(f.message) + (" [*]" if f.fix else "")
            first, *more = folded(told, room)
            line: Segments = [
                (f"{GAP}{place:>{wide[0]}}{GAP}", "dim"),
                (f"{f.severity.value:7}{GAP}", STYLES[f.severity]),
                (f"{f.rule:{wide[1]}}{GAP}", "bold"),
                (first + "".join("\n" + " " * indent + rest for rest in more), ""),
            ]
            self.print(line)
        self.print([("", "")])

    def _columns(self) -> int:
        """How wide a line may be. COLUMNS counts in a pipe, too; a file has no width."""
        return UNBOUND if self._out is not None else get_terminal_size((UNBOUND, 24)).columns
