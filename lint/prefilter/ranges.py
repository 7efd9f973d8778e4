"""Classes of characters as stretches of Unicode: what an item of a pattern stands for, and how much of a text it is."""

from __future__ import annotations

import sys
from typing import Any

LAST = sys.maxunicode
NEWLINE = 10
SURROGATES = (0xD800, 0xDFFF)  # UTF-8 has none; a text's are read as question marks
QUESTION = (0x3F, 0x3F)

Ranges = tuple[tuple[int, int], ...]

# Python's classes in a few ranges, wider than they are, and narrower for what is left out.
DIGITS: Ranges = (
    (0x30, 0x39), (0x660, 0x669), (0x6F0, 0x6F9), (0x7C0, 0x19D9), (0x1A80, 0x1A99), (0x1B50, 0x1C59),
    (0xA620, 0xABF9), (0xFF10, 0xFF19), (0x104A0, 0x1FBF9),
)  # fmt: skip
SPACES: Ranges = (
    (0x9, 0xD), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
    (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
ASCII_WORDS: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
WIDE: dict[str, Ranges] = {"DIGIT": DIGITS, "SPACE": SPACES, "WORD": (*ASCII_WORDS, (0x80, LAST))}
NARROW: dict[str, Ranges] = {
    "DIGIT": ((0x30, 0x39),), "SPACE": ((0x9, 0xD), (0x20, 0x20)), "WORD": ASCII_WORDS,
}  # fmt: skip
FOLDED = {0x6B: 0x212A, 0x73: 0x17F}  # k and s have a third case


def ranges(name: str, argument: Any, fold: bool, wide: bool = True) -> Ranges:
    """The characters that one item stands for: no fewer than it does, or not `wide`, no more."""
    if name == "ANY":
        return complement(((NEWLINE, NEWLINE),))
    if name == "NOT_LITERAL":
        return complement(((argument, argument),))
    if name == "LITERAL":
        return _cased(((argument, argument),)) if fold else ((argument, argument),)
    negated = bool(argument) and str(argument[0][0]) == "NEGATE"
    found: list[tuple[int, int]] = []
    for operator, value in argument[negated:]:
        if str(operator) == "CATEGORY":
            found += _category(str(value), wide != negated)
        else:
            found.append((value, value) if str(operator) == "LITERAL" else (value[0], value[1]))
    if negated:
        return complement(tuple(found))
    return _cased(tuple(found)) if fold else tuple(found)


def _category(name: str, wide: bool) -> Ranges:
    """CATEGORY_DIGIT, CATEGORY_NOT_SPACE and so on, also with UNI_."""
    parts = name.split("_")
    if "NOT" in parts:
        return complement((NARROW if wide else WIDE)[parts[-1]])
    return (WIDE if wide else NARROW)[parts[-1]]


def _cased(stretches: Ranges) -> Ranges:
    """With the other case of each ASCII letter; other scripts whole, for their cases are many."""
    found = list(stretches)
    for first, last in stretches:
        for code in range(max(first, 0x41), min(last, 0x7A) + 1):
            lower = ord(chr(code).lower())
            found += [(lower, lower), (ord(chr(code).upper()), ord(chr(code).upper()))]
            found += [(FOLDED[lower], FOLDED[lower])] if lower in FOLDED else []
        if last > 0x7F:
            found.append((0x80, 0x24FF))
            found += [(0x41, 0x5A), (0x61, 0x7A), (0xA640, 0xABFF), (0xFB00, 0xFB06), (0xFF21, 0xFF5A), (0x10400, LAST)]
    return tuple(found)


def complement(stretches: Ranges) -> Ranges:
    """What some stretches leave out, in order and without overlaps."""
    found, reached = [], 0
    for first, last in sorted(stretches):
        if first > reached:
            found.append((reached, first - 1))
        reached = max(reached, last + 1)
    if reached <= LAST:
        found.append((reached, LAST))
    return tuple(found)


# What share of a plan's text the characters of a stretch of Unicode make, each alike within it.
SHARES = (
    (0x0, 0x1F, 0.02), (0x20, 0x2F, 0.02), (0x30, 0x39, 0.03), (0x3A, 0x40, 0.004), (0x41, 0x5A, 0.003),
    (0x5B, 0x60, 0.001), (0x61, 0x7A, 0.004), (0x7B, 0xFF, 0.001), (0x100, 0x1FFF, 0.0005), (0x2000, 0x2FFF, 0.006),
    (0x3000, 0x303F, 0.07), (0x4E00, 0x9FFF, 0.8), (0xFF00, 0xFFEF, 0.06),
)  # fmt: skip
EFFECTIVE = {(0x4E00, 0x9FFF): 1200, (0x3000, 0x303F): 8, (0xFF00, 0xFFEF): 8, (0x0, 0x1F): 2}  # that are much used


def share(first: int, last: int) -> float:
    """The share of a text that the characters of a stretch make, from 0 to 1."""
    total = 0.0
    for low, high, part in SHARES:
        count = min(last, high) - max(first, low) + 1
        if count > 0:
            total += part * min(1.0, count / EFFECTIVE.get((low, high), high - low + 1))
    return total
