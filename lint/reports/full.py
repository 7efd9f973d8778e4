"""The report for people: the line, the exact place underlined at the right width, what is wrong, which rule says so."""

from __future__ import annotations

from functools import cached_property
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from lint.findings import Edit, Finding, Severity
from lint.reports.report import Report, Summary, colored, write
from lint.reports.visible import visible
from lint.session import Result
from lint.text import Source

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
WORDS = {"safe": "修复", "unsafe": "建议"}
Segments = list[tuple[str, str]]  # pieces of text, each with its style
LEAST, MOST = 40, 110  # cells of a line's excerpt


class Full(Report):
    """The format `full`. What goes into a pipe is plain, and then rich's console is never imported."""

    def __init__(self, quiet: bool, color: str) -> None:
        self._quiet = quiet
        self._color = color
        self._colored = colored(color)

    @cached_property
    def _console(self) -> Console:
        from lint.reports.console import console

        return console(self._color)

    def _print(self, segments: Segments) -> None:
        if not self._colored:
            write("".join(text for text, _ in segments) + "\n")
            return
        from rich.text import Text

        self._console.print(Text.assemble(*segments))

    def result(self, result: Result) -> None:
        """A block for each finding, an empty line after it."""
        if result.source is not None:
            for finding in result.findings:
                self._print(self._block(finding, result.source))

    def close(self, summary: Summary) -> None:
        """The count of everything, and where to read why."""
        if self._quiet:
            return
        self._print([(summary.sentence(), "bold")])
        if sum(summary.found.values()):
            self._print([("plan-lint rule ID explains a rule: why it matters, with examples.", "dim")])

    def _block(self, f: Finding, source: Source) -> Segments:
        number = str(f.start.line)
        gutter, style = " " * len(number), STYLES[f.severity]
        excerpt, before, marked = self._excerpt(f, source, len(number))
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

    def _excerpt(self, f: Finding, source: Source, gutter: int) -> tuple[str, int, int]:
        """The part of the line around the place that fits, the cells before the place, and its width in cells."""
        room = min(max(get_terminal_size((MOST, 24)).columns - gutter - 4, LEAST), MOST)
        line = source.line_span(f.start.line)
        start, end = f.start.offset, max(f.start.offset, min(f.end.offset, line.end))
        middle = _first_cells(visible(source.text[start : min(end, start + MOST)]), room)
        rest = max(room - cell_len(middle), 0)
        left = _last_cells(visible(source.text[max(line.start, start - MOST) : start]), rest // 2)
        right = _first_cells(visible(source.text[end : min(line.end, end + MOST)]), rest - cell_len(left))
        cut_left = (
            start - MOST > line.start
            or cell_len(visible(source.text[max(line.start, start - MOST) : start])) > rest // 2
        )
        lead = "…" if cut_left else ""
        return lead + left + middle + right, cell_len(lead + left), max(cell_len(middle), 1)


def _notes(f: Finding, source: Source) -> list[tuple[str, str]]:
    notes = [("相关", f"{r.start.line}:{r.start.column} {visible(r.message)}") for r in f.related]
    if f.fix:
        more = f"（共 {len(f.fix.edits)} 处）" if len(f.fix.edits) > 1 else ""
        notes.append((WORDS[f.fix.safety], _told(f.fix.edits[0], source) + more))
    return notes


def _told(edit: Edit, source: Source) -> str:
    """What an edit does, in words."""
    covered, new = source.text[edit.span.start : edit.span.end], edit.replacement
    if not covered:
        return "在此换行" if new == "\n" else f"补上“{visible(new)}”"
    if new:
        return f"改为“{visible(new)}”" if new.strip() else "改为普通空格"
    if not covered.strip():
        return "与下一行相接"
    lines = covered.count("\n") + (not covered.endswith("\n")) if "\n" in covered else 0
    return "删去" if not lines else "删去整行" if lines == 1 else f"删去这 {lines} 行"


def cell_len(text: str) -> int:
    """How many cells of a terminal a text takes; a Chinese character takes two."""
    from rich.cells import cell_len as measured

    return measured(text)


def _first_cells(text: str, room: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[: max(index - 1, 0)] + "…" if index else ""
    return text


def _last_cells(text: str, room: int) -> str:
    return _first_cells(text[::-1], room)[::-1].lstrip("…") if cell_len(text) > room else text
