r"""What hyperscan is asked so that it tells where a pattern of Python's may match.

The answer only ever errs towards looking. A pattern is read as `re` itself reads it and said anew: what hyperscan
cannot say (word boundaries, longer negative look-arounds) is left out, a reference is said as its group, and what it
says otherwise is widened (its `\s` knows fewer blanks). Only where a match ends is asked, not how far it reaches, so
that a look-ahead at the end becomes part of the match (力(?=\d月) is said 力\d月), a look-behind at the beginning too,
and repeats at either end are cut to their least: hyperscan, which cannot look around, would otherwise find every 力.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from math import log
from typing import Any, NamedTuple

from lint.patterns import LINE_END, line_ends
from lint.prefilter.ranges import NEWLINE, QUESTION, SPACES, SURROGATES, Ranges, complement, ranges, share

REPEATS = 4  # of a bounded repeat that are said exactly; long ones take seconds to compile
BLANKS = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in SPACES)
PART = f"(?:^|[。！？])[{BLANKS}]*"  # where a line begins, or what stands behind a sentence
COMMON = 5.2  # score below which a pattern is expected more than once in 180 characters
MANY = 60  # words of one list that hyperscan is given at once
SCORED = 6  # of a repeat's characters that count for its score


class Occurrence(NamedTuple):
    """A pattern in hyperscan's words: it may match where one of these does.

    `score` is how seldom it is, the natural logarithm of characters for one match.

    `inline` says that a match lies within one line and sees nothing of the next, so that lines can be looked at singly.
    """

    words: tuple[str, ...]
    score: float
    inline: bool


class _Piece(NamedTuple):
    """A part in hyperscan's words: whether it may consume nothing (`empty`), and then asks nothing either (`free`)."""

    words: str
    score: float
    empty: bool = False
    free: bool = False


class _UnsaidError(Exception):
    """Something that hyperscan has no words for and that cannot be left out."""


def occurrence(pattern: str, anchored: bool = True) -> Occurrence | None:
    """A pattern in hyperscan's words, or None where it cannot be said.

    One that is not `anchored` is looked for in parts of lines, so that its `^` is a line's beginning or the place
    behind a sentence's end, blanks or not, and its `$` may be anywhere.
    """
    try:
        tree = _parsed(line_ends(pattern))
        said = [_Saying(anchored).sequence(part, head=True, tail=True, fold=False) for part in _parts(list(tree))]
    except (re.error, _UnsaidError):
        return None
    if any(part.free for part in said) or tree.state.flags & ~(re.MULTILINE | re.UNICODE):
        return None
    if not anchored and any(part.empty for part in said):  # a match of nothing ends in no line of its own
        return None
    inline = not any(part.empty for part in said) and not _crosses(tree)
    return Occurrence(tuple(part.words for part in said), min(part.score for part in said), inline)


def _parts(items: list[Any]) -> Iterator[list[Any]]:
    """A pattern; where a word list in it is long, several, each with a part of the list: hyperscan takes no longer."""
    for index, (operator, argument) in enumerate(items):
        inner = list(argument[-1]) if str(operator) == "SUBPATTERN" and argument[0] is None and not argument[1] else []
        branch = inner[0] if len(inner) == 1 else (operator, argument)
        if str(branch[0]) == "BRANCH" and len(branch[1][1]) > MANY:
            words = branch[1][1]
            for start in range(0, len(words), MANY):
                part = (branch[0], (None, words[start : start + MANY]))
                yield [*items[:index], part, *items[index + 1 :]]
            return
    yield items


def _parsed(pattern: str) -> Any:
    parser: Any = import_module("re._parser")
    return parser.parse(pattern, re.MULTILINE)


