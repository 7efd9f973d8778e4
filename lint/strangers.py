"""Single characters of another script that look like those a text means: the Cyrillic Н of Н7N9, a radical for 人.

Letters count that stand alone of their script beside Latin letters, digits or Chinese; so do the radicals and the
compatibility forms of Unicode, which no one writes, and forms of characters that only Japanese has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Set
from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

HAN = "\u4e00-\u9fff"
CYRILLIC, GREEK = "АВЕКМНОРСТХаеорсух", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
LATIN = dict(zip(CYRILLIC + GREEK, "ABEKMHOPCTXaeopcyxABEZHIKMNOPTYXo", strict=True))
NAMES = {"CYRILLIC": "西里尔", "GREEK": "希腊", "HIRAGANA": "日文", "KATAKANA": "日文", "KATAKANA-HIRAGANA": "日文"}
LETTER = Pattern(
    rf"(?<![\u0370-\u052f])[{CYRILLIC}](?=[0-9A-Za-z{HAN}])(?![\u0370-\u052f])"
    rf"|(?<![\u0370-\u052f])[{CYRILLIC}]{{2,3}}(?=[0-9A-Za-z])"
    rf"|(?<![\u0370-\u052f])(?<=[0-9A-Za-z])[{GREEK}](?![\u0370-\u052f])"
)
FORM = Pattern(r"[\u2e80-\u2fd5\uf900-\ufaff]")
KANA = Pattern(rf"(?<=[{HAN}])(?<![\u3041-\u30ff].)(?:の|ー)(?=[{HAN}])(?!.[\u3041-\u30ff])")
MEANT = {"の": "的", "ー": "一"}
JAPANESE = dict(
    zip(
        "実発経済気広栄労図変価処択単対転伝営団売読続総験検権観関鉄応帰拡戦従雑薬楽様浄満覧両齢霊隠郷弾徴聴庁隣継軽衛",
        "实发经济气广荣劳图变价处择单对转传营团卖读续总验检权观关铁应归扩战从杂药乐样净满览两龄灵隐乡弹征听厅邻继轻卫",
        strict=True,
    )
)
SHAPE = Pattern(f"(?<![{''.join(JAPANESE)}])[{''.join(JAPANESE)}](?![{''.join(JAPANESE)}])")


class Stranger(NamedTuple):
    """A place, the script of what stands there, and what is meant."""

    span: Span
    script: str
    meant: str


def find(text: str, characters: Set[str]) -> Iterator[Stranger]:
    """Every such character; a text that holds none, as its set of `characters` shows, is not looked through."""
    if not characters.isdisjoint(LATIN):
        for match in LETTER.finditer(text):
            yield Stranger(Span(*match.span()), _script(match[0][0]), "".join(map(LATIN.__getitem__, match[0])))
    if FORM.search("".join(characters)):
        for match in FORM.finditer(text):
            meant = unicodedata.normalize("NFKC", match[0])
            if meant != match[0]:
                yield Stranger(Span(*match.span()), "部首或兼容", meant)
    if not characters.isdisjoint(MEANT):
        for match in KANA.finditer(text):
            yield Stranger(Span(*match.span()), _script(match[0]), MEANT[match[0]])
    if not characters.isdisjoint(JAPANESE):
        for match in SHAPE.finditer(text):
            yield Stranger(Span(*match.span()), "日文", JAPANESE[match[0]])


def _script(letter: str) -> str:
    return NAMES[unicodedata.name(letter).split()[0]]
