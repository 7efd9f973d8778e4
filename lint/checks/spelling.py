"""Non-words that one confused character separates from a common word: 投拆 for 投诉."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lint import patterns, words
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

COMMON = 300  # occurrences in the dictionary's corpus that make the meant word common


@dataclass(frozen=True)
class Spelling(Check):
    """Reports a character beside a neighbour with which it makes no word, where a look-alike would make a common one.

    `confused` lists sets of characters that are taken for one another. A place counts only where the dictionary has
    no word of two to four characters that covers the character or its neighbour as they stand: then segmentation
    falls apart there.
    Values: `replacement` (the meant word).
    """

    kind: Literal["spelling"]
    confused: tuple[str, ...]
    except_: tuple[str, ...] = ()

    @cached_property
    def _alternatives(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for group in self.confused:
            for character in group:
                found[character] = found.get(character, "") + group.replace(character, "")
        return found

    def run(self, document: Document) -> Iterator[Hit]:
        """Each non-word, at the two characters of the word that was meant."""
        text = document.text
        for match in patterns.compiled(self._anchor).finditer(text):
            offset = match.start()
            if _covered(text, offset):
                continue
            best = max(self._meant(text, offset), default=None)
            if best is not None:
                _, word, start = best
                span = Span(start, start + 2)
                if not overlapping(self.except_, document, span):
                    yield Hit(span, {"replacement": word}, (Edit(span, word),))

    def _meant(self, text: str, offset: int) -> Iterator[tuple[int, str, int]]:
        for other in self._alternatives[text[offset]]:
            for word, start in (
                (text[offset - 1 : offset] + other, offset - 1),
                (other + text[offset + 1 : offset + 2], offset),
            ):
                seen = words.frequency(word) if len(word) == 2 else 0
                if seen >= COMMON and not _covered(text, start if start < offset else offset + 1):
                    yield seen, word, start

    @cached_property
    def _anchor(self) -> str:
        return "[" + "".join(sorted(self._alternatives)) + "]"

    def anchors(self) -> tuple[str, ...] | None:
        """One of the characters."""
        return (self._anchor,)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The exceptions."""
        return {"except": self.except_}

    def values(self) -> frozenset[str]:
        """The word that was meant."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _covered(text: str, offset: int) -> bool:
    """Whether a dictionary word of two to four characters covers a place."""
    return any(
        words.frequency(text[start : start + length])
        for length in (2, 3, 4)
        for start in range(max(0, offset - length + 1), offset + 1)
    )
