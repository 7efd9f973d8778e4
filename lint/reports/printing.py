"""Reports for people: styled where standard output is a terminal, plain everywhere else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from lint.findings import Severity
from lint.reports.report import Report, colored
from lint.reports.summary import Summary

if TYPE_CHECKING:
    from rich.console import Console

    from lint.rules import RuleSet

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
Segments = list[tuple[str, str]]  # pieces of text, each with its style


class Printing(Report):
    """A report in pieces of text with styles. What goes into a pipe is plain, and needs no rich."""

    def __init__(
        self,
        quiet: bool = False,
        color: str = "never",
        out: TextIO | None = None,
        rules: Callable[[], RuleSet] | None = None,
    ) -> None:
        super().__init__(quiet, color, out, rules)
        self._colored = colored(self._color)

    @cached_property
    def _console(self) -> Console:
        from lint.reports.console import console

        return console(self._color)

    def print(self, segments: Segments) -> None:
        """Write pieces of text and end the line."""
        if not self._colored:
            self.write("".join(text for text, _ in segments) + "\n")
            return
        from rich.text import Text

        self._console.print(Text.assemble(*segments))

    def close(self, summary: Summary) -> None:
        """The count of everything, what can be repaired, and where to read why."""
        if self._quiet:
            return
        for sentence in summary.sentences():
            self.print([(sentence, "bold")])
        if offer := summary.offer():
            self.print([(offer, "")])
        if sum(summary.found.values()):
            self.print([("plan-lint rule ID explains a rule: why it matters, with examples.", "dim")])
