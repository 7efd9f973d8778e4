"""Brackets and quotation marks that never close, or close what nobody opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.patterns import Pattern
from lint.text import Span

NUMBERED = Pattern(r"(?:^|[\n\s。；;，,：:、])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$")  # 1) a) are markers
PARAGRAPH = Pattern(r"(?:^|\n)[ \t\u3000\xa0]*$")  # a quotation that goes on opens each paragraph anew


@dataclass(frozen=True)
class Pair(Check):
    """Reports marks without their partner, over the whole document.

    Each of `pairs` is one pair, such as （）; marks of the same name but another width may be given together, such as
    `（(）)`: the first half opens, the second closes. A pair may close lines further on, and “ with a half-width ".
    Values: `mark`, `lacks`.
    """

    kind: Literal["pair"]
    pairs: tuple[str, ...]

    @cached_property
    def _marks(self) -> Pattern:
        return Pattern('["' + re.escape("".join(self.pairs)) + "]")

    def run(self, document: Document) -> Iterator[Hit]:
        """Each lone mark."""
        text = document.text
        open_: dict[str, list[int]] = {pair: [] for pair in self.pairs}
        of = {mark: pair for pair in self.pairs for mark in pair}
        quoted = next((pair for pair in self.pairs if "“" in pair), None)
        for match in self._marks.finditer(text):
            mark, offset = match[0], match.start()
            if mark == '"':  # half-width: it may close a full-width one, alone it says nothing
                if quoted and open_[quoted]:
                    open_[quoted].pop()
                continue
            pair = of[mark]
            if mark in pair[: len(pair) // 2]:
                if open_[pair] and mark == "“" and PARAGRAPH.search(text[max(0, offset - 20) : offset]):
                    continue
                open_[pair].append(offset)
            elif open_[pair]:
                open_[pair].pop()
            elif not (mark in ")）" and NUMBERED.search(text[max(0, offset - 4) : offset])):
                yield self._hit(pair, mark, offset)
        for pair, offsets in open_.items():
            for offset in offsets:
                yield self._hit(pair, text[offset], offset)

    def _hit(self, pair: str, mark: str, offset: int) -> Hit:
        half = len(pair) // 2
        index = pair.index(mark)
        return Hit(Span(offset, offset + 1), {"mark": mark, "lacks": pair[(index + half) % len(pair)]})

    def anchors(self) -> tuple[str, ...] | None:
        """One of the marks."""
        return (self._marks.pattern,)

    def faults(self) -> Iterator[tuple[str, str]]:
        """A pair without its second half."""
        for pair in self.pairs:
            if len(pair) < 2 or len(pair) % 2:
                yield "pairs", f"'{pair}' is no pair; write the opening marks, then as many closing ones, such as （）"

    def values(self) -> frozenset[str]:
        """The lone mark and the one that it lacks."""
        return frozenset({"mark", "lacks"})
