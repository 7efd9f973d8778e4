"""Real documents in place of the stock, for who has some: read as they are, and cut to size at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lint.text import Source, Unreadable

LONGEST = 25_000  # bytes; a piece that has its least size ends before a line that would make it longer
# A line, or what may be cut off one of more than 2,500 characters: up to a full stop, or else anywhere.
_LINE = re.compile(r"[^\n]{0,2500}\n|[^\n]{1,2500}(?:。|\Z)|[^\n]{1,2500}")


@dataclass(frozen=True)
class Texts:
    """Documents one after the other, as lines; `starts` are the lines with which documents begin."""

    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def read(cls, folder: Path) -> Texts:
        """Every .txt below a folder that can be read. Raises ValueError where there is none."""
        lines: list[str] = []
        starts = []
        for text in _texts(folder):
            starts.append(len(lines))
            lines += _LINE.findall(text)
        if not lines:
            raise ValueError(f"{folder}: no .txt documents here")
        return cls(tuple(lines), tuple(starts))

    def document(self, size: int, random: Random) -> str:
        """About `size` bytes from the beginning of a document, with the next documents where it is shorter."""
        place, length = random.choice(self.starts), 0
        piece: list[str] = []
        while length < size:
            line = self.lines[place % len(self.lines)]
            place, octets = place + 1, len(line.encode())
            if size <= LONGEST < length + octets:
                break
            piece.append(line)
            length += octets
        return "".join(piece)


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        try:
            text = Source.read(path).text.strip("\n")
        except Unreadable:
            continue  # whatever it is, it is no document
        if text.strip():
            yield text + "\n"
