"""The markers of a text that count, before damage is looked for.

Tables of contents are left out. Loose markers (1.1, 1 总则) count where they follow one another, one in an odd shape
among its neighbours (（1） 2） （3）) counts as theirs, and 1、 is a scheme of its own only where 1. stands inside it.
"""

from __future__ import annotations

from collections import Counter

from lint.document import markers
from lint.document.markers import SCHEMES, Marker
from lint.document.numbering import nesting, parts
from lint.document.numbering.nesting import Nesting
from lint.text import Span

FOLLOWED = 0.5  # the share of loose markers that must follow one another
SURELY = 0.8  # the share of decimals that must where nothing bears the numbers above them


def read(text: str, end: int) -> tuple[list[Marker], list[Span]]:
    """Every marker that counts before damage is looked for, and the tables of contents."""
    strong = [marker for marker in markers.strong(text) if marker.span.start < end]
    taken = {marker.span.start for marker in strong}
    loose = [m for m in markers.loose(text) if m.span.start < end and m.span.start not in taken]
    weak = {marker.span for marker in loose}
    both = parts.without_code(text, sorted(strong + loose, key=lambda marker: marker.span))
    found, contents = parts.without_contents(text, both)
    strong = [marker for marker in found if marker.span not in weak]
    has_chinese = any(marker.scheme == "chinese" for marker in strong)
    kept = [m for m in found if m.span in weak and not (has_chinese and m.scheme == "chinese")]
    return sorted(_adopted(strong) + _followed(kept, strong), key=lambda marker: marker.span), contents


def _followed(loose: list[Marker], strong: list[Marker]) -> list[Marker]:
    """The loose markers of each scheme that mostly follow one another, from 1 on.

    Decimals without their parents (1. above 1.1) must follow one another nearly all: 9.1, 9.10 and 10.1 are dates.
    """
    kept: list[Marker] = []
    for scheme in [scheme for scheme in SCHEMES if any(marker.scheme == scheme for marker in loose)]:
        items = _in_place([marker for marker in loose if marker.scheme == scheme])
        last: dict[str, int] = {}
        follows = 0
        for marker in items:
            follows += marker.ordinal in (1, last.get(marker.under, 0) + 1)
            last[marker.under] = marker.ordinal
        unders = {marker.under for marker in items}
        parents = {_numbered(marker) for marker in (*kept, *strong)} & unders
        sure = len(parents) * 2 > len(unders)
        share = FOLLOWED if sure or not any(unders) else SURELY
        many = len(items) >= 3 or (sure and scheme not in ("bare", "decimal"))
        if many and follows > share * len(items) and max(last.values()) >= 2:
            kept += items
    return kept


def _numbered(marker: Marker) -> str:
    """A marker as its decimal children name it: 2 of 第二章 or 2., 2.3 of 2.3."""
    return f"{marker.under}.{marker.ordinal}" if marker.under else str(marker.ordinal)


def _in_place(items: list[Marker]) -> list[Marker]:
    """The decimal markers without quantities among them: a 1.5 between 4.2 and 4.3."""
    unders = [None, *(marker.under for marker in items), None]
    return [
        marker
        for marker, before, after in zip(items, unders, unders[2:], strict=False)
        if before != after or marker.under == before or not before
    ]


FAMILIES = (("chinese-paren", "arabic-paren", "arabic-close", "chinese-close"), ("chinese", "arabic"))
GAP = 3  # ordinals after which a marker still goes on from one of its own shape
MOST = 500  # markers that are looked at for how a document writes its brackets
BRACKETS = ({"chinese-paren", "chinese-close"}, {"arabic-paren", "arabic-close"})  # that may lose their first half


def _adopted(found: list[Marker]) -> list[Marker]:
    """The markers, where one in another shape between two neighbours, （1） 2） （3）, is a damaged one of theirs."""
    adopted = {marker: marker for marker in found}
    for family in FAMILIES:
        kin = [marker for marker in found if marker.scheme in family]
        counted = _counted(kin)
        for index, marker in enumerate(kin):
            like = None if marker in counted else _like(kin, index)
            if like:
                adopted[marker] = marker._replace(scheme=like, fault="malformed")
    return [adopted[marker] for marker in found]


def _like(kin: list[Marker], index: int) -> str | None:
    """The scheme of the neighbours among which a marker counts: between two, before the next two, after the last."""
    ordinal, scheme = kin[index].ordinal, kin[index].scheme
    earlier, before = (kin[i] if i >= 0 else None for i in (index - 2, index - 1))
    after, next_ = (kin[i] if i < len(kin) else None for i in (index + 1, index + 2))
    if before and before.scheme != scheme and before.ordinal + 1 == ordinal:
        between = after is not None and after[1:3] == (before.scheme, ordinal + 1)
        ends = {scheme, before.scheme} in BRACKETS and earlier and earlier[1:3] == (before.scheme, ordinal - 2)
        return before.scheme if between or ends or (ordinal == 2 and _rare(kin, scheme, before.scheme)) else None
    if after and next_ and ordinal == 1 and {scheme, after.scheme} in BRACKETS:
        opens = after.ordinal == 2 and next_[1:3] == (after.scheme, 3)
        return after.scheme if opens and (before is None or before[1:3] != (after.scheme, 1)) else None
    return None


def _rare(kin: list[Marker], scheme: str, other: str) -> bool:
    """Whether a bracket that lost its half is rarer than the whole one."""
    if {scheme, other} not in BRACKETS:
        return False
    count = Counter(marker.scheme for marker in kin[:MOST])
    return count[scheme] * 3 < count[other]


def _counted(kin: list[Marker]) -> set[Marker]:
    """The markers that follow one of their own shape, at once or with a gap, or that one follows."""
    counted: set[Marker] = set()
    last: dict[str, Marker] = {}
    for marker in kin:
        before = last.get(marker.scheme)
        if before and before.ordinal < marker.ordinal <= before.ordinal + GAP:
            counted |= {before, marker}
        last[marker.scheme] = marker
    return counted


def nested(text: str, found: list[Marker]) -> tuple[list[Marker], Nesting]:
    """The markers and how their schemes nest; 1、 and 1. are one scheme unless one clearly stands within the other."""
    split = [
        marker._replace(scheme="arabic-comma")
        if marker.scheme == "arabic" and text[marker.span.end - 1] == "、"
        else marker
        for marker in found
    ]
    learnt = nesting.learn(split)
    if split == found:
        return found, learnt
    if abs(learnt.weight("arabic", "arabic-comma")) >= nesting.DEPARTS:
        return split, learnt
    return found, nesting.learn(found)
