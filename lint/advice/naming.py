"""Characters named in sentences."""

from __future__ import annotations

from lint.advice.edges import Edge
from lint.prefilter.ranges import complement

MOST = 4  # characters that are named one by one


def named(edge: Edge) -> str:
    """`'甲'`, `'甲' or '乙'`, `one of 20 characters`, with the text's end where it may be there."""
    stretches = complement(complement(edge.characters))
    count = sum(last - first + 1 for first, last in stretches)
    if count > MOST:
        shown = [f"one of {count} characters"]
    else:
        shown = [at(chr(code)) for first, last in stretches for code in range(first, last + 1)]
    return " or ".join([*shown, *(["the end of the text"] if edge.end else [])])


def at(text: str) -> str:
    """A text in quotation marks, with line ends to be seen."""
    return repr(text) if text.isprintable() and "'" not in text else f"'{text!r}'".replace("''", "'")
