"""Annotations of GitHub Actions: workflow commands that the runner reads from what a step prints.

Data escape `%`, CR and LF; values of properties `:` and `,` too (actions/toolkit, `command.ts`). The runner refuses
columns where the first and the last line differ. GitHub shows no more than ten annotations of a level from one step.
"""

from __future__ import annotations

from lint.findings import Finding, Severity
from lint.reports.places import path
from lint.reports.report import Report
from lint.reports.summary import Summary
from lint.reports.visible import visible
from lint.session import Result

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SHOWN = 10


class Github(Report):
    """The format `github`."""

    def result(self, result: Result) -> None:
        """An annotation for each finding, and for what kept the document from being read."""
        for finding in result.findings:
            self.write(_command(LEVELS[finding.severity], finding.message, _properties(finding)))
        for trouble in result.troubles:
            if trouble.grave:
                self.write(_command("error", trouble.reason, {"file": path(trouble.file), "title": "plan-lint"}))

    def close(self, summary: Summary) -> None:
        """The count of everything in a plain line, since GitHub shows only the first."""
        if self._quiet:
            return
        cut = any(count > SHOWN for count in summary.found.values())
        shown = f" GitHub shows {SHOWN} errors, {SHOWN} warnings and {SHOWN} notices of a step." if cut else ""
        self.write(" ".join(summary.sentences()) + shown + "\n")


def _properties(finding: Finding) -> dict[str, str]:
    start, end = finding.start, finding.end
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
    columns = {"col": str(start.column), "endColumn": str(end.column)} if end.line == start.line else {}
    return {
        "file": path(finding.file),
        "line": str(start.line),
        "endLine": str(last),
        **columns,
        "title": finding.rule,
    }


def _command(name: str, message: str, properties: dict[str, str]) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")  # `visible` leaves no CR and no LF


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
