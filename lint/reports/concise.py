"""One line a finding, for pipes and editors: `file:line:column: severity rule message`."""

from __future__ import annotations

from lint.reports.report import Report
from lint.reports.summary import Summary
from lint.reports.visible import visible
from lint.session import Result


class Concise(Report):
    """The format `concise`."""

    def result(self, result: Result) -> None:
        """A line for each finding."""
        for f in result.findings:
            place = f"{visible(f.file)}:{f.start.line}:{f.start.column}"
            self.write(f"{place}: {f.severity.value} {f.rule} {visible(f.message)}\n")

    def close(self, summary: Summary) -> None:
        """The count of everything."""
        if not self._quiet:
            for sentence in summary.sentences():
                self.write(sentence + "\n")
