"""Counts of sections: the title's 八大行动, a heading's 五项工程, and 以下五项工作： above a numbered list."""

from __future__ import annotations

from collections.abc import Iterator

from lint.document.counts.declared import Declared
from lint.document.counts.words import ABSTRACT, COUNT, THING, counted, near, places, value
from lint.document.outline import Outline, Section
from lint.patterns import Pattern
from lint.text import Span

HEADED = Pattern(rf"{COUNT}{THING}")
ABOVE = Pattern(
    rf"{COUNT}(?P<thing>[\u4e00-\u9fff]{{0,8}})(?P<stop>[：:。])"
    r"[ \t\u3000\xa0\r]*\n\s*(?=[（(\d一①第])"
)
SAID = Pattern(rf"{ABSTRACT}$")
# Sections that stand beside what a title counts.
BESIDE = Pattern(r"组织|保障|领导|要求|总体|指导|目标|步骤|原则|形势|附则|监督|考核")


def read(text: str, title: Span | None, outline: Outline) -> tuple[Declared, ...]:
    """Every count of sections that could be read, in order."""
    return tuple(sorted(_all(text, title, outline)))


def _all(text: str, title: Span | None, outline: Outline) -> Iterator[Declared]:
    if title and not _faulty(outline, outline.top):
        yield from _headed(text, title, outline.top)
    for section in outline.sections:
        if section.children and not _faulty(outline, section.children):
            yield from _headed(text, section.heading, section.children)
    yield from _above(text, outline)


def _headed(text: str, heading: Span, below: list[Section]) -> Iterator[Declared]:
    for match in HEADED.finditer(text, *heading):
        thing, declared = match["thing"], value(match["count"])
        headings = [text[section.heading.start : section.heading.end] for section in below]
        if any(heading.count(thing) > 1 for heading in headings):
            continue  # two things under one heading
        named = sum(thing in heading for heading in headings)
        beside = sum(BESIDE.search(heading) is not None for heading in headings if thing not in heading)
        others = len(headings) - named
        if declared and named >= 3 and others <= 1 and near(named, declared):
            found = declared if declared == named + others - beside else named
            yield Declared(Span(match.start("count"), match.end()), declared, found, thing)


def _above(text: str, outline: Outline) -> Iterator[Declared]:
    starts = {section.marker.span.start: section for section in outline.sections}
    for match in filter(None, (ABOVE.match(text, place) for place in places(text))):
        first, declared = starts.get(match.end()), value(match["count"])
        if not declared or first is None or not SAID.search(match["unit"] + match["thing"]):
            continue
        found = _run(first, outline)
        below = text[max(0, match.start() - 2) : match.start()] in ("以下", "下列", "如下")
        promised = (below or match["stop"] != "。") and not counted(text, match.start(), found)
        if found == declared or (promised and near(found, declared)):
            thing = match["thing"] or match["unit"]
            yield Declared(Span(match.start("count"), match.end("thing")), declared, found, thing)


def _run(first: Section, outline: Outline) -> int:
    """How many items a list has that begins with a section; 0 where its numbering is not sound."""
    siblings = first.parent.children if first.parent else outline.top
    run = [section for section in siblings[siblings.index(first) :] if section.marker.scheme == first.marker.scheme]
    last = 0
    for section in run:
        if section.marker.ordinal != last + 1:
            break
        last += 1
    return 0 if last < 2 or _faulty(outline, run) else last


def _faulty(outline: Outline, siblings: list[Section]) -> bool:
    """Whether the numbering of some siblings is at fault, so that the missing one is told there."""
    if not siblings or not outline.faults:
        return False
    first, end, schemes = siblings[0].marker.span.start, siblings[-1].whole.end, {s.marker.scheme for s in siblings}
    return any(fault.marker.scheme in schemes and first <= fault.marker.span.start < end for fault in outline.faults)
