"""What in Markdown is no text of the document: code, link targets, breaks, comments; above all those to plan-lint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint.text.source import Source
from lint.text.spans import Regions, Span

SUFFIXES = (".md", ".markdown")
NAME = "plan-lint"
BEGUN = r"<!--\s{0,9}plan-lint\b"
LONGEST = 2000  # characters of a comment
FENCED = r"(?m)^[ \t]{0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]{0,3}\1|\Z)"


# Fenced blocks, code in a line, what a link leads to, comments, breaks of lines, for which tables have no other sign.
FOREIGN = FENCED + (
    r"|(?<!`)(`{1,3})(?!`)[^`\n]{1,300}\2(?!`)|(?<=\]\()[^()\s]{1,500}(?=\))|<!--(?:(?!-->)[\s\S]){0,2000}-->|<br\s?/?>"
)


def foreign(source: Source) -> Regions:
    """The parts of a Markdown document that are none of its text; of any other document none."""
    if not source.path.lower().endswith(SUFFIXES):
        return Regions(())
    return Regions(Span(*match.span()) for match in re.finditer(FOREIGN, source.text))


def asides(source: Source) -> Iterator[Span]:
    """Where such comments stand; one that is never closed ends with its line. In a fenced block they are examples."""
    text = source.text
    if NAME not in text or not source.path.lower().endswith(SUFFIXES):
        return
    fenced = Regions(Span(*match.span()) for match in re.finditer(FENCED, text))
    for begun in re.finditer(BEGUN, text):
        if begun.start() in fenced:
            continue
        end = text.find("-->", begun.end(), begun.start() + LONGEST)
        line = text.find("\n", begun.end())
        yield Span(begun.start(), end + 3 if end >= 0 else line if line >= 0 else len(text))


def without_asides(source: Source) -> Source:
    """The source with blanks in the place of such comments, so that no rule reads them and every offset stays."""
    spans = list(asides(source))
    if not spans:
        return source
    pieces, reached = [], 0
    for span in spans:
        pieces += [source.text[reached : span.start], re.sub(r"[^\n]", " ", source.text[span.start : span.end])]
        reached = span.end
    return replace(source, text="".join([*pieces, source.text[reached:]]))
