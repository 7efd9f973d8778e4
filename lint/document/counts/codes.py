"""Work ideas in code: “12991”工作思路（…）, each digit a count, each item of the explanation the count in words."""

from __future__ import annotations

from collections.abc import Iterator

from lint.document.counts import lists
from lint.document.counts.declared import Declared
from lint.document.counts.words import CN
from lint.numerals import number
from lint.patterns import Pattern
from lint.text import Span

CODE = Pattern(
    r"“(?P<code>[1-9]{3,8}|[1-9](?:\+[1-9]){1,6})”(?P<thing>[\u4e00-\u9fff]{0,8}?"
    r"(?:思路|格局|战略|布局|计划|工程|目标|任务|体系|行动|模式|机制|部署|要求|框架|举措))”?(?P<how>[（(〔\[]|[：:]|[，,]即)"
)
SAID = Pattern(rf"(?<![第\d])(?P<count>{CN}{{1,3}}|\d{{1,2}})(?:大类|大|项|个|类|条|种|件|批|支|张|方面|点|化|流)")
STOPS = Pattern(r"[。\n]")


def read(text: str) -> Iterator[Declared]:
    """Codes whose every item names its number: another number of items, or an item that names another number."""
    for match in CODE.finditer(text):
        span = _region(text, match.start("how"), match.end())
        listed = lists.read(text, span) if span else None
        if listed is None or len(listed.members) < 2:
            continue
        said = [_number(lists.flat(text, member)) for member in listed.members]
        if not all(said):
            continue
        code = Span(*match.span("code"))
        digits = [Span(offset, offset + 1) for offset in range(*code) if text[offset] != "+"]
        named = [int(text[digit.start]) for digit in digits]
        if len(said) != len(named):
            if _lacks_one(said, named) or _lacks_one(named, said):
                yield Declared(code, len(named), len(said), "分项")
        elif sum(one != other for one, other in zip(named, said, strict=True)) <= 1:
            yield from (Declared(*row, "任务") for row in zip(digits, named, said, strict=True))


def _lacks_one(short: list[int], long: list[int]) -> bool:
    """Whether the first is the second without one of its numbers."""
    return len(short) > 1 and any(short == long[:cut] + long[cut + 1 :] for cut in range(len(long)))


def _region(text: str, how: int, start: int) -> Span | None:
    """The explanation: inside its bracket, which may be broken into lines, or up to the end of the sentence."""
    if text[how] in lists.CLOSES:
        end = lists.closing(text, how, lines=True)
        return Span(start, end) if end > start else None
    stop = STOPS.search(text, start)
    return Span(start, stop.start()) if stop else None


def _number(item: str) -> int:
    """The number that an item names last: 推进“…”九项工程; 0 where it names none."""
    said = [number(match["count"]) or 0 for match in SAID.finditer(item)]
    return said[-1] if said else 0