class _Saying:
    """One pattern being said anew; remembers its groups for the references to them."""

    def __init__(self, anchored: bool) -> None:
        self._anchored = anchored
        self._groups: dict[int, tuple[Any, bool]] = {}

    def sequence(self, tree: Iterable[Any], head: bool, tail: bool, fold: bool) -> _Piece:
        """What stands in a row. At the pattern's `head` and `tail` only that it is there counts."""
        items = [(str(operator), argument) for operator, argument in tree]
        pieces: list[_Piece] = []
        cuts: list[_Piece] = []  # the row so far with a look-ahead in the place of its rest
        kept = False
        for index, (name, argument) in enumerate(items):
            first = head and not kept
            last = tail and index == len(items) - 1
            if name in ("ASSERT", "ASSERT_NOT") and argument[0] == 1:
                ahead = self._ahead(name, argument[1], fold) if tail else None
                varies = bool(pieces) and name == "ASSERT_NOT" and items[index - 1][0].endswith("_REPEAT")
                if ahead is not None and not varies:
                    cuts.append(_joined([*pieces, ahead]))
                continue
            if name in ("ASSERT", "ASSERT_NOT"):
                behind = self._behind(name, argument[1], fold) if first else None
                if behind is not None:
                    pieces.append(behind)
                    kept = True
                continue
            piece = self._one(name, argument, first, last, fold)
            if piece is None or (first and piece.free):
                continue
            pieces.append(piece)
            kept = True
        if tail:
            while pieces and pieces[-1].free:
                pieces.pop()
        return max([*reversed(cuts), _joined(pieces)], key=lambda piece: (not piece.free, piece.score))

    def _one(self, name: str, argument: Any, head: bool, tail: bool, fold: bool) -> _Piece | None:
        """One item; None for what is not said."""
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            return _set(ranges(name, argument, fold))
        if name == "BRANCH":
            return _any([self.sequence(branch, head, tail, fold) for branch in argument[1]])
        if name == "SUBPATTERN":
            group, added, removed, body = argument
            if added & ~re.IGNORECASE or removed:
                raise _UnsaidError
            self._groups[group] = body, fold or bool(added)
            return self.sequence(body, head, tail, fold or bool(added))
        if name == "ATOMIC_GROUP":
            return self.sequence(argument, head, tail, fold)
        if name == "GROUPREF":
            body, fold = self._groups[argument]
            return self.sequence(body, False, False, fold)
        if name.endswith("_REPEAT"):
            return self._repeat(argument, head, tail, fold)
        if name != "AT":
            raise _UnsaidError
        begins = str(argument) == "AT_BEGINNING" and head
        return _Piece("^" if self._anchored else PART, 2.0, empty=True) if begins else None

    def _repeat(self, argument: Any, head: bool, tail: bool, fold: bool) -> _Piece | None:
        least, most, body = argument
        if head or tail:
            most = least
        if not most:
            return None
        said = self.sequence(body, head and most == 1, tail and most == 1, fold)
        if not said.words:
            return None
        exact = "" if least == most == 1 else f"{{{least},{most}}}"
        times = exact if most <= REPEATS else f"{{{min(least, REPEATS)},}}"
        score, empty = min(least, SCORED) * said.score, said.empty or not least
        return _Piece(f"(?:{said.words}){times}", score, empty, said.free or not least)

    def _ahead(self, name: str, body: Any, fold: bool) -> _Piece | None:
        """A look-ahead as part of the match."""
        if name == "ASSERT":
            if _is_line_end(body):
                if not self._anchored:
                    return None
                return _Piece(r"(?:[\r\n]|\z)", 2.0, empty=True)
            said = self.sequence(body, False, True, fold)
            return None if said.free else said
        other = _without(body, fold)
        return other and _Piece(rf"(?:{other.words}|\z)", other.score, empty=True)

    def _behind(self, name: str, body: Any, fold: bool) -> _Piece | None:
        """A look-behind as part of the match."""
        if name == "ASSERT":
            return self.sequence(body, True, False, fold)
        other = _without(body, fold)
        return other and _Piece(f"(?:^|{other.words})", other.score, empty=True)


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    words, score = "".join(piece.words for piece in pieces), sum(piece.score for piece in pieces)
    return _Piece(words, score, all(piece.empty for piece in pieces), all(piece.free for piece in pieces))


def _any(branches: Sequence[_Piece]) -> _Piece:
    words = "(?:" + "|".join(branch.words for branch in branches) + ")"
    score = min(branch.score for branch in branches) - log(len(branches)) / 2
    return _Piece(words, score, any(branch.empty for branch in branches), any(branch.free for branch in branches))


def _without(body: Any, fold: bool) -> _Piece | None:
    """Any character but what a negative look-around of one character names; None for longer ones."""
    items = [(str(operator), argument) for operator, argument in body]
    if len(items) != 1 or items[0][0] not in ("LITERAL", "NOT_LITERAL", "IN") or fold:
        return None
    name, argument = items[0]
    return _set(complement(ranges(name, argument, fold=False, wide=False)))


def _is_line_end(body: Any) -> bool:
    return str(body) == _line_end()


@cache
def _line_end() -> str:
    return str(_parsed(LINE_END)[0][1][1])


def _set(stretches: Ranges) -> _Piece:
    """A class of hyperscan's, with how seldom its characters are."""
    if any(first <= SURROGATES[1] and last >= SURROGATES[0] for first, last in stretches):
        stretches = (*stretches, QUESTION)
    usable = complement((*complement(stretches), SURROGATES))
    if not usable:
        raise _UnsaidError
    part = min(1.0, sum(share(first, last) for first, last in usable))
    words = "".join(_code(first) if first == last else f"{_code(first)}-{_code(last)}" for first, last in usable)
    alone = len(usable) == 1 and usable[0][0] == usable[0][1]
    return _Piece(words if alone else f"[{words}]", -log(max(part, 1e-6)))


def _code(code: int) -> str:
    return rf"\x{{{code:x}}}"


def _crosses(tree: Iterable[Any]) -> bool:
    """Whether a match may reach over a line's end, or look over it."""
    for operator, argument in tree:
        name = str(operator)
        if name in ("LITERAL", "NOT_LITERAL", "IN"):
            crosses = any(first <= NEWLINE <= last for first, last in ranges(name, argument, False))
        elif name == "BRANCH":
            crosses = any(_crosses(branch) for branch in argument[1])
        elif name in ("SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            crosses = _crosses(argument[-1])
        elif name == "ATOMIC_GROUP":
            crosses = _crosses(argument)
        elif name in ("ASSERT", "ASSERT_NOT"):
            crosses = argument[0] == 1 and not _is_line_end(argument[1]) and _crosses(argument[1])
        elif name == "AT":
            crosses = str(argument) == "AT_END_STRING"
        else:
            crosses = name not in ("ANY", "GROUPREF")
        if crosses:
            return True
    return False
