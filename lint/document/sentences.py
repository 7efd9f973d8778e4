"""Sentences: what stands between 。！？ and line ends. Clauses inside them end at ，；、 and are not cut here."""

from __future__ import annotations

from lint.patterns import Pattern
from lint.text import Span

SENTENCE = Pattern(r"[^。！？\n]+[。！？]?[”’」』）)]*")


def read(text: str) -> tuple[Span, ...]:
    """Every sentence that is not blank, in order, without the white space around it."""
    found = []
    for match in SENTENCE.finditer(text):
        inner = match[0].strip()
        if inner:
            start = match.start() + match[0].index(inner[0])
            found.append(Span(start, start + len(inner)))
    return tuple(found)
