"""A few Traditional characters in Simplified text, or the reverse: what a converter or a scan left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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
        counts = Counter(document.text)
        simple, classic = _only(counts, "gb2312", "big5"), _only(counts, "big5", "gb2312")
        scripts = sorted(((simple, "s2t"), (classic, "t2s")), key=lambda one: sum(counts[c] for c in one[0]))
        (rare, config), (usual, _) = scripts
        few, many = sum(counts[c] for c in rare), sum(counts[c] for c in usual)
        if not few or many < LEAST or few * 100 > (few + many) * FEW:
            return
        for match in Pattern(f"[{''.join(sorted(rare))}]+").finditer(document.text):
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


def _only(characters: Iterable[str], here: str, not_there: str) -> set[str]:
    """Which characters one character set holds and the other does not."""
    return {c for c in characters if "\u4e00" <= c <= "\u9fff" and _in(c, here) and not _in(c, not_there)}


@cache
def _in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter(config: str) -> Any:
    """opencc with one of its configurations; loaded for texts of two scripts only."""
    import opencc

    return opencc.OpenCC(config)
