"""A few Traditional characters in Simplified text, or the reverse: what a converter or a scan left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

FEW = 3  # in a hundred characters that only one script has; more is the document's own, or a quotation
LEAST = 60  # characters that make a script a habit
NAMES = {"t2s": "繁体", "s2t": "简体"}
BACK = {"t2s": "s2t", "s2t": "t2s"}


@dataclass(frozen=True)
class Script(Check):
    """Reports runs of characters of the script that a document does not write.

    Which script a character is of is told by the character sets GB 2312 (Simplified) and Big5 (Traditional): what both
    hold says nothing. opencc then says what the run would be in the document's script; where it has no other form
    for it, as for rare characters in names, nothing is said. Values: `script`, `replacement`.
    """

    kind: Literal["script"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run of the rarer script."""
        counts, kinds = Counter(document.text), Counter[str]()
        for character, times in counts.items():
            kinds[_other(character)] += times
        config = "t2s" if kinds["t2s"] < kinds["s2t"] else "s2t"  # from the rarer script to the usual one
        few, many = kinds[config], kinds[BACK[config]]
        if not few or many < LEAST or few * 100 > (few + many) * FEW:
            return
        rare = "".join(sorted(c for c in counts if _other(c) == config))
        for match in Pattern(f"[{rare}]+").finditer(document.text):
            span = Span(*match.span())
            better = _converter(config).convert(document.slice(span))
            # 濛 is written 蒙 only by some, and back it is 蒙: such a character is a name's own.
            if better != document.slice(span) and _converter(BACK[config]).convert(better) == document.slice(span):
                yield Hit(span, {"script": NAMES[config], "replacement": better}, (Edit(span, better),))

    def values(self) -> frozenset[str]:
        """The script of the run, and how the document would write it."""
        return frozenset({"script", "replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


@cache
def _other(character: str) -> str:
    """The way to the other script for a character that only one of them has: t2s, s2t, else empty."""
    if not "\u4e00" <= character <= "\u9fff":
        return ""
    simplified, traditional = bool(character.encode("gb2312", "ignore")), bool(character.encode("big5", "ignore"))
    return "" if simplified == traditional else "s2t" if simplified else "t2s"


@cache
def _converter(config: str) -> Any:
    """opencc with one of its configurations; loaded for texts of two scripts only."""
    import opencc

    return opencc.OpenCC(config)
