"""Text that was decoded wrongly, with the restored text where it can be computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

# UTF-8 read as GBK: the first two bytes of Chinese, E4–E9 and 80–BF, give just these 384 characters.
LEADS = "".join(bytes((a, b)).decode("gbk", "ignore") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0))
AS_GBK = Pattern(rf"[{LEADS}][^\x00-\x7f，。、；：\s]{{2,}}")
# UTF-8 or GBK read as Latin-1: runs of accented letters.
LATIN = r"\u0080-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff"  # without § ° ± · × ÷
BETWEEN = r"\u0080-\u00ff\u2000-\u203a\u0152-\u017e\u02c6\u02dc "  # what cp1252 makes of the other bytes
AS_LATIN = Pattern(rf"(?!\u00a0)[{LATIN}]{{2}}(?:[{BETWEEN}]*[{LATIN}])")
LOST = Pattern(r"(?:锟斤拷)+锟?|(?:烫烫)+|(?:屯屯){2,}|锘(?=[\u4e00-\u9fff])")
HAN = Pattern(r"[\u4e00-\u9fff]")
GLANCE = 12  # characters that show whether a run is UTF-8 at all
LONGEST = 4000  # characters of one run that are looked at
COMMON = set("的一是在和有了中大为业国发工作人年学建设教育全市实施推进加强新区化")


@dataclass(frozen=True)
class Mojibake(Check):
    """Reports runs of wrongly decoded text: UTF-8 read as GBK, UTF-8 or GBK read as Latin-1, and what is lost for good.

    A restored text is offered only when the whole run decodes and reads as Chinese. Value: `replacement`, empty where
    nothing can be restored.
    """

    kind: Literal["mojibake"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each run."""
        for match in LOST.finditer(document.text):
            yield Hit(Span(*match.span()), {"replacement": ""})
        yield from _read_as_gbk(document.text)
        for match in AS_LATIN.finditer(document.text):
            yield from _restored(match, "cp1252", ("utf-8", "gbk"))

    def anchors(self) -> tuple[str, ...] | None:
        """A character that wrong decoding makes."""
        return (
            f"[{LEADS}][^\\x00-\\x7f]{{2}}",
            "锟斤拷",
            "锘",
            "烫烫",
            "屯屯",
            rf"[{LATIN}]{{2}}",
        )

    def values(self) -> frozenset[str]:
        """The restored text."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Where the text can be restored."""
        return True


def _read_as_gbk(text: str) -> Iterator[Hit]:
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
                yield Hit(Span(offset, reached), {"replacement": better}, (Edit(Span(offset, reached), better),))
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


def _restored(match: re.Match[str], read_as: str, meant: tuple[str, ...]) -> Iterator[Hit]:
    span = Span(*match.span())
    data = _bytes(match[0], read_as)
    for encoding in meant:
        better = data.decode(encoding, "ignore") if data else ""
        if better and HAN.count(better) * 2 >= len(better) and (COMMON & set(better) or len(better) < 4):
            exact = data.decode(encoding, "replace") == better
            yield Hit(span, {"replacement": better}, (Edit(span, better),) if exact else ())
            return


def _bytes(text: str, encoding: str) -> bytes:
    """The bytes that were read wrongly; code points that the code page leaves out stand for themselves."""
    pieces = (c.encode(encoding, "ignore") or (c.encode("latin-1", "ignore")) for c in text)
    return b"".join(pieces)
