"""A few Traditional characters in Simplified text, or the reverse: what a converter or a scan left behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lint import strangers, words
from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

FEW = 3  # in a hundred characters that only one script has; more is the document's own, or a quotation
SINGLE = 2  # characters that stand out in a short text where the dictionary has the word
AMONG = 2  # times as many of the other script
SEEN = 100  # occurrences of such a word
OFTEN = 10_000  # of one that is a single character: 與 for 与
LEAST = 60  # characters that make a script a habit
NAME = 20  # characters of a name to either side
# Traditional forms that Big5 does not have, of common characters.
VARIANTS = frozenset(
    "僞儁卽厠叄啓垻墰墻壜奬峯嵗幷擡敎旣査棊殻滙爲牀産畵眞竈竪箚絶綉綫綳緑縧罎羣舘藴衆裏説謡贜遡醖釺鈎鈡鉢銹鋭録鍁鎭閲頽顔駡鷄麪麫麯"
)
NAMES = {"t2s": "繁体", "s2t": "简体"}
BACK = {"t2s": "s2t", "s2t": "t2s"}


@dataclass(frozen=True)
class Script(Check):
    """Reports runs of characters of the script that a document does not write.

    Which script a character is of is told by the character sets GB 2312 (Simplified) and Big5 (Traditional): what both
    hold says nothing. A name in 《》 that is written in the other script throughout is left alone. In a short text one
    or two stand out where the dictionary has the word that they would make. opencc then says what the run would be in
    the document's script; where it has no other form for it, as for rare characters in names, nothing is said. Values:
    `script`, `replacement`.
    """

    kind: Literal["script"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run of the rarer script, and each single character of a third one that looks like what is meant."""
        for span, script, meant in strangers.find(document.text, document.characters):
            yield Hit(span, {"script": script, "replacement": meant}, (Edit(span, meant),))
        if len({*map(_other, document.characters)} & BACK.keys()) < len(BACK):  # of one script throughout
            return
        counts, kinds = Counter(document.text), Counter[str]()
        for character, times in counts.items():
            kinds[_other(character)] += times
        config = "t2s" if kinds["t2s"] < kinds["s2t"] else "s2t"  # from the rarer script to the usual one
        few, many = kinds[config], kinds[BACK[config]]
        habit = many >= LEAST and few * 100 <= (few + many) * FEW
        if not few or not (habit or (few <= SINGLE and many >= AMONG * few)):
            return
        rare = "".join(sorted(c for c in counts if _other(c) == config))
        for match in re.finditer(f"[{re.escape(rare)}]+", document.text):
            span = Span(*match.span())
            better = _converter(config).convert(document.slice(span))
            # 濛 is written 蒙 only by some, and back it is 蒙: such a character is a name's own.
            own = _converter(BACK[config]).convert(better) != better
            told = own and better != document.slice(span) and (habit or _spells(document.text, span, better))
            beside = {*document.text[max(0, span.start - 1) : span.start], *document.text[span.end : span.end + 1]}
            told = told and strangers.JAPANESE.keys().isdisjoint(beside)  # 経済産業省
            if told and not _named(document.text, span, BACK[config]):
                yield Hit(span, {"script": NAMES[config], "replacement": better}, (Edit(span, better),))

    def values(self) -> frozenset[str]:
        """The script of the run, and how the document would write it."""
        return frozenset({"script", "replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True


def _spells(text: str, span: Span, better: str) -> bool:
    """Whether what would stand there makes a word, by itself or with a neighbour; few characters prove no habit."""
    simplified = _converter("t2s")
    before, after = (simplified.convert(text[i : i + 1]) for i in (max(0, span.start - 1), span.end))
    told = simplified.convert(better)
    beside = (told, before + told[:1], told[-1:] + after)
    return any(words.frequency(word) >= (SEEN if len(word) > 1 else OFTEN) for word in beside)


def _named(text: str, span: Span, usual: str) -> bool:
    """Whether a place is part of a name in 《》 that has no character of the document's own script."""
    before, after = text[max(0, span.start - NAME) : span.start], text[span.end : span.end + NAME]
    opening, closing = before.rfind("《"), after.find("》")
    if opening <= before.rfind("》") or closing < 0:
        return False
    name = before[opening + 1 :] + text[span.start : span.end] + after[:closing]
    ways = Counter(map(_other, name))
    return not ways[usual] and ways[BACK[usual]] > 1


@cache
def _other(character: str) -> str:
    """The way to the other script for a character that only one of them has: t2s, s2t, else empty."""
    if not "\u4e00" <= character <= "\u9fff":
        return ""
    if character in VARIANTS:
        return "t2s"
    simplified, traditional = bool(character.encode("gb2312", "ignore")), bool(character.encode("big5", "ignore"))
    return "" if simplified == traditional else "s2t" if simplified else "t2s"


@cache
def _converter(config: str) -> Any:
    """opencc with one of its configurations; loaded for texts of two scripts only."""
    import opencc

    return opencc.OpenCC(config)
