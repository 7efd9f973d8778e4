"""Lists inside a line, read by ；, else by ，, else by 、, never inside brackets or quotation marks.

A list may be read in more ways than one: 元数据与数据字典 is one member or two. What cannot be told apart is not
decided: a list holds every number of members that a reader could see in it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

CLOSES = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〔": "〕", "[": "]", "【": "】", "「": "」"}
OPENS = {close: mark for mark, close in CLOSES.items()}
LEVELS = ("；;", "，,", "、")
JOINED = Pattern(r"(?<=[^\s；;，,、])(?:以及|(?<!共|谐)和(?![谐美平睦])|(?<!参)与|(?<!普|涉|触)及|或)(?=[^\s；;，,、])")
LONGEST = 600  # characters; a list in running text that is longer is a text of its own


class Listed(NamedTuple):
    """A list: its members in the likeliest reading, and every number of members that it could have.

    `even` says that one separator parts all members, so that the list has no second level to mistake for the first.
    """

    members: tuple[Span, ...]
    numbers: frozenset[int]
    even: bool

    @property
    def likeliest(self) -> int:
        """The number of members to speak of: the highest, because 和 mostly joins the last two."""
        return max(n for n in self.numbers if n <= len(self.members) + 1)


def read(text: str, span: Span) -> Listed | None:
    """The list that a span holds; None where a bracket or quotation mark in it is not closed."""
    cuts = _cuts(text, span)
    if cuts is None:
        return None
    present = [level for level in LEVELS if any(text[cut] in level for cut in cuts)]
    members = _members(text, span, [cut for cut in cuts if present and text[cut] in present[0]])
    numbers = {len(members)}
    for level in range(1, len(present)):
        finer = "".join(present[: level + 1])
        numbers.add(len(_members(text, span, [cut for cut in cuts if text[cut] in finer])))
    if not present or present[0] == "、":
        joined = sum(JOINED.count(flat(text, member)) for member in members)
        numbers.update(range(len(members), len(members) + joined + 1))
    return Listed(members, frozenset(numbers), len(present) == 1 or present[:1] == [LEVELS[0]])


def flat(text: str, span: Span) -> str:
    """A span's text with what stands inside brackets and quotation marks taken out; the outer marks are kept."""
    depth, kept = 0, []
    for mark in text[span.start : span.end]:
        depth -= mark in OPENS and depth > 0
        if not depth:
            kept.append(mark)
        depth += mark in CLOSES
    return "".join(kept)


def _cuts(text: str, span: Span) -> list[int] | None:
    """Where separators stand outside brackets and quotation marks; None where these do not pair."""
    open_marks: list[str] = []
    cuts = []
    for offset in range(span.start, span.end):
        mark = text[offset]
        if mark in CLOSES:
            open_marks.append(mark)
        elif mark in OPENS:
            if not open_marks or open_marks.pop() != OPENS[mark]:
                return None
        elif not open_marks and mark in "；;，,、":
            cuts.append(offset)
    return None if open_marks else cuts


def _members(text: str, span: Span, cuts: list[int]) -> tuple[Span, ...]:
    edges = [span.start - 1, *cuts, span.end]
    pieces = [Span(first + 1, last) for first, last in pairwise(edges)]
    return tuple(piece for piece in pieces if text[piece.start : piece.end].strip(" \t\u3000。."))


def closing(text: str, start: int, lines: bool = False) -> int:
    """Where the mark that opens at `start` is closed, within its line or, with `lines`, beyond it; -1 for nowhere."""
    open_marks: list[str] = []
    for offset in range(start, min(len(text), start + LONGEST)):
        mark = text[offset]
        if mark == "\n" and not lines:
            return -1
        if mark in CLOSES:
            open_marks.append(mark)
        elif mark in OPENS:
            if open_marks.pop() != OPENS[mark]:
                return -1
            if not open_marks:
                return offset
    return -1


def opening(text: str, close: int) -> int:
    """Where the bracket or quotation mark that closes at `close` was opened within its line; -1 where it was not."""
    depth: list[str] = []
    for offset in range(close, max(-1, close - LONGEST), -1):
        mark = text[offset]
        if mark == "\n":
            return -1
        if mark in OPENS:
            depth.append(mark)
        elif mark in CLOSES:
            if depth.pop() != CLOSES[mark]:
                return -1
            if not depth:
                return offset
    return -1
