"""The JSON report, version 1: what other programs rely on."""

from __future__ import annotations

from typing import Any

from lint import __version__
from lint.findings import Severity
from lint.reports.entries import Entry, entries
from lint.reports.summary import Summary
from lint.reports.waiting import Waiting, dumped
from lint.session import Result
from lint.text import Position

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


def _frame(summary: Summary) -> dict[str, Any]:
    """The report without its findings."""
    counts = {s.value: summary.found[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
    frame: dict[str, Any] = {
        "version": 1,
        "tool": "plan-lint",
        "tool_version": __version__,
        "findings": [],
        "errors": [{"file": t.file, "rule": t.rule, "message": t.reason} for t in summary.troubles if t.grave],
        "summary": {"files": summary.files, **counts, "suppressed": summary.suppressed},
    }
    if summary.watch is not None:
        frame["timing"] = {"phases": dict(summary.watch.phases), "rules": dict(summary.watch.rules)}
    return frame


def told(entry: Entry) -> dict[str, Any]:
    """One finding as DESIGN fixes it; offsets count characters, ends are exclusive."""
    finding, suppression = entry.finding, entry.suppression
    fix = finding.fix and {
        "safety": finding.fix.safety,
        "edits": [{"start": e.span.start, "end": e.span.end, "replacement": e.replacement} for e in finding.fix.edits],
    }
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
        "fix": fix,
        "related": [{"message": r.message, "start": _place(r.start), "end": _place(r.end)} for r in finding.related],
        "fingerprint": entry.fingerprint,
        "suppressed": suppression and {"by": suppression.by, "reason": suppression.reason},
    }


def _place(position: Position) -> dict[str, int]:
    return position._asdict()
