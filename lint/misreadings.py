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
LOST = Pattern(r"ï»¿|(?:锟斤拷)+锟?|(?:烫烫)+|(?:屯屯){2,}|锘(?=[\u4e00-\u9fff])")
HAN = Pattern(r"[\u4e00-\u9fff]")
GLANCE = 12  # characters that show whether a run is UTF-8 at all
LONGEST = 4000  # characters of one run that are looked at
# Marks that were UTF-8 and read as Latin-1: “ is â€œ.
MARKS_AS_LATIN = Pattern(r"â€[\u0080-\u00bfœ™˜“”¦„†‡‰Š‹ŒŽ•–—š›žŸ]|Ã[\u0080-\u00bf](?![a-z])|Â[\u00a0-\u00bf]")
# Bytes of Chinese read in a code page of another script: Russian, Korean, Greek, box drawing, accented letters.
SCRIPTS = (
    r"\u0400-\u04ff", r"\u2550-\u259f", r"\uac00-\ud7a3", r"\uff61-\uff9f",
    r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", r"\u0370-\u03ff",
)  # fmt: skip
FOREIGN = Pattern(rf"(?:[{''.join(SCRIPTS)}][^\n，。；、\u4e00-\u9fff{''.join(SCRIPTS)}]{{0,4}}){{5,400}}")
READ_AS = ("koi8-r", "cp1251", "mac-roman", "cp949", "cp1252", "cp1253", "shift-jis")
# Syllables of Korean and half-width kana among Chinese characters: both languages write their own words apart.
MINGLED = Pattern(r"[\uac00-\ud7a3\uff66-\uff9f]+")
NEAR = 3  # characters beside a run of question marks in which a Chinese one stands
APART = 4  # characters between two such runs that are one
MINGLED_LEAST = 3  # characters
# GBK read as Big5 makes Chinese characters stand beside kana, small marks and geometric signs.
AS_BIG5 = Pattern(
    r"[\u4e00-\u9fff](?:[\u3041-\u30fe\ufe50-\ufe6b\u3105-\u3129\u02d9]|[▲◆●★☆◎](?=[\u4e00-\u9fff]{2}))[\u4e00-\u9fff]"
)
QUESTIONS = Pattern(r"\?{4,200}(?:[^\n\u4e00-\u9fff]{0,6}\?{3,200}){0,20}")  # what a code page could not say


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
    latin = [found for match in AS_LATIN.finditer(text) for found in _restored(match, "cp1252", ("utf-8", "gbk"))]
    yield from latin
    known = Regions(found.span for found in latin)
    yield from (found for found in _foreign(text) if found.span.start not in known)
    for match in MARKS_AS_LATIN.finditer(text):
        if match.start() not in known:
            better = _bytes(match[0], "cp1252").decode("utf-8", "ignore")
            yield Misreading(Span(*match.span()), better, bool(better))
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
        "ï»¿",
        "锘",
        "烫烫",
        "屯屯",
        rf"[{LATIN}]{{2}}",
        LATE.pattern,
        "[\u3105-\u3129ǘò]",
        f"(?:[{''.join(SCRIPTS)}][^\\n]{{0,4}}){{3}}",
        r"\?{4}",
        "[\uac00-\ud7a3\uff66-\uff9f]",
        AS_BIG5.pattern,
        "â€",
        r"[ÃÂ][\u0080-\u00bf]",
    )


def _foreign(text: str) -> Iterator[Misreading]:
    """Runs in other scripts that are Chinese in another code page; without one, only runs that mix two scripts."""
    for match in FOREIGN.finditer(text):
        start, end = match.span()
        while start > 0 and "\u0080" <= text[start - 1] < "\u2000":  # signs that are no letters
            start -= 1
        span = Span(start, end)
        better = next(_other_pages(text[start:end]), None)
        if better is not None:
            yield Misreading(span, better, False)
        elif sum(re.search(f"[{script}]", match[0]) is not None for script in SCRIPTS) > 1:
            yield Misreading(span, "", False)
    yield from (Misreading(span, "", False) for span in _mingled(text) if not FOREIGN.search(text, *span))
    for match in QUESTIONS.finditer(text):
        if HAN.search(text, max(0, match.start() - NEAR), match.end() + NEAR):
            yield Misreading(Span(*match.span()), "", False)
    reached = 0
    for match in AS_BIG5.finditer(text):
        if match.start() >= reached:
            start, end = _extended(text, match, reached)
            better = text[start:end].encode("big5", "ignore").decode("gbk", "ignore")
            if len(better) >= 4 and _reads(better) >= READS > 2 * _reads(text[start:end]):
                reached = end
                yield Misreading(Span(start, end), better, False)


def _mingled(text: str) -> Iterator[Span]:
    """Runs of syllables and kana that stand among Chinese characters or touch them."""
    runs: list[list[int]] = []
    for match in MINGLED.finditer(text):
        if runs and match.start() - runs[-1][1] <= APART and "\n" not in text[runs[-1][1] : match.start()]:
            runs[-1] = [runs[-1][0], match.end(), runs[-1][2] + len(match[0])]
        else:
            runs.append([match.start(), match.end(), len(match[0])])
    for start, end, count in runs:
        if count >= MINGLED_LEAST and HAN.search(text, max(0, start - 1), end + 1):
            yield Span(start, end)


def _other_pages(run: str) -> Iterator[str]:
    """What a run says where its bytes, read in one of the code pages, are Chinese after all."""
    for read_as in READ_AS:
        data = run.encode(read_as, "ignore")
        for meant in ("utf-8", "gbk"):
            better = data.decode(meant, "ignore")
            if HAN.count(better) >= 3 and len(data) * 2 > len(run) and _reads(better) >= READS:
                yield better


def _extended(text: str, match: re.Match[str], reached: int) -> tuple[int, int]:
    """The run around a match, up to a full stop or a line's end."""
    start, end = match.span()
    while start > max(reached, match.start() - BEFORE) and text[start - 1] > "\x7f" and text[start - 1] not in "。，；":
        start -= 1
    while end < min(len(text), match.end() + BEHIND) and text[end] not in "\n。，；":
        end += 1
    return start, end


def _one_byte_late(text: str) -> Iterator[Misreading]:
    """Runs of GBK whose first byte was lost, so that each character is made of the halves of two."""
    reached = 0
    for match in LATE.finditer(text):
        if match.start() < reached:
            continue
        start, end = _extended(text, match, reached)[0], match.end()
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
        if better and HAN.count(better) * 2 >= len(better) and _reads(better) >= READS:
            exact = data.decode(encoding, "replace") == better
            yield Misreading(span, better, exact)
            return


def _bytes(text: str, encoding: str) -> bytes:
    """The bytes that were read wrongly; code points that the code page leaves out stand for themselves."""
    pieces = (c.encode(encoding, "ignore") or (c.encode("latin-1", "ignore")) for c in text)
    return b"".join(pieces)
