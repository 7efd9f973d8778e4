"""The report for people: the line, the exact place underlined at the right width, what is wrong, which rule says so."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from lint.findings import Edit, Finding, Severity
from lint.reports.report import Report, Summary
from lint.reports.visible import visible
from lint.session import Result
from lint.text import Source

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
WORDS = {"safe": "修复", "unsafe": "建议"}
LEAST, MOST = 40, 110  # cells of a line's excerpt


class Full(Report):
    """The format `full`."""

    def __init__(self, quiet: bool, color: str) -> None:
        self._quiet = quiet
        self._console = Console(
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=True,
            force_terminal=True if color == "always" else None,
            no_color=True if color == "never" else None,
        )

    def result(self, result: Result) -> None:
        """A block for each finding, an empty line after it."""
        if result.source is None or not result.findings:
            return
        told = Text("\n").join(self._block(finding, result.source) for finding in result.findings)
        self._console.print(told)

    def close(self, summary: Summary) -> None:
        """The count of everything, and where to read why."""
        if self._quiet:
            return
        self._console.print(Text(summary.sentence(), "bold"))
        if sum(summary.found.values()):
            self._console.print(Text("plan-lint rule ID explains a rule: why it matters, with examples.", "dim"))

    def _block(self, f: Finding, source: Source) -> Text:
        number = str(f.start.line)
        gutter = " " * len(number)
        excerpt, before, marked = self._excerpt(f, source, len(number))
        block = Text()
        block.append(f"{visible(f.file)}:{f.start.line}:{f.start.column}: ", "bold")
        block.append(f.severity.value, STYLES[f.severity])
        block.append(f" {f.rule}", "bold")
        block.append(f" {visible(f.message)}\n")
        block.append(f"{gutter} |\n{number} | ", "blue").append(f"{excerpt}\n").append(f"{gutter} | ", "blue")
        block.append(" " * before + "^" * marked, STYLES[f.severity])
        more = f.end.line - f.start.line
        if more > 0 and f.end.column > 1:
            block.append(f" … {f.end.line}", STYLES[f.severity])
        block.append("\n")
        for word, text in _notes(f, source):
            block.append(f"{gutter} = ", "blue").append(f"{word}: ", "bold").append(f"{text}\n")
        return block

    def _excerpt(self, f: Finding, source: Source, gutter: int) -> tuple[str, int, int]:
        """The part of the line around the place that fits, the cells before the place, and its width in cells."""
        room = min(max(self._console.width - gutter - 4, LEAST), MOST) if self._console.is_terminal else MOST
        line = source.line_span(f.start.line)
        start, end = f.start.offset, max(f.start.offset, min(f.end.offset, line.end))
        middle = visible(source.text[start : min(end, start + MOST)])
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
    lines = covered.count("\n")
    return "删去" if not lines else "删去整行" if lines == 1 else f"删去这 {lines} 行"


def _first_cells(text: str, room: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[: max(index - 1, 0)] + "…" if index else ""
    return text


def _last_cells(text: str, room: int) -> str:
    return _first_cells(text[::-1], room)[::-1].lstrip("…") if cell_len(text) > room else text
