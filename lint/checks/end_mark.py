"""Paragraphs of sentences whose last one has no mark, in a document that ends all others with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Line
from lint.document.markers import STRONG
from lint.patterns import Pattern
from lint.text import Span

ENDED = "。！？!?；;：:…，,、—.·）)》”’」』】"  # , and 、 are a cut sentence, which another rule tells

NEXT = Pattern(
    r"——|[（(]?[\d０-９]{1,2}[．.、）)](?![\d０-９])|[①-⑳]|展望|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十][，,]|首先|其次"
)  # a sentence of its own begins
SIGNED = Pattern(
    r"[\u4e00-\u9fff（）]{3,24}(?:[局委会院校厅府部处办中心司队站所社园科团组室])$|[二一\d][〇○零九\d]{1,3}.{0,3}年\S{1,4}月\S{1,4}日$"
)  # ends the text
DATED = Pattern(r"\d[年月日]$")
BYLINE = Pattern(r"[长任记席员师授][ \u3000\xa0]{1,8}[\u4e00-\u9fff]{2,4}$")  # 党组书记、局长   某某某


@dataclass(frozen=True)
class EndMark(Check):
    """Reports the end of each paragraph of at least `shortest` characters with a mark inside that has none there.

    Only before a heading, a blank line or the end, where the sentence cannot go on, and only where a single one, or no
    more than `odd` in a hundred, of at least `at-least` such paragraphs end so. A heading counts when it holds a
    whole sentence.
    """

    kind: Literal["end-mark"]
    shortest: int = 40
    at_least: int = 5
    odd: int = 15

    def run(self, document: Document) -> Iterator[Hit]:
        """Each end, as a place of no width."""
        end = min(document.annex, document.zones.body.end)
        lines = [line for line in document.lines if document.zones.body.start <= line.start < end]
        heads = {section.heading.start for section in document.outline.sections}
        long = [line for line in lines if not line.chrome and self._owes(line.text, line.start in heads)]
        bare = [line for line in long if _bare(line.text)]
        single = [line for line in bare if "。" not in line.text]
        if len(single) > 1 and len(single) * 200 > len(long) * self.odd:  # entries of a list
            return
        if len(long) < self.at_least or (len(bare) > 1 and len(bare) * 100 > len(long) * self.odd):
            return
        starts = {line.start for line in bare}
        for line, following in pairwise([*lines, None]):
            if line is not None and line.start in starts and _apart(document, line, following, heads):
                yield Hit(Span(line.end, line.end))

    def _owes(self, text: str, heading: bool) -> bool:
        """Whether a line is a sentence, and not only a title."""
        inside = sum(text.count(mark, 0, -1) for mark in "；，;,")
        return len(text) >= self.shortest and ("。" in text[:-1] or inside > heading)

    def anchors(self) -> tuple[str, ...] | None:
        """A full stop."""
        return ("。",)


def _bare(text: str) -> bool:
    """Whether a line ends without a mark; a word in quotation marks is none, a date ends an entry, a name a byline."""
    if DATED.search(text[-4:]) or BYLINE.search(text[-16:]):
        return False
    return text[-1] not in ENDED or (text[-1] == "”" and text[-2:-1] not in ENDED)


def _apart(document: Document, line: Line, following: Line | None, heads: set[int]) -> bool:
    """Whether the sentence cannot go on in the line that follows."""
    if following is None:
        return document.breaks_off is None
    if NEXT.match(following.text) or STRONG.match(following.text) or SIGNED.match(following.text):
        return True
    return following.start in heads or document.text.count("\n", line.end, following.start) > 1
