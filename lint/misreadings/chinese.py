"""What all misreadings share: what a run was, and whether a text reads as Chinese."""

from __future__ import annotations

from typing import NamedTuple

from lint import words
from lint.patterns import Pattern
from lint.text import Span

HAN = Pattern(r"[\u4e00-\u9fff]")
READS = 0.5  # of a text's neighbours that make common words; of random characters hardly a tenth do
SEEN = 100  # occurrences of a common word in the dictionary's corpus


class Misreading(NamedTuple):
    """A run of wrongly decoded text, what can be restored of it, and whether that is exactly what it was."""

    span: Span
    restored: str
    exact: bool


def reads(text: str) -> float:
    """The share of a text's characters that make a common word with a neighbour."""
    held: set[int] = set()
    for at in range(len(text) - 1):
        if words.frequency(text[at : at + 2]) >= SEEN:
            held |= {at, at + 1}
    han = HAN.count(text)
    return len(held) / han if han else 0.0
