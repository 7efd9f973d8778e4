"""What every report is, and what all of them count."""

from __future__ import annotations

import os
import sys
from collections import Counter

from lint.findings import Severity
from lint.session import Result, Trouble
from lint.stopwatch import Stopwatch


class Summary:
    """Files, findings by severity and troubles of a run so far; `watch` has measured it."""

    def __init__(self, watch: Stopwatch | None = None) -> None:
        self.watch = watch
        self.files = 0
        self.found: Counter[Severity] = Counter()
        self.troubles: list[Trouble] = []

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += result.source is not None
        self.found.update(finding.severity for finding in result.findings)
        self.troubles += result.troubles

    @property
    def broken(self) -> bool:
        """Whether something kept the run from a whole answer."""
        return any(trouble.grave for trouble in self.troubles)

    def at_least(self, severity: Severity) -> int:
        """How many findings are this grave or graver."""
        return sum(count for found, count in self.found.items() if found.rank >= severity.rank)

    def sentence(self) -> str:
        """`57 findings (14 errors, 40 warnings, 3 infos) in 5 files.`"""
        total = sum(self.found.values())
        files = f"{self.files} file{'s' if self.files != 1 else ''}"
        if not self.files and self.broken:
            return "No document was read."
        if not total:
            return f"No findings in {files}."
        levels = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        parts = ", ".join(f"{self.found[s]} {s.value}{'s' if self.found[s] != 1 else ''}" for s in levels)
        return f"{total} finding{'s' if total != 1 else ''} ({parts}) in {files}."


class Report:
    """Shows results one after the other. Troubles go to standard error at once, in every format."""

    def result(self, result: Result) -> None:
        """Show one file's findings."""
        raise NotImplementedError

    def close(self, summary: Summary) -> None:
        """Show what is said once, at the end."""


def colored(color: str) -> bool:
    """Whether standard output gets colors: as --color says, else as NO_COLOR, FORCE_COLOR and the terminal say."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def write(text: str) -> None:
    """Write to standard output as it is now; a progress bar may have put itself before it."""
    sys.stdout.write(text)
