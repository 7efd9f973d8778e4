"""What stands around a place: the parts that it lies in, and what else these hold, before it and behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal

from lint import patterns
from lint.checks import Check, Hit
from lint.checks.check import yaml_key
from lint.checks.existence import Existence
from lint.composition.captures import filled, speaks_of
from lint.document import Document, Extent, Section, Zone
from lint.text import Span

Order = Literal["has", "precedes", "follows"]
CONFIG: dict[str, Any] = {"extra": "forbid", "alias_generator": yaml_key, "arbitrary_types_allowed": True}


@dataclass(frozen=True)
class Relation:
    """What must stand in the same part of the text as a place.

    `patterns`, `tokens` and `except` say what, as in `existence`, or `check` does, of any kind. `in` is the part, and
    `within` how many characters may lie between.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG

    patterns_: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    check: Check | None = None
    in_: Extent = "sentence"
    within: int | None = None

    @cached_property
    def sought(self) -> Check:
        """What is looked for."""
        return self.check or Existence("existence", self.patterns_, self.tokens, except_=self.except_)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns, unless a check says what is looked for."""
        return {} if self.check else self.sought.patterns()

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to look for, or two things."""
        words = self.patterns_ or self.tokens or self.except_
        if self.check is not None and words:
            yield "check", "stands beside patterns or tokens; write one of the two, patterns go into the check"
        elif self.check is None:
            yield from self.sought.faults()


@dataclass(frozen=True)
class Inside:
    """What a place must lie in: all that is given holds.

    `heading` are patterns of which one matches the heading of a section around it, near or far; `title` such of the
    document's title; `zones` are names of zones. `patterns`, `tokens` and `check` say what else it must lie within.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG

    heading: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    patterns_: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    check: Check | None = None

    @cached_property
    def sought(self) -> Check | None:
        """What the place must lie within, if there is such."""
        if self.check or not (self.patterns_ or self.tokens):
            return self.check
        return Existence("existence", self.patterns_, self.tokens)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """All of them."""
        return {"heading": self.heading, "title": self.title, "patterns": self.patterns_}

    def groups(self) -> frozenset[str]:
        """What is captured: what each pattern of a list names, and what it lies within does."""
        lists = [frozenset.intersection(*map(patterns.groups, given)) for given in (self.heading, self.title) if given]
        return frozenset().union(*lists, self.sought.values() if self.sought else ())

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to lie in, or two things at once."""
        if self == Inside():
            yield "", "says nothing; write heading, title, zones, patterns, tokens or check"
        if self.check is not None and (self.patterns_ or self.tokens):
            yield "check", "stands beside patterns or tokens; write one of the two, patterns go into the check"


class Places:
    """Where conditions find what they speak of in one document; each is looked for once for the same captures."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[tuple[int, tuple[str, ...]], list[Hit]] = {}
        self._spoken: dict[int, frozenset[str]] = {}

    def hits(self, check: Check, values: Mapping[str, str]) -> list[Hit]:
        """Every hit of a check, with these captures in its patterns, in order."""
        spoken = self._spoken.get(id(check))
        if spoken is None:
            spoken = self._spoken[id(check)] = speaks_of(check)
        names = sorted(spoken & values.keys())
        key = (id(check), tuple(values[name] for name in names))
        if key not in self._known:
            found = filled(check, {name: values[name] for name in names}).run(self.document)
            self._known[key] = sorted(found, key=lambda hit: hit.span)
        return self._known[key]

    def related(self, relation: Relation, order: Order, span: Span, values: Mapping[str, str]) -> Hit | None:
        """The hit nearest to a place that stands as it must; None where there is none."""
        part = self.document.extents.around(relation.in_, span.start)
        if part is None:
            return None
        near = _nearest(self.hits(relation.sought, values), order, span, part)
        if near is None or (relation.within is not None and _gap(near.span, span) > relation.within):
            return None
        return near

    def inside(self, inside: Inside, span: Span, values: Mapping[str, str]) -> dict[str, str] | None:
        """What the parts that a place lies in capture; None where it lies elsewhere."""
        document = self.document
        captured: dict[str, str] = {}
        if inside.zones and not document.within(frozenset(inside.zones)).scoped(span.start):
            return None
        for given, texts in ((inside.title, [document.title]), (inside.heading, _headings(document, span.start))):
            match = _first(tuple(patterns.filled(pattern, values) for pattern in given), texts)
            if given and match is None:
                return None
            captured |= _named(match)
        if inside.sought is not None:
            around = [hit for hit in self.hits(inside.sought, values) if _holds(hit.span, span)]
            if not around:
                return None
            captured |= around[0].values
        return captured


def _nearest(hits: Sequence[Hit], order: Order, span: Span, part: Span) -> Hit | None:
    """The hit nearest to a place that lies in a part and stands as it must; `hits` are in order."""
    at = bisect_left(hits, span.start, key=lambda hit: hit.span.start)
    found = []
    behind, before = range(at, len(hits)), range(at - 1, -1, -1)
    for indexes in {"precedes": (behind,), "follows": (before,), "has": (behind, before)}[order]:
        for hit in map(hits.__getitem__, indexes):
            if not part.start <= hit.span.start < part.end:
                break
            if hit.span.end <= part.end and _stands(hit.span, order, span):
                found.append(hit)
                break
    return min(found, key=lambda hit: _gap(hit.span, span), default=None)


def _stands(other: Span, order: Order, span: Span) -> bool:
    if order == "has":
        return other != span
    return other.start >= span.end if order == "precedes" else other.end <= span.start


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _headings(document: Document, offset: int) -> list[str]:
    """The headings of the sections around a place, the innermost first, without their markers."""
    section: Section | None = document.section(offset)
    found = []
    while section is not None:
        found.append(document.slice(Span(section.marker.span.end, section.heading.end)).strip())
        section = section.parent
    return found


def _first(given: tuple[str, ...], texts: list[str]) -> patterns.Match | None:
    matches = (patterns.compiled(pattern).search(text) for text in texts for pattern in given)
    return next((match for match in matches if match), None)


def _named(match: patterns.Match | None) -> dict[str, str]:
    return {name: text or "" for name, text in match.groupdict().items()} if match else {}
