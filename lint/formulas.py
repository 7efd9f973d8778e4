"""Formulas over named counts, as rules write them: `100 * digits / characters`.

Names, numbers, + - * / and parentheses, nothing else: a formula is read as a tree and each of its nodes held against
a list of what is allowed. Nothing of it is ever run as code.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from math import isfinite

LONGEST = 200  # characters of a formula, which also bounds how deep it nests
LARGEST = 1e12  # of a number in it
SIGNS = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_]*+|[0-9]++(?:\.[0-9]++)?(?![A-Za-z_.])|[-+*/()\s])*+")
FORM = "write names, numbers, + - * / and parentheses, such as '100 * digits / characters'"
OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def refusal(formula: str) -> str | None:
    """Why a formula cannot be used, or None."""
    if len(formula) > LONGEST:
        return f"is {len(formula)} characters long; at most {LONGEST} are allowed"
    if not SIGNS.fullmatch(formula):
        return f"holds a sign that has no place in a formula; {FORM}"
    try:
        odd = next((node for node in _nodes(_tree(formula)) if not _allowed(node)), None)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return f"is no formula; {FORM}"
    if isinstance(odd, ast.Constant):
        return f"holds the number {ast.unparse(odd):.20}; write whole or decimal numbers up to {LARGEST:.0e}"
    return None if odd is None else f"holds what has no place in a formula: '{ast.unparse(odd):.40}'; {FORM}"


def names(formula: str) -> list[str]:
    """The names in a formula that is none of the refused ones, each once, in their order."""
    found = [node for node in _nodes(_tree(formula)) if isinstance(node, ast.Name)]
    return list(dict.fromkeys(node.id for node in sorted(found, key=lambda node: node.col_offset)))


def value(formula: str, count: Callable[[str], float]) -> float | None:
    """What a formula gives with these counts; None where it divides by zero or grows beyond any number."""
    try:
        given = _value(_tree(formula), count)
    except (ZeroDivisionError, OverflowError):
        return None
    return given if isfinite(given) else None


@lru_cache(maxsize=100)
def _tree(formula: str) -> ast.expr:
    return ast.parse(" ".join(formula.split()), mode="eval").body


def _nodes(tree: ast.expr) -> Iterator[ast.expr]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.expr))


def _allowed(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        number = node.value
        return isinstance(number, int | float) and not isinstance(number, bool) and abs(number) <= LARGEST
    if isinstance(node, ast.BinOp):
        return type(node.op) in OPERATIONS
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub)
    return isinstance(node, ast.Name)


def _value(node: ast.expr, count: Callable[[str], float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return float(count(name))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, count)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in OPERATIONS:
            return OPERATIONS[type(operation)](_value(left, count), _value(right, count))
    raise ValueError(f"no part of a formula: {ast.dump(node)}")
