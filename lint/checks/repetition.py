"""What is said again: a word twice in one sentence, or twice in a row, which is once too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from lint import patterns, segments, words
from lint.checks.check import Check, Hit, apart, sought
from lint.document import Document, Extent
from lint.findings import Edit
from lint.text import Span

LONGEST = 100  # characters of what is held against the text behind it wherever it may begin
NUMBERED = re.compile(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?\(\d)")  # a reference to a group by its number


class _Said(NamedTuple):
    """What is compared (`span`), and the match around it."""

    span: Span
    match: Span


@dataclass(frozen=True)
class Repetition(Check):
    """Reports a match of `patterns` or `tokens` whose text has stood before in the same part, with the first beside it.

    A group named `at` says which part of a match must be the same. `in` is the part: `document`, `chapter`, `section`
    (without its subsections), `line` or `sentence`. `within`: characters between the two at most. `adjacent: true`:
    one match directly behind the other; the repair then takes out the second. Without a group `at` they are looked for
    wherever they may begin, and count where neither cuts a word of the dictionary in two: 的工作工作, but not 测预 in
    监测预测预警. `except` holds patterns that make an overlapping match right, such as the reduplication of 人人 and
    研究研究. Value: `count`, the second being 2.
    """

    kind: Literal["repetition"]
    patterns_: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    in_: Extent = "sentence"
    within: int | None = None
    adjacent: bool = False
    except_: tuple[str, ...] = ()

    @cached_property
    def _sought(self) -> tuple[str, ...]:
        given = sought(self.patterns_, self.tokens)
        return tuple(map(_doubled, given)) if self.adjacent else given

    def run(self, document: Document) -> Iterator[Hit]:
        """Each text that has stood before; those that follow each other near enough are counted together."""
        runs: dict[tuple[Span | None, str], list[_Said]] = {}
        for said in self._said(document):
            part = document.extents.around(self.in_, said.span.start)
            before = runs.setdefault((part, document.slice(said.span)), [])
            if before and not self._near(before[-1], said):
                before.clear()
            before.append(said)
            if len(before) > 1 and part is not None:
                edit = Edit(Span(before[-2].span.end, said.span.end), "")
                first = (("前文", before[0].span),)
                yield Hit(said.span, {"count": str(len(before))}, (edit,) if self.adjacent else (), first)

    def _near(self, before: _Said, said: _Said) -> bool:
        if self.adjacent:
            return before.match.end == said.match.start
        return self.within is None or said.span.start - before.span.end <= self.within

    def _said(self, document: Document) -> Iterator[_Said]:
        found = document.matches(*self._sought)
        if self.adjacent:
            found = (whole for match in found for whole in _whole(document.text, match))
        for span, match in apart(document, found, self.except_):
            copies = _copies(match) if "_once" in match.re.groupindex else [span]
            yield from (_Said(copy, copy if len(copies) > 1 else Span(*match.span())) for copy in copies)

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns, where it must be `adjacent` twice in a row."""
        return self._sought

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """What must not be said again, and the exceptions."""
        return {"patterns": self.patterns_, "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, or options that do not go together."""
        if not sought(self.patterns_, self.tokens):
            yield "patterns", "is missing, and so is 'tokens': there is nothing to find"
        if "" in self.tokens:
            yield "tokens", "holds an empty word, which would be found everywhere"
        if self.within is not None and self.adjacent:
            yield "within", "says nothing beside 'adjacent', between which there is nothing; take one of them out"
        elif self.within is not None and self.within < 0:
            yield "within", f"is {self.within}; write the characters that may stand between, from 0 on"
        for pattern in self.patterns_ if self.adjacent else ():
            if reason := _unfit(pattern):
                yield "patterns", f"{pattern!r:.80} {reason}"

    def values(self) -> frozenset[str]:
        """How often it has been said."""
        return frozenset({"count"})

    def repairs(self) -> bool:
        """Where one stands behind the other, the second can go."""
        return self.adjacent


def _doubled(pattern: str) -> str:
    """A pattern for what stands there twice or more in a row; where it has a group `at`, the matches themselves do."""
    return pattern if "at" in patterns.groups(pattern) else f"(?P<_once>{pattern})(?:(?P=_once))+"


def _copies(match: patterns.Match) -> list[Span]:
    """Where each of those that stand in a row stands."""
    size = len(match["_once"])
    return [Span(start, start + size) for start in range(match.start(), match.end(), size)]


def _whole(text: str, match: patterns.Match) -> Iterator[patterns.Match]:
    """A match; of what stands there twice the first that cuts no word in two, from where the match begins on."""
    if "_once" not in match.re.groupindex:
        yield match
        return
    found: patterns.Match | None = match
    while found and found.start() < match.end():
        if all(_parted(text, copy) for copy in _copies(found)):
            yield found
            return
        found = match.re.search(text, found.start() + 1, match.end() + 2 * LONGEST)


def _parted(text: str, copy: Span) -> bool:
    """Whether a copy cuts no word in two. A compound that goes on with a word of its own (推进改革) is none here."""
    begin, end = (segments.around(text, Span(at, at)) for at in copy)
    rest = text[copy.end : end.end]
    compound = end.start == copy.start and len(rest) > 1 and words.known(rest)
    return begin == (copy.start, copy.start) and (end == (copy.end, copy.end) or compound)


def _unfit(pattern: str) -> str | None:
    """Why a pattern cannot be looked for twice in a row."""
    if "at" in patterns.groups(pattern):
        return None
    if NUMBERED.search(pattern):
        return "names a group by its number; with 'adjacent' write (?P<name>…) and (?P=name)"
    if patterns.longest(pattern) > LONGEST:
        return f"may match more than {LONGEST} characters; with 'adjacent' bound its repeats, like {{1,20}}"
    return patterns.refusal(_doubled(pattern))
