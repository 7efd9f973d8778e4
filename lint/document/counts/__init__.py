"""Counts that a text declares, each with the list that it counts.

Only counts whose list can be read are given, and those that agree are given too: a reader who finds many that agree
and few that do not reads rightly.
"""

from __future__ import annotations

from itertools import chain

from lint.document.counts import ahead, announced, behind, codes, sections, words
from lint.document.counts.declared import Declared

__all__ = ["ANCHORS", "Declared", "read", "sections"]

AT_PLACES = (behind.quoted, behind.plain, ahead.named, ahead.told)
FORMS = (ahead.slogans, codes.read)

PATTERNS = (behind.COUNTED, ahead.NAMED, ahead.SLOGAN, ahead.SENTENCE, codes.CODE, announced.ABOVE, announced.ON)
ANCHORS = tuple(pattern.pattern for pattern in PATTERNS)  # without one of these no text declares anything


def read(text: str) -> tuple[Declared, ...]:
    """Every count in running text whose list could be read, in order; where one reading agrees, no other is told."""
    kept: dict[int, Declared] = {}
    at = words.places(text)
    for declared in chain(*(form(text, at) for form in AT_PLACES), *(form(text) for form in FORMS)):
        known = kept.get(declared.span.start)
        if known is None or declared.found == declared.said:
            kept[declared.span.start] = declared
    return tuple(kept[start] for start in sorted(kept))
