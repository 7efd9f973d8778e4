"""UTF-8 read as GBK or as Latin-1, and GBK read as Latin-1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.misreadings.chinese import HAN, READS, Misreading, reads
from lint.patterns import Pattern
from lint.text import Regions, Span

# UTF-8 read as GBK: the first two bytes of Chinese, E4–E9 and 80–BF, give just these 384 characters.
LEADS = "".join(bytes((a, b)).decode("gbk", "ignore") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0))
AS_GBK = Pattern(rf"[{LEADS}][^\x00-\x7f，。、；：\s]{{2,}}")
# UTF-8 or GBK read as Latin-1: runs of accented letters.
LATIN = r"\u0080-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff"  # without § ° ± · × ÷
BETWEEN = r"\u0080-\u00ff\u2000-\u203a\u0152-\u017e\u02c6\u02dc "  # what cp1252 makes of the other bytes
AS_LATIN = Pattern(rf"(?!\u00a0)[{LATIN}]{{2}}(?:[{BETWEEN}]*[{LATIN}])")
GLANCE = 12  # characters that show whether a run is UTF-8 at all
LONGEST = 4000  # characters of one run that are looked at
# Marks that were UTF-8 and read as Latin-1: “ is â€œ.
MARKS_AS_LATIN = Pattern(r"â€[\u0080-\u00bfœ™˜“”¦„†‡‰Š‹ŒŽ•–—š›žŸ]|Ã[\u0080-\u00bf](?![a-z])|Â[\u00a0-\u00bf]")


def as_latin(text: str) -> list[Misreading]:
    """Runs of accented letters that are Chinese."""
    return [found for match in AS_LATIN.finditer(text) for found in _restored(match, "cp1252", ("utf-8", "gbk"))]


def marks_as_latin(text: str, known: Regions) -> Iterator[Misreading]:
    """Single marks, outside the runs that are known already."""
    for match in MARKS_AS_LATIN.finditer(text):
        if match.start() not in known:
            better = _bytes(match[0], "cp1252").decode("utf-8", "ignore")
            yield Misreading(Span(*match.span()), better, bool(better))


def as_gbk(text: str) -> Iterator[Misreading]:
    """From each lead on as far as the bytes are UTF-8: a Chinese word is so by chance, three characters hardly ever."""
    reached = 0
    for match in AS_GBK.finditer(text):
        offset = match.start()
        while offset < match.end() - 2:
            length, better = (
                _utf8(text[offset : match.end()]) if text[offset] in LEADS and offset >= reached else (0, "")
            )
            if length >= 3 and HAN.count(better) * 2 > len(better):
                reached = offset + length
                yield Misreading(Span(offset, reached), better, True)
            offset = max(offset + 1, reached)


def _utf8(run: str) -> tuple[int, str]:
    """How many characters of a run are whole UTF-8 when read as GBK bytes, and what they say."""
    if len(run) > GLANCE and _utf8(run[:GLANCE])[0] < GLANCE // 2:
        run = run[:GLANCE]  # most runs are no UTF-8, which their first characters show
    sizes = [len(c.encode("gbk", "ignore")) for c in run[:LONGEST]]
    data = b"".join(c.encode("gbk", "ignore") for c in run[:LONGEST])
    try:
        better = data.decode("utf-8")
    except UnicodeDecodeError as error:
        better = data[: error.start].decode("utf-8")
    while better:
        length, size = 0, len(better.encode())
        while size > 0:
            size -= sizes[length]
            length += 1
        if size == 0:
            return length, better
        better = better[:-1]
    return 0, ""


def _restored(match: re.Match[str], read_as: str, meant: tuple[str, ...]) -> Iterator[Misreading]:
    span = Span(*match.span())
    data = _bytes(match[0], read_as)
    for encoding in meant:
        better = data.decode(encoding, "ignore") if data else ""
        if better and HAN.count(better) * 2 >= len(better) and reads(better) >= READS:
            exact = data.decode(encoding, "replace") == better
            yield Misreading(span, better, exact)
            return


def _bytes(text: str, encoding: str) -> bytes:
    """The bytes that were read wrongly; code points that the code page leaves out stand for themselves."""
    pieces = (c.encode(encoding, "ignore") or (c.encode("latin-1", "ignore")) for c in text)
    return b"".join(pieces)
