"""What a text declares to be so many, and how many it lists."""

from __future__ import annotations

from typing import NamedTuple

from lint.text import Span


class Declared(NamedTuple):
    """A declared count, at its number and thing, whose list could be read.

    `said` is the number declared; `found` is the same where any sound reading of the list agrees with it.
    """

    span: Span
    said: int
    found: int
    thing: str
