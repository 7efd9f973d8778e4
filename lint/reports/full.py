"""The report for people: the line, the exact place underlined at the right width, what is wrong, which rule says so."""

from __future__ import annotations

from shutil import get_terminal_size

from lint.findings import Finding
from lint.reports.cells import cell_len, first_cells, last_cells
from lint.reports.printing import STYLES, Printing, Segments
from lint.reports.repairs import WORDS, repair
from lint.reports.visible import visible
from lint.session import Result
from lint.text import Source

__all__ = ["STYLES", "Full", "block"]

LEAST, MOST = 40, 110  # cells of a line's excerpt


class Full(Printing):
    """The format `full`."""

    def result(self, result: Result) -> None:
        """A block for each finding, an empty line after it."""
        if result.source is not None:
            for finding in result.findings:
                self.print(block(finding, result.source))


def block(f: Finding, source: Source) -> Segments:
    """A finding with its line, the place marked in it, and what else is to be said."""
    number = str(f.start.line)
    gutter, style = " " * len(number), STYLES[f.severity]
    excerpt, before, marked = _excerpt(f, source, len(number))
    more = f" … {f.end.line}" if f.end.line > f.start.line and f.end.column > 1 else ""
    block = [
        (f"{visible(f.file)}:{f.start.line}:{f.start.column}: ", "bold"),
        (f.severity.value, style),
        (f" {f.rule}", "bold"),
        (f" {visible(f.message)}\n", ""),
        (f"{gutter} |\n{number} | ", "blue"),
        (f"{excerpt}\n", ""),
        (f"{gutter} | ", "blue"),
        (" " * before + "^" * marked + more + "\n", style),
    ]
    for word, text in _notes(f, source):
        block += [(f"{gutter} = ", "blue"), (f"{word}: ", "bold"), (f"{text}\n", "")]
    return block


def _excerpt(f: Finding, source: Source, gutter: int) -> tuple[str, int, int]:
    """The part of the line around the place that fits, the cells before the place, and its width in cells."""
    room = min(max(get_terminal_size((MOST, 24)).columns - gutter - 4, LEAST), MOST)
    line = source.line_span(f.start.line)
    start, end = f.start.offset, max(f.start.offset, min(f.end.offset, line.end))
    middle = first_cells(visible(source.text[start : min(end, start + MOST)]), room)
    rest = max(room - cell_len(middle), 0)
    left = last_cells(visible(source.text[max(line.start, start - MOST) : start]), rest // 2)
    right = first_cells(visible(source.text[end : min(line.end, end + MOST)]), rest - cell_len(left))
    cut_left = (
        start - MOST > line.start or cell_len(visible(source.text[max(line.start, start - MOST) : start])) > rest // 2
    )
    lead = "…" if cut_left else ""
    return lead + left + middle + right, cell_len(lead + left), max(cell_len(middle), 1)


def _notes(f: Finding, source: Source) -> list[tuple[str, str]]:
    notes = [("相关", f"{r.start.line}:{r.start.column} {visible(r.message)}") for r in f.related]
    if f.fix:
        notes.append((WORDS[f.fix.safety], repair(f.fix, source)))
    return notes
