"""Brackets and quotation marks that never close, or close what nobody opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.patterns import Pattern
from lint.text import Span

NUMBERED = Pattern(r"(?:^|[\n\s。；;，,：:、])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$")  # 1) a) are markers
APART = 16  # characters between two marks of other kinds that were taken for a pair at most
PARAGRAPH = Pattern(r"(?:^|\n)[ \t\u3000\xa0]*$")  # a quotation that goes on opens each paragraph anew


@dataclass(frozen=True)
class Pair(Check):
    """Reports marks without their partner, over the whole document.

    Each of `pairs` is one pair, such as （）; marks of the same name but another width may be given together, such as
    `（(）)`: the first half opens, the second closes. A pair may close lines further on, and “ with a half-width ".
    Where a lone mark closes what another kind opened right before it (〔2023】), both are one finding, at the second.
    Values: `mark`, `lacks`.
    """

    kind: Literal["pair"]
    pairs: tuple[str, ...]

    @cached_property
    def _marks(self) -> Pattern:
        return Pattern('["' + re.escape("".join(self.pairs)) + "]")

    def run(self, document: Document) -> Iterator[Hit]:
        """Each lone mark, and each of two kinds that were taken for a pair."""
        lone = sorted(self._lone(document.text))
        text = document.text
        for index, (offset, pair) in enumerate(lone):
            before = lone[index - 1] if index else None
            after = lone[index + 1] if index + 1 < len(lone) else None
            if after is not None and _taken_for_pair(text, (offset, pair), after):
                continue
            hit = self._hit(pair, text[offset], offset)
            if before is not None and _taken_for_pair(text, before, (offset, pair)):
                yield replace(hit, related=(("与它相对", Span(before[0], before[0] + 1)),))
            else:
                yield hit

    def _lone(self, text: str) -> Iterator[tuple[int, str]]:
        """Where marks without a partner stand, with their pair."""
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
                if open_[pair] and mark == "“" and _goes_on(text, open_[pair][-1], offset):
                    continue
                open_[pair].append(offset)
            elif open_[pair]:
                open_[pair].pop()
            elif not _alone(text, offset):
                yield offset, pair
        for pair, offsets in open_.items():
            yield from ((offset, pair) for offset in offsets)

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


def _goes_on(text: str, opened: int, offset: int) -> bool:
    """Whether a mark at a paragraph's start repeats the one of a quotation that reached to its own paragraph's end."""
    end = text.find("\n", opened, offset)
    return PARAGRAPH.search(text[max(0, offset - 20) : offset]) is not None and "“" not in text[opened + 1 : end]


def _alone(text: str, offset: int) -> bool:
    """Whether a closing mark needs no partner: 1) is a marker, 5’, o’clock and ’98 have an apostrophe."""
    before = text[max(0, offset - 4) : offset]
    if text[offset] in ")）":
        return NUMBERED.search(before) is not None
    written = (before[-1:].isascii() and before[-1:].isalnum()) or text[offset + 1 : offset + 2].isdigit()
    return text[offset] == "’" and written


def _taken_for_pair(text: str, one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Whether one mark opens and the next, of another kind, closes near by."""
    (start, pair), (end, closing) = one, other
    opens = text[start] in pair[: len(pair) // 2] and text[end] in closing[len(closing) // 2 :]
    return opens and pair != closing and end - start <= APART and "\n" not in text[start:end]
