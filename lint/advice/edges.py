r"""Which characters can stand just behind or before a part of a pattern, told from the parsed expression.

The answer never leaves a character out that can stand there; so where two parts that must agree on a character have
none in common, they can never both hold. Groups that are spoken of again (`\1`) and all that is not known here may be
anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lint.prefilter.ranges import LAST, NEWLINE, Ranges, complement, ranges

AHEAD, BEHIND = 1, -1
SINGLE = ("LITERAL", "NOT_LITERAL", "IN", "ANY", "ANY_ALL")
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
ALL: Ranges = ((0, LAST),)

Node = tuple[Any, Any]  # of `re._parser`: an operator and its argument
Beyond = Callable[[], "Edge"]


@dataclass(frozen=True)
class Edge:
    """What stands beside a place: one of some characters or, with `end`, no character, as the text is at its end."""

    characters: Ranges
    end: bool

    def __or__(self, other: Edge) -> Edge:
        return Edge((*self.characters, *other.characters), self.end or other.end)

    def __and__(self, other: Edge) -> Edge:
        left_out = (*complement(self.characters), *complement(other.characters))
        return Edge(complement(left_out), self.end and other.end)

    @property
    def impossible(self) -> bool:
        """Whether nothing at all can stand there."""
        return not self.characters and not self.end

    def within(self, characters: Ranges) -> bool:
        """Whether a character stands there for sure, one of these."""
        return not self.end and not (self & Edge(complement(characters), False)).characters


ANYTHING = Edge(ALL, True)
TEXT_ENDS = Edge((), True)
LINE_BEGINS = Edge(((NEWLINE, NEWLINE),), True)


def anything() -> Edge:
    """What is beyond a whole pattern."""
    return ANYTHING


class Edges:
    """Reads the edges of one pattern's parts; `dotall` and `fold` are its flags."""

    def __init__(self, dotall: bool = False, fold: bool = False) -> None:
        self._dotall = dotall
        self.fold = fold

    def of(self, nodes: Sequence[Node], beyond: Beyond, side: int) -> Edge:
        """What stands first (`AHEAD`) in some parts, or last (`BEHIND`); `beyond` is asked where they may be empty."""
        if not nodes:
            return beyond()
        node, rest = (nodes[0], nodes[1:]) if side == AHEAD else (nodes[-1], nodes[:-1])
        return self._of_node(node, cache(lambda: self.of(rest, beyond, side)), side)

    def single(self, node: Node, wide: bool = True) -> Ranges:
        """The characters that a part of one character takes; not `wide`, only such as it surely does."""
        name = str(node[0])
        if name == "ANY_ALL" or (name == "ANY" and self._dotall):
            return ALL
        return ranges(name, node[1], self.fold, wide)

    def _of_node(self, node: Node, rest: Beyond, side: int) -> Edge:
        name, argument = str(node[0]), node[1]
        if name in SINGLE:
            return Edge(self.single(node), False)
        if name == "SUBPATTERN":
            return ANYTHING if argument[1] or argument[2] else self.of(argument[3], rest, side)
        if name == "ATOMIC_GROUP":
            return self.of(argument, rest, side)
        if name == "BRANCH":
            found = [self.of(branch, rest, side) for branch in argument[1]]
            return Edge(tuple(r for one in found for r in one.characters), any(one.end for one in found))
        if name in REPEATS:
            least, _, body = argument
            found_in = self.of(body, rest, side)
            return found_in if least else found_in | rest()
        return self._of_mark(name, argument, rest, side)

    def _of_mark(self, name: str, argument: Any, rest: Beyond, side: int) -> Edge:
        """Parts of no width, which narrow what stands beyond them."""
        if name == "AT":
            narrowing = _narrowing(str(argument), side)
            return rest() & narrowing if narrowing else rest()
        if name == "ASSERT" and argument[0] == side:
            return rest() & self.of(argument[1], anything, side)
        return rest() if name in ("ASSERT", "ASSERT_NOT") else ANYTHING


def _narrowing(name: str, side: int) -> Edge | None:
    if side == AHEAD:
        return TEXT_ENDS if name == "AT_END_STRING" else None
    return {"AT_BEGINNING": LINE_BEGINS, "AT_BEGINNING_STRING": TEXT_ENDS}.get(name)
