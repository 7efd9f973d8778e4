"""Counts that a text declares, each with the list that it counts.

Only counts whose list can be read are given, and those that agree are given too: a reader who finds many that agree
and few that do not reads rightly.
"""

from __future__ import annotations

from lint.document.counts import ahead, behind, codes, sections
from lint.document.counts.declared import Declared

__all__ = ["ANCHORS", "Declared", "read", "sections"]

FORMS = (behind.quoted, behind.plain, ahead.named, ahead.slogans, ahead.told, codes.read)

PATTERNS = (
    behind.QUOTED, behind.PLAIN, ahead.NAMED, ahead.SLOGAN, ahead.SENTENCE, codes.CODE, sections.HEADED, sections.ABOVE,
)  # fmt: skip
ANCHORS = tuple(pattern.pattern for pattern in PATTERNS)  # without one of these no text declares anything


def read(text: str) -> tuple[Declared, ...]:
    """Every count in running text whose list could be read, in order; where one reading agrees, no other is told."""
    kept: dict[int, Declared] = {}
    for form in FORMS:
        for declared in form(text):
            known = kept.get(declared.span.start)
            if known is None or declared.found == declared.said:
                kept[declared.span.start] = declared
    return tuple(kept[start] for start in sorted(kept))
