"""Two names for one thing in one document: 教育局 here, 教体局 there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint import patterns
from lint.checks.check import Check, Hit, apart
from lint.document import Document
from lint.text import Span


@dataclass(frozen=True)
class Variant(Check):
    """Reports the rarer of two names that one of `groups` holds for the same thing, at each of its places.

    A longer name counts where it stands, not the shorter one inside it, and none where a pattern of `except` overlaps
    it: a dash that stands between other things than numbers. Values: `usual`, `count` (of the usual name).
    """

    kind: Literal["variant"]
    groups: tuple[tuple[str, ...], ...]
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each place of a name that another one of its group outnumbers."""
        for group in self.groups:
            found: dict[str, list[int]] = {}
            for span, match in apart(document, document.matches(patterns.words(group)), self.except_):
                found.setdefault(match[0], []).append(span.start)
            if len(found) < 2:
                continue
            usual = max(found, key=lambda name: (len(found[name]), -found[name][0]))
            for name, places in found.items():
                for place in places if name != usual else ():
                    yield Hit(Span(place, place + len(name)), {"usual": usual, "count": str(len(found[usual]))})

    def anchors(self) -> tuple[str, ...] | None:
        """A name of one of the groups."""
        return tuple(patterns.words(group) for group in self.groups)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Where a name counts for nothing."""
        return {"except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """A group of one name, or none."""
        if not self.groups or any(len(group) < 2 for group in self.groups):
            yield "groups", "needs lists of at least two names for one thing"

    def values(self) -> frozenset[str]:
        """The usual name, and how often it stands there."""
        return frozenset({"usual", "count"})
