"""Places: the clause and the sentence that a quantity stands in, cut out of the text once for all who read them."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lint.document.targets.quantities import Quantity
from lint.patterns import Pattern
from lint.text import Span

SENTENCE = 160  # characters to each side of a quantity that belong to its sentence at most
CLAUSE = 80  # characters to each side that belong to its clause at most
SENTENCE_ENDS = "。！？\n"
PART_ENDS = "。！？；;\n"
CLAUSE_ENDS = "，。；：！？,;:!?\n"
LIST_ENDS = CLAUSE_ENDS + "、"
MARKS = Pattern(f"[{LIST_ENDS}]")


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


class Places:
    """Cuts out places of one text, whose punctuation is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = [match.start() for match in MARKS.finditer(text)]

    def of(self, quantity: Quantity, region: Span) -> Place:
        """The place of a quantity, within a region."""
        text, (start, end) = self._text, quantity.span
        least, most = max(region.start, start - SENTENCE), min(region.end, end + SENTENCE)
        at = bisect_left(self._marks, start)
        begin = self._before(CLAUSE_ENDS, at, max(least, start - CLAUSE))
        first = self._before(PART_ENDS, at, least)
        sentence = first if first == least else self._before(SENTENCE_ENDS, at, least)
        at = bisect_left(self._marks, end, at)
        close = min(self._behind(LIST_ENDS, at, most), end + CLAUSE)
        last = self._behind(PART_ENDS, at, most)
        whole = last if last == most else self._behind(SENTENCE_ENDS, at, most)
        return Place(
            text, quantity, Span(sentence, whole), Span(first, last), begin, text[begin:start], text[end:close]
        )

    def _before(self, ends: str, index: int, least: int) -> int:
        """Behind the last of these marks before the one at an index; not before `least`."""
        while index > 0 and self._marks[index - 1] >= least:
            index -= 1
            if self._text[self._marks[index]] in ends:
                return self._marks[index] + 1
        return least

    def _behind(self, ends: str, index: int, most: int) -> int:
        """At the first of these marks from an index on; not past `most`."""
        while index < len(self._marks) and self._marks[index] < most:
            if self._text[self._marks[index]] in ends:
                return self._marks[index]
            index += 1
        return most
