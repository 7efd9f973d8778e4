"""GBK read one byte late: each character is made of the halves of two."""

from __future__ import annotations

from collections.abc import Iterator

from lint.misreadings.chinese import READS, Misreading, reads
from lint.misreadings.runs import BEFORE, BEHIND, extended
from lint.patterns import Pattern
from lint.text import Regions, Span

# GBK read one byte late makes Chinese characters stand beside signs of other scripts: ㄋ模┘忧拷, ！伴_.
LATE = Pattern(
    r"[\u3105-\u3129\u2500-\u257f\u0391-\u03c9\u0401-\u0451ǎǐǒǔǖǘǚǜěňɡ][\u4e00-\u9fff]{1,2}|[！＃＂＄％＆][\u4e00-\u9fff][_}{|~^`]"
)
LONGEST_SHIFT = 40  # characters of a run of which the shift is looked for
LATE_STOP = Pattern(r"[！＃＂＄％＆，][\u4e00-\u9fff][_}{|~^`]")  # 。“開 so read is ！伴_
# （三） so read is ㄈ）: its first two characters made one, and the rest is in step again.
HEADLESS = Pattern(r"(?:^|\n)[ \t\u3000]{0,8}(?P<at>[\u3105-\u3129ǘò])(?=[）)\u4e00-\u9fff\u2500-\u257f])")
LEADS_LOST = (b"\xa3", b"\xa1", b"")  # the byte that was lost: of （ and its like, of 。“ and theirs, or any


def read(text: str) -> Iterator[Misreading]:
    """Runs, then marks and heads of lines outside them."""
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


def _one_byte_late(text: str) -> Iterator[Misreading]:
    """Runs of GBK whose first byte was lost, so that each character is made of the halves of two."""
    reached = 0
    for match in LATE.finditer(text):
        if match.start() < reached:
            continue
        start, end = extended(text, match, reached)[0], match.end()
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
                read = reads(better)
                if read >= READS > 2 * reads(run[cut:end]) and (best is None or (read, end) >= best[:2]):
                    best = read, end, better, bool(lead) and whole.decode("gbk", "replace") == better
        if best is not None:
            return cut, *best[1:]
    return None
