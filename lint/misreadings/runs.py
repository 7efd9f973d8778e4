"""Runs that are no Chinese as they stand, and are in other bytes: seeds are looked for, and extended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from lint import words
from lint.misreadings import paths
from lint.misreadings.alignment import GAP, MARK, WORD, WORST, Alignment, aligned
from lint.misreadings.chinese import HAN, MARKS, Misreading, certain, held, traditional
from lint.misreadings.ways import NEAR, Way, through, ways
from lint.patterns import Pattern
from lint.text import Span

BEFORE, BEHIND = 24, 40  # characters to either side of a seed in which the ways are compared
LONGEST = 4096  # characters of one run
ENOUGH = 8.0  # how much better a run must read
BESIDE = 6  # characters behind a rare word in which no other strange one stands
CLOSE, ALONE = 4, 0.4  # characters beside a rare one that stands alone, and the share of them that make words
SEVERAL = 3  # strange characters that close to each other, which no common text holds
USUAL = 0.7  # of the characters about a rare one that make words in common text
SHORT = 6.0  # the same for accented letters and signs without any others, which no language writes
HALF = Pattern(r"[\u4e00-\u9fff][@-~]|[@-~][\u4e00-\u9fff]")  # the second bytes of characters may be such letters
PRIVATE = Pattern(r"[\ue000-\uf8ff]")  # code pages put several bytes there, so that which one it was is not known
ASCII = Pattern(r"[\x00-\x7f]")
SURE = 30.0  # a way that reads so much better needs no comparison
NEXT = 12  # characters behind a seed that came to nothing, before another is tried; twice as many each time
MOST, FORGET = 200, 100  # as many at most; and without a seed, after which it is as at first
CLEAR = 1.2  # times that a way reads better than any other, where it is beyond doubt
WORDS = 0.6  # of the characters of a restored text that make words
FREQUENT = 20_000  # occurrences of a character that is often a word by itself


class _Found(NamedTuple):
    """What a stretch says in some way, and whether no other way comes near."""

    alignment: Alignment
    way: Way
    clear: bool


class _Window(NamedTuple):
    """A part of a line, with the words that its characters make and the sum of what they are worth."""

    start: int
    text: str
    held: list[bool]
    worth: list[float]


def read(text: str, strange: set[str]) -> Iterator[Misreading]:
    """Every run that reads as Chinese in other bytes, looked for at the strange characters of a text."""
    seeds = "".join(sorted(filter(str.isprintable, strange)))  # without private and control characters
    if not seeds:
        return
    last: _Found | None = None
    reached = tried = 0
    patience = NEXT
    for seed in re.finditer(f"[{re.escape(seeds)}]", text):
        if seed.start() < tried or _innocent(text, seed.start(), strange):
            continue
        patience = NEXT if seed.start() > tried + FORGET else patience
        window = _window(text, max(reached, seed.start() - BEFORE), seed.start(), BEHIND, strange)
        at = seed.start() - window.start
        found = _best(window, at, strange, last)
        if found is None:
            tried = seed.start() + patience
            patience = min(2 * patience, MOST)
            continue
        last, patience = found, NEXT
        found, window = _extended(text, window, found, strange)
        misreading = _misreading(text, window, found, strange)
        yield misreading
        reached = tried = misreading.span.end


def _window(text: str, start: int, seed: int, behind: int, strange: set[str]) -> _Window:
    """The part of the seed's line that begins at some place or later."""
    start = max(start, text.rfind("\n", start, seed) + 1)
    end = text.find("\n", seed, seed + behind)
    part = text[start : end if end >= 0 else seed + behind]
    flags = held(part)
    worth = (
        WORD if holds else WORST if character in strange else MARK if character in MARKS else 0.0
        for character, holds in zip(part, flags, strict=True)
    )
    return _Window(start, part, flags, list(accumulate(worth, initial=0.0)))


def _innocent(text: str, at: int, strange: set[str]) -> bool:
    """Whether a seed is a rare character as texts hold them: not one of several, it makes a word, or all around do."""
    if sum(map(strange.__contains__, text[max(0, at - CLOSE) : at + 1 + CLOSE])) >= SEVERAL:
        return False
    longest = max((end for end in range(at + 1, at + 5) if any(_known(text, at, end))), default=0)
    if longest and strange.isdisjoint(text[longest : longest + BESIDE]):
        return True
    close = text[max(0, at - CLOSE) : at] + text[at + 1 : at + 1 + CLOSE]
    if strange.isdisjoint(close) and _share(close, CLOSE) >= ALONE:
        return True
    return _share(text[max(0, at - NEAR) : at + NEAR], 2 * CLOSE) >= USUAL


