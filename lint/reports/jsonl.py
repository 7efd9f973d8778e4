"""One finding a line, as it comes, each the same object as in the JSON report: for pipes and very many documents."""

from __future__ import annotations

from lint.reports.entries import entries
from lint.reports.json import told
from lint.reports.report import Report
from lint.reports.waiting import dumped
from lint.session import Result


class Jsonl(Report):
    """The format `jsonl`. What broke the run is told on standard error and by the exit status alone."""

    def result(self, result: Result) -> None:
        """A line for each finding of a file."""
        for entry in entries(result):
            self.write(dumped(told(entry)) + "\n")
