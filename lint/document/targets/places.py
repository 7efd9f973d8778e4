"""Places: the clause and the sentence that a quantity stands in, cut out of the text once for all who read them."""

from __future__ import annotations

from typing import NamedTuple

from lint.document.targets.quantities import Quantity
from lint.text import Span

SENTENCE = 160  # characters to each side of a quantity that belong to its sentence at most
CLAUSE = 80  # characters to each side that belong to its clause at most
SENTENCE_ENDS = "。！？\n"
PART_ENDS = "。！？；;\n"
CLAUSE_ENDS = "，。；：、！？,;:!?\n"


class Place(NamedTuple):
    """What stands around a quantity.

    `sentence` lies between 。！？, `part` between these and ；, the clause between commas, too. `left` and `right` are
    the words of the clause before and behind the quantity; `left` begins at offset `start`, and 、 does not end it.
    """

    text: str
    quantity: Quantity
    sentence: Span
    part: Span
    start: int
    left: str
    right: str

    @property
    def before(self) -> str:
        """The part of the sentence before the quantity."""
        return self.text[self.part.start : self.quantity.span.start]

    @property
    def said(self) -> str:
        """The part of the sentence."""
        return self.text[self.part.start : self.part.end]


def place(text: str, quantity: Quantity, region: Span) -> Place:
    """The place of a quantity, within a region."""
    start, end = quantity.span
    least, most = max(region.start, start - SENTENCE), min(region.end, end + SENTENCE)
    part = Span(_last(text, PART_ENDS, least, start), _first(text, PART_ENDS, end, most))
    sentence = Span(_last(text, SENTENCE_ENDS, least, start), _first(text, SENTENCE_ENDS, end, most))
    begin = _last(text, CLAUSE_ENDS.replace("、", ""), max(least, start - CLAUSE), start)
    close = _first(text, CLAUSE_ENDS, end, min(most, end + CLAUSE))
    return Place(text, quantity, sentence, part, begin, text[begin:start], text[end:close])


def _last(text: str, marks: str, least: int, start: int) -> int:
    """Behind the last of these marks before a place."""
    return max(least, *(text.rfind(mark, least, start) + 1 for mark in marks))


def _first(text: str, marks: str, end: int, most: int) -> int:
    """At the first of these marks behind a place."""
    found = (text.find(mark, end, most) for mark in marks)
    return min((at for at in found if at >= 0), default=most)
