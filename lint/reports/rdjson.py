"""The Reviewdog Diagnostic Format, from which reviewdog makes comments and suggestions on any code host.

Its columns count bytes of UTF-8 from 1, and ends are exclusive (`reviewdog.proto`, messages Position and Range).
"""

from __future__ import annotations

from typing import Any

from lint.findings import Finding, Severity
from lint.reports.entries import counting
from lint.reports.places import path
from lint.reports.summary import Summary
from lint.reports.visible import SURROGATES, visible
from lint.reports.waiting import Waiting, dumped
from lint.session import Result
from lint.text import Source

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class Rdjson(Waiting):
    """The format `rdjson`."""

    def result(self, result: Result) -> None:
        """Keep a file's findings as they will be written."""
        for entry in counting(result):
            self.keep(entry.finding, dumped(_told(entry.finding, entry.source)))

    def close(self, summary: Summary) -> None:
        """Write the whole report; its own severity is that of the gravest finding."""
        gravest = next((s for s in LEVELS if summary.found[s]), Severity.INFO)
        head = dumped({"source": {"name": "plan-lint"}, "severity": LEVELS[gravest]})
        self.write(head[:-1] + ',"diagnostics":[')
        self.write_items(" ")
        self.write("]}\n")


def _told(finding: Finding, source: Source) -> dict[str, Any]:
    place = {"path": path(finding.file), "range": _range(source, finding.start.offset, finding.end.offset)}
    told: dict[str, Any] = {
        "message": visible(finding.message),
        "location": place,
        "severity": LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix:
        told["suggestions"] = [
            {"range": _range(source, *edit.span), "text": SURROGATES.sub("\ufffd", edit.replacement)}
            for edit in finding.fix.edits
        ]
    return told


def _range(source: Source, start: int, end: int) -> dict[str, Any]:
    return {"start": _place(source, start), "end": _place(source, end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    line = source.position(offset).line
    before = source.text[source.line_starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
