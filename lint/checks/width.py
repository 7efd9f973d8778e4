"""Marks whose width is not the document's own habit: one half-width comma among hundreds of full-width ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

HAN = "\u4e00-\u9fff"
NAMES = {True: "全角", False: "半角"}


@dataclass(frozen=True)
class Width(Check):
    """Reports marks of the width that a document hardly uses for them, beside Chinese characters.

    `marks` maps half-width marks to their full-width forms. Each is judged by itself: a document may write `,`
    half-width and `。` full-width throughout. A habit needs `at-least` marks, and no more than `odd` in a hundred, or
    a single one, may deviate. What `except` matches is left alone. Values: `habit`, `replacement`.
    """

    kind: Literal["width"]
    marks: dict[str, str]
    at_least: int = 30
    odd: int = 3
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each deviating mark."""
        full = {wide: half for half, wide in self.marks.items()}
        places = [match.start() for pattern in self._places() for match in document.matches(pattern)]
        counts = Counter(document.text[place] for place in places)
        for place in sorted(places):
            mark = document.text[place]
            other = self.marks.get(mark) or full[mark]
            few, many = counts[mark], counts[other]
            span = Span(place, place + 1)
            if (
                many < self.at_least
                or (few > 1 and few * 100 > (few + many) * self.odd)
                or overlapping(self.except_, document, span)
            ):
                continue
            yield Hit(span, {"habit": NAMES[other in full], "replacement": other}, (Edit(span, other),))

    def _places(self) -> tuple[str, ...]:
        """Marks right behind a Chinese character or a closing quotation mark, where the text has a choice."""
        both = "".join(sorted({*self.marks, *self.marks.values()}))
        return (rf"(?<=[{HAN}”》])[{''.join(chr(92) + c for c in both)}](?=[{HAN}“《\n]|$)",)

    def anchors(self) -> tuple[str, ...] | None:
        """A mark that has two widths."""
        return self._places()

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The exceptions."""
        return {"except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """No marks, or one that is more than a character."""
        if not self.marks:
            yield "marks", "is empty: there is nothing to find"
        for half, wide in self.marks.items():
            if len(half) != 1 or len(wide) != 1:
                yield "marks", f"'{half}: {wide}' is no pair of single characters"

    def values(self) -> frozenset[str]:
        """What the document does, and the mark that it would write."""
        return frozenset({"habit", "replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True