def _share(near: str, least: int) -> float:
    """The share of some characters that make words; 0 for too few to tell."""
    flags = [flag for flag, character in zip(held(near), near, strict=True) if HAN.match(character)]
    return sum(flags) / len(flags) if len(flags) >= least else 0.0


def _known(text: str, at: int, end: int) -> Iterator[bool]:
    """Of each word that may hold a character and end at some place, whether there is one."""
    return (words.known(text[start:end]) for start in range(max(0, end - 4), min(at, end - 2) + 1))


def _best(window: _Window, at: int, strange: set[str], last: _Found | None) -> _Found | None:
    """The way by which the characters about a seed read best, where one reads well enough."""
    found: _Found | None = None
    doubt, tried = 0.0, set()
    source = paths.source(window.text)
    for read, way in ways(source, at, strange, last and last.way):
        data = (paths.encoded(read, way.read_as[-1]), way.meant)
        if data in tried:
            continue
        tried.add(data)
        alignment = aligned(read, window.worth, way.read_as[-1], way.meant, ENOUGH)
        if alignment is None or alignment.end <= at - 2 or not _reads(window, alignment, way):
            continue
        loser: Alignment | None = alignment
        if found is None or alignment.score > found.alignment.score:
            loser, found = found.alignment if found else None, _Found(alignment, way, False)
        if loser is not None and GAP not in loser.text and loser.text != found.alignment.text:
            doubt = max(doubt, loser.score)
        if alignment.score >= SURE and last and way == last.way:
            return _Found(alignment, way, last.clear)
        if alignment.score >= SURE and way.read_as[-1] in paths.WIDE:
            break
    return found and found._replace(clear=found.alignment.score >= CLEAR * doubt)


def _reads(window: _Window, alignment: Alignment, way: Way) -> bool:
    """Whether a stretch is Chinese: by its words, or where bytes are UTF-8 or letters are foreign, by less."""
    flags = held(alignment.text)
    lost, han = alignment.text.count(GAP), HAN.count(alignment.text)
    old = window.text[int(alignment.start) : -int(-alignment.end // 1)]
    words_only = lost == 0 and sum(flags) == han >= 2
    if words_only and way.read_as == ("cp1252",) and not ASCII.search(old):
        return alignment.score >= SHORT
    if alignment.score < ENOUGH:
        return False
    if way.meant == "utf-8" and (words_only or (lost + han >= 4 and han * 4 >= lost)):
        return True
    if not HAN.search(old):
        return sum(flags) >= 2 and not lost
    return sum(flags) >= 3 and sum(flags) >= 0.4 * (han + lost)


def _extended(text: str, window: _Window, found: _Found, strange: set[str]) -> tuple[_Found, _Window]:
    """A run as far as it goes, looked for in longer and longer parts of its line."""
    size, way = len(window.text), found.way
    while found.alignment.end + 2 * NEAR > len(window.text) and size < LONGEST:
        size *= 4
        longer = _window(text, window.start, window.start, size, strange)
        if len(longer.text) == len(window.text):
            break
        source = through(paths.source(longer.text), way.read_as[:-1])
        further = aligned(source, longer.worth, way.read_as[-1], way.meant, ENOUGH) if source else None
        if further is None or further.score < found.alignment.score:
            break
        found, window = found._replace(alignment=further), longer
    return found, window


def _misreading(text: str, window: _Window, found: _Found, strange: set[str]) -> Misreading:
    said, start, end = found.alignment.text, found.alignment.start, found.alignment.end
    span = Span(window.start + int(start), window.start - int(-end // 1))
    plain = certain() if found.way.meant == "gbk" else certain() | traditional()
    aligned_ends = start.is_integer() and end.is_integer()
    whole = found.clear and aligned_ends and plain.issuperset(said) and not HALF.search(said)
    before, behind = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    whole = whole and not PRIVATE.search(text, *span)
    exact = whole and strange.isdisjoint(before + behind) and _joined(before, said, behind)
    return Misreading(span, said.replace(GAP, ""), exact)


def _joined(before: str, said: str, behind: str) -> bool:
    """Whether a restored text makes words, and so do both ends of it, together with what stands beside them."""
    flags = held(before + said + behind)[len(before) : len(before) + len(said)]
    return sum(flags) >= WORDS * HAN.count(said) and all(
        flag or not HAN.match(character) or words.frequency(character) >= FREQUENT
        for flag, character in ((flags[0], said[0]), (flags[-1], said[-1]))
    )
