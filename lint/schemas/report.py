"""The schema of the JSON report, which other programs rely on; a line of `jsonl` is its part `Finding`."""

from __future__ import annotations

from lint.reports.shapes import Report
from lint.schemas.making import Schema, schema_of


def made() -> Schema:
    """The schema of a report."""
    return schema_of(Report, "plan-lint's JSON report, version 1")
