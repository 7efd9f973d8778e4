"""How markers of one scheme are written: 1. or 1、 or １．, （一） or (一), 第一章 or 第1章."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from lint.document.markers import Marker
from lint.document.outline import Outline, Section
from lint.numerals import chinese
from lint.patterns import Pattern

NUMERAL = Pattern(r"[0-9]+|[０-９]+|[一二三四五六七八九十百零〇○廿卅]+")
BLANKS = Pattern(r"\s+")
LEAST = 3  # siblings that show how their list is written
USUAL = 0.6  # the share of them that must be written alike
FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}


def style(written: str) -> str:
    """A marker with its numeral as 1 of the same digits and without blanks: １２． is １．, （三 ） is （一）."""
    bare = BLANKS.sub("", written)
    numeral = NUMERAL.search(bare)
    if numeral is None:
        return bare
    one = "１" if "０" <= numeral[0][0] <= "９" else "1" if numeral[0][0].isascii() else "一"
    return bare[: numeral.start()] + one + bare[numeral.end() :]


def rewritten(style_: str, ordinal: int) -> str | None:
    """An ordinal in a style; None where the style has no numeral to put it in."""
    numeral = NUMERAL.search(style_)
    if numeral is None:
        return None
    digits = {"1": str(ordinal), "１": str(ordinal).translate(FULL_WIDTH), "一": chinese(ordinal)}[numeral[0]]
    return style_[: numeral.start()] + digits + style_[numeral.end() :]


def odd(text: str, outline: Outline) -> Iterator[tuple[Marker, str]]:
    """Each sound marker that is written otherwise than most of its siblings, with their style."""
    for siblings in _lists(outline):
        styles = [style(text[section.marker.span.start : section.marker.span.end]) for section in siblings]
        usual, count = Counter(styles).most_common(1)[0]
        if len(siblings) < LEAST or count == len(siblings) or count < USUAL * len(siblings):
            continue
        for section, own in zip(siblings, styles, strict=True):
            if own != usual and rewritten(usual, 1):
                yield section.marker, usual


def _lists(outline: Outline) -> Iterator[list[Section]]:
    """The sound sections of each scheme under each heading, apart for each part of the file."""
    groups: Sequence[list[Section]] = [outline.top, *(section.children for section in outline.sections)]
    for children in groups:
        schemes: dict[tuple[str, int], list[Section]] = {}
        for section in children:
            part = bisect_left(outline.numbering.breaks, section.heading.start)
            if not section.marker.fault and not section.marker.under:
                schemes.setdefault((section.marker.scheme, part), []).append(section)
        yield from schemes.values()
