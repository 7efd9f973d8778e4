r"""Regular expressions as rules write them.

A pattern runs over the whole document: `^` and `$` are line starts and line ends, and `$` also stands before the
`\r` of a `\r\n`. There is no implicit word boundary: `\b` never matches inside Chinese text. Patterns that may
backtrack without end (a repeat inside a repeat) are refused when a pack is read, by `refusal`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from lint import expressions

Match = re.Match[str]
LINE_END = r"(?=\r?(?:\n|\Z))"
LOOKS = re.compile(r"\((?:AT|ASSERT|ASSERT_NOT), ")  # in a parsed expression, whose characters are numbers
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[$^()|]", re.DOTALL)  # an escape, a class, or a sign by itself
_WHOLE = re.compile(r"\\[1-9]|\(\?(?:[aiLmsux]+\)|\()")  # what speaks of groups, or of the whole pattern
_NAMED = re.compile(r"\(\?P=(\w+)\)")
_SPOKEN = re.compile(r"\\N\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<name>[^\W\d]\w*)\}", re.DOTALL)
LONGEST = 4000  # characters of one pattern; more is a word list that belongs into `tokens`


def line_ends(pattern: str) -> str:
    """The pattern with each `$` meaning the end of a line's content, `\r\n` included."""
    return _TOKEN.sub(lambda m: LINE_END if m[0] == "$" else m[0], pattern)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; each is compiled once a process, when it is first used."""
    return expressions.compile(line_ends(pattern), re.MULTILINE)


def passing(pattern: str) -> re.Pattern[str]:
    """A pattern that was made for one text, compiled, and kept neither for other texts nor for the next run."""
    return re.compile(line_ends(pattern), re.MULTILINE)


class Pattern:
    """A fixed expression of the code's own, compiled when it is first used: a run compiles only what it needs.

    Unlike the patterns of rules it has plain `re` meaning: `^` and `$` are the ends of the text it is tried on.
    """

    __slots__ = ("findall", "finditer", "flags", "match", "pattern", "search", "split", "sub")

    # Those of the compiled expression, in order to call them without a call in between. The first use sets them.
    search: Callable[..., Match | None]
    match: Callable[..., Match | None]
    finditer: Callable[..., Iterator[Match]]
    findall: Callable[..., list[Any]]
    sub: Callable[[str, str], str]
    split: Callable[[str], list[str]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in self.__slots__:
            raise AttributeError(name)
        compiled = expressions.compile(self.pattern, self.flags)
        for method in ("search", "match", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)

    def count(self, text: str) -> int:
        """How many matches a text holds."""
        return len(self.findall(text))

    def strings(self, text: str) -> list[str]:
        """What matches, or its one group."""
        return list(map(str, self.findall(text)))


def any_of(patterns: tuple[str, ...]) -> str:
    """One pattern that matches where any of these does, earlier ones first. Named groups stay usable."""
    return patterns[0] if len(patterns) == 1 else "|".join(f"(?:{pattern})" for pattern in patterns)


def words(tokens: tuple[str, ...]) -> str:
    """One pattern for literal words, the longest first, so that 党员 is not found as 党."""
    return "|".join(re.escape(token) for token in sorted(tokens, key=len, reverse=True))


BLANK = r"[ \t\u3000\xa0]"
BESIDE = r"[^\w\n。，；、“”《》]"  # what may stand between the words of a row: blanks, bars, brackets, arrows


def labels(tokens: tuple[str, ...]) -> str:
    """One pattern for labels with their colon or bar, at a line's beginning or behind a blank, a bracket, a bar.

    `*` in a label stands for up to four Chinese characters: `*编辑` is 责任编辑, too. Blanks inside a label do not
    matter, as in 邮　编.
    """
    return rf"(?:^|{BESIDE})(?:{_alternatives(tokens)}){BLANK}{{0,4}}[:：∶︰丨｜|／/】\]○◎]"


def buttons(tokens: tuple[str, ...]) -> str:
    """One pattern for words that stand alone between blanks, bars and brackets; `*` as in labels."""
    return rf"(?:^|{BESIDE}|\d)(?:{_alternatives(tokens)})(?={BESIDE}|\d|$)"


def _alternatives(tokens: tuple[str, ...]) -> str:
    return "|".join(map(_glob, sorted(tokens, key=len, reverse=True)))


def _glob(token: str) -> str:
    gap = r"[ \u3000\xa0]{0,4}" if len(token) < 5 and token[0] >= "\u4e00" else ""
    return gap.join(r"[\u4e00-\u9fff]{0,4}" if sign == "*" else re.escape(sign) for sign in token)


def branches(pattern: str) -> tuple[str, ...]:
    """The alternatives that a pattern is made of at its top level, each a pattern of its own.

    One whose parts depend on each other, by flags or by references to groups, stays whole.

    >>> branches("甲(?:乙|丙)|[|丁]戊")
    ('甲(?:乙|丙)', '[|丁]戊')
    """
    if _WHOLE.search(pattern):
        return (pattern,)
    cuts, depth = [-1], 0
    for token in _TOKEN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if token[0] == "|" and depth == 0:
            cuts.append(token.start())
    parts = tuple(pattern[start + 1 : end] for start, end in pairwise([*cuts, len(pattern)]))
    return parts if all(f"(?P<{name}>" in part for part in parts for name in _NAMED.findall(part)) else (pattern,)


def spoken(pattern: str) -> frozenset[str]:
    r"""The names in a pattern that stand for texts captured elsewhere, as `{name}`; other braces are its own.

    >>> sorted(spoken(r"{short}牵头\d{4}[{x}]\{y}"))
    ['short']
    """
    return frozenset(found["name"] for found in _SPOKEN.finditer(pattern) if found["name"])


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """A pattern with texts, as they stand, in the place of those names that have one."""

    def put(found: Match) -> str:
        return f"(?:{re.escape(values[found['name']])})" if found["name"] in values else found[0]

    return _SPOKEN.sub(put, pattern)


def anywhere(pattern: str) -> str:
    """A pattern that matches wherever another does, and also where no line begins: without its `^`."""
    return _TOKEN.sub(lambda m: "" if m[0] == "^" else m[0], pattern)


def groups(pattern: str) -> frozenset[str]:
    """The names of a pattern's groups."""
    return frozenset(compiled(pattern).groupindex)


