"""Text that was decoded wrongly: where it stands, and what it was before.

Runs are told by what their bytes say in another encoding, whichever it is; single marks and what is lost for good, by
their shape. A restored text is exact only where every byte of it is there and nothing strange stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from lint.misreadings import lost, marks, runs
from lint.misreadings.chinese import Misreading, odd
from lint.text import Regions

__all__ = ["Misreading", "read"]


def read(text: str, characters: Set[str]) -> Iterator[Misreading]:
    """Every run; then marks, and what is lost, outside those. What a clean text costs is one look at its characters."""
    strange = odd(characters)
    found = list(runs.read(text, strange)) if strange else []
    yield from found
    for shapes in (marks.read, lost.read):
        known = Regions(misreading.span for misreading in found)
        others = [misreading for misreading in shapes(text, characters, strange) if misreading.span.start not in known]
        yield from others
        found += others
