"""Reports that are written at their end: what waits is kept as the bytes that will be written, small and in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lint.findings import Finding
from lint.reports.report import Report
from lint.reports.visible import UNSAFE


class Waiting(Report):
    """A report of which nothing can be written before all is known, or that must be in order of file, start, rule."""

    @cached_property
    def _kept(self) -> list[tuple[str, int, str, bytes]]:
        return []  # file, offset and rule, by which it is sorted, and what will be written

    def keep(self, finding: Finding, said: str) -> None:
        """Keep what the report says of a finding; the finding and its text are let go."""
        self._kept.append((finding.file, finding.start.offset, finding.rule, said.encode()))

    def keep_file(self, file: str, said: str) -> None:
        """Keep what the report says of a whole file."""
        self._kept.append((file, 0, "", said.encode()))

    def kept(self) -> Iterator[str]:
        """All that was kept, in order."""
        self._kept.sort(key=lambda kept: kept[:3])
        return (said.decode() for *_, said in self._kept)

    def write_items(self, indent: str) -> None:
        """Write what was kept as the items of a JSON array, between its brackets."""
        empty = True
        for said in self.kept():
            self.write(("" if empty else ",") + "\n" + indent + said)
            empty = False
        if not empty:
            self.write("\n" + indent[:-1])


def dumped(value: Any, indent: int | None = None) -> str:
    """A value as JSON: Chinese as it is, what would move a cursor or is no text as `\\u` and its code."""
    said = json.dumps(value, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))
    return UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], said)
