"""Faults of the order of headings: lost, doubled, swapped, renumbered, glued to the line before."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.mutants import ONLY, Change, LeftOut, Mutant
from benchmarks.sequences import Item
from lint.document import Section
from lint.document.markers import CN
from lint.numerals import CIRCLED, chinese
from lint.text import Span

NUMERAL = re.compile(rf"[0-9]+|[０-９]+|[{CN}]+|[①-⑳㉑-㉟]")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
LAST = LeftOut("the last of its list goes: nothing follows it")
FIRST = LeftOut("the first of its list has no sibling before it")
ENDS = LeftOut("the last of its list has no sibling after it")
RUNS_ON = LeftOut("without it the list reads as the end of the list before")
SEVERAL = LeftOut("subsections that count on through several sections lose their order too: more than one fault")
ANEW = LeftOut("a last number 1 may begin a list anew")
COLON = LeftOut("a list may begin behind a colon")
DIGITS = LeftOut("digits run together to another number")


def delete(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The heading's line goes, a heading run into its text with its whole paragraph; its subsections stay."""
    return _lost(item, item.line)


def delete_section(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The heading goes with its text and its subsections."""
    if item.section.marker.span.start in item.open:
        return SEVERAL
    return _lost(item, item.section.whole)


def delete_marker(item: Item, random: Random) -> Mutant | LeftOut | None:
    """Only the marker goes. A reader points at the title that lost it or, as with all that is lost, at what follows."""
    return _lost(item, item.section.marker.span, item.section.marker.span.start)


def _lost(item: Item, span: Span, *points: int) -> Mutant | LeftOut:
    if len(item.siblings) == 1:
        return ONLY
    if item.after is None:
        return LAST
    if item.before is None and item.earlier and item.earlier.marker.ordinal + 1 == item.after.marker.ordinal:
        return RUNS_ON
    return Mutant(item.text, (Change(span, ""),), (*points, item.after.marker.span.start))


def duplicate(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The heading's line stands there twice; None for the last line of a text, which has nothing below it."""
    if len(item.siblings) == 1:
        return ONLY
    end = item.line.end
    if item.text[end - 1] != "\n":
        return None
    return Mutant(item.text, (Change(Span(end, end), item.line),), (end,))


def duplicate_ordinal(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The marker bears the number of the sibling before it, at which a reader points.

    A second 1 may also begin a list, in which 2 is missing: then what follows is as good a place.
    """
    if len(item.siblings) == 1:
        return ONLY
    if item.before is None:
        return FIRST
    ordinal = item.before.marker.ordinal
    after = (item.after.marker.span.start,) if ordinal == 1 and item.after else ()
    return _renumbered(item, ordinal, *after)


def swap(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The markers of two neighbours change places; their titles stay."""
    return _swapped(item, lambda section: section.marker.span)


def swap_sections(item: Item, random: Random) -> Mutant | LeftOut | None:
    """Two neighbours change places with all that they hold, up to the blanks and Markdown signs of what follows."""
    if any(section and section.marker.span.start in item.open for section in (item.section, item.after)):
        return SEVERAL
    return _swapped(item, lambda section: _stripped(item.text, section.whole))


def _swapped(item: Item, part: Callable[[Section], Span]) -> Mutant | LeftOut | None:
    if len(item.siblings) == 1:
        return ONLY
    if item.after is None:
        return ENDS
    one, other = part(item.section), part(item.after)
    return Mutant(item.text, (Change(one, other), Change(other, one)), (one.start, other.start))


def _stripped(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(re.sub(r"[\s#]+\Z", "", text[span.start : span.end])))


def renumber(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The number is another: too high by 2 to 5, or lower. A reader points at it or at the number after it."""
    if len(item.siblings) == 1:
        return ONLY
    ordinal = item.section.marker.ordinal
    lower = range(1 if item.after else 2, ordinal)  # a last 1 may begin a list anew
    higher = range(ordinal + 2, ordinal + 6)
    values = lower if lower and random.random() < 0.5 else higher
    after = (item.after.marker.span.start,) if item.after else ()
    return _renumbered(item, random.choice(values), *after)


def _renumbered(item: Item, ordinal: int, *points: int) -> Mutant | LeftOut | None:
    if ordinal == 1 and item.after is None:
        return ANEW
    marker = numbered(item.marker, ordinal)
    span = item.section.marker.span
    return None if marker is None else Mutant(item.text, (Change(span, marker),), (span.start, *points))


def numbered(marker: str, ordinal: int) -> str | None:
    """A marker with another number in the style of its own; None where that style cannot write it.

    >>> numbered("（１０）", 9), numbered("第三章", 12), numbered("07.", 8), numbered("③", 4)
    ('（９）', '第十二章', '08.', '④')
    """
    numeral = NUMERAL.search(marker)
    new = _in_style(numeral[0], ordinal) if numeral else None
    return None if numeral is None or new is None else marker[: numeral.start()] + new + marker[numeral.end() :]


def _in_style(numeral: str, ordinal: int) -> str | None:
    if numeral in CIRCLED:
        return next((sign for sign, value in CIRCLED.items() if value == ordinal), None)
    if not numeral.isdecimal():
        return chinese(ordinal)
    digits = str(ordinal).zfill(len(numeral) if numeral[0] in "0０" else 0)
    return digits if numeral.isascii() else digits.translate(WIDE)


def glue(item: Item, random: Random) -> Mutant | LeftOut | None:
    """The line break before the heading is lost, with all blanks around it."""
    if len(item.siblings) == 1:
        return ONLY
    start = item.section.marker.span.start
    before = item.text[: item.line.start].rstrip()
    if not before:
        return None
    if before[-1] in "：:" and item.before is None:
        return COLON
    if before[-1].isdecimal() and item.marker[0].isdecimal():
        return DIGITS
    return Mutant(item.text, (Change(Span(len(before), start), ""),), (start,))
