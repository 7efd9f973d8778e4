"""Repairs in files: made, tried, and written back, or only shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lint.findings import Finding
from lint.fixes import Fault, Repaired, repair, repairable
from lint.fixes.writing import Changed, Unwritable
from lint.session.judging import Judging
from lint.session.result import Result, Trouble
from lint.text import Source, Unreadable

if TYPE_CHECKING:
    from lint.engine import Engine

AGAIN = 3  # times that a file which changes meanwhile is read and repaired anew

Put = Callable[[Source, Source], None]  # takes what was read and what it was repaired to


class CrashedError(Exception):
    """A rule failed on a repaired text, so that nobody knows what the repair has done."""


class Repairing:
    """Repairs the files of one run; `put` writes or shows what came of each."""

    def __init__(self, engine: Callable[[], Engine], judging: Judging, unsafe: bool, put: Put) -> None:
        self._engine = engine
        self._judging = judging
        self._unsafe = unsafe
        self._put = put
        self.fixed = 0  # findings that were repaired
        self.files = 0  # in so many files

    def result(self, result: Result) -> Result:
        """What is left of a result after its repairs; where they cannot be made, the result and the trouble."""
        for _ in range(AGAIN):
            source = result.source
            if source is None or not repairable(result.findings, self._unsafe):
                return result
            try:
                others = [finding for finding, _ in result.suppressed]
                repaired = repair(source, (result.findings, others), self._lint, self._unsafe)
                if repaired.fixed:
                    self._put(source, repaired.source)
            except Changed:
                result = self._anew(result)
                continue
            except (Unwritable, CrashedError) as error:
                return _with(result, Trouble(result.file, f"not repaired: {error}"))
            self.fixed += len(repaired.fixed)
            self.files += bool(repaired.fixed)
            return self._left(result, repaired)
        return _with(result, Trouble(result.file, "not repaired: it changes all the time"))

    def _left(self, result: Result, repaired: Repaired) -> Result:
        """The result of a repaired text, and what is to be said of repairs that were not made or not tried."""
        said = [_fault(result.file, fault) for fault in repaired.faults]
        if not repaired.settled:
            said.append(
                Trouble(result.file, "not every repair was tried, there are so many; run it again", grave=False)
            )
        if not repaired.fixed:
            return _with(result, *said)
        found, _ = self._engine().lint(repaired.source)
        left = self._judging.result(replace(result, source=repaired.source, findings=tuple(found), suppressed=()))
        return _with(left, *said)

    def _anew(self, result: Result) -> Result:
        """A file read and linted again."""
        try:
            source = Source.read(Path(result.file))
        except (OSError, Unreadable) as error:
            return Result(result.file, None, troubles=(Trouble(result.file, f"gone or changed meanwhile: {error}"),))
        return self._judging.result(replace(result, source=source, findings=tuple(self._engine().lint(source)[0])))

    def _lint(self, source: Source) -> tuple[list[Finding], list[Finding]]:
        found, crashes = self._engine().lint(source)
        if crashes:
            raise CrashedError(f"rule '{crashes[0].rule}' failed on the repaired text: {crashes[0].reason}")
        counting, suppressed = self._judging.findings(source, found)
        return counting, [finding for finding, _ in suppressed]


def _fault(file: str, fault: Fault) -> Trouble:
    finding = fault.finding
    place = f"{finding.start.line}:{finding.start.column}"
    said = f"{place}: rule '{finding.rule}' offers a repair that was not made: {fault.reason}"
    return Trouble(file, said, rule=finding.rule, grave=False)


def _with(result: Result, *troubles: Trouble) -> Result:
    return replace(result, troubles=(*result.troubles, *troubles))
