"""Text that was decoded wrongly: where it stands, and what it was before.

UTF-8 read as GBK or as Latin-1, GBK read as Latin-1, as Big5 or one byte late, either in the code page of another
script, and what no one can restore. A restored text is given only where all of the run decodes and reads as Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.misreadings import late, pages, utf8
from lint.misreadings.chinese import Misreading
from lint.patterns import Pattern
from lint.text import Regions, Span

__all__ = ["Misreading", "anchors", "read"]

LOST = Pattern(r"ï»¿|(?:锟斤拷)+锟?|(?:烫烫)+|(?:屯屯){2,}|锘(?=[\u4e00-\u9fff])")


def read(text: str) -> Iterator[Misreading]:
    """Every run, those of one kind in order."""
    for match in LOST.finditer(text):
        yield Misreading(Span(*match.span()), "", False)
    yield from utf8.as_gbk(text)
    latin = utf8.as_latin(text)
    yield from latin
    known = Regions(found.span for found in latin)
    yield from (found for found in pages.read(text) if found.span.start not in known)
    yield from utf8.marks_as_latin(text, known)
    yield from late.read(text)


def anchors() -> tuple[str, ...]:
    """Patterns of which one occurs in every wrongly decoded text."""
    return (
        f"[{utf8.LEADS}][^\\x00-\\x7f]{{2}}",
        "锟斤拷",
        "ï»¿",
        "锘",
        "烫烫",
        "屯屯",
        rf"[{utf8.LATIN}]{{2}}",
        late.LATE.pattern,
        "[\u3105-\u3129ǘò]",
        f"(?:[{''.join(pages.SCRIPTS)}][^\\n]{{0,4}}){{3}}",
        r"\?{4}",
        "[\uac00-\ud7a3\uff66-\uff9f]",
        pages.AS_BIG5.pattern,
        "â€",
        r"[ÃÂ][\u0080-\u00bf]",
    )
