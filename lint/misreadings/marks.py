"""Single marks that were misread: too short for a run, but known by their shape."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lint.misreadings.chinese import Misreading, ordinary
from lint.patterns import Pattern
from lint.text import Span

# Marks that were UTF-8 and read as Latin-1: “ is â€œ.
AS_LATIN = Pattern(r"â€[\u0080-\u00bfœ™˜“”¦„†‡‰Š‹ŒŽ•–—š›žŸ]|Ã[\u0080-\u00bf](?![a-z])|Â[\u00a0-\u00bf]")
LATE_STOP = Pattern(r"[！＃＂＄％＆，][\u4e00-\u9fff][_}{|~^`]")  # 。“開 is ！伴_ where GBK is read one byte late
# （三） so read is ㄈ）: its first two characters made one, and the rest is in step again.
HEADLESS = Pattern(r"(?:^|\n)[ \t\u3000]{0,8}(?P<at>[\u3105-\u3129ǘò])(?=[）)\u4e00-\u9fff\u2500-\u257f])")


def read(text: str, characters: Set[str], strange: set[str]) -> Iterator[Misreading]:
    """Marks in Latin letters, marks read one byte late, and what is left of a line's number."""
    if not characters.isdisjoint("âÃÂ"):
        yield from _latin(text)
    if not characters.isdisjoint("_}{|~^`"):
        yield from _late(text)
    if any("\u3105" <= character <= "\u3129" or character in "ǘò" for character in strange):
        yield from (Misreading(Span(*match.span("at")), "", False) for match in HEADLESS.finditer(text))


def _latin(text: str) -> Iterator[Misreading]:
    for match in AS_LATIN.finditer(text):
        better = b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in match[0])
        restored = better.decode("utf-8", "ignore")
        around = text[max(0, match.start() - 1) : match.start()] + restored + text[match.end() : match.end() + 1]
        yield Misreading(Span(*match.span()), restored, bool(restored) and ordinary().issuperset(around))


def _late(text: str) -> Iterator[Misreading]:
    for match in LATE_STOP.finditer(text):
        restored = (b"\xa1" + match[0].encode("gbk", "ignore")).decode("gbk", "ignore")
        if restored[:1] in "。，、；：？":
            yield Misreading(Span(*match.span()), restored, True)
