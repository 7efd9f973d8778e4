"""All findings of one file as machines are told them: those that count and those that do not, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.findings import Finding, Suppression
from lint.fingerprints import fingerprints
from lint.session import Result
from lint.text import Source


class Entry(NamedTuple):
    """A finding, the text that it was made in, its fingerprint, and why it does not count, if it does not."""

    finding: Finding
    source: Source
    fingerprint: str
    suppression: Suppression | None


def entries(result: Result) -> Iterator[Entry]:
    """The findings of a file in order of start and rule.

    Fingerprints are made over all of them: suppressing one must not change those of its likes.
    """
    if result.source is None:
        return
    told = sorted([*((f, None) for f in result.findings), *result.suppressed], key=lambda one: one[0].order)
    names = fingerprints((finding for finding, _ in told), result.source)
    for (finding, suppression), name in zip(told, names, strict=True):
        yield Entry(finding, result.source, name, suppression)


def counting(result: Result) -> Iterator[Entry]:
    """The same without those that do not count."""
    return (entry for entry in entries(result) if entry.suppression is None)
