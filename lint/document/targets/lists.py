"""Respective lists: A、B和C分别达到90%、80%和70% gives each value its own indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.document.targets.places import Place
from lint.document.targets.target import Target
from lint.patterns import Pattern
from lint.text import Span

RESPECTIVE = Pattern(r"分别")
# 县、乡分别开展演练2场、6场: what is done has a noun of its own, and the names are places.
DONE_IN_TURN = Pattern(r"分别(?=(?:开展|举办|组织|新建|建设|建成|培训|招聘)[\u4e00-\u9fff]{2})")
YEAR = Pattern(r"^(?:到)?(?:20)?\d\d年$")  # 2024年、2025年分别 name dates
BETWEEN = Pattern(r"^(?:[、和与及]|以及)(?:达到?|为)?$")
SEPARATOR = re.compile(r"、|以及|和(?!谐|平)|与|(?<!普)及")


class Lists:
    """What the quantities of a text have in common where 分别 gives several in turn, or only 、 and 和 part them."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._named: dict[int, Span] = {}
        self._bounds: dict[int, str] = {}
        self._back: dict[int, int] = {}  # how many targets back stands the one whose indicator is shared
        for told, group in _groups(places):
            names = _names(group[0].left[:told], group[0].start, len(group))
            if names and not all(YEAR.match(group[0].text[name.start : name.end]) for name in names):
                self._named |= {at.quantity.span.start: name for at, name in zip(group, names, strict=False)}
            if not group[0].left[:told].strip():
                self._back |= {at.quantity.span.start: len(group) for at in group}
            if all(not at.quantity.bound for at in group[:-1]):
                self._bounds |= {at.quantity.span.start: group[-1].quantity.bound for at in group[:-1]}

    def indicator(self, at: Place, found: Sequence[Target]) -> Span | None:
        """The indicator that 分别 gives a quantity by its turn; `found` are the targets before it.

        A、B分别达到90%和80% names them; behind 游客50万人次、收入7亿元 分别增长2%、5% are of these.
        """
        start = at.quantity.span.start
        back = self._back.get(start, 0)
        if 0 < back <= len(found) and found[-back].span.start >= at.sentence.start:
            return found[-back].spans.get("indicator")
        return self._named.get(start)

    def operator(self, at: Place, found: Sequence[Target]) -> str:
        """The operator that a quantity shares: 分别稳定在95%和98%以上, 增长7%和8%; empty where it shares none."""
        bound = self._bounds.get(at.quantity.span.start, "")
        if bound in ("≥", "≤", "≈"):
            return bound
        near = found and BETWEEN.match(at.text[found[-1].span.end : at.quantity.span.start])
        return found[-1].operator if near else ""


def _groups(places: Sequence[Place]) -> Iterator[tuple[int, list[Place]]]:
    """Each list of quantities behind 分别 and an operator, with the place of 分别 in the clause of its first."""
    reached = 0
    for index, at in enumerate(places):
        told = RESPECTIVE.search(at.left)
        if (
            told is None
            or at.quantity.span.start < reached
            or (index and places[index - 1].quantity.span.end > at.start)
        ):
            continue
        group = _group(places, index)
        reached = group[-1].quantity.span.end
        if not DONE_IN_TURN.search(at.left):
            yield told.start(), group


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
