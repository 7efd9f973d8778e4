"""Misreadings of which nothing can be restored: what they look like is all that is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.misreadings.chinese import HAN, Misreading
from lint.patterns import Pattern
from lint.text import Span

KNOWN = Pattern(r"ï»¿|(?:锟斤拷)+锟?|(?:烫烫)+|(?:屯屯){2,}|锘(?=[\u4e00-\u9fff])")
QUESTIONS = Pattern(r"\?{4,200}(?:[^\n\u4e00-\u9fff]{0,6}\?{3,200}){0,20}")  # what a code page could not say
# Bytes of Chinese read in a code page of another script: Russian, Korean, Greek, box drawing, accented letters.
SCRIPTS = (
    r"\u0400-\u04ff", r"\u2550-\u259f", r"\uac00-\ud7a3", r"\uff61-\uff9f",
    r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", r"\u0370-\u03ff",
)  # fmt: skip
FOREIGN = Pattern(rf"(?:[{''.join(SCRIPTS)}][^\n，。；、\u4e00-\u9fff{''.join(SCRIPTS)}]{{0,4}}){{5,400}}")
# Syllables of Korean and half-width kana among Chinese characters: both languages write their own words apart.
MINGLED = Pattern(r"[\uac00-\ud7a3\uff66-\uff9f]+")
NEAR = 3  # characters beside a run of question marks in which a Chinese one stands
APART = 4  # characters between two such runs that are one
MINGLED_LEAST = 3  # characters


def read(text: str) -> Iterator[Misreading]:
    """Every run: known ones, mixed scripts, syllables among Chinese characters, question marks."""
    for match in KNOWN.finditer(text):
        yield Misreading(Span(*match.span()), "", False)
    for span in (*_mixed(text), *_mingled(text), *_questions(text)):
        yield Misreading(span, "", False)


def _mixed(text: str) -> Iterator[Span]:
    """Letters of two scripts that no word mixes."""
    for match in FOREIGN.finditer(text):
        if sum(re.search(f"[{script}]", match[0]) is not None for script in SCRIPTS) > 1:
            yield Span(*match.span())


def _questions(text: str) -> Iterator[Span]:
    """Question marks in the place of a sentence."""
    for match in QUESTIONS.finditer(text):
        if HAN.search(text, max(0, match.start() - NEAR), match.end() + NEAR):
            yield Span(*match.span())


def _mingled(text: str) -> Iterator[Span]:
    """Runs of syllables and kana that stand among Chinese characters or touch them."""
    runs: list[list[int]] = []
    for match in MINGLED.finditer(text):
        if runs and match.start() - runs[-1][1] <= APART and "\n" not in text[runs[-1][1] : match.start()]:
            runs[-1] = [runs[-1][0], match.end(), runs[-1][2] + len(match[0])]
        else:
            runs.append([match.start(), match.end(), len(match[0])])
    for start, end, count in runs:
        if count >= MINGLED_LEAST and HAN.search(text, max(0, start - 1), end + 1):
            yield Span(start, end)
