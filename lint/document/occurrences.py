"""What one scan for all patterns has told of a text, so that each is looked for only where it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Occurrences(NamedTuple):
    """Patterns that are `absent` from a text, and for some others the `lines` outside which they do not match.

    Lines count from 0 and rise. A pattern in neither may match anywhere, or nowhere.
    """

    absent: frozenset[str] = frozenset()
    lines: Mapping[str, Sequence[int]] = {}


UNKNOWN = Occurrences()
