"""Lists inside running text that lost a member: 一是… 二是… 四是…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.numerals import chinese, number
from lint.text import Span

NUMERAL = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True)
class Enumeration(Check):
    """Reports the member after a gap among `一是 二是 三是` and its like, within one paragraph.

    `words` are what follows the numeral (是, 要); each is a list of its own. A list begins at 一 and ends with its
    paragraph, or with the line after it when members stand on lines of their own.
    """

    kind: Literal["enumeration"]
    words: tuple[str, ...]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each member whose predecessor is missing."""
        for word in self.words:
            last, place = 0, Span(0, 0)
            for match in document.matches(self._pattern(word)):
                ordinal, span = number(match["at"]) or 0, Span(match.start("at"), match.end())
                far = document.text.count("\n", place.end, span.start) > 3
                if last and not far and last + 1 < ordinal <= last + 4:
                    missing = "、".join(chinese(n) + word for n in range(last + 1, ordinal))
                    yield Hit(span, {"missing": missing, "before": document.slice(place)}, (), (("上一项", place),))
                last = 0 if ordinal != 1 and (not last or far) else ordinal
                place = span

    def _pattern(self, word: str) -> str:
        return (
            rf"(?:^|[。；;：:，,！、）)”\s])(?P<at>{NUMERAL}){re.escape(word)}(?![非否]|[一二三四五六七八九十][，,是])"
        )

    def anchors(self) -> tuple[str, ...] | None:
        """A member after the second."""
        return tuple(f"[三四五六七八九十]{re.escape(word)}" for word in self.words)

    def values(self) -> frozenset[str]:
        """What is missing, and the member before."""
        return frozenset({"missing", "before"})
