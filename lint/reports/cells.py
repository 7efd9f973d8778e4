"""Widths in cells of a terminal: a Chinese character takes two."""

from __future__ import annotations


def cell_len(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def first_cells(text: str, room: int) -> str:
    """The beginning of a text that fits into `room` cells, with … where it goes on."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[: max(index - 1, 0)] + "…" if index else ""
    return text


def last_cells(text: str, room: int) -> str:
    """The end of a text that fits into `room` cells."""
    return first_cells(text[::-1], room)[::-1].lstrip("…") if cell_len(text) > room else text


def folded(text: str, room: int) -> list[str]:
    """A text in pieces of at most `room` cells and at least one character; Chinese may be broken anywhere."""
    pieces, begin, used = [], 0, 0
    for index, character in enumerate(text):
        width = cell_len(character)
        if used + width > room and index > begin:
            pieces.append(text[begin:index])
            begin, used = index, 0
        used += width
    return [*pieces, text[begin:]]
