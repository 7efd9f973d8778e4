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
CODE = r"(?<!`)(`{1,3})(?!`)[^`\n]{1,300}\2(?!`)"
COMMENT = r"<!--(?:(?!-->|<!--)[\s\S]){0,2000}-->"
FOREIGN = "|".join(
    (
        FENCED,
        CODE,
        COMMENT,
        r"\A---[ \t]*\r?\n(?:(?!---)[^\n]*\n){1,200}---[ \t]*$",  # front matter
        r"\$\$[^$]{1,1000}\$\$",  # a formula
        r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)",  # an image
        r"(?<=\]\()[^()\s]{1,500}(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?(?=\))",  # what a link leads to
        r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,500})?/?>",
    )
)
EMPHASIS = r"(?<![*\\])(\*{1,3})(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])(\1)(?!\*)"
DELIMITERS = r"(?m)^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*\r?$"  # the second row of a table


def foreign(source: Source) -> Regions:
    """The parts of a Markdown document that are none of its text; of any other document none.

    Of emphasis these are the asterisks, of a table's rows the bars: what stands between is text.
    """
    text = source.text
    if not source.path.lower().endswith(SUFFIXES):
        return Regions(())
    whole = (Span(*match.span()) for match in re.finditer(FOREIGN, text))
    marks = (Span(*match.span(mark)) for match in re.finditer(EMPHASIS, text) for mark in (1, 2))
    return Regions((*whole, *marks, *_bars(source)))


def _bars(source: Source) -> Iterator[Span]:
    """The bars of tables: of all rows that stand together with a row of delimiters."""
    lines = source.text.split("\n")
    rows: set[int] = set()
    for found in re.finditer(DELIMITERS, source.text):
        row = source.position(found.start()).line - 1
        for step in (-1, 1):
            near = row
            while 0 <= near < len(lines) and "|" in lines[near]:
                rows.add(near)
                near += step
    for row in rows:
        start = source.line_starts[row]
        yield from (Span(start + bar.start(), start + bar.end()) for bar in re.finditer(r"\|", lines[row]))


def asides(source: Source) -> Iterator[Span]:
    """Where such comments stand; one that is never closed ends with its line. In code they are examples."""
    text = source.text
    if NAME not in text or not source.path.lower().endswith(SUFFIXES):
        return
    code = Regions(Span(*match.span()) for match in re.finditer(f"{FENCED}|{CODE}", text))
    for begun in re.finditer(BEGUN, text):
        if begun.start() in code:
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
    return replace(source, text="".join([*pieces, source.text[reached:]]), asides=tuple(spans))
