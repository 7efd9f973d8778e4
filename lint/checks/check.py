"""What every kind of check is: options read from YAML, and a way to look at a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field
from typing import Any, ClassVar

from lint.document import Document, Section
from lint.findings import Edit
from lint.patterns import Match, compiled, words
from lint.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A place a check is not content with.

    `values` are what messages may speak of, `edits` what would repair the place, `related` other places with a word
    about each. Two edits of one hit never overlap.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[str, Span], ...] = ()


def yaml_key(name: str) -> str:
    """The YAML key of an option: `except_` is written `except`, `at_least` is `at-least`."""
    return name.rstrip("_").replace("_", "-")


def usual(option: Field[Any]) -> Any:
    """What an option is where nobody sets it; `MISSING` for one that must be set."""
    return option.default_factory() if option.default_factory is not MISSING else option.default


@dataclass(frozen=True)
class Check:
    """One kind of looking. A subclass lies in the file of its kind's name; its fields are its options.

    Options are checked where a pack is read, by pydantic; from then on a check is a plain frozen value.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": yaml_key}
    parts: ClassVar[Mapping[str, type]] = {}  # options that are maps or lists of maps, by key, with their class

    def run(self, document: Document) -> Iterator[Hit]:
        """Every place the check is not content with, in any order."""
        raise NotImplementedError

    def anchors(self) -> tuple[str, ...] | None:
        """Patterns of which one must occur in a text before `run` can find anything; None when it must always run."""
        return None

    def scanned(self) -> tuple[str, ...]:
        """Patterns that the one scan for all rules tells apart; `run` may find something without them."""
        return self.anchors() or ()

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns among the options, by YAML key (`tokens.0.word` in parts), tried when the pack is read."""
        return {}

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the options together: the YAML key, as above, and one sentence."""
        return iter(())

    def values(self) -> frozenset[str]:
        """The names that messages may use beside `text`."""
        return frozenset()

    def repairs(self) -> bool:
        """Whether hits carry edits, so that a rule may have a fix."""
        return False


def narrowed(match: Match) -> Span:
    """What a match of a rule's pattern points at: its group `at`, or all of it."""
    return Span(*(match.span("at") if "at" in match.re.groupindex and match["at"] is not None else match.span()))


def sought(patterns: tuple[str, ...], tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of a check that is given patterns, literal words, or both."""
    return (*patterns, words(tokens)) if tokens else patterns


def apart(document: Document, matches: Iterable[Match], excepted: tuple[str, ...]) -> Iterator[tuple[Span, Match]]:
    """Each match in the rule's scope with its place, in order, but those that an exception overlaps.

    Of two that overlap the longer counts.
    """
    reached = 0
    for match in sorted(matches, key=lambda match: (narrowed(match).start, -match.end())):
        span = narrowed(match)
        if span.start >= reached and document.scoped(span.start) and not overlapping(excepted, document, span):
            reached = max(span.end, span.start + 1)
            yield span, match


def headed(document: Document, section: Section, these: tuple[str, ...]) -> bool:
    """Whether one of these patterns matches a heading, its marker left out."""
    heading = document.slice(Span(section.marker.span.end, section.heading.end)).strip()
    return any(compiled(pattern).search(heading) for pattern in these)


def below(document: Document, section: Section | None, these: tuple[str, ...]) -> bool:
    """Whether one of these patterns matches a section's heading or one above it."""
    while section is not None and not headed(document, section, these):
        section = section.parent
    return section is not None


AROUND = 60  # characters to each side of a place in which its exceptions are looked for


def overlapping(excepted: tuple[str, ...], document: Document, span: Span) -> bool:
    """Whether one of these patterns matches a text that overlaps a span, within its line and 60 characters."""
    first, last = max(0, span.start - AROUND), min(len(document.text), span.end + AROUND)
    first = max(first, document.text.rfind("\n", first, span.start) + 1)
    stop = document.text.find("\n", span.end, last)
    last = stop if stop >= 0 else last
    return any(
        match.start() < max(span.end, span.start + 1) and span.start < match.end()
        for pattern in excepted
        for match in compiled(pattern).finditer(document.text, first, last)
    )
