"""What all reports count, and the sentences that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.findings import Severity
from lint.session import Result, Trouble
from lint.stopwatch import Stopwatch


class Summary:
    """Files, findings by severity and troubles of a run so far; `watch` has measured it.

    `fixed` is how many findings were repaired in files; who repairs sets it.
    """

    def __init__(self, watch: Stopwatch | None = None) -> None:
        self.watch = watch
        self.files = 0
        self.found: Counter[Severity] = Counter()
        self.suppressed = 0
        self.fixed = 0
        self.repairable: Counter[str] = Counter()  # findings that count and offer a repair, by its safety
        self.troubles: list[Trouble] = []

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += result.source is not None
        self.found.update(finding.severity for finding in result.findings)
        self.suppressed += len(result.suppressed)
        if result.source and not result.source.lossy:  # what lost bytes when it was read is not written back
            self.repairable.update(finding.fix.safety for finding in result.findings if finding.fix)
        self.troubles += result.troubles

    @property
    def broken(self) -> bool:
        """Whether something kept the run from a whole answer."""
        return any(trouble.grave for trouble in self.troubles)

    def at_least(self, severity: Severity) -> int:
        """How many findings are this grave or graver."""
        return sum(count for found, count in self.found.items() if found.rank >= severity.rank)

    def sentences(self) -> Iterator[str]:
        """What was repaired, where something was, and what there is."""
        if self.fixed:
            yield f"Fixed {counted(self.fixed, 'finding')}."
        yield self.sentence()

    def sentence(self) -> str:
        """`57 findings (14 errors, 40 warnings, 3 infos) in 5 files, 12 suppressed.`"""
        if not self.files and self.broken:
            return "No document was read."
        total = sum(self.found.values())
        levels = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        parts = ", ".join(counted(self.found[level], level.value) for level in levels)
        found = f"{counted(total, 'finding')} ({parts})" if total else "No findings"
        left = f", {self.suppressed} suppressed" if self.suppressed else ""
        return f"{found} in {counted(self.files, 'file')}{left}."

    def offer(self) -> str:
        """`12 can be repaired with --fix, 25 more with --fix --unsafe-fixes.`; empty where nothing can be."""
        safe, unsafe = self.repairable["safe"], self.repairable["unsafe"]
        if safe and unsafe:
            return f"{safe} can be repaired with --fix, {unsafe} more with --fix --unsafe-fixes."
        if safe or unsafe:
            return f"{safe or unsafe} can be repaired with --fix{' --unsafe-fixes' if unsafe else ''}."
        return ""


def counted(count: int, thing: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {thing}{'s' if count != 1 else ''}"
