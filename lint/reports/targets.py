"""Targets as rows: a table for people, CSV, JSON lines and Parquet for programs. One target a row."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from lint.document import Document, Section, Target
from lint.reports.console import console
from lint.reports.report import write
from lint.reports.visible import visible
from lint.text import Span

# The columns, in the order of every format. Offsets count characters from 0 and end exclusive; lines count from 1.
COLUMNS = {
    "file": "string", "line": "int64", "start": "int64", "end": "int64", "section": "string", "indicator": "string",
    "operator": "string", "value": "string", "low": "double", "high": "double", "unit": "string", "scope": "string",
    "baseline": "string", "deadline": "string", "modality": "string", "responsible": "string", "result": "bool",
    "text": "string",
}  # fmt: skip
SHOWN = ("line", "indicator", "operator", "value", "scope", "deadline", "modality", "section")
SIGNS = {"range": "–", "change-by": "Δ", "change-to": "→", "from-to": "⇒"}
NEAR = 200  # characters to each side of a value that its sentence shows at most
PATH = " › "  # between the headings of a section's path
MISSING = "Parquet needs pyarrow: pip install 'plan-lint[parquet]'"


class NoParquetError(Exception):
    """pyarrow is not installed."""


def rows(document: Document, section: str | None, with_results: bool) -> Iterator[dict[str, Any]]:
    """One document's targets; those below a heading that holds `section`, and with results too where asked.

    Beside the columns a row has `spans`: the offsets of each slot that the text names, which only JSON lines tell.
    """
    found = document.quantities if with_results else document.targets
    for target in found:
        path = _path(document, document.section(target.span.start))
        if section is None or section in PATH.join(path):
            yield _row(document, target, path)


def _row(document: Document, target: Target, path: list[str]) -> dict[str, Any]:
    amounts = [float(amount) for amount in target.amounts]
    begin, end = _sentence(document.text, target.span)
    return {
        "file": document.source.path,
        "line": document.source.position(target.span.start).line,
        "start": target.span.start,
        "end": target.span.end,
        "section": PATH.join(path),
        "indicator": target.indicator,
        "operator": target.operator,
        "value": target.value,
        "low": amounts[0],
        "high": amounts[-1],
        "unit": target.unit,
        "scope": target.scope,
        "baseline": target.baseline,
        "deadline": target.deadline.isoformat() if target.deadline else "",
        "modality": target.modality,
        "responsible": target.responsible,
        "result": target.result,
        "text": document.text[begin:end].strip(),
        "spans": {name: list(span) for name, span in target.spans.items()},
    }


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The sentence around a value, at most some characters to each side."""
    least, most = max(0, span.start - NEAR), min(len(text), span.end + NEAR)
    begin = max(least, *(text.rfind(mark, least, span.start) + 1 for mark in "。；\n"))
    found = (text.find(mark, span.end, most) for mark in "。；\n")
    return begin, min((at for at in found if at >= 0), default=most)


def _path(document: Document, section: Section | None) -> list[str]:
    """The headings of a section and of those above it, outermost first."""
    path: list[str] = []
    while section is not None:
        path.insert(0, document.slice(section.heading).strip().rstrip("。：:"))
        section = section.parent
    return path


def show(found: Iterable[dict[str, Any]], color: str) -> None:
    """A table for people; for a pipe or a file the same columns, separated by tabs, each row as it is found."""
    out = console(color)
    rows = ((row["file"], *_cells(row)) for row in found)
    if not out.is_terminal:
        for cells in rows:
            write("\t".join(map(visible, cells)) + "\n")
        return
    table, last = Table(box=None, pad_edge=False, header_style="bold"), ""
    for name in ("file", *SHOWN):
        right = name == "line"
        table.add_column(name, no_wrap=name != "section", overflow="ellipsis", justify="right" if right else "left")
    for file, *shown in rows:
        table.add_row("" if file == last else Text(visible(file)), *(Text(visible(cell)) for cell in shown))
        last = file
    out.print(table, soft_wrap=False)


def _cells(row: dict[str, Any]) -> list[str]:
    return [SIGNS.get(row[name], row[name]) if name == "operator" else str(row[name]) for name in SHOWN]


def write_csv(found: Iterable[dict[str, Any]]) -> None:
    """Comma-separated values with a header, in UTF-8; before what a spreadsheet would run as a formula stands '."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="")
    writer = csv.DictWriter(out, list(COLUMNS), extrasaction="ignore")
    writer.writeheader()
    for row in found:
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    out.detach()


def _harmless(value: Any) -> Any:
    return (
        f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") and len(value) > 1 else value
    )


def write_jsonl(found: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line, in UTF-8."""
    sys.stdout.flush()
    for row in found:
        sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def write_parquet(found: Iterable[dict[str, Any]], path: Path) -> None:
    """A Parquet file. Raises NoParquetError where pyarrow is missing, OSError where the file cannot be written."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise NoParquetError(MISSING) from error
    schema = pyarrow.schema(
        [
            (name, getattr(pyarrow, {"double": "float64", "bool": "bool_"}.get(kind, kind))())
            for name, kind in COLUMNS.items()
        ]
    )
    with path.open("wb") as file:
        parquet.write_table(pyarrow.Table.from_pylist(list(found), schema=schema), file)
