"""The outline: headings and numbered items, nested as the document nests them, with the faults of their numbering.

Markers are read in one pass over the whole text. Where an ordinal is missing between two neighbours, its damaged or
glued form is looked for between them before it is called a gap, so that one fault is told once. A sequence may
restart under every parent or run on through the document; both are normal, and a document may hold one of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from lint.document import markers
from lint.document.markers import RANKS, Marker
from lint.document.numbering import Fault, Numbering
from lint.patterns import Pattern
from lint.text import Span

HEADING = 60  # characters; a longer line is a heading run into its text, which ends at its first 。
ENDS = Pattern(r"[。！？!?]|[:：；;](?=\S{8})")
PAGE = Pattern(r"[.．…·]{4,}\s*\d*$|\t\d+$")  # what a line of a table of contents ends with


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


class Outline:
    """The sections of a text in order, as a tree, and what is wrong with their numbering."""

    def __init__(self, text: str, end: int | None = None) -> None:
        self._text = text
        self._end = len(text) if end is None else end

    @cached_property
    def _read(self) -> tuple[list[Section], list[Fault]]:
        found = [m for m in markers.strong(self._text) if m.span.start < self._end]
        numbering = Numbering(self._text)
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
        rank = min(RANKS[found[i].scheme] for i in run)
        again = [last[keys[i]] > run[-1] for i in run if RANKS[found[i].scheme] == rank]
        contents = len(run) >= 3 and sum(again) * 2 > len(again)
        return [] if contents else [found[i] for i in run]

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
        near = max(0, marker.span.start - HEADING)
        line = max(near, self._text.rfind("\n", near, marker.span.start) + 1)
        alone = not self._text[line : marker.span.start].strip("# \t\u3000\xa0")
        return Span(marker.span.start, begin + len(content)), alone and len(content) <= HEADING


def _close(section: Section, end: int) -> None:
    section.whole = Span(section.heading.start, end)
