"""The ways in which the characters about a place may have been misread, once or twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.misreadings import paths
from lint.misreadings.alignment import GAP
from lint.misreadings.chinese import ordinary
from lint.misreadings.paths import Source

NEAR = 10  # characters to either side whose bytes are looked at first


class Way(NamedTuple):
    """What a text was misread as: the encodings it was read with, and the one that it was written in."""

    read_as: tuple[str, ...]
    meant: str


def ways(source: Source, at: int, strange: set[str], last: Way | None) -> Iterator[tuple[Source, Way]]:
    """The ways that the characters about a seed may have been misread, the last one first."""
    if last is not None and (again := through(source, last.read_as[:-1])) is not None:
        yield again, last
    yield from _single(source, at, strange, ())
    for read_as in ("cp1252", "gb18030", "big5", "mac-roman"):
        if not _sayable(source.text, at, strange, read_as):
            continue
        inner = paths.intermediate(source, read_as)
        if inner is None:
            continue
        place = next((i for i, start in enumerate(inner.at) if start >= at), 0)
        inside = set(inner.text).difference(ordinary(), GAP)
        if inside:
            yield from _single(inner, min(place, len(inner.text) - 1), inside, (read_as,))


def through(source: Source, read_as: tuple[str, ...]) -> Source | None:
    """The text beneath some misreadings as UTF-8, outer ones first; None where it is not UTF-8."""
    for page in read_as:
        inner = paths.intermediate(source, page)
        if inner is None:
            return None
        source = inner
    return source


def _single(source: Source, at: int, strange: set[str], outer: tuple[str, ...]) -> Iterator[tuple[Source, Way]]:
    for read_as in paths.READ_AS:
        if _sayable(source.text, at, strange, read_as):
            near = source.text[max(0, at - 2) : at + 2 * NEAR]
            for meant in paths.told(near, read_as):
                yield source, Way((*outer, read_as), meant)


def _sayable(text: str, at: int, strange: set[str], read_as: str) -> bool:
    """Whether a code page has the strange characters about a place."""
    near = [c for c in text[max(0, at - NEAR) : at + NEAR] if c in strange]
    said = sum(paths.octets(character, read_as) != paths.UNSAID for character in near)
    return said >= 0.7 * len(near)
