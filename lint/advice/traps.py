r"""Patterns that match, but not what their author thinks: `\b` beside Chinese, `.*` between two parts, [甲|乙].

Each trap has a reason in how Chinese documents are written: no blanks between words, a line that is a whole paragraph,
marks of full width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lint.advice.edges import AHEAD, BEHIND, REPEATS, SINGLE, Edge, Edges, Node, anything
from lint.advice.impossible import HAN
from lint.advice.naming import named
from lint.patterns import HALF, parsed
from lint.prefilter.ranges import ASCII_WORDS, NEWLINE, Ranges

MANY = 1000  # repeats from which on a run has no bound
STOP, COMMA, SPEECH = 0x3002, 0xFF0C, 0x4E00  # 。, ， and 一, which stands for any Chinese character
SIGNS = "｜＊＋＾＄［］＼"  # of full width, as a Chinese keyboard writes them; ？ and （） are marks of texts, too
WIDE = {code: code + 0xFEE0 for code in map(ord, ",;:()?!")}
MARKS = re.compile("(?<=[\u4e00-\u9fff])[,;:()?!]|[,;:()?!](?=[\u4e00-\u9fff])")
SUSPECT = re.compile(r"\\b|[*+|,;:()?!]|\{\d+,\}|[\uff01-\uff5e]")  # without any of these there is no trap


def traps(pattern: str, known: str = "", of_line: bool = False) -> Iterator[str]:
    """What is a trap in a pattern, each in one sentence.

    Characters of full width that are `known` are meant. Where a pattern is tried `of_line`, its runs end with the line,
    and what it matches there is no place that anybody is told.
    """
    if not SUSPECT.search(pattern):
        return
    tree = parsed(pattern)
    flags = tree.state.flags
    edges = Edges(bool(flags & re.DOTALL), bool(flags & re.IGNORECASE))
    told: dict[str, None] = {}
    looks = [look for look, off in ((_boundary, flags & re.ASCII), (_run, of_line), (_bar, False)) if not off]
    for nodes in _sequences(list(tree)):
        for index, node in enumerate(nodes):
            found = (sentence for look in looks for sentence in look(nodes, index, edges))
            told.update(dict.fromkeys((*found, *_wide(node, known))))
    yield from told


def half_width(text: str) -> Iterator[tuple[str, str]]:
    """The half-width marks beside Chinese characters in literal text, each with both neighbours, and so in full width.

    >>> list(half_width("要求:甲"))
    [('求:甲', '求：甲')]
    """
    for match in MARKS.finditer(text):
        around = text[max(0, match.start() - 1) : match.end() + 1]
        yield around, around.translate(WIDE)


def literals(pattern: str) -> Iterator[str]:
    """The literal texts of a pattern, one for each run of characters in a row."""
    if not MARKS.search(re.sub(r"\\(.)", r"\1", pattern)):
        return
    for nodes in _sequences(list(parsed(pattern))):
        run = "".join(chr(argument) if str(operator) == "LITERAL" else "\0" for operator, argument in nodes)
        yield from filter(None, run.split("\0"))


def _sequences(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """The parts in a row of a pattern, and so of each group in it."""
    yield nodes
    for operator, argument in nodes:
        for inner in _inner(str(operator), argument):
            yield from _sequences(list(inner))


def _inner(name: str, argument: Any) -> Iterator[Any]:
    if name in REPEATS:
        yield argument[2]
    elif name == "SUBPATTERN":
        yield argument[3]
    elif name == "BRANCH":
        yield from argument[1]
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument


def _boundary(nodes: Sequence[Node], index: int, edges: Edges) -> Iterator[str]:
    operator, argument = nodes[index]
    if str(operator) != "AT" or str(argument) != "AT_BOUNDARY":
        return
    sides = (
        ("before", edges.of(nodes[index + 1 :], anything, AHEAD)),
        ("behind", edges.of(nodes[:index], anything, BEHIND)),
    )
    for side, edge in sides:
        if edge.within(HAN):
            yield (
                rf"\b {side} {named(edge)} fails beside another Chinese character, for all of them are letters to it; "
                "take it away"
            )
        elif edge.within(ASCII_WORDS):
            look = "(?<![A-Za-z0-9])" if side == "before" else "(?![A-Za-z0-9])"
            yield (
                rf"\b {side} letters or digits fails beside a Chinese character, which is a letter to it, too; "
                f"write {look}"
            )


def _run(nodes: Sequence[Node], index: int, edges: Edges) -> Iterator[str]:
    """A run without bound that takes other sentences, or other paragraphs, along."""
    operator, argument = nodes[index]
    if str(operator) not in REPEATS or argument[1] < MANY or len(argument[2]) != 1:
        return
    node = argument[2][0]
    if str(node[0]) not in SINGLE:
        return
    taken = edges.single(node, wide=False)
    if not _holds(taken, SPEECH):
        return
    if _holds(taken, NEWLINE):
        yield (
            "a run without bound goes on over line ends, however far away the rest matches; "
            r"bound it, like [^。\n]{0,40}"
        )
    elif _holds(taken, STOP) and _holds(taken, COMMA) and _between(nodes, index, edges):
        yield (
            "a run without bound between two parts takes all sentences of a line along, and a line is a paragraph; "
            r"bound it, like [^。\n]{0,40}"
        )


def _between(nodes: Sequence[Node], index: int, edges: Edges) -> bool:
    """Whether characters must stand on both sides of a part."""
    return _takes(nodes[:index], edges, BEHIND) and _takes(nodes[index + 1 :], edges, AHEAD)


def _takes(nodes: Sequence[Node], edges: Edges, side: int) -> bool:
    """Whether some parts take a character, or look for one that ends no line."""
    for operator, argument in nodes:
        if str(operator) in SINGLE:
            return True
        if str(operator) == "ASSERT" and argument[0] == side and not _ends(edges.of(list(argument[1]), anything, side)):
            return True
        if any(_takes(list(inner), edges, side) for inner in _inner(str(operator), argument)):
            least = argument[0] if str(operator) in REPEATS else 1
            if least and str(operator) not in ("ASSERT", "ASSERT_NOT"):
                return True
    return False


def _ends(edge: Edge) -> bool:
    return edge.end or _holds(edge.characters, NEWLINE)


def _bar(nodes: Sequence[Node], index: int, edges: Edges) -> Iterator[str]:
    operator, argument = nodes[index]
    if str(operator) != "IN":
        return
    members = [chr(value) for kind, value in argument if str(kind) == "LITERAL"]
    others = [one for one in members if one != "|"]
    plain = len(members) == len(argument) and len(others) > 1
    if "|" in members and plain and all("\u4e00" <= one <= "\u9fff" for one in others):
        shown = "|".join(others[:3])
        yield f"| in [ ] is a character like others, no 'or'; write (?:{shown}), or leave it out of the class"


def _wide(node: Node, known: str) -> Iterator[str]:
    operator, argument = node
    if str(operator) != "LITERAL" or chr(argument) in known:
        return
    sign = chr(argument)
    half = sign.translate(HALF)
    if sign in SIGNS:
        yield f"{sign} is a plain character, no sign of patterns; write {half}, or give a bad example that holds {sign}"
    elif half != sign and half.isalnum():
        yield (
            f"{sign} finds only the full-width character, and most documents write {half}; "
            f"write [{half}{sign}], or give a bad example that holds {sign}"
        )


def _holds(characters: Ranges, code: int) -> bool:
    return any(first <= code <= last for first, last in characters)
