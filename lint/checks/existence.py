"""Words or patterns that should not be there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from lint import patterns, segments
from lint.checks.check import Check, Hit, apart, narrowed, sought
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

INDENT = 40  # blank characters beside a text that still has its line to itself


@dataclass(frozen=True)
class Existence(Check):
    """Reports what any of `patterns` or `tokens` matches, unless what `except` matches overlaps it.

    A match of `whole-words` counts where it cuts no word of the dictionary in two: 由 before a comma, not 自由.
    A group named `at` narrows the place to itself; other named groups are values for the message. `replacement` is
    what the repair puts there, with `{group}` for groups; `without` is a pattern of what it takes out of the match;
    `drop` takes the text out, and its line with it when nothing else stands there; with `entities` a character that
    HTML writes as `&amp;` or `&#8220;` comes in its place, and a line's end where `breaks` matches it. Where two
    patterns match the same text, the longer counts.
    """

    kind: Literal["existence"]
    patterns_: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    whole_words: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    replacement: str | None = None
    without: str | None = None
    drop: bool = False
    entities: bool = False
    breaks: str | None = None

    @cached_property
    def _given(self) -> tuple[str, ...]:
        return (*self._loose, *self.whole_words)

    @cached_property
    def _loose(self) -> tuple[str, ...]:
        """The patterns whose matches may begin and end within words."""
        return sought(self.patterns_, self.tokens)

    @cached_property
    def _unnamed(self) -> dict[str, str]:
        """Every value, empty: an alternative names only its own."""
        return dict.fromkeys(self.values(), "")

    def run(self, document: Document) -> Iterator[Hit]:
        """Each match, the longer of two that overlap."""
        found = list(document.matches(*_branches(self._loose)))
        rows = document.matches(*_branches(self.whole_words))
        found += (m for m in rows if _whole(document.text, m))
        for span, match in apart(document, found, self.except_):
            groups = {**self._unnamed, **match.groupdict()}
            named = {name: text or "" for name, text in groups.items() if name != "at"}
            yield Hit(span, named, self._edits(document, span, named))

    def _edits(self, document: Document, span: Span, named: Mapping[str, str]) -> tuple[Edit, ...]:
        if self.drop:
            line = _line(document, span)
            return (Edit(line, ""),) if line else (Edit(span, self._meant(document, span)),)
        if self.without is not None:
            odd = patterns.compiled(self.without).finditer(document.text, span.start, span.end)
            return tuple(Edit(Span(*match.span()), "") for match in odd if match[0])
        return () if self.replacement is None else (Edit(span, self.replacement.format_map(named)),)

    def _meant(self, document: Document, span: Span) -> str:
        """What a text stood for on the page it comes from; mostly nothing."""
        text = document.slice(span)
        if self.entities and text[0] == "&" and text[-1] == ";":
            character = html.unescape(text).strip()
            return character if len(character) == 1 and character.isprintable() else ""
        if self.breaks is not None and patterns.compiled(self.breaks).fullmatch(text):
            beside = document.text[max(0, span.start - 1) : span.start], document.text[span.end : span.end + 1]
            return "" if {"", "\n", "\r"} & {*beside} else "\n"
        return ""

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns must match."""
        return _branches(self._given)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns and their exceptions."""
        without = () if self.without is None else (self.without,)
        breaks = () if self.breaks is None else (self.breaks,)
        return {
            "patterns": self.patterns_, "whole-words": self.whole_words, "except": self.except_, "without": without,
            "breaks": breaks,
        }  # fmt: skip

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, an empty word, or a replacement that speaks of an unknown group."""
        if not self._given:
            yield "patterns", "is missing, and so are 'tokens' and 'whole-words': there is nothing to find"
        if self.drop + (self.replacement is not None) + (self.without is not None) > 1:
            yield (
                "drop" if self.drop else "without",
                "and another repair are given; a place has one, take the others out",
            )
        if "" in self.tokens:
            yield "tokens", "holds an empty word, which would be found everywhere"
        for name in re.findall(r"\{(\w*)\}", self.replacement or ""):
            if name not in self.values():
                groups = ", ".join(f"{{{group}}}" for group in sorted(self.values())) or "none"
                yield "replacement", f"uses '{{{name}}}', which no pattern names; allowed: {groups}"

    def values(self) -> frozenset[str]:
        """The groups that every pattern names."""
        named = [patterns.groups(pattern) for pattern in self._given]
        return frozenset.intersection(*named) - {"at"} if named else frozenset()

    def repairs(self) -> bool:
        """Whether a replacement is given, or the text or a part of it goes."""
        return self.drop or self.replacement is not None or self.without is not None


def _whole(text: str, match: patterns.Match) -> bool:
    """Whether neither a match nor the place that it points at cuts a word in two."""
    return segments.whole(text, Span(*match.span())) and segments.whole(text, narrowed(match))


@cache
def _branches(given: tuple[str, ...]) -> tuple[str, ...]:
    """Each alternative by itself, so that those which a text cannot hold cost nothing."""
    return tuple(branch for pattern in given for branch in patterns.branches(pattern))


def _line(document: Document, span: Span) -> Span | None:
    """The whole line of a place that has it to itself."""
    line = document.source.whole_lines(span)
    near = line.end - line.start < span.end - span.start + INDENT
    return line if near and document.slice(line).strip() == document.slice(span).strip() else None
