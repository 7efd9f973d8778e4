"""Texts of rules and docstrings, put into Markdown so that nothing in them is markup."""

from __future__ import annotations

import re

from lint.reports.visible import visible

PLAIN = re.compile(r"[^A-Za-z0-9 .,\u00a0-\U0010ffff-]")  # what neither Markdown nor HTML gives a meaning
OPEN, CLOSE = "⟦", "⟧"


def text(given: str) -> str:
    """A text as it reads: all marks of ASCII and line ends are written as HTML's codes, so that Markdown sees none.

    What cannot be seen is written as its code, as on a terminal: `<U+200B>`.
    """
    shown = "\n".join(visible(line) for line in given.split("\n"))
    return PLAIN.sub(lambda match: f"&#{ord(match[0])};", shown)


def code(given: str) -> str:
    """A text as code, which may stand inside a table, too."""
    return f"<code>{text(given)}</code>"


def chinese(given: str) -> str:
    """What a rule says, for browsers that choose a font by the language."""
    return f'<span lang="zh-Hans">{text(given)}</span>'


def prose(docstring: str) -> str:
    """A docstring: its paragraphs, as such of HTML so that none can begin a list; what stands in backticks is code."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in docstring.split("\n\n"))
    return "\n\n".join(f"<p>{spoken(paragraph)}</p>" for paragraph in paragraphs)


def spoken(sentence: str) -> str:
    """Words with what stands in backticks as code."""
    pieces = sentence.split("`")
    if len(pieces) % 2 == 0:  # a lone backtick is no code
        return text(sentence)
    return "".join(code(piece) if index % 2 else text(piece) for index, piece in enumerate(pieces))


def marked(given: str) -> str:
    """A text with ⟦ ⟧ around what must be found, drawn as marks; a place of no width keeps its brackets."""
    shown: list[str] = []
    for piece in given.split(OPEN):
        inside, closed, outside = piece.partition(CLOSE)
        if closed:
            shown.append(f"<mark>{text(inside) or OPEN + CLOSE}</mark>{text(outside)}")
        else:
            shown.append(text(piece))
    return "".join(shown)
