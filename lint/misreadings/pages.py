"""Chinese read in the code page of another script, and what a code page could not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.misreadings.chinese import HAN, READS, Misreading, reads
from lint.misreadings.runs import extended
from lint.patterns import Pattern
from lint.text import Span

# Bytes of Chinese read in a code page of another script: Russian, Korean, Greek, box drawing, accented letters.
SCRIPTS = (
    r"\u0400-\u04ff", r"\u2550-\u259f", r"\uac00-\ud7a3", r"\uff61-\uff9f",
    r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", r"\u0370-\u03ff",
)  # fmt: skip
FOREIGN = Pattern(rf"(?:[{''.join(SCRIPTS)}][^\n，。；、\u4e00-\u9fff{''.join(SCRIPTS)}]{{0,4}}){{5,400}}")
READ_AS = ("koi8-r", "cp1251", "mac-roman", "cp949", "cp1252", "cp1253", "shift-jis")
# Syllables of Korean and half-width kana among Chinese characters: both languages write their own words apart.
MINGLED = Pattern(r"[\uac00-\ud7a3\uff66-\uff9f]+")
NEAR = 3  # characters beside a run of question marks in which a Chinese one stands
APART = 4  # characters between two such runs that are one
MINGLED_LEAST = 3  # characters
# GBK read as Big5 makes Chinese characters stand beside kana, small marks and geometric signs.
AS_BIG5 = Pattern(
    r"[\u4e00-\u9fff](?:[\u3041-\u30fe\ufe50-\ufe6b\u3105-\u3129\u02d9]|[▲◆●★☆◎](?=[\u4e00-\u9fff]{2}))[\u4e00-\u9fff]"
)
QUESTIONS = Pattern(r"\?{4,200}(?:[^\n\u4e00-\u9fff]{0,6}\?{3,200}){0,20}")  # what a code page could not say


def read(text: str) -> Iterator[Misreading]:
    """Every run: other scripts, syllables among Chinese characters, question marks, GBK read as Big5."""
    yield from _foreign(text)
    yield from (Misreading(span, "", False) for span in _mingled(text) if not FOREIGN.search(text, *span))
    yield from _questions(text)
    yield from _as_big5(text)


def _foreign(text: str) -> Iterator[Misreading]:
    """Runs in other scripts that are Chinese in another code page; without one, only runs that mix two scripts."""
    for match in FOREIGN.finditer(text):
        start, end = match.span()
        while start > 0 and "\u0080" <= text[start - 1] < "\u2000":  # signs that are no letters
            start -= 1
        span = Span(start, end)
        better = next(_other_pages(text[start:end]), None)
        if better is not None:
            yield Misreading(span, better, False)
        elif sum(re.search(f"[{script}]", match[0]) is not None for script in SCRIPTS) > 1:
            yield Misreading(span, "", False)


def _questions(text: str) -> Iterator[Misreading]:
    """Question marks in the place of a sentence."""
    for match in QUESTIONS.finditer(text):
        if HAN.search(text, max(0, match.start() - NEAR), match.end() + NEAR):
            yield Misreading(Span(*match.span()), "", False)


def _as_big5(text: str) -> Iterator[Misreading]:
    """Runs around kana and small marks that read as Chinese when their bytes are GBK."""
    reached = 0
    for match in AS_BIG5.finditer(text):
        if match.start() >= reached:
            start, end = extended(text, match, reached)
            better = text[start:end].encode("big5", "ignore").decode("gbk", "ignore")
            if len(better) >= 4 and reads(better) >= READS > 2 * reads(text[start:end]):
                reached = end
                yield Misreading(Span(start, end), better, False)


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


def _other_pages(run: str) -> Iterator[str]:
    """What a run says where its bytes, read in one of the code pages, are Chinese after all."""
    for read_as in READ_AS:
        data = run.encode(read_as, "ignore")
        for meant in ("utf-8", "gbk"):
            better = data.decode(meant, "ignore")
            if HAN.count(better) >= 3 and len(data) * 2 > len(run) and reads(better) >= READS:
                yield better
