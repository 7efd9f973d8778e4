"""The outline: headings and numbered items, nested as the document nests them, with the faults of their numbering.

Markers are read in one pass over the whole text. Where an ordinal is missing between two neighbours, its damaged or
glued form is looked for between them before it is called a gap, so that one fault is told once. A sequence may
restart under every parent or run on through the document; both are normal, and a document may hold one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from lint.document import markers
from lint.document.markers import RANKS, Marker
from lint.patterns import Pattern
from lint.text import Span

HEADING = 60  # characters; a longer line is a heading run into its text, which ends at its first 。
ENDS = Pattern(r"[。！？!?]|[:：；;](?=\S{8})")
PAGE = Pattern(r"[.．…·]{4,}\s*\d*$|\t\d+$")  # what a line of a table of contents ends with
WIDEST_GAP = 20  # missing ordinals; a wider jump is another sequence, not a loss


@dataclass(eq=False)
class Section:
    """A heading or numbered item with its text and what stands under it.

    `heading` spans marker and title, `body` what follows up to the next section of any level, `whole` all of it
    with its subsections. `own_line` says that the heading has its line to itself.
    """

    marker: Marker
    heading: Span
    own_line: bool
    body: Span
    whole: Span
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)

    @property
    def level(self) -> int:
        """1 for the outermost sections."""
        return 1 if self.parent is None else self.parent.level + 1


class Fault(NamedTuple):
    """One fault of the numbering: its kind (gap, repeat, order, malformed, glued), where, and its neighbours."""

    kind: str
    marker: Marker
    missing: tuple[int, ...] = ()
    before: Marker | None = None
    heading: str = ""


class Outline:
    """The sections of a text in order, as a tree, and what is wrong with their numbering."""

    def __init__(self, text: str, end: int | None = None) -> None:
        self._text = text
        self._end = len(text) if end is None else end

    @cached_property
    def _read(self) -> tuple[list[Section], list[Fault]]:
        found = [m for m in markers.strong(self._text) if m.span.start < self._end]
        numbering = _Numbering(self._text)
        kept = list(numbering.follow(self._without_contents(found)))
        return self._sections(sorted(kept, key=lambda m: m.span.start)), numbering.faults

    def _without_contents(self, found: list[Marker]) -> list[Marker]:
        """The markers outside tables of contents, which are sequences of their own and no outline.

        A table of contents shows page numbers, or is a run of headings without text that come again further down.
        """
        titles = [self._line(marker) for marker in found]
        keys = [re.sub(r"[\s.．…·\d]+$|\s", "", title) for title in titles]
        last = {key: index for index, key in enumerate(keys)}
        kept: list[Marker] = []
        run: list[int] = []
        for index, marker in enumerate(found):
            if any(keys[i] == keys[index] for i in run):  # the text itself begins
                kept += self._no_contents(found, keys, last, run)
                run = []
            run.append(index)
            following = found[index + 1] if index + 1 < len(found) else None
            gap = self._text[marker.span.start : following.span.start] if following else ""
            if following is None or len(gap.strip()) > len(titles[index]):
                kept += self._no_contents(found, keys, last, run)
                run = []
        return [marker for marker in kept if not PAGE.search(self._line(marker))]

    def _no_contents(self, found: list[Marker], keys: list[str], last: dict[str, int], run: list[int]) -> list[Marker]:
        """A run of headings without text, unless most of them come again after it."""
        again = sum(last[keys[i]] > run[-1] for i in run)
        return [] if len(run) >= 3 and again * 2 > len(run) else [found[i] for i in run]

    def _line(self, marker: Marker) -> str:
        end = self._text.find("\n", marker.span.start)
        return self._text[marker.span.start : end if end >= 0 else len(self._text)][:200].strip()

    @property
    def sections(self) -> list[Section]:
        """Every section, in the order of the text."""
        return self._read[0]

    @property
    def faults(self) -> list[Fault]:
        """Every fault of the numbering, in the order of the text."""
        return sorted(self._read[1], key=lambda fault: fault.marker.span)

    @cached_property
    def top(self) -> list[Section]:
        """The outermost sections."""
        return [section for section in self.sections if section.parent is None]

    def _sections(self, found: list[Marker]) -> list[Section]:
        sections: list[Section] = []
        stack: list[Section] = []
        for marker, following in zip_longest(found, found[1:]):
            end = following.span.start if following else self._end
            heading, own_line = self._heading(marker, end)
            while stack and RANKS[stack[-1].marker.scheme] >= RANKS[marker.scheme]:
                _close(stack.pop(), marker.span.start)
            section = Section(marker, heading, own_line, Span(heading.end, end), Span(heading.start, self._end))
            if stack:
                section.parent = stack[-1]
                stack[-1].children.append(section)
            stack.append(section)
            sections.append(section)
        return sections

    def _heading(self, marker: Marker, end: int) -> tuple[Span, bool]:
        begin = marker.span.end
        line_end = self._text.find("\n", begin, end)
        line_end = end if line_end < 0 else line_end
        content = self._text[begin:line_end].rstrip()
        stop = ENDS.search(content)
        if stop and (stop.end() < len(content) or len(content) > HEADING):
            return Span(marker.span.start, begin + stop.end()), False
        return Span(marker.span.start, begin + len(content)), len(content) <= HEADING


def _close(section: Section, end: int) -> None:
    section.whole = Span(section.heading.start, end)


class _Level(NamedTuple):
    """The last marker of one scheme under the parent that is open now."""

    marker: Marker
    first: bool


class _Numbering:
    """Follows each scheme's ordinals through the text and notes what is missing, twice or out of order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self._open: dict[str, list[Marker]] = {}  # siblings under the parent that is open now
        self._last: dict[str, Marker] = {}  # of each scheme in the whole document
        self._runs_on: set[str] = set()  # schemes that have gone on counting under a new parent

    def follow(self, found: list[Marker]) -> Iterator[Marker]:
        """Each marker, and before it the weak ones that fill a gap."""
        ahead = _Ahead(found)
        for index, marker in enumerate(found):
            scheme, rank = marker.scheme, RANKS[marker.scheme]
            siblings = self._open.get(scheme, [])
            if not siblings and scheme in self._runs_on and marker.ordinal > self._last[scheme].ordinal:
                siblings = [self._last[scheme]]
            elif not siblings and scheme in self._last and 1 < marker.ordinal == self._last[scheme].ordinal + 1:
                self._runs_on.add(scheme)
            if siblings and marker.ordinal == 2 and self._began_inline(siblings[-1], marker):
                siblings = [marker._replace(ordinal=1)]
            expected = self._expected(scheme, siblings)
            if marker.ordinal not in expected:
                fault = self._jump(marker, siblings, ahead.sibling(index))
                if fault and fault.kind == "gap":
                    filled, missing = self._fill(fault, found[index - 1] if index else None)
                    yield from filled
                    siblings = siblings + filled
                    fault = (
                        fault._replace(missing=missing, before=siblings[-1] if siblings else None) if missing else None
                    )
                if fault:
                    self.faults.append(fault)
            if marker.fault:
                self._odd(marker, siblings)
            self._open = {name: kept for name, kept in self._open.items() if RANKS[name] <= rank}
            self._open[scheme] = [marker] if marker.ordinal == 1 and siblings else [*siblings, marker]
            self._last[scheme] = marker
            yield marker

    def _began_inline(self, before: Marker, marker: Marker) -> bool:
        """Whether a list began on the line of its label (注：1.… ⏎ 2.…) since the marker before."""
        return markers.inline_first(self.text, Span(before.span.end, marker.span.start), marker.scheme)

    def _expected(self, scheme: str, siblings: list[Marker]) -> set[int]:
        """The ordinals that may come: the next sibling, the next of the whole document, and 1."""
        expected = {1}
        if siblings:
            expected |= {siblings[-1].ordinal + 1, max(m.ordinal for m in siblings) + 1}
        if scheme in self._last:
            expected.add(self._last[scheme].ordinal + 1)
        return expected

    def _jump(self, marker: Marker, siblings: list[Marker], next_sibling: Marker | None) -> Fault | None:
        """What an unexpected ordinal means; None where it rather begins something else."""
        follows = next_sibling is not None and next_sibling.ordinal == marker.ordinal + 1
        if not siblings:
            first = marker.ordinal <= 3 and (follows or marker.ordinal == 2)
            return Fault("gap", marker, tuple(range(1, marker.ordinal))) if first else None
        before = siblings[-1]
        if marker.ordinal == before.ordinal:
            return Fault("repeat", marker, (), before)
        if marker.ordinal < before.ordinal:
            seen = any(m.ordinal == marker.ordinal for m in siblings)
            return Fault("repeat" if seen else "order", marker, (), before)
        missing = tuple(range(before.ordinal + 1, marker.ordinal))
        return Fault("gap", marker, missing, before) if len(missing) <= WIDEST_GAP else None

    def _fill(self, fault: Fault, previous: Marker | None) -> tuple[list[Marker], tuple[int, ...]]:
        """The missing ordinals that are there after all in a weak form, and those that are not."""
        begin = fault.before.span.end if fault.before else (previous.span.end if previous else 0)
        found, missing = [], []
        for ordinal in fault.missing:
            marker = markers.weak(self.text, Span(begin, fault.marker.span.start), fault.marker.scheme, ordinal)
            if marker is None:
                missing.append(ordinal)
                continue
            begin = marker.span.end
            found.append(marker)
            if marker.fault:
                self.faults.append(Fault(marker.fault, marker))
        return found, tuple(missing)

    def _odd(self, marker: Marker, siblings: list[Marker]) -> None:
        """A marker with the wrong separator is a fault only among siblings that write it otherwise."""
        if siblings and not any(m.fault for m in siblings):
            self.faults.append(Fault("malformed", marker))


class _Ahead:
    """For each marker the next of its scheme before any of a higher rank: its next sibling."""

    def __init__(self, found: list[Marker]) -> None:
        self._next: list[Marker | None] = [None] * len(found)
        waiting: dict[str, int] = {}
        for index, marker in enumerate(found):
            if marker.scheme in waiting:
                self._next[waiting[marker.scheme]] = marker
            rank = RANKS[marker.scheme]
            waiting = {name: i for name, i in waiting.items() if RANKS[name] < rank}
            waiting[marker.scheme] = index

    def sibling(self, index: int) -> Marker | None:
        return self._next[index]
