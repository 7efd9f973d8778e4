"""Promises that no one can check: 显著提升, 若干套, with no value beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, narrowed, overlapping
from lint.document import Document
from lint.text import Span

NEAR = 60  # characters to each side of a phrase that belong to its sentence at most
LEAD = 40  # characters of a sentence that says what its paragraph is about
PARAGRAPH = 300  # characters of a paragraph that may say how much
ENDS = "。；！？\n"


@dataclass(frozen=True)
class Promise(Check):
    """Reports what `patterns` match where the plan looks ahead and no number stands in the same sentence.

    A short sentence that begins a paragraph (创新能力显著提升。) may have the numbers behind it. Silent in what tells
    results already reached: sections that look back, sentences in the past tense. A group named `at` narrows the place;
    `except`: patterns that make an overlapping match right.
    """

    kind: Literal["promise"]
    patterns_: tuple[str, ...]
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each phrase, in the order of the text."""
        found = {narrowed(match) for match in document.matches(*self.patterns_)}
        for span in sorted(found):
            if not self._kept(document, span) and not overlapping(self.except_, document, span):
                yield Hit(span)

    def _kept(self, document: Document, span: Span) -> bool:
        """Whether the sentence says how much, or tells what was reached."""
        least, most = max(0, span.start - NEAR), min(len(document.text), span.end + NEAR)
        begin = max(least, *(document.text.rfind(mark, least, span.start) + 1 for mark in ENDS))
        end = min((at for mark in ENDS if (at := document.text.find(mark, span.end, most)) >= 0), default=most)
        if document.past.tells_in(Span(begin, end)):
            return True
        if end - begin <= LEAD and document.text[begin - 1 : begin] in ("", "\n"):
            close = document.text.find("\n", end, end + PARAGRAPH)
            end = close if close >= 0 else min(len(document.text), end + PARAGRAPH)
        return document.has_quantity(Span(begin, end))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns."""
        return self.patterns_

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The phrases and their exceptions."""
        return {"patterns": self.patterns_, "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find."""
        if not self.patterns_:
            yield "patterns", "is empty: there is nothing to find"
