"""`--statistics`: counts in place of findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lint.advice.firing import SHARE
from lint.reports import Report, Summary
from lint.reports.statistics import Statistics
from lint.session import Result

if TYPE_CHECKING:
    from lint.rules import RuleSet


class Counts(Report):
    """Tables by rule, pack and file on standard output, and what they show about the rules that ran.

    Without `rules` nothing is said of these: a run that looks at changed lines only, or repairs, does not show it.
    """

    def __init__(self, rules: Callable[[], RuleSet] | None = None, share: float = SHARE) -> None:
        super().__init__(rules=rules)
        self._share = share
        self._statistics = Statistics()

    def result(self, result: Result) -> None:
        """Count one file."""
        self._statistics.add(result)

    def close(self, summary: Summary) -> None:
        """Show the tables, then the advice."""
        self._statistics.show(self.write)
        if self._rules is None or not self._statistics.large:
            return
        from lint import packs

        lines = list(self._statistics.advice(self._rules().rules, packs.names().rules, self._share))
        self.write("".join(f"{line}\n" for line in ("", *lines)) if lines else "")
