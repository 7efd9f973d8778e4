"""Counts of sections: the title's 八大行动, a heading's 五项工程, and what a line announces above a numbered list."""

from __future__ import annotations

from collections.abc import Iterator

from lint.document.counts import announced
from lint.document.counts.declared import Declared
from lint.document.counts.words import COUNT, THING, near, value
from lint.document.outline import Outline, Section
from lint.patterns import Pattern
from lint.text import Span

HEADED = Pattern(rf"{COUNT}{THING}")
# Sections that stand beside what a title counts.
BESIDE = Pattern(r"组织|保障|领导|要求|总体|指导|目标|步骤|原则|形势|附则|监督|考核")


def read(text: str, title: Span | None, outline: Outline) -> tuple[Declared, ...]:
    """Every count of sections that could be read, in order."""
    return tuple(sorted(_all(text, title, outline)))


def _all(text: str, title: Span | None, outline: Outline) -> Iterator[Declared]:
    if title and outline.sound(outline.top):
        yield from _headed(text, title, outline.top)
    for section in outline.sections:
        if section.children and outline.sound(section.children):
            yield from _headed(text, section.heading, section.children)
    yield from announced.read(text, outline)


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
