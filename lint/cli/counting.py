"""`--statistics`: counts in place of findings."""

from __future__ import annotations

from lint.reports import Report, Summary
from lint.reports.statistics import Statistics
from lint.session import Result


class Counts(Report):
    """Tables by rule, pack and file on standard output."""

    def __init__(self) -> None:
        super().__init__()
        self._statistics = Statistics()

    def result(self, result: Result) -> None:
        """Count one file."""
        self._statistics.add(result)

    def close(self, summary: Summary) -> None:
        """Show the tables."""
        self._statistics.show(self.write)
