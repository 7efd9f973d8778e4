"""The sequences that a document's numbers form, and each heading with its neighbours in its own.

Siblings are judged by what stands in the text, not by the tree: a scheme that counts on from chapter to chapter is one
sequence. So the benchmark does not depend on how the outline tells restarts from faults, which is what it measures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lint.document import Section
from lint.text import Span


@dataclass(frozen=True)
class Item:
    """One heading as a member of its sequence.

    `siblings` is the whole sequence and `index` the heading's place in it; `earlier` is the last heading of its scheme
    before it, which may belong to another sequence; `line` spans the lines of its marker with their end; `open` holds
    the offsets of all headings of the document below which a sequence counts that begins before or goes on after them.
    """

    text: str
    section: Section
    siblings: tuple[Section, ...]
    index: int
    earlier: Section | None
    line: Span
    open: frozenset[int]

    @property
    def before(self) -> Section | None:
        """The sibling before it."""
        return self.siblings[self.index - 1] if self.index else None

    @property
    def after(self) -> Section | None:
        """The sibling after it."""
        return self.siblings[self.index + 1] if self.index + 1 < len(self.siblings) else None

    @property
    def marker(self) -> str:
        """Its marker as the document writes it."""
        return written(self.text, self.section)


def written(text: str, section: Section) -> str:
    """A section's marker as the document writes it."""
    return text[section.marker.span.start : section.marker.span.end]


def items(text: str, sections: Sequence[Section], faulty: Collection[int]) -> Iterator[Item]:
    """Every heading that can be damaged fairly.

    Its sequence counts from 1 without a fault (`faulty` holds the offsets of what the linter already objects to), and
    it has its lines to itself: it begins the first, and no other heading stands in them.
    """
    earlier = _earlier(sections)
    starts = [section.marker.span.start for section in sections]
    found = sequences(sections)
    opened = frozenset(_open(found))
    for siblings in found:
        if not _sound(siblings, faulty):
            continue
        for index, section in enumerate(siblings):
            line = _line(text, section.marker.span)
            alone = sum(start in line for start in starts) == 1
            if alone and not text[line.start : section.marker.span.start].strip("# \t\u3000\xa0"):
                yield Item(text, section, tuple(siblings), index, earlier[section.marker.span.start], line, opened)


def sequences(sections: Sequence[Section]) -> list[list[Section]]:
    """The sections by sequence.

    A sequence begins with 1. A number goes on with the latest sequence of its scheme and parent that waits for it, else
    with the latest of its scheme; where that does not wait for it either, it stands there all the same, as a fault.
    """
    found: list[list[Section]] = []
    by_scheme: dict[str, list[list[Section]]] = defaultdict(list)
    for section in sections:
        known = by_scheme[section.marker.scheme]
        waiting = [s for s in known if s[-1].marker.ordinal + 1 == section.marker.ordinal]
        nearest = [s for s in waiting if s[-1].parent is section.parent]
        if section.marker.ordinal == 1 or not known:
            known.append([section])
            found.append(known[-1])
        else:
            (nearest or known)[-1].append(section)
    return found


def _sound(siblings: list[Section], faulty: Collection[int]) -> bool:
    counted = all(section.marker.ordinal == n for n, section in enumerate(siblings, 1))
    return counted and not any(section.marker.span.start in faulty for section in siblings)


def _open(found: list[list[Section]]) -> Iterator[int]:
    for siblings in found:
        first, last = siblings[0].marker.span.start, siblings[-1].marker.span.start
        for section in siblings:
            above = section.parent
            while above is not None:
                if first not in above.whole or last not in above.whole:
                    yield above.marker.span.start
                above = above.parent


def _earlier(sections: Sequence[Section]) -> dict[int, Section | None]:
    """For each marker's offset the section of the same scheme before it."""
    last: dict[str, Section] = {}
    earlier: dict[int, Section | None] = {}
    for section in sections:
        earlier[section.marker.span.start] = last.get(section.marker.scheme)
        last[section.marker.scheme] = section
    return earlier


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end + 1)
