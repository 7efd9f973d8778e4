"""Suppressions in Markdown: `<!-- plan-lint: ignore[id, pack] -- reason -->`.

Alone on its line a comment holds for the next line of text, behind text for its own line; `ignore-file` holds for the
whole document, `ignore-start` up to `ignore-end`. Without names it holds for every rule, which is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lint.config.entry import Entry
from lint.findings import Finding, Suppression
from lint.suppress.notes import Note
from lint.text import Source

if TYPE_CHECKING:
    from lint.suppress.markdown import Reading

SUFFIXES = (".md", ".markdown")


class Comments:
    """The comments of the documents of one run. Where a reason is obligatory, one without holds nothing."""

    def __init__(self, require_reason: bool = False, today: date | None = None) -> None:
        self._require = require_reason
        self._today = today or date.today()
        self._read: dict[str, Reading] = {}

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count; what is found in a comment of ours never does."""
        if not source.path.lower().endswith(SUFFIXES) or "plan-lint" not in source.text:
            self._read.pop(source.path, None)
            return [None] * len(findings)
        from lint.suppress.markdown import Reading  # its patterns are compiled only where there are comments

        read = self._read[source.path] = Reading(source, self._require, self._today)
        return [_held(read, finding) for finding in findings]

    def named(self) -> Iterator[Note]:
        """Each name of a rule or pack that a comment gives, and where."""
        for path, read in self._read.items():
            for comment in read.comments:
                yield from (Note(path, comment.line, name) for name in sorted(comment.names))

    def notes(self, covered: Callable[[Entry], bool]) -> Iterator[Note]:
        """What is wrong with comments, and which hold nothing, in the files that were `covered`."""
        for path, read in self._read.items():
            notes = [Note(path, line, fault) for line, fault in read.faults]
            for comment in read.comments:
                if not comment.used and covered(Entry(rules=tuple(comment.names), file=path)):
                    notes.append(Note(path, comment.line, "this comment holds nothing any more; take it away"))
            yield from sorted(notes, key=lambda note: note.line)


def _held(read: Reading, finding: Finding) -> Suppression | None:
    """Why a finding does not count."""
    start, end = finding.start.offset, finding.end.offset
    if any(place.start <= start and end <= place.end for place in read.places):
        return Suppression("comment")
    held = [comment for comment in read.comments if comment.holds(finding)]
    for comment in held:
        comment.used = True
    return Suppression("comment", held[0].reason) if held else None
