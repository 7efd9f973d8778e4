"""A source is one document's text as it was read, with where it came from and where its lines begin."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from lint.text.decoding import Unreadable, decode
from lint.text.spans import Position, Span


@dataclass(frozen=True)
class Source:
    """One text and its name.

    `text` keeps every character of the file but the byte order mark. Lines end at `\\n` only; a `\\r` before it
    belongs to the line's end, not to its content. `lossy` says that broken bytes were read as U+FFFD. `kind` is what
    the document is (plan, report …), where somebody has said so; empty where it is to be read from the text. `asides`
    are places of remarks to plan-lint that were taken out of it.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    lossy: bool = False
    kind: str = ""
    asides: tuple[Span, ...] = ()

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Source:
        """Read a file. Raises OSError when it cannot be opened and Unreadable when it is no text."""
        return cls.parse(path.read_bytes(), name or str(path))

    @classmethod
    def parse(cls, data: bytes, name: str) -> Source:
        """Read bytes, such as standard input. Raises Unreadable."""
        return cls(name, *decode(data))

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The offset at which each line begins; the first is 0."""
        return array("L", chain((0,), (match.end() for match in re.finditer("\n", self.text))))

    def position(self, offset: int) -> Position:
        """Where an offset is, as people count."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The content of a line (counted from 1), without its end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def whole_lines(self, span: Span) -> Span:
        """The lines that a span touches, with the end of the last: what goes when the lines are dropped."""
        first = self.position(span.start).line
        last = self.position(max(span.start, span.end - 1)).line
        end = self.line_starts[last] if last < len(self.line_starts) else len(self.text)
        return Span(self.line_starts[first - 1], end)


__all__ = ["Source", "Unreadable"]
