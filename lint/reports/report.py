"""What every report is: results one after the other, then an end; and where it writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from lint.reports.summary import Summary
from lint.session import Result

if TYPE_CHECKING:
    from lint.rules import RuleSet


class Report:
    """Shows results one after the other. Troubles go to standard error at once, in every format.

    `out` is None for standard output, else a file, which never gets colors. `rules` gives the rules of the run to
    formats that tell of them; it is called once at most, when the report is closed.
    """

    def __init__(
        self,
        quiet: bool = False,
        color: str = "never",
        out: TextIO | None = None,
        rules: Callable[[], RuleSet] | None = None,
    ) -> None:
        self._quiet = quiet
        self._color = color if out is None else "never"
        self._out = out
        self._rules = rules

    def result(self, result: Result) -> None:
        """Show one file's findings."""
        raise NotImplementedError

    def close(self, summary: Summary) -> None:
        """Show what is said once, at the end."""

    def write(self, text: str) -> None:
        """Write to the file given, or to standard output as it is now."""
        (sys.stdout if self._out is None else self._out).write(text)


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
