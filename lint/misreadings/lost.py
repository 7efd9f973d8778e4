"""Misreadings of which nothing can be restored: what they look like is all that is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lint import words
from lint.misreadings.chinese import HAN, Misreading, japanese, traditional
from lint.patterns import Pattern
from lint.text import Regions, Span

KNOWN = Pattern(
    r"ï»¿|(?:锟斤拷)+锟?|烫{3,}|(?:屯屯){2,}|锘(?=[\u4e00-\u9fff])|鈥[?？\u4e00-\u9fff]|锛[\u5c31-\u5cff屽堝][?？]?|^\?{3,9}(?=[\u4e00-\u9fff])",
    re.MULTILINE,
)
QUESTIONS = Pattern(r"\?{4,200}(?:[^\n\u4e00-\u9fff]{0,6}\?{3,200}){0,20}")  # what a code page could not say
# Letters that no word mixes: Russian, Korean, Greek, box drawing, accented letters, and those of the Near East.
SCRIPTS = (
    r"\u0400-\u052f", r"\u2550-\u259f", r"\uac00-\ud7a3", r"\uff66-\uff9f", r"\u0250-\u036f",
    r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", r"\u0370-\u03ff", r"\u0530-\u05ff", r"\u0600-\u07ff", r"\u0e00-\u0e7f",
)  # fmt: skip
LETTER = "".join(SCRIPTS)
MIXED = Pattern(rf"[{LETTER}](?:[^\na-zA-Z，。；、\u4e00-\u9fff{LETTER}]{{0,2}}[{LETTER}]){{2,400}}")
PHONETIC = SCRIPTS[4:7]  # these are mixed where a pronunciation is told: θɪŋ, gōnɡ
TOUCHING = Pattern(
    "|".join(
        f"[{one}][{''.join(other for other in SCRIPTS if other != one and not {one, other} <= set(PHONETIC))}]"
        for one in SCRIPTS
    )
)
ACCENTS = Pattern(r"[\u00a0-\u00ff\u0152-\u0178‚„†‡ˆ‰‹›™€]{7,400}")
LETTERS = Pattern(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]")
SPELT = 3  # letters of such a run, which no language writes without plain ones
DENSE = 4  # characters that no language of East Asia writes often, of a run that makes no words
# Syllables of Korean and half-width kana among Chinese characters: both languages write their own words apart.
MINGLED = Pattern(r"[\uac00-\ud7a3\uff66-\uff9f]+")
NEAR = 3  # characters beside a run of question marks in which a Chinese one stands
APART = 4  # characters between two such runs that are one
MINGLED_LEAST = 3  # characters


def read(text: str, characters: Set[str], strange: set[str]) -> Iterator[Misreading]:
    """Every run: known ones, mixed scripts, syllables among Chinese characters, question marks."""
    if not characters.isdisjoint("ï锟烫屯锘锛鈥?"):
        yield from (Misreading(Span(*match.span()), "", False) for match in KNOWN.finditer(text))
    rare = {character for character in strange if "\u4e00" <= character <= "\u9fff"}
    unseen = {character for character in rare - traditional() - japanese() if not character.encode("gb2312", "ignore")}
    spans: list[Span] = []
    if any("\u00c0" <= character < "\u2000" or "\u2550" <= character <= "\u259f" for character in strange):
        spans += (*_mixed(text), *_accented(text))
    if any("\uac00" <= character <= "\ud7a3" or "\uff66" <= character <= "\uff9f" for character in strange):
        spans += (*_mixed(text), *_mingled(text, rare))
    if "????" in text:
        spans += _questions(text)
    spans += _dense(text, unseen)
    yield from (Misreading(span, "", False) for span in Regions(spans).spans)


def _mixed(text: str) -> Iterator[Span]:
    """Letters of two scripts that no word mixes, beside each other."""
    for match in MIXED.finditer(text):
        if TOUCHING.search(text, *match.span()):
            yield Span(*match.span())


def _accented(text: str) -> Iterator[Span]:
    """Accented letters and signs of Latin-1 without any plain letter."""
    for match in ACCENTS.finditer(text):
        if LETTERS.count(match[0]) >= SPELT:
            yield Span(*match.span())


def _dense(text: str, unseen: set[str]) -> Iterator[Span]:
    """Characters that no language writes often, beside each other, and that make no words."""
    if len(unseen) >= 2:
        for match in re.finditer(f"[{''.join(sorted(unseen))}]{{{DENSE},}}", text):
            if not any(words.known(match[0][at : at + size]) for at in range(len(match[0]) - 1) for size in (2, 4)):
                yield Span(*match.span())


def _questions(text: str) -> Iterator[Span]:
    """Question marks in the place of a sentence."""
    for match in QUESTIONS.finditer(text):
        if HAN.search(text, max(0, match.start() - NEAR), match.end() + NEAR):
            yield Span(*match.span())


def _mingled(text: str, rare: set[str]) -> Iterator[Span]:
    """Runs of kana that touch Chinese characters, and of syllables that touch or hold rare ones."""
    runs: list[list[int]] = []
    for match in MINGLED.finditer(text):
        if runs and match.start() - runs[-1][1] <= APART and "\n" not in text[runs[-1][1] : match.start()]:
            runs[-1] = [runs[-1][0], match.end(), runs[-1][2] + len(match[0])]
        else:
            runs.append([match.start(), match.end(), len(match[0])])
    for start, end, count in runs:
        beside = text[max(0, start - 1) : end + 1]
        strange = any("\uff66" <= character <= "\uff9f" or character in rare for character in beside)
        if count >= MINGLED_LEAST and strange and HAN.search(beside):
            yield Span(start, end)
