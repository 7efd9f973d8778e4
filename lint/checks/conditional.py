"""Where one thing stands, another must stand, too: an abbreviation and what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lint import patterns
from lint.checks.check import Check, Hit, apart
from lint.document import Document, Extent
from lint.text import Span

SAMPLE = "甲"  # stands for what a group captures, where patterns are tried


class _Place(NamedTuple):
    """Where in a part of the text a second pattern matches: its first beginning and its last end."""

    first: int
    last: int


@dataclass(frozen=True)
class Conditional(Check):
    """Reports a match of one of `first` in whose part of the text none of `second` matches.

    `{name}` in `second` stands for what the group of that name captured, literally; any other brace is the pattern's
    own. A pattern that names a group which took no part in the match is not asked for. `in` is the part: `document`,
    `chapter`, `section` (without its subsections), `line` or `sentence`; text outside of chapters and sections owes
    nothing. `order`: whether the second begins `before` the match does at the latest, ends `after` it at the earliest,
    or stands anywhere (`any`). Each captured text (without groups: each matched one) is told once in a part, at the
    first place that lacks it. `except` holds patterns that make an overlapping match of `first` right; a group named
    `at` narrows the place. Values: the groups of `first`.
    """

    kind: Literal["conditional"]
    first: tuple[str, ...]
    second: tuple[str, ...]
    in_: Extent = "document"
    order: Literal["any", "before", "after"] = "any"
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """The first place of each text that lacks its second."""
        places: dict[tuple[str, Span], _Place | None] = {}
        told: set[tuple[Span, tuple[str, ...]]] = set()
        for span, match in apart(document, document.matches(*self.first), self.except_):
            part = document.extents.around(self.in_, span.start)
            captured = {name: text for name, text in match.groupdict().items() if name != "at"}
            key = tuple(text or "" for text in captured.values()) or (match[0],)
            if part is None or (part, key) in told:
                continue
            asked = self._asked({name: text for name, text in captured.items() if text is not None})
            for pattern in asked:
                if (pattern, part) not in places:
                    places[pattern, part] = self._place(document, pattern, part)
            if asked and not any(self._right(places[pattern, part], span) for pattern in asked):
                told.add((part, key))
                yield Hit(span, {name: captured.get(name) or "" for name in {*self.values(), *captured}})

    def _asked(self, captured: Mapping[str, str]) -> list[str]:
        """The second patterns with the text that was captured."""
        return [filled for pattern in self.second if (filled := _filled(pattern, captured)) is not None]

    def _place(self, document: Document, pattern: str, part: Span) -> _Place | None:
        """Where a pattern matches in a part; for its last end all matches are read, where the order asks for it."""
        search = patterns.compiled(pattern) if pattern in self.second else patterns.passing(pattern)
        found = search.finditer(document.text, *part) if document.present((pattern,)) else iter(())
        first = next(found, None)
        if first is None:
            return None
        rest = found if self.order == "after" else ()
        return _Place(first.start(), max(match.end() for match in (first, *rest)))

    def _right(self, place: _Place | None, span: Span) -> bool:
        if place is None or self.order == "any":
            return place is not None
        return place.first <= span.start if self.order == "before" else place.last >= span.end

    def anchors(self) -> tuple[str, ...] | None:
        """One of the first."""
        return self.first

    def scanned(self) -> tuple[str, ...]:
        """The first, and those of the second that do not depend on them."""
        return (*self.first, *(pattern for pattern in self.second if not patterns.spoken(pattern)))

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Both sides, and the exceptions."""
        return {"first": self.first, "second": self.second, "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """An empty side, a name that no group has, or a pattern that is none once the names are filled in."""
        for key, side in (("first", self.first), ("second", self.second)):
            if not side:
                yield key, "is empty: write at least one pattern"
        named = frozenset[str]().union(*map(patterns.groups, self.first)) - {"at"}
        for pattern in self.second:
            unknown = sorted(patterns.spoken(pattern) - named)
            for name in unknown:
                allowed = ", ".join(f"{{{group}}}" for group in sorted(named)) or "none"
                yield "second", f"uses '{{{name}}}', which no pattern of 'first' names; allowed: {allowed}"
            filled = _filled(pattern, dict.fromkeys(named, SAMPLE)) or pattern
            if not unknown and (reason := patterns.refusal(filled)):
                yield "second", f"{pattern!r:.80} {reason} (with {SAMPLE} in the place of names)"

    def values(self) -> frozenset[str]:
        """The groups that every pattern of `first` names."""
        named = [patterns.groups(pattern) for pattern in self.first]
        return frozenset.intersection(*named) - {"at"} if named else frozenset()


def _filled(pattern: str, captured: Mapping[str, str]) -> str | None:
    """A pattern with literal texts in the place of names; None where one of them has none."""
    return patterns.filled(pattern, captured) if patterns.spoken(pattern) <= captured.keys() else None
