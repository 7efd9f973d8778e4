r"""Parts of patterns that can never match: 党$委, (?=甲)乙, ^ behind a character that ends no line.

A claim is made only where two neighbours can never hold at once, whatever the text: each says which characters may
stand at one place, and they have none in common. Everything that cannot be decided this way passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lint.advice.edges import AHEAD, ANYTHING, BEHIND, REPEATS, SINGLE, Beyond, Edge, Edges, Node, anything
from lint.advice.naming import at, named
from lint.patterns import LINE_END, parsed
from lint.prefilter.ranges import ASCII_WORDS

HAN = ((0x4E00, 0x9FFF),)
WORDS = (*ASCII_WORDS, *HAN)  # letters and digits for sure; there are more
LITERAL = "LITERAL"
MARKS = re.compile(r".[$^]|\$.|\\[bAZ]|\(\?<?[=!]", re.DOTALL)  # without one of these nothing contradicts


@dataclass(frozen=True)
class Dead:
    """Why a part can never match; `whole` unless the pattern can do without it."""

    reason: str
    whole: bool


def dead(pattern: str) -> Dead | None:
    """Why a pattern can never match, or an alternative or optional part of it; None where it can, or nobody knows."""
    if not MARKS.search(pattern):
        return None
    try:
        tree = parsed(pattern)
        reader = Reader(tree.state.flags)
        reason = reader.sequence(list(tree), anything, anything)
    except RecursionError:
        return None
    if reason:
        return Dead(reason, True)
    return Dead(reader.parts[0], False) if reader.parts else None


class Reader:
    """Reads one pattern from the outside to the inside; `parts` are why alternatives and optional parts are dead."""

    def __init__(self, flags: int) -> None:
        self._edges = Edges(bool(flags & re.DOTALL), bool(flags & re.IGNORECASE))
        self._ascii = bool(flags & re.ASCII)
        self.parts: list[str] = []

    def sequence(self, nodes: Sequence[Node], before: Beyond, after: Beyond) -> str:
        """Why some parts in a row can never match; empty where they can."""
        for index, node in enumerate(nodes):
            if str(node[0]) == LITERAL:
                continue
            back, front = nodes[:index], nodes[index + 1 :]
            behind = cache(lambda back=back: self._edges.of(back, before, BEHIND))
            ahead = cache(lambda front=front: self._edges.of(front, after, AHEAD))
            if reason := self._strings(node, back, front) or self._node(node, behind, ahead):
                return reason
        return ""

    def _node(self, node: Node, behind: Beyond, ahead: Beyond) -> str:
        name, argument = str(node[0]), node[1]
        if name == "IN":
            return "" if Edge(self._edges.single(node), True).characters else "a class in it holds no character"
        if name == "FAILURE":
            return "(?!) forbids every place"
        if name == "AT":
            return self._mark(str(argument), behind(), ahead())
        if name == "ASSERT":
            return self._wanted(argument, behind, ahead)
        if name == "ASSERT_NOT":
            return self._forbidden(argument, behind, ahead)
        if name == "SUBPATTERN" and not (argument[1] or argument[2]):
            return self.sequence(list(argument[3]), behind, ahead)
        if name == "BRANCH":
            return self._branch([list(branch) for branch in argument[1]], behind, ahead)
        if name in REPEATS:
            return self._repeat(argument, behind, ahead)
        return ""

    def _mark(self, name: str, behind: Edge, ahead: Edge) -> str:
        if name == "AT_BEGINNING" and (behind & Edge(((10, 10),), True)).impossible:
            return f"^ is the beginning of a line, and {named(behind)} must stand before it"
        if name == "AT_BEGINNING_STRING" and not behind.end:
            return rf"\A is the beginning of the text, and {named(behind)} must stand before it"
        if name == "AT_END_STRING" and not ahead.end:
            return rf"\Z is the end of the text, and {named(ahead)} must follow it"
        if name == "AT_BOUNDARY" and not self._ascii and behind.within(WORDS) and ahead.within(WORDS):
            beside = f"{named(behind)} and {named(ahead)}"
            return rf"\b never stands between {beside}, for Chinese characters, letters and digits are all of words"
        return ""

    def _wanted(self, argument: tuple[int, Sequence[Node]], behind: Beyond, ahead: Beyond) -> str:
        side, body = argument
        if side == AHEAD:
            wanted, there = self._edges.of(list(body), anything, AHEAD), ahead()
        else:
            wanted, there = self._edges.of(list(body), anything, BEHIND), behind()
        if not (wanted & there).impossible:
            return self.sequence(
                list(body), behind if side == AHEAD else anything, ahead if side != AHEAD else anything
            )
        if str(list(body)) == _line_end():
            return f"$ is the end of a line, and {named(there)} must follow it"
        look, place = ("(?=…)", "follow") if side == AHEAD else ("(?<=…)", "stand before it")
        return f"{look} wants {named(wanted)}, and {named(there)} must {place}"

    def _forbidden(self, argument: tuple[int, Sequence[Node]], behind: Beyond, ahead: Beyond) -> str:
        side, body = argument
        nodes = list(body)
        there = ahead() if side == AHEAD else behind()
        look = "(?!…)" if side == AHEAD else "(?<!…)"
        if all(str(op) in REPEATS and not inner[0] for op, inner in nodes):
            return f"{look} forbids every place, for what stands in it may be empty"
        if len(nodes) != 1 or str(nodes[0][0]) not in SINGLE or self._edges.fold:
            return ""
        if there != ANYTHING and there.within(self._edges.single(nodes[0], wide=False)):
            return f"{look} forbids {named(there)}, which must {'follow' if side == AHEAD else 'stand before it'}"
        return ""

    def _branch(self, branches: list[list[Node]], behind: Beyond, ahead: Beyond) -> str:
        reasons = [self.sequence(branch, behind, ahead) for branch in branches]
        if all(reasons):
            return reasons[0]
        self.parts += [
            f"alternative {index} of {len(branches)} in it: {reason}"
            for index, reason in enumerate(reasons, 1)
            if reason
        ]
        return ""

    def _repeat(self, argument: tuple[int, int, Sequence[Node]], behind: Beyond, ahead: Beyond) -> str:
        least, most, body = argument
        nodes = list(body)
        if most > 1:
            first, last = behind, ahead
            behind = cache(lambda: first() | self._edges.of(nodes, first, BEHIND))
            ahead = cache(lambda: last() | self._edges.of(nodes, last, AHEAD))
        reason = self.sequence(nodes, behind, ahead)
        if reason and not least:
            self.parts.append(f"an optional part of it: {reason}")
            return ""
        return reason

    def _strings(self, node: Node, back: Sequence[Node], front: Sequence[Node]) -> str:
        """Why literal characters beside a look-around contradict it, where they are more than one."""
        name, argument = str(node[0]), node[1]
        if name not in ("ASSERT", "ASSERT_NOT") or self._edges.fold:
            return ""
        side, body = argument
        step = side == AHEAD
        told = "".join(_literals(body if step else reversed(body)))
        there = "".join(_literals(front if step else reversed(back)))
        if name == "ASSERT":
            clash = told and there and any(one != other for one, other in zip(told, there, strict=False))
            shown = at(told if step else told[::-1]), at(there if step else there[::-1])
            return f"a look-around wants {shown[0]} where {shown[1]} must stand" if clash else ""
        whole = len(told) == len(body) > 1 and there.startswith(told)
        return f"a look-around forbids {at(told if step else told[::-1])}, which must stand there" if whole else ""


def _literals(nodes: Sequence[Node] | Iterator[Node]) -> Iterator[str]:
    """The characters with which some parts begin, as far as they are literal."""
    for operator, argument in nodes:
        if str(operator) != LITERAL:
            return
        yield chr(argument)


@cache
def _line_end() -> str:
    return str(list(next(iter(parsed(LINE_END)))[1][1]))
