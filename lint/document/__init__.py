"""A document: one source's text, read once and only as far as checks ask.

Every property is computed when it is first asked for and kept: lines, zones, outline, sentences, targets,
metadata, kind. Positions are exact from the first parse on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from typing import Literal, get_args

from lint.document import counts, ending, furniture, kinds, lines, measures, metadata, sentences, strays, targets, zones
from lint.document.counts import Declared
from lint.document.extents import EXTENTS, Extent, Extents
from lint.document.lines import Line
from lint.document.measures import MEASURES, Measures
from lint.document.occurrences import UNKNOWN, Occurrences
from lint.document.outline import Outline, Section
from lint.document.targets import Target, quantities
from lint.document.targets.quantities import Quantity
from lint.document.zones import Zones
from lint.patterns import Match, compiled
from lint.text import Source, Span, asides
from lint.text.spans import Regions

OF_LINES = furniture.PATTERNS  # what a scan for documents tells beside the patterns of rules

__all__ = [
    "EXTENTS", "MEASURES", "OF_LINES", "ZONES", "Document", "Extent", "Line", "Outline", "Section", "Target", "Zone",
    "Zones",
]  # fmt: skip

Zone = Literal["head", "title", "metadata", "heading", "body", "seam", "tail"]
ZONES: tuple[Zone, ...] = get_args(Zone)
FIRST_WORDS = 40  # characters of the text that stand for a title
KINDS: dict[str, kinds.Kind] = {kind: kind for kind in get_args(kinds.Kind)}


class Document:
    """What checks see of a text. Never changed; nothing here knows of rules."""

    def __init__(self, source: Source, occurrences: Occurrences = UNKNOWN) -> None:
        self.source = source
        self.text = source.text
        self._occurrences = occurrences
        self._regions: tuple[Span, ...] = (Span(0, len(source.text)),)
        self._scope: frozenset[str] = frozenset()
        self._views: dict[frozenset[str], Document] = {}
        self._of: Document | None = None  # of a view the document that it is of

    def matches(self, *patterns: str) -> Iterator[Match]:
        """Every match of a rule's patterns, one after the other."""
        for pattern in self.present(patterns):
            search = compiled(pattern)
            for start, end in self._places(pattern):
                yield from search.finditer(self.text, start, end)

    def strings(self, pattern: str) -> Iterator[str]:
        """What a rule's pattern matches, or its one group, at each match: cheaper where places do not matter."""
        for found in self.present((pattern,)):
            for start, end in self._places(found):
                yield from compiled(found).findall(self.text, start, end)

    def _places(self, pattern: str) -> Iterator[tuple[int, int]]:
        """The parts of the text, in order, in which a pattern may match."""
        rows = self._occurrences.lines.get(pattern)
        if rows is None:
            yield from self._regions
            return
        starts = self.source.line_starts
        for row in rows:
            start, end = starts[row], starts[row + 1] - 1 if row + 1 < len(starts) else len(self.text)
            for region in self._regions:
                if region.start <= end and start <= region.end:
                    yield max(start, region.start), min(end, region.end)

    def present(self, patterns: Iterable[str]) -> list[str]:
        """Those of some patterns that may match; what a scan has shown to be absent is not even compiled."""
        return [pattern for pattern in patterns if pattern not in self._occurrences.absent]

    def within(self, zones: frozenset[str]) -> Document:
        """The same document, in which rules' patterns are looked for only where zones of these names may lie."""
        if zones not in self._views:
            regions = self.zones.regions(zones)  # read first, so that all views share lines and zones
            view = copy(self)
            view._regions, view._scope = regions, zones
            view._of = self.whole
            self._views[zones] = view
        return self._views[zones]

    @property
    def whole(self) -> Document:
        """Of what `within` gives the document that it is of, else the document itself."""
        return self._of or self

    def scoped(self, offset: int) -> bool:
        """Whether an offset stands in one of the zones that this document is seen within."""
        if not self._scope or self.zone(offset) in self._scope:
            return True
        return "heading" in self._scope and self.is_heading(offset)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Each character of the text, once."""
        return frozenset(self.text)

    @cached_property
    def foreign(self) -> Regions:
        """What in Markdown is no text: code, markup, the bars of tables."""
        return asides.foreign(self.source)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is not blank."""
        return lines.read(self.source, self._occurrences)

    @cached_property
    def zones(self) -> Zones:
        """Head, title, body and tail."""
        return zones.read(self.text, self.lines)

    @cached_property
    def strays(self) -> strays.Strays:
        """The indexes of lines that only their neighbours show to be chrome."""
        return strays.read(self.lines, self.zones)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins that is not blank."""
        return [line.start for line in self.lines]

    @cached_property
    def glued(self) -> tuple[int, ...]:
        """The indexes of lines that stand behind text in a line of the source."""
        return tuple(index for index, line in enumerate(self.lines) if line.glued)

    @cached_property
    def title(self) -> str:
        """The title's text; empty where none was found."""
        span = self.zones.title
        return self.text[span.start : span.end] if span else ""

    @cached_property
    def opening(self) -> Span:
        """Where a reader looks for what the whole document lacks: its title, or the first words of its text."""
        if self.zones.title:
            return self.zones.title
        start = self.zones.body.start
        return Span(start, min(self.source.line_span(self.source.position(start).line).end, start + FIRST_WORDS))

    @cached_property
    def evidence(self) -> kinds.Evidence:
        """What the document is, and what shows it."""
        headings = [self.text[s.marker.span.end : s.heading.end].strip(" 。\u3000") for s in self.outline.top]
        return kinds.read(self.text, self.title, headings)

    @property
    def kind(self) -> kinds.Kind:
        """plan, report, law, notice, article or page; what somebody has said of it comes first."""
        return KINDS.get(self.source.kind) or self.evidence.kind

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and last year that the plan is for; the same year twice for a plan of one year."""
        start = self.zones.body.start
        return kinds.years(self.title, self.text[start : start + 200])

    @cached_property
    def metadata(self) -> tuple[metadata.Entry, ...]:
        """What the page around the text says of it, pairs of label and value."""
        return metadata.read(self.text, (self.zones.head, self.zones.tail), self.zones.title)

    @cached_property
    def outline(self) -> Outline:
        """Headings and numbered items as a tree."""
        return Outline(self.text, self.zones.body.end)

    @cached_property
    def annex(self) -> int:
        """Where the first annex begins, past the signature or a line 附件; the text's end where there is none."""
        begun = self.outline.top[0].heading.end if self.outline.top else self.zones.body.start
        return zones.annex(self.text, Span(begun, self.zones.body.end))

    @cached_property
    def breaks_off(self) -> Span | None:
        """The last line of the text, where that cannot be its end; None for a text that is whole or ends in annexes."""
        end = min(self.zones.body.end, self.annex)
        lines = [line for line in self.lines if self.zones.body.start <= line.start < end]
        return ending.read(self.text, lines, self.outline.sections) if end == self.zones.body.end else None

    @cached_property
    def cut_beginning(self) -> Span | None:
        """The first line of the text, where that cannot be its beginning, and is no heading with a damaged marker."""
        span = ending.cut_beginning(self.lines)
        damaged = span and any(f.kind == "malformed" and f.marker.span.start == span.start for f in self.outline.faults)
        return None if damaged else span

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """The lines of prose: in scraped text a paragraph is a line."""
        return tuple(line for line in self.lines if line.prose)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence, in order."""
        return sentences.read(self.text)

    @cached_property
    def extents(self) -> Extents:
        """The parts that rules speak of: the document, chapters, sections, lines, sentences."""
        return Extents(self.source, lambda: self.outline, lambda: self.sentences)

    def shown(self, extent: Extent) -> Iterator[tuple[Span, Span]]:
        """Each part of a kind, behind the place where a reader misses what it lacks: title, heading, or all of it."""
        parts = self.extents.all(extent)
        if extent == "document":
            return zip((self.opening,), parts, strict=True)
        if extent in ("line", "sentence"):
            return zip(parts, parts, strict=True)
        sections = self.outline.top if extent == "chapter" else self.outline.sections
        return zip([section.heading for section in sections], parts, strict=True)

    @cached_property
    def parts(self) -> list[tuple[Span, Span]]:
        """Each heading with all that stands under it, in order."""
        return [(section.heading, section.whole) for section in self.outline.sections]

    @cached_property
    def past(self) -> targets.Past:
        """What the text tells of the past: sections that look back, sentences that tell results."""
        year = self.years[0] if self.years else None
        return targets.Past(self.text, self.parts, year, self.kind, self.title)

    @cached_property
    def deadlines(self) -> targets.Deadlines:
        """The dates by which something is due; one without a year is of the plan's own first year."""
        return targets.Deadlines(self.text, self.years[0] if self.years else None, self.parts)

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """Every quantity of the body, whether it commits to something or not, in order."""
        return tuple(quantities.read(self.text, Span(*self.zones.body)))

    @cached_property
    def quantities(self) -> tuple[Target, ...]:
        """Every quantified target of the body, and every result that it tells in numbers, in order."""
        reader = targets.Reader(self.text, self.parts, self.kind, self.past, self.deadlines)
        return tuple(reader.read(Span(*self.zones.body), self.amounts))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every quantified target of the body, in order."""
        return tuple(quantity for quantity in self.quantities if not quantity.result)

    @cached_property
    def counts(self) -> tuple[Declared, ...]:
        """Every count that running text declares and whose list could be read, in order."""
        return counts.read(self.text)

    @cached_property
    def section_counts(self) -> tuple[Declared, ...]:
        """Every count of sections, declared by the title, a heading, or the line above a numbered list."""
        return counts.sections.read(self.text, self.zones.title, self.outline)

    @cached_property
    def measures(self) -> Measures:
        """What the text and its parts measure: characters by sort, lines, sections, targets."""
        starts: dict[str, measures.Starts] = {
            "lines": lambda: (line.start for line in self.extents.all("line")),
            "sentences": lambda: (sentence.start for sentence in self.sentences),
            "sections": lambda: self._starts,
            "chapters": lambda: (section.heading.start for section in self.outline.top),
            "targets": lambda: self._committed,
            "deadlines": lambda: self.deadlines.starts,
            "quantities": lambda: (quantity.span.start for quantity in self.amounts),
        }
        return Measures(self.text, starts, lambda: [section.level for section in self.outline.sections])

    def zone(self, offset: int) -> str:
        """The zone that holds an offset."""
        return self.zones.at(offset)

    def is_heading(self, offset: int) -> bool:
        """Whether an offset stands in a heading."""
        return any(section.heading.start <= offset < section.heading.end for section in self.outline.sections)

    def section(self, offset: int) -> Section | None:
        """The innermost section that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        section = self.outline.sections[index] if index >= 0 else None
        while section is not None and offset >= section.whole.end:
            section = section.parent
        return section

    @cached_property
    def _starts(self) -> list[int]:
        return [section.heading.start for section in self.outline.sections]

    def has_quantity(self, span: Span) -> bool:
        """Whether a part of the body names a quantity, be it reached or planned."""
        return _holds(self._quantified, span)

    def has_target(self, span: Span) -> bool:
        """Whether a part of the body states a target."""
        return _holds(self._committed, span)

    def near_targets(self, target: Target, reach: int) -> Iterator[Target]:
        """The other targets that no more than some characters part from one."""
        index = bisect_left(self._committed, target.span.start)
        for other in reversed(self.targets[max(0, index - reach) : index]):
            if target.span.start - other.span.end > reach:
                break
            yield other
        for other in self.targets[index + 1 : index + 1 + reach]:
            if other.span.start - target.span.end > reach:
                break
            yield other

    @cached_property
    def _quantified(self) -> list[int]:
        return [quantity.span.start for quantity in self.quantities]

    @cached_property
    def _committed(self) -> list[int]:
        return [target.span.start for target in self.targets]

    def filled(self, section: Section) -> bool:
        """Whether anything stands under a heading."""
        return ending.filled(self.text, section)

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def _holds(offsets: list[int], span: Span) -> bool:
    """Whether one of these offsets, which rise, lies in a span."""
    return bisect_left(offsets, span.start) < bisect_left(offsets, span.end)
