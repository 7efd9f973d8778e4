"""The outline: headings and numbered items, nested as the document nests them, with the faults of their numbering.

Which schemes nest in which is learnt from the document (`nesting`), and what is wrong with the ordinals is read scheme
by scheme (`numbering`, `sequences`). Annexes and notes begin trees of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from lint.document.markers import Marker
from lint.document.numbering import Fault, Habit, Numbering
from lint.patterns import Pattern
from lint.text import Span

LEAST = 3  # headings with subsections that show which levels a document has
HEADING = 60  # characters; a longer line is a heading run into its text, which ends at its first 。
ENDS = Pattern(r"[。！？!?]|[:：；;](?=\S{8})")


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


class Scheme(NamedTuple):
    """How a document numbers one kind of its headings, and what shows it.

    `sample` is a marker of it, `level` the level that most of its sections have; `inside` the scheme that most of
    them stand under, with the number of lists that stand `whole` between two of its siblings, of those that begin right
    `below` one of its headings, and of the `parts` of a list that runs on between them.
    """

    name: str
    sample: str
    level: int
    sections: int
    habit: Habit
    inside: str | None
    whole: int
    below: int
    parts: int


class Outline:
    """The sections of a text in order, as a tree, and what is wrong with their numbering."""

    def __init__(self, text: str, end: int | None = None) -> None:
        self._text = text
        self._end = len(text) if end is None else end

    @cached_property
    def numbering(self) -> Numbering:
        """The markers that count, how they nest, and the faults."""
        return Numbering(self._text, self._end)

    @cached_property
    def sections(self) -> list[Section]:
        """Every section, in the order of the text."""
        return self._sections(self.numbering.markers)

    @property
    def faults(self) -> list[Fault]:
        """Every fault of the numbering, in the order of the text."""
        return self.numbering.faults

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes that number this text, outermost first."""
        used = {section.marker.scheme for section in self.sections}
        return tuple(self._scheme(name) for name in self.numbering.nesting.order if name in used)

    def _scheme(self, name: str) -> Scheme:
        own = [section for section in self.sections if section.marker.scheme == name]
        level = Counter(section.level for section in own).most_common(1)[0][0]
        outer = Counter(section.parent.marker.scheme for section in own if section.parent).most_common(1)
        sample = next((section for section in own if not section.marker.fault), own[0]).marker.span
        learnt, inside = self.numbering.nesting, outer[0][0] if outer else None
        return Scheme(
            name, self._text[sample.start : sample.end], level, len(own), self.numbering.habits[name], inside,
            *(counted[inside or "", name] for counted in (learnt.whole, learnt.below, learnt.parts)),
        )  # fmt: skip

    @cached_property
    def skips(self) -> list[Section]:
        """The first sections below a heading that leave a level out which most headings of that scheme have.

        A level that is left out often is a habit, and one that no other heading has is none.
        """
        found = []
        for scheme in self.schemes:
            outer = [section for section in self.sections if section.marker.scheme == scheme.name and section.children]
            firsts = [section.children[0] for section in outer]
            usual = Counter(child.marker.scheme for child in firsts).most_common(1)
            if not usual or len(firsts) < LEAST or usual[0][1] * 3 < 2 * len(firsts):
                continue
            below = {s.name for s in self.schemes if s.inside == usual[0][0]}
            found += [child for child in firsts if child.marker.scheme in below and child.marker.scheme != usual[0][0]]
        return found

    @cached_property
    def top(self) -> list[Section]:
        """The outermost sections."""
        return [section for section in self.sections if section.parent is None]

    def sound(self, siblings: list[Section]) -> bool:
        """Whether the numbering of some siblings lacks nothing and repeats nothing, so that they can be counted.

        Damage that leaves an ordinal to be read (ニ、 for 二、) does no harm, save to the last, which nothing follows.
        """
        if not siblings or not self.faults:
            return True
        first, end, last = siblings[0].marker.span.start, siblings[-1].whole.end, siblings[-1].marker.span
        schemes = {section.marker.scheme for section in siblings}
        own = [f for f in self.faults if f.marker.scheme in schemes and first <= f.marker.span.start < end]
        return all(
            fault.kind in ("malformed", "glued") and fault.right == fault.marker.ordinal and fault.marker.span != last
            for fault in own
        )

    def _sections(self, found: list[Marker]) -> list[Section]:
        ranks = {scheme: rank for rank, scheme in enumerate(self.numbering.nesting.order)}
        breaks = self.numbering.breaks
        sections: list[Section] = []
        stack: list[Section] = []
        for marker, following in zip_longest(found, found[1:]):
            end = following.span.start if following else self._end
            heading, own_line = self._heading(marker, end)
            while stack and (
                ranks[stack[-1].marker.scheme] >= ranks[marker.scheme] or _apart(breaks, stack[-1].marker, marker)
            ):
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


def _apart(breaks: list[int], before: Marker, marker: Marker) -> bool:
    """Whether an annex or another document begins between two markers."""
    return bisect_left(breaks, marker.span.start) > bisect_left(breaks, before.span.start)


def _close(section: Section, end: int) -> None:
    section.whole = Span(section.heading.start, end)
