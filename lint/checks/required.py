"""Things that must be there: a target in every chapter, text under every heading, a title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lint import patterns
from lint.checks.check import Check, Hit, below, headed
from lint.document import Document, Section
from lint.patterns import Pattern
from lint.text import Span

LISTED = "；;，,。、"
VALUED = Pattern(r"[：:]\s*[^\s：:]")  # an item that names something and says it: 经费：六百万元


@dataclass(frozen=True)
class Required(Check):
    """Reports every part of a document that lacks what it must have, where the reader would look for it.

    `every` is the part: the `document`, each `chapter` (outermost section) or each `section`. `has` is what it must
    have: a `target`, a `deadline`, `text`, a `title` (only the document), a `pattern`, of which one in `patterns`
    matches, or a `heading` that one of these matches, its marker left out: the part's own or one within. With
    `under`, only sections below a heading that matches one of these owe it. Parts whose heading matches `except`,
    or that stand under one that does, owe nothing, and neither do annexes. A section that matches `unless` and has
    it lifts the duty from all others, such as the one that holds all targets. Documents whose title (or, without
    one, the words that show their kind) matches `except-titled` owe nothing, nor do those with fewer than
    `at-least` chapters (sections, where every section owes it). With `every: chapter` a document in which no chapter
    has it is the business of a rule on the `document`, and is passed.
    """

    kind: Literal["required"]
    every: Literal["document", "chapter", "section"]
    has: Literal["target", "deadline", "text", "title", "pattern", "heading"]
    patterns_: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    except_titled: tuple[str, ...] = ()
    at_least: int = 0

    def run(self, document: Document) -> Iterator[Hit]:
        """The document's title, or each heading that lacks it."""
        top = document.outline.top
        if len(document.outline.sections if self.every == "section" else top) < self.at_least or self._lifted(document):
            return
        if self.every == "document":
            if not self._has(document, Span(*document.zones.body)) and not all(self._excused(document, s) for s in top):
                yield Hit(document.opening, {"heading": document.title})
            return
        parts = top if self.every == "chapter" else document.outline.sections
        if self.every == "chapter" and not any(self._has(document, section.whole) for section in parts):
            return
        bare = _bare(document, parts) if self.has == "text" else set()
        told = _told(document) if self.has == "text" else set()
        for section in parts:
            if section.heading.start in told:
                continue
            if not self._excused(document, section) and not self._has_section(document, section, bare):
                yield Hit(section.heading, {"heading": document.slice(section.heading).strip()})

    def _lifted(self, document: Document) -> bool:
        title = document.title or document.evidence.words
        if any(patterns.compiled(pattern).search(title) for pattern in self.except_titled):
            return True
        sections = document.outline.sections if self.unless else ()
        return any(headed(document, s, self.unless) and self._has(document, s.whole) for s in sections)

    def _has_section(self, document: Document, section: Section, bare: set[str]) -> bool:
        if self.has != "text":
            return self._has(document, section.whole)
        said = document.text[section.heading.end - 1] in LISTED or VALUED.search(document.slice(section.heading))
        if not section.own_line or said:
            return True  # an item of a list, which says all it has to say
        return document.filled(section) or section.marker.scheme in bare

    def _has(self, document: Document, span: Span) -> bool:
        if self.has == "target":
            return document.has_target(span)
        if self.has == "deadline":
            return document.deadlines.stated(span)
        if self.has == "text":
            return bool(document.slice(span).strip())
        if self.has == "title":  # with a beginning that is cut the title is lost too, which is told there
            return document.zones.title is not None or document.cut_beginning is not None or not document.paragraphs
        if self.has == "heading":
            within = (s for s in document.outline.sections if span.start <= s.heading.start < span.end)
            return any(headed(document, section, self.patterns_) for section in within)
        return any(patterns.compiled(p).search(document.text, *span) for p in self.patterns_)

    def _excused(self, document: Document, section: Section | None) -> bool:
        if section is not None and section.heading.start >= document.annex:
            return True
        if self.under and not below(document, section.parent if section else None, self.under):
            return True
        return below(document, section, self.except_)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """What is looked for, and the headings that owe nothing."""
        named = {
            "patterns": self.patterns_, "under": self.under, "except": self.except_, "unless": self.unless,
            "except-titled": self.except_titled,
        }  # fmt: skip
        return {key: patterns for key, patterns in named.items() if patterns}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Patterns that are missing or that nothing asks for, and titles of parts that have none."""
        asked = self.has in ("pattern", "heading")
        if asked and not self.patterns_:
            yield "patterns", f"is missing: with 'has: {self.has}' write of what one must be there"
        if self.patterns_ and not asked:
            yield "patterns", f"says nothing beside 'has: {self.has}'; write 'has: pattern', or take it out"
        if self.has == "title" and self.every != "document":
            yield "every", f"is '{self.every}', but only the document has a title; write 'every: document'"

    def values(self) -> frozenset[str]:
        """The heading of the part."""
        return frozenset({"heading"})


def _told(document: Document) -> set[int]:
    """Where headings stand without text that another fault explains: one written twice, one on which the text ends."""
    sections = document.outline.sections
    twice = {fault.marker.span.start for fault in document.outline.faults if fault.kind == "repeat"}
    told = {s.heading.start for s, after in pairwise(sections) if after.marker.span.start in twice}
    if document.breaks_off and sections and sections[-1].heading.end == document.breaks_off.end:
        told.add(sections[-1].heading.start)
    return told


def _bare(document: Document, parts: list[Section]) -> set[str]:
    """The schemes of which most sections hold nothing: lists of names, not headings."""
    counts: dict[str, int] = {}
    for section in parts:
        scheme = section.marker.scheme
        counts[scheme] = counts.get(scheme, 0) + (-1 if document.filled(section) else 1)
    return {scheme for scheme, more in counts.items() if more > 0}
