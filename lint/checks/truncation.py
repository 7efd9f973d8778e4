"""Documents whose beginning or end is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.patterns import Pattern
from lint.text import Span

BREAKS_OFF = Pattern(r"[\u4e00-\u9fff][，,、]$|[\u4e00-\u9fff](?:的|和|与|及|或|以|把|将|对|为|在)$")
BEGINS_CUT = Pattern(r"^[，。、；：）》”！？,;:]")
LONG = 30  # characters; a shorter last line may be a signature or a label


@dataclass(frozen=True)
class Truncation(Check):
    """Reports a text that ends or begins in the middle of a sentence.

    `at: end` looks at the last line of text: long, and ending with a comma or with a word that must go on. `at: start`
    looks at the first: beginning with a mark that only follows something.
    """

    kind: Literal["truncation"]
    at: Literal["start", "end"]

    def run(self, document: Document) -> Iterator[Hit]:
        """At most one place: the last or first line."""
        lines = document.lines if self.at == "start" else reversed(document.lines)
        line = next((line for line in lines if not line.chrome), None)
        if line is None or len(document.lines) < 2:
            return
        cut = (
            BEGINS_CUT.search(line.text)
            if self.at == "start"
            else len(line.text) >= LONG and BREAKS_OFF.search(line.text)
        )
        if cut:
            yield Hit(Span(line.start, line.end))
