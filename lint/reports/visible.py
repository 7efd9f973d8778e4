"""Text of documents and file names made fit for a terminal: nothing in it can move the cursor or turn the writing."""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, marks of direction and of no width, the line and paragraph separators, lone surrogates, and
# the noncharacters, which XML and HTML do not take.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
SURROGATES = re.compile("[\ud800-\udfff]")  # which no encoding can write


def visible(text: str) -> str:
    """The text with each unsafe character written as its code, such as `<U+200B>`; line ends are shown as ⏎."""
    return UNSAFE.sub(_code, text)


def _code(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n":
        return "⏎"
    return " " if character in "\t\r" else f"<U+{ord(character):04X}>"
