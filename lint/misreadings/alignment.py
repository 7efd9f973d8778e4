"""The stretch of some bytes that reads best as Chinese, found as sequences are aligned (Smith and Waterman, 1981).

Bytes may be lost at a run's beginning and inside it, so that no fixed way to cut them into characters is right. At each
byte the best of all ways that end there is kept: a character of two or three bytes, ASCII, or a byte that says nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lint.misreadings.chinese import MARKS, ordinary, traditional, word
from lint.misreadings.paths import Source, octets, same

GAP = "\ufffd"  # a byte, or some of a character's, that say nothing
LOST = 2.0  # what such a byte costs
WORD = 2.0  # what each character of a word counts
RARE = -3.0
MARK = 1.0
CHARACTER = 1.0  # three bytes that are UTF-8 are rarely so by chance; two of them, half as surely
WORST = -1.0  # what is taken for the old text at most: garbage for garbage is no gain
DROP = 12.0  # a run ends where what follows has lost so much


class Alignment(NamedTuple):
    """A stretch between two places of the source, what it says, and how much better that reads."""

    score: float
    start: float
    end: float
    text: str


class _Cell(NamedTuple):
    """The best way to read the bytes up to some place: what it is worth, where it began, and its last characters."""

    score: float
    start: int
    back: int
    character: str
    held: bool


def aligned(source: Source, worth: list[float], read_as: str, meant: str, enough: float) -> Alignment | None:
    """The best stretch; where one is good enough and is over, nothing behind it is looked at.

    `worth` tells how well the document reads up to each of its characters, in sum.
    """
    data, at, costs = _bytes(source, worth, read_as)
    size = 3 if meant == "utf-8" else 2
    late = same(read_as, meant)  # in step, a text is what it is already
    cells, top = [_Cell(0.0, 0, 0, "", False)], 0
    for end in range(1, len(data) + 1):
        cell = _Cell(0.0, end, end, "", False)
        for back in range(end - 1, max(-1, end - size - 1), -1):
            if late and back < end - 1 and at[back].is_integer():
                continue
            character, value = _character(data[back:end], meant)
            if not character:
                continue
            before = cells[back] if cells[back].character else _first(data, costs, back, character, meant, size)
            holds = character >= "\u3400" and before.character >= "\u3400" and word(before.character[-1] + character)
            if holds:
                value += WORD if before.held else 2 * WORD
            score = before.score + value - max(WORST, costs[end] - costs[back])
            if score > cell.score:
                said = character if cells[back].character else before.character + character
                cell = _Cell(score, before.start, back, said, holds)
        cells.append(cell)
        if cell.score > cells[top].score:
            top = end
        elif cells[top].score >= enough and cell.score < cells[top].score - DROP:
            break
    if top == 0:
        return None
    return Alignment(cells[top].score, at[cells[top].start], at[top], _said(cells, top))


def _first(data: bytes, costs: list[float], end: int, character: str, meant: str, size: int) -> _Cell:
    """A stretch's first character, worth nothing alone, where it makes a word with the one behind it."""
    start = end - size
    first, value = _character(data[start:end], meant) if start >= 0 else ("", 0.0)
    if first >= "\u3400" and character >= "\u3400" and word(first + character):
        return _Cell(value - max(WORST, costs[end] - costs[start]), start, start, first, False)
    return _Cell(0.0, end, end, "", False)


@lru_cache(maxsize=1 << 17)
def _character(data: bytes, meant: str) -> tuple[str, float]:
    """What some bytes say, empty for what is no character, and what that is worth."""
    if len(data) == 1:
        return (chr(data[0]), 0.0) if 0x20 <= data[0] < 0x7F and meant[:6] != "utf-16" else (GAP, -LOST)
    extra = 0.0
    if meant == "utf-8":
        extra = CHARACTER
        if len(data) == 2 and 0xE3 <= data[0] <= 0xE9 and 0x80 <= data[1] <= 0xBF:
            return GAP, CHARACTER / 2
    try:
        character = data.decode(meant)
    except UnicodeDecodeError:
        return "", 0.0
    if len(character) > 1:
        return "", 0.0
    if character in MARKS:
        return character, MARK + extra
    common = character in ordinary() or (meant != "gbk" and character in traditional())
    return character, extra + (0.0 if common else RARE)


def _bytes(source: Source, worth: list[float], read_as: str) -> tuple[bytes, list[float], list[float]]:
    """The bytes of a source, where each begins, and how well the document reads up to there."""
    data, at = bytearray(), []
    for index, character in enumerate(source.text):
        piece = octets(character, read_as)
        data += piece
        here, step = source.at[index], (source.at[index + 1] - source.at[index]) / len(piece)
        at += [here + step * part for part in range(len(piece))]
    at.append(source.at[-1])
    costs = []
    for place in at:
        whole = min(int(place), len(worth) - 2)
        costs.append(worth[whole] + (place - whole) * (worth[whole + 1] - worth[whole]))
    return bytes(data), at, costs


def _said(cells: list[_Cell], top: int) -> str:
    said, at = [], top
    while at > cells[top].start and cells[at].character:
        said.append(cells[at].character)
        at = cells[at].back
    return "".join(reversed(said))
