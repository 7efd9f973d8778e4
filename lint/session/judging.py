"""Which findings count: what configuration says of a file, what has changed, what people have agreed to leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from lint.findings import Finding, Suppressed, Suppression
from lint.session.result import Result
from lint.text import Source


class Judge(Protocol):
    """Something that knows of findings which do not count. It may be asked of the same file again."""

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding why it does not count, or None."""


class Changed(Protocol):
    """Something that knows which findings stand in what has changed."""

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[bool]:
        """For each finding whether it does."""


Told = Callable[[Finding], Finding | None]  # a finding as a file's configuration has it; None where it is not wanted


class Judging:
    """What becomes of findings: `told` as configuration has them, left where nothing has changed, judged in turn."""

    def __init__(self, told: Sequence[Told] = (), judges: Sequence[Judge] = (), changed: Changed | None = None) -> None:
        self._told = tuple(told)
        self._judges = tuple(judges)
        self._changed = changed

    def result(self, result: Result) -> Result:
        """A result with the findings that count, and those that do not."""
        if result.source is None or not (self._told or self._judges or self._changed):
            return result
        counting, suppressed = self.findings(result.source, result.findings)
        return replace(result, findings=tuple(counting), suppressed=tuple(suppressed))

    def findings(self, source: Source, findings: Sequence[Finding]) -> tuple[list[Finding], list[Suppressed]]:
        """The findings in one text that count, and those that do not, each with the reason."""
        left = list(findings)
        for told in self._told:
            left = [said for finding in left if (said := told(finding)) is not None]
        if self._changed is not None:
            changed = self._changed.judge(source, left)
            left = [finding for finding, counts in zip(left, changed, strict=True) if counts]
        suppressed: list[Suppressed] = []
        for judge in self._judges:
            judged = list(zip(left, judge.judge(source, left), strict=True))
            suppressed += [(finding, why) for finding, why in judged if why is not None]
            left = [finding for finding, why in judged if why is None]
        return left, sorted(suppressed, key=lambda one: one[0].order)
