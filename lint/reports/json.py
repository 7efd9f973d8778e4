"""The JSON report, version 1: what other programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint import __version__
from lint.findings import Fix, Severity
from lint.reports.entries import Entry, entries
from lint.reports.summary import Summary
from lint.reports.waiting import Waiting, dumped
from lint.session import Result
from lint.text import Position

if TYPE_CHECKING:
    from lint.reports import shapes

NONE = '"findings": []'


class Json(Waiting):
    """The format `json`: one object, written at the end."""

    def result(self, result: Result) -> None:
        """Keep a file's findings as they will be written; its text is let go."""
        for entry in entries(result):
            self.keep(entry.finding, dumped(told(entry), indent=1).replace("\n", "\n  "))

    def close(self, summary: Summary) -> None:
        """Write the whole report."""
        before, empty, behind = dumped(_frame(summary), indent=1).partition(NONE)
        self.write(before + empty[:-1])
        self.write_items("  ")
        self.write("]" + behind + "\n")


def _frame(summary: Summary) -> shapes.Report:
    """The report without its findings."""
    frame: shapes.Report = {
        "version": 1,
        "tool": "plan-lint",
        "tool_version": __version__,
        "findings": [],
        "errors": [{"file": t.file, "rule": t.rule, "message": t.reason} for t in summary.troubles if t.grave],
        "summary": {
            "files": summary.files,
            "error": summary.found[Severity.ERROR],
            "warning": summary.found[Severity.WARNING],
            "info": summary.found[Severity.INFO],
            "suppressed": summary.suppressed,
        },
    }
    if summary.watch is not None:
        frame["timing"] = {"phases": dict(summary.watch.phases), "rules": dict(summary.watch.rules)}
    return frame


def told(entry: Entry) -> shapes.Finding:
    """One finding as DESIGN fixes it; offsets count characters, ends are exclusive."""
    finding, suppression = entry.finding, entry.suppression
    return {
        "file": finding.file,
        "rule": finding.rule,
        "pack": finding.pack,
        "severity": finding.severity.value,
        "message": finding.message,
        "text": finding.text,
        "start": _place(finding.start),
        "end": _place(finding.end),
        "values": dict(finding.values),
        "fix": None if finding.fix is None else _fix(finding.fix),
        "related": [{"message": r.message, "start": _place(r.start), "end": _place(r.end)} for r in finding.related],
        "fingerprint": entry.fingerprint,
        "suppressed": None if suppression is None else {"by": suppression.by, "reason": suppression.reason},
    }


def _fix(fix: Fix) -> shapes.Fix:
    edits: list[shapes.Edit] = [
        {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement} for edit in fix.edits
    ]
    return {"safety": fix.safety, "edits": edits}


def _place(position: Position) -> shapes.Place:
    return {"offset": position.offset, "line": position.line, "column": position.column}