def longest(pattern: str) -> int:
    """How many characters a pattern can match at most; a very large number where nothing bounds it."""
    return int(parsed(pattern).getwidth()[1])


def looks_around(pattern: str) -> bool:
    """Whether a pattern asks what stands beside its match: `^`, `$`, `\\b`, look-arounds."""
    return LOOKS.search(repr(parsed(pattern))) is not None


def template(pattern: str, replacement: str) -> None:
    """Try a replacement with its pattern. Raises re.error or IndexError for a group that the pattern does not have."""
    compiled(pattern).sub(replacement, "")


def refusal(pattern: str) -> str | None:
    """Why a pattern cannot be used, or None. Names the place and what to write instead."""
    if len(pattern) > LONGEST:
        return f"is {len(pattern)} characters long; at most {LONGEST} are allowed, a word list belongs into 'tokens'"
    try:
        expression = compiled(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"is not a regular expression: {error}"
    if expression.match(""):
        return "matches the empty text, so it would match everywhere"
    if _runs_away(parsed(pattern), inside=False):
        return "repeats a repeat without bound, like (a+)+, and could run away; bound the outer one, like (a+、){1,20}"
    return None


@lru_cache(16)
def parsed(pattern: str) -> Any:
    """The tree that `re` reads from a pattern, not to be changed. Raises re.error."""
    parser: Any = sys.modules["re._parser"]
    return parser.parse(line_ends(pattern), re.MULTILINE)


def _runs_away(tree: Any, inside: bool) -> bool:
    """Whether an unbounded repeat of varying content stands inside another one."""
    for operator, argument in tree:
        name = str(operator)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, body = argument
            unbounded = most > 1000
            if unbounded and inside:
                return True
            if _runs_away(body, inside or unbounded):
                return True
        elif name == "BRANCH":
            if any(_runs_away(branch, inside) for branch in argument[1]):
                return True
        elif name == "SUBPATTERN":
            if _runs_away(argument[-1], inside):
                return True
        elif name in ("ASSERT", "ASSERT_NOT") and _runs_away(argument[1], False):
            return True
    return False


# Full-width digits, letters and signs to half-width, for comparing; never for reporting.
HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
