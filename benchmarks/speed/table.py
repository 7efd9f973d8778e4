"""One table of all rows, and the same for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from benchmarks.speed.measures import MEMORY, Row

SECTIONS = (
    "start-up", "throughput", "peers", MEMORY, "cost of packs", "phases", "cost of rules", "growth with length",
    "growth with rules",
)  # fmt: skip
SHOWN = 15  # rows of single rules; all of them are in the JSON


def table(rows: Sequence[Row]) -> Table:
    """Rows by section, with the median, the least and the greatest value; a number points to a note below."""
    shown = Table("measure", caption_justify="left", title_justify="left")
    for heading in ("median", "unit", "lowest – highest", "runs", "note"):
        shown.add_column(heading, justify="left" if heading == "unit" else "right")
    notes = list(dict.fromkeys(row.note for row in rows if row.note))
    for section in SECTIONS:
        held = [row for row in rows if row.section == section]
        if not held:
            continue
        shown.add_section()
        shown.add_row(section.upper())
        listed = held[:SHOWN] if section == "cost of rules" else held
        for row in listed:
            note = f"[{notes.index(row.note) + 1}]" if row.note else ""
            shown.add_row(f"  {row.measure}", figure(row.median), row.unit, _range(row), str(row.runs or ""), note)
        if left := len(held) - len(listed):
            shown.add_row(f"  and {left} more in the JSON")
    shown.caption = "\n".join(f"[{number}] {note}" for number, note in enumerate(notes, 1))
    return shown


def figure(value: float | None) -> str:
    """Three digits that count, without exponents."""
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:#.3g}" if abs(value) >= 0.001 else f"{value:.4f}"


def _range(row: Row) -> str:
    return "" if row.low is None or row.runs < 2 else f"{figure(row.low)} – {figure(row.high)}"


def plain(about: dict[str, Any], rows: Iterable[Row]) -> dict[str, Any]:
    """What was measured and all rows, for programs."""
    return {"version": 1, **about, "rows": [asdict(row) for row in rows]}
