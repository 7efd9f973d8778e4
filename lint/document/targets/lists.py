"""Respective lists: A、B和C分别达到90%、80%和70% gives each value its own indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Span

RESPECTIVE = Pattern(r"分别")
YEAR = Pattern(r"^(?:到)?(?:20)?\d\d年$")  # 2024年、2025年分别 name dates
BETWEEN = Pattern(r"^(?:[、和与及]|以及)(?:达到?|为)?$")
SEPARATOR = re.compile(r"、|以及|和(?!谐|平)|与|(?<!普)及")


def respective(places: Sequence[Place]) -> dict[int, Span]:
    """The indicators of quantities that 分别 gives in turn, by the offset of each; only where as many are named."""
    found: dict[int, Span] = {}
    for index, at in enumerate(places):
        told = RESPECTIVE.search(at.left)
        if (
            told is None
            or at.quantity.span.start in found
            or (index and places[index - 1].quantity.span.end > at.start)
        ):
            continue
        group = _group(places, index)
        names = _names(at.left[: told.start()], at.start, len(group))
        if names and all(YEAR.match(at.text[name.start : name.end]) for name in names):
            continue
        found |= {place.quantity.span.start: name for place, name in zip(group, names, strict=False)}
    return found


def goes_on(last: Span, at: Place) -> bool:
    """Whether only 、 or 和 parts a quantity from the one before it, whose operator it shares."""
    return BETWEEN.match(at.text[last.end : at.quantity.span.start]) is not None


def _group(places: Sequence[Place], index: int) -> list[Place]:
    """The quantities that only 、 and 和 part."""
    group = [places[index]]
    for at in places[index + 1 :]:
        if not BETWEEN.match(at.text[group[-1].quantity.span.end : at.quantity.span.start]):
            break
        group.append(at)
    return group


def _names(words: str, start: int, count: int) -> list[Span]:
    """As many names as there are values, where the words hold so many: parted by 、 and 和, or by 、 alone."""
    for separator in (SEPARATOR, re.compile("、")):
        edges = [0, *(edge for match in separator.finditer(words) for edge in match.span()), len(words)]
        names = [Span(start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
        if len(names) == count > 1:
            return names
    return []
