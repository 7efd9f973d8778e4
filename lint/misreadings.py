"""Text that was decoded wrongly: where it stands, and what it was before.

UTF-8 read as GBK or as Latin-1, GBK read as Latin-1 or one byte late, and what no one can restore. A restored text is
given only where all of the run decodes and reads as Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint import words
from lint.patterns import Pattern
from lint.text import Regions, Span

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


# GBK read one byte late makes Chinese characters stand beside signs of other scripts: ㄋ模┘忧拷, ！伴_.
LATE = Pattern(
    r"[\u3105-\u3129\u2500-\u257f\u0391-\u03c9\u0401-\u0451ǎǐǒǔǖǘǚǜěňɡ][\u4e00-\u9fff]{1,2}|[！＃＂＄％＆][\u4e00-\u9fff][_}{|~^`]"
)
BEFORE, BEHIND = 20, 60  # characters to either side of such a pair that one run reaches
LONGEST_SHIFT = 40  # characters of a run of which the shift is looked for
LATE_STOP = Pattern(r"[！＃＂＄％＆，][\u4e00-\u9fff][_}{|~^`]")  # 。“開 so read is ！伴_
# （三） so read is ㄈ）: its first two characters made one, and the rest is in step again.
HEADLESS = Pattern(r"(?:^|\n)[ \t\u3000]{0,8}(?P<at>[\u3105-\u3129ǘò])(?=[）)\u4e00-\u9fff\u2500-\u257f])")
LEADS_LOST = (b"\xa3", b"\xa1", b"")  # the byte that was lost: of （ and its like, of 。“ and theirs, or any
READS = 0.5  # of a text's neighbours that make common words; of random characters hardly a tenth do
SEEN = 100  # occurrences of a common word in the dictionary's corpus


class Misreading(NamedTuple):
    """A run of wrongly decoded text, what can be restored of it, and whether that is exactly what it was."""

    span: Span
    restored: str
    exact: bool


def read(text: str) -> Iterator[Misreading]:
    """Every run, those of one kind in order."""
    for match in LOST.finditer(text):
        yield Misreading(Span(*match.span()), "", False)
    yield from _read_as_gbk(text)
    for match in AS_LATIN.finditer(text):
        yield from _restored(match, "cp1252", ("utf-8", "gbk"))
    late = list(_one_byte_late(text))
    yield from late
    shifted = Regions(span for span, _, _ in late)
    for match in LATE_STOP.finditer(text):
        better = (b"\xa1" + match[0].encode("gbk", "ignore")).decode("gbk", "ignore")
        if match.start() not in shifted and better[:1] in "。，、；：？":
            yield Misreading(Span(*match.span()), better, True)
    for match in HEADLESS.finditer(text):
        if match.start("at") not in shifted:
            yield Misreading(Span(*match.span("at")), "", False)


def anchors() -> tuple[str, ...]:
    """Patterns of which one occurs in every wrongly decoded text."""
    return (
        f"[{LEADS}][^\\x00-\\x7f]{{2}}",
        "锟斤拷",
        "锘",
        "烫烫",
        "屯屯",
        rf"[{LATIN}]{{2}}",
        LATE.pattern,
        "[\u3105-\u3129ǘò]",
    )


def _one_byte_late(text: str) -> Iterator[Misreading]:
    """Runs of GBK whose first byte was lost, so that each character is made of the halves of two."""
    reached = 0
    for match in LATE.finditer(text):
        if match.start() < reached:
            continue
        start, end = match.start(), match.end()
        while (
            start > max(reached, match.start() - BEFORE)
            and text[start - 1] > "\x7f"
            and text[start - 1] not in "。，；"
        ):
            start -= 1
        while end < min(len(text), match.end() + BEHIND) and (text[end] > "\x7f" or "@" <= text[end] <= "~"):
            end += 1
        found = _shifted(text[start:end])
        if found is not None:
            cut, size, better, exact = found
            reached = start + size
            yield Misreading(Span(start + cut, reached), better, exact)


def _shifted(run: str) -> tuple[int, int, str, bool] | None:
    """Where in a run the shift begins and ends, what it was, and whether all of it is there again.

    A reader of GBK falls into step again where two halves make no character, so that a shift may end anywhere.
    """
    for cut in range(min(len(run), BEFORE)):
        best: tuple[float, int, str, bool] | None = None
        for end in range(cut + 2, min(len(run), cut + LONGEST_SHIFT) + 1):
            data = run[cut:end].encode("gbk", "ignore")
            for lead in LEADS_LOST:
                whole = lead + data if lead else data[1:]
                better = whole.decode("gbk", "ignore")
                read = _reads(better)
                if read >= READS > 2 * _reads(run[cut:end]) and (best is None or (read, end) >= best[:2]):
                    best = read, end, better, bool(lead) and whole.decode("gbk", "replace") == better
        if best is not None:
            return cut, *best[1:]
    return None


def _reads(text: str) -> float:
    """The share of a text's characters that make a common word with a neighbour."""
    held: set[int] = set()
    for at in range(len(text) - 1):
        if words.frequency(text[at : at + 2]) >= SEEN:
            held |= {at, at + 1}
    han = HAN.count(text)
    return len(held) / han if han else 0.0


def _read_as_gbk(text: str) -> Iterator[Misreading]:
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
        if better and HAN.count(better) * 2 >= len(better) and (COMMON & set(better) or len(better) < 4):
            exact = data.decode(encoding, "replace") == better
            yield Misreading(span, better, exact)
            return


def _bytes(text: str, encoding: str) -> bytes:
    """The bytes that were read wrongly; code points that the code page leaves out stand for themselves."""
    pieces = (c.encode(encoding, "ignore") or (c.encode("latin-1", "ignore")) for c in text)
    return b"".join(pieces)
