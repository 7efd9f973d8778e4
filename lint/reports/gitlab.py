"""GitLab's code quality report: a JSON array, of which a merge request shows what is new.

GitLab knows a finding again by its fingerprint, which must be unique in a report.
"""

from __future__ import annotations

from typing import Any

from lint.findings import Severity
from lint.reports.entries import Entry, counting
from lint.reports.places import path
from lint.reports.summary import Summary
from lint.reports.visible import visible
from lint.reports.waiting import Waiting, dumped
from lint.session import Result

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Gitlab(Waiting):
    """The format `gitlab`."""

    def result(self, result: Result) -> None:
        """Keep a file's findings as they will be written."""
        for entry in counting(result):
            self.keep(entry.finding, dumped(_told(entry)))

    def close(self, summary: Summary) -> None:
        """Write the whole report."""
        self.write("[")
        self.write_items(" ")
        self.write("]\n")


def _told(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    return {
        "description": visible(finding.message),
        "check_name": finding.rule,
        "fingerprint": entry.fingerprint,
        "severity": LEVELS[finding.severity],
        "location": {
            "path": path(finding.file),
            "positions": {
                "begin": {"line": finding.start.line, "column": finding.start.column},
                "end": {"line": finding.end.line, "column": finding.end.column},
            },
        },
    }
