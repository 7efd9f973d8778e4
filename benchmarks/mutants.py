"""A mutant: a text with one fault put in, where a careful reader would point, and where everything else went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple

from benchmarks.sequences import Item
from lint.text import Span


class Change(NamedTuple):
    """A span of the document and what stands there instead: new text, or text from elsewhere in the document."""

    span: Span
    by: str | Span


@dataclass(frozen=True)
class Mutant:
    """A document after changes that do not overlap.

    `points` are offsets in the document, none inside a change, at which a reader would point; a point where a change
    begins means what the change puts there. Without points nothing is wrong, and silence is right.
    """

    document: str
    changes: tuple[Change, ...]
    points: tuple[int, ...]

    @property
    def text(self) -> str:
        """The text with its fault."""
        return "".join(self._new(by) for _, by in self._pieces)

    @property
    def expected(self) -> tuple[int, ...]:
        """The points as offsets of the new text."""
        return tuple(sorted(self._moved(point) for point in self.points))

    def places(self, offset: int) -> Iterator[int]:
        """Where a character of the document stands now: nowhere, once, or twice where it was copied.

        What was rewritten counts as standing where its new text begins: a finding about it may come again there.
        """
        reached = 0
        for old, by in self._pieces:
            if isinstance(by, Span) and offset in by:
                yield reached + offset - by.start
            elif by and not isinstance(by, Span) and offset in old:
                yield reached
            reached += len(self._new(by))

    @cached_property
    def _pieces(self) -> tuple[Change, ...]:
        pieces, reached = [], 0
        for change in sorted(self.changes, key=lambda change: change.span):
            kept = Span(reached, change.span.start)
            pieces += [Change(kept, kept), change]
            reached = change.span.end
        rest = Span(reached, len(self.document))
        return (*pieces, Change(rest, rest))

    def _moved(self, point: int) -> int:
        done = [change for change in self.changes if change.span.start < point]
        return point + sum(len(self._new(by)) - (span.end - span.start) for span, by in done)

    def _new(self, by: str | Span) -> str:
        return self.document[by.start : by.end] if isinstance(by, Span) else by


class LeftOut(NamedTuple):
    """What is no fair trial, and why: most often the text is as sound with the fault as without, and nobody sees it."""

    reason: str


# What one kind of mutation makes of a heading; None where it does not apply. The random numbers choose among variants.
Mutation = Callable[[Item, Random], Mutant | LeftOut | None]
ONLY = LeftOut("a list of one: no sibling says what is missing")
