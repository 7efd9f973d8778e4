"""Runs that are no Chinese as they stand, and are in other bytes: seeds are looked for, and extended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from lint.misreadings import paths
from lint.misreadings.alignment import GAP, MARK, WORD, WORST, Alignment, aligned
from lint.misreadings.chinese import HAN, MARKS, Misreading, held, ordinary
from lint.misreadings.paths import Source
from lint.text import Span

BEFORE, BEHIND = 24, 40  # characters to either side of a seed in which the ways are compared
NEAR = 10  # characters to either side whose bytes are looked at first
LONGEST = 4096  # characters of one run
ENOUGH = 8.0  # how much better a run must read
FOREIGN = 10.0  # and letters that are no Chinese
SURE = 30.0  # a way that reads so much better needs no comparison
NEXT = 12  # characters behind a seed that came to nothing, before another is tried
READS = 0.5  # of a stretch's characters that make words, where it needs no explanation


class Way(NamedTuple):
    """What a text was misread as: the encodings it was read with, and the one that it was written in."""

    read_as: tuple[str, ...]
    meant: str


class _Window(NamedTuple):
    """A part of a line, with the words that its characters make and the sum of what they are worth."""

    start: int
    text: str
    held: list[bool]
    worth: list[float]


def read(text: str) -> Iterator[Misreading]:
    """Every run that reads as Chinese in other bytes."""
    odd = set(text).difference(ordinary())
    if not odd:
        return
    last: Way | None = None
    reached = tried = 0
    for seed in re.finditer(f"[{re.escape(''.join(sorted(odd)))}]", text):
        if seed.start() < tried:
            continue
        window = _window(text, max(reached, seed.start() - BEFORE), seed.start(), BEHIND)
        at = seed.start() - window.start
        if _innocent(window, at, odd):
            continue
        found = _best(window, at, odd, last)
        if found is None:
            tried = seed.start() + NEXT
            continue
        last = found[1]
        alignment, window = _extended(text, window, found)
        misreading = _misreading(text, window, alignment, odd)
        yield misreading
        reached = tried = misreading.span.end


def _window(text: str, start: int, seed: int, behind: int) -> _Window:
    """The part of the seed's line that begins at some place or later."""
    start = max(start, text.rfind("\n", start, seed) + 1)
    end = text.find("\n", seed, seed + behind)
    part = text[start : end if end >= 0 else seed + behind]
    flags = held(part)
    return _Window(start, part, flags, list(accumulate(map(_worth, part, flags), initial=0.0)))


def _worth(character: str, holds: bool) -> float:
    if holds:
        return WORD
    if character in MARKS:
        return MARK
    return 0.0 if character in ordinary() else WORST


def _innocent(window: _Window, at: int, odd: set[str]) -> bool:
    """Whether a seed is a rare character as texts hold them: it makes a word, or all around it do."""
    if window.held[at] and not any(c in odd for c in window.text[at + 1 : at + 7]):
        return True
    near = range(max(0, at - NEAR), min(len(window.text), at + NEAR))
    wide = [place for place in near if window.text[place] >= "\u3400"]
    return len(wide) >= 8 and sum(window.held[place] for place in wide) >= 0.7 * len(wide)


def _best(window: _Window, at: int, odd: set[str], last: Way | None) -> tuple[Alignment, Way] | None:
    found: tuple[Alignment, Way] | None = None
    for source, way in _ways(window, at, odd, last):
        alignment = aligned(source, window.worth, way.read_as[-1], way.meant, ENOUGH)
        if alignment and alignment.end > at - 2 and _reads(window, alignment, way):
            if found is None or alignment.score > found[0].score:
                found = alignment, way
            if alignment.score >= SURE:
                break
    return found


def _reads(window: _Window, alignment: Alignment, way: Way) -> bool:
    if alignment.score < ENOUGH:
        return False
    flags = held(alignment.text)
    lost, han = alignment.text.count(GAP), HAN.count(alignment.text)
    if way.meant == "utf-8" and lost + han >= 4:
        return True
    if alignment.score >= FOREIGN and not HAN.search(window.text, int(alignment.start), int(alignment.end)):
        return sum(flags) >= 2 and not lost
    return sum(flags) >= 3 and sum(flags) >= 0.4 * (han + lost)


def _ways(window: _Window, at: int, odd: set[str], last: Way | None) -> Iterator[tuple[Source, Way]]:
    """The ways that the characters about a seed may have been misread, the last one first."""
    source = Source(window.text, list(map(float, range(len(window.text) + 1))))
    if last is not None and (again := _through(source, last.read_as[:-1])) is not None:
        yield again, last
    yield from _single(source, at, odd, ())
    for read_as in ("cp1252", "gb18030", "big5", "mac-roman"):
        if not _sayable(source.text, at, odd, read_as):
            continue
        inner = paths.intermediate(source, read_as)
        if inner is None:
            continue
        place = next((i for i, start in enumerate(inner.at) if start >= at), 0)
        strange = set(inner.text).difference(ordinary(), GAP)
        if strange:
            yield from _single(inner, min(place, len(inner.text) - 1), strange, (read_as,))


def _through(source: Source, read_as: tuple[str, ...]) -> Source | None:
    for page in read_as:
        inner = paths.intermediate(source, page)
        if inner is None:
            return None
        source = inner
    return source


def _single(source: Source, at: int, odd: set[str], outer: tuple[str, ...]) -> Iterator[tuple[Source, Way]]:
    for read_as in paths.READ_AS:
        if _sayable(source.text, at, odd, read_as):
            near = source.text[max(0, at - 2) : at + 2 * NEAR]
            for meant in paths.told(near, read_as):
                yield source, Way((*outer, read_as), meant)


def _sayable(text: str, at: int, odd: set[str], read_as: str) -> bool:
    """Whether a code page has the strange characters about a place."""
    near = [c for c in text[max(0, at - NEAR) : at + NEAR] if c in odd]
    said = sum(paths.octets(character, read_as) != paths.UNSAID for character in near)
    return said >= 0.7 * len(near)


def _extended(text: str, window: _Window, found: tuple[Alignment, Way]) -> tuple[Alignment, _Window]:
    """A run as far as it goes, looked for in longer and longer parts of its line."""
    alignment, way = found
    size = len(window.text)
    while alignment.end + 2 * NEAR > len(window.text) and size < LONGEST:
        size *= 4
        longer = _window(text, window.start, window.start, size)
        if len(longer.text) == len(window.text):
            break
        window = longer
        source = _through(Source(window.text, list(map(float, range(len(window.text) + 1)))), way.read_as[:-1])
        further = aligned(source, window.worth, way.read_as[-1], way.meant, ENOUGH) if source else None
        if further is None or further.score < alignment.score:
            break
        alignment = further
    return alignment, window


def _misreading(text: str, window: _Window, alignment: Alignment, odd: set[str]) -> Misreading:
    start, end = window.start + int(alignment.start), window.start - int(-alignment.end // 1)
    whole = alignment.start.is_integer() and alignment.end.is_integer() and GAP not in alignment.text
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    exact = whole and odd.isdisjoint(beside) and all(c in ordinary() for c in alignment.text)
    return Misreading(Span(start, end), alignment.text.replace(GAP, ""), exact)
