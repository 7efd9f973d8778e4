"""Which repairs can be made together: their edits are merged, and of those that get in each other's way one waits.

Safe repairs come before unsafe ones, then the one that starts first, then the shorter one, then the rule's name
decides, so that the same findings always give the same text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from lint.findings import Edit, Finding
from lint.text import Span

SAFE = "safe"


def repairable(findings: Iterable[Finding], unsafe: bool) -> list[Finding]:
    """The findings that can be repaired, by safe repairs alone or by unsafe ones, too."""
    return [finding for finding in findings if finding.fix and (unsafe or finding.fix.safety == SAFE)]


def together(findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose edits do not touch one another, in the order in which they were chosen."""
    taken = _Taken()
    return [finding for finding in sorted(findings, key=_rank) if taken.take(edits_of(finding))]


def edits_of(finding: Finding) -> tuple[Edit, ...]:
    """A finding's edits; none where it has no repair."""
    return finding.fix.edits if finding.fix else ()


def merged(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of findings that go together, each once, in their order."""
    return sorted({edit for finding in findings for edit in edits_of(finding)})


def _rank(finding: Finding) -> tuple[bool, int, int, str, tuple[Edit, ...]]:
    unsafe = finding.fix is not None and finding.fix.safety != SAFE
    return unsafe, finding.start.offset, finding.end.offset, finding.rule, edits_of(finding)


class _Taken:
    """Edits that were taken, in the order of their places, which never overlap."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take all of them, or none where one gets in the way of another finding's."""
        if not all(map(self._free, edits)):
            return False
        for edit in edits:
            if edit not in self:
                insort(self._edits, edit)
        return True

    def __contains__(self, edit: Edit) -> bool:
        index = bisect_left(self._edits, edit)
        return index < len(self._edits) and self._edits[index] == edit

    def _free(self, edit: Edit) -> bool:
        index = bisect_left(self._edits, edit)
        beside = self._edits[max(0, index - 1) : index + 2]
        return all(other == edit or not _meet(other.span, edit.span) for other in beside)


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans overlap; a place of no width meets all that it touches, for there the order would matter."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


class Shift:
    """Where places of a text are after edits that do not overlap."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.span.start for edit in edits]
        self._edits = edits
        self._moved = [0]
        for edit in edits:
            self._moved.append(self._moved[-1] + len(edit.replacement) - (edit.span.end - edit.span.start))

    def span(self, start: int, end: int) -> Span:
        """A span as it is afterwards; what an edit has put in the place of one of its ends belongs to it."""
        begun = bisect_left(self._starts, start)
        if begun and self._edits[begun - 1].span.end > start:  # begins inside an edited place
            first = self._edits[begun - 1].span.start + self._moved[begun - 1]
        else:
            first = start + self._moved[begun]
        ended = bisect_left(self._starts, max(end, start + 1))  # the edits that begin before its end
        if ended and self._edits[ended - 1].span.end > end:
            last = self._edits[ended - 1].span.end + self._moved[ended]
        else:
            last = end + self._moved[ended]
        return Span(first, max(first, last))
