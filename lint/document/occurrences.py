"""What one scan for all patterns has told of a text, so that each is looked for only where it may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple


class Occurrences(NamedTuple):
    """Patterns that are `absent` from a text, and for some others the `lines` outside which they do not match.

    Lines count from 0 and rise. A pattern in neither may match anywhere, or nowhere.
    """

    absent: frozenset[str] = frozenset()
    lines: Mapping[str, Sequence[int]] = {}

    def of(self, patterns: Iterable[str]) -> frozenset[int] | None:
        """The lines outside which none of some patterns matches; None where that is not known of them all."""
        told = [pattern for pattern in patterns if pattern not in self.absent]
        if not all(pattern in self.lines for pattern in told):
            return None
        return frozenset(chain.from_iterable(self.lines[pattern] for pattern in told))


UNKNOWN = Occurrences()
