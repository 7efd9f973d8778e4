"""The marks that number headings and items, and the weaker forms they take when scraping damaged them.

A *strong* marker is one that stands at a line's start in a form that running text does not take. A *weak* one
(`27构建`, `一.`, `20.2026年`) may be anything; it counts only where the numbering misses exactly that ordinal,
so it is looked for between two neighbours and not in the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint import expressions
from lint.numerals import chinese, number
from lint.patterns import Pattern
from lint.text import Span

CN = "一二三四五六七八九十百零〇○廿卅"
BLANK = r"[ \t\u3000\xa0]"

# Name → rank: the usual nesting (GB/T 9704-2012: 一、 （一） 1. （1）), outermost first.
RANKS = {
    "part": 0,  # 第一部分, 第一编, 第一篇
    "chapter": 1,  # 第一章
    "section": 2,  # 第一节
    "article": 3,  # 第一条
    "chinese": 4,  # 一、
    "chinese-paren": 5,  # （一）
    "arabic": 6,  # 1. 1、 1．
    "arabic-paren": 7,  # （1）
    "arabic-close": 8,  # 1)
    "circled": 9,  # ①
}
NAMED = {"部": "part", "编": "part", "篇": "part", "章": "chapter", "节": "section", "条": "article"}

STRONG = Pattern(
    rf"""(?:^|(?<=\n)){BLANK}*(?:\#{{1,6}}[ ]+)?(?P<marker>
        第{BLANK}?(?P<named>[{CN}]{{1,7}}|\d{{1,3}}){BLANK}?(?P<kind>部分|[编篇章节条])(?={BLANK}|[\n：:、]|(?<=章)(?![程节])|(?<=节)(?![课日能约点目气奏俭假])|(?<=条)(?!件|例(?!如)|生产线|约定|线|路|形|纹)|(?<=部分))
      | (?P<chinese>[{CN}]{{1,5}})(?:、(?![{CN}]{{1,3}}、)|[.．,，:：](?=[^\s\d]\S))
      | [（(]\s?(?P<chinese_paren>[{CN}]{{1,5}})\s{{0,2}}[）)]、?
      | (?P<arabic>\d{{1,3}})(?:[.．](?![\d.．])|、(?!\d{{1,3}}、))
      | [（(]{BLANK}?(?P<arabic_paren>\d{{1,3}}){BLANK}?[）)]
      | (?P<arabic_close>\d{{1,2}})[)）]
      | (?P<circled>[①-⑳㉑-㉟])
    )""",
    re.VERBOSE,
)


class Marker(NamedTuple):
    """One mark: where it stands, its scheme (a key of RANKS), its ordinal, and what damage it shows.

    `fault` is None, "malformed" (its separator or digit is wrong) or "glued" (it stands inside a line).
    """

    span: Span
    scheme: str
    ordinal: int
    fault: str | None = None


def strong(text: str) -> Iterator[Marker]:
    """Every strong marker, in the order of the text; one pass."""
    for match in STRONG.finditer(text):
        written, scheme = _written(match)
        ordinal = number(written)
        if ordinal is None or ordinal > 999:
            continue
        yield Marker(Span(*match.span("marker")), scheme, ordinal, _damage(match))


def _written(match: re.Match[str]) -> tuple[str, str]:
    if match["named"]:
        return match["named"], NAMED[match["kind"][0]]
    name = next(
        name
        for name in ("chinese", "chinese_paren", "arabic", "arabic_paren", "arabic_close", "circled")
        if match[name]
    )
    return match[name], name.replace("_", "-")


def _damage(match: re.Match[str]) -> str | None:
    """`一.` and `（一）、` carry a separator that is not theirs."""
    marker = match["marker"]
    if match["chinese"] and marker[-1] in ".,:：":
        return "malformed"
    return "malformed" if match["chinese_paren"] and marker.endswith("、") else None


def written(scheme: str, ordinal: int) -> str:
    """An ordinal as a scheme writes it: 3 in `chinese-paren` is （三）."""
    numeral = chinese(ordinal)
    return {
        "part": f"第{numeral}部分",
        "chapter": f"第{numeral}章",
        "section": f"第{numeral}节",
        "article": f"第{numeral}条",
        "chinese": f"{numeral}、",
        "chinese-paren": f"（{numeral}）",
        "arabic": f"{ordinal}.",
        "arabic-paren": f"（{ordinal}）",
        "arabic-close": f"{ordinal}）",
        "circled": chr(0x245F + ordinal) if ordinal <= 20 else f"({ordinal})",
    }[scheme]


INLINE_FIRST = {
    "arabic": Pattern(rf"[：:]{BLANK}*1[.．、](?=\D|(?:19|20)\d\d)"),
    "arabic-paren": Pattern(rf"[：:]{BLANK}*[（(]1[）)]"),
    "chinese-paren": Pattern(rf"[：:]{BLANK}*[（(]一[）)]"),
}


def inline_first(text: str, region: Span, scheme: str) -> bool:
    """Whether a list of this scheme begins behind a colon inside a region: 附件：1.…"""
    pattern = INLINE_FIRST.get(scheme)
    return pattern is not None and pattern.search(text, region.start, region.end) is not None


def weak(text: str, region: Span, scheme: str, ordinal: int) -> Marker | None:
    """The damaged or glued form of one missing ordinal between two neighbours, or None when it is truly gone."""
    for fault, patterns in ((None, _sound_forms(scheme, ordinal)), ("glued", _glued_forms(scheme, ordinal))):
        for pattern in patterns:
            match = expressions.compile(pattern).search(text, region.start, region.end)
            if match:
                return Marker(Span(*match.span("marker")), scheme, ordinal, fault)
        if fault is None and (found := damaged(text, region, scheme, ordinal)):
            return found
    return None


def damaged(text: str, region: Span, scheme: str, ordinal: int) -> Marker | None:
    """The damaged form of an ordinal at the beginning of a line; for the end of a list, where no gap gives it away."""
    for pattern in DAMAGED.get(scheme, ()):
        for match in pattern.finditer(text, region.start, region.end):
            if match["n"] is None or number(match["n"].replace(" ", "").translate(ALIKE)) == ordinal:
                return Marker(Span(*match.span("marker")), scheme, ordinal, "malformed")
    return None


START = rf"(?:\A|\n){BLANK}*"
HAN = r"(?=[\u4e00-\u9fff“《])"
# What follows a number in running text, so that the number is no marker.
COUNTED = "[年月日号时点个项所名万亿千百元米亩吨％%级类大是要方种家条次届周岁人天套台倍成分]"
ALIKE = str.maketrans("lIoO", "1100")
# How markers look when damaged, by scheme; `n` is the ordinal, or nothing where it cannot be read any more.
DAMAGED = {
    "arabic": (
        Pattern(rf"{START}(?P<marker>(?P<n>[\dlIoO]{{1,3}})[.．、]){HAN}"),
        Pattern(rf"{START}(?P<marker>(?P<n>\d{{1,3}}){BLANK}*[,，:：·。]?){HAN}(?!{COUNTED})"),
        Pattern(rf"{START}(?P<marker>(?P<n>\d \d)[.．、]?){HAN}"),
    ),
    "chinese": (
        Pattern(rf"{START}(?P<marker>(?P<n>[{CN}]{{1,3}})[.．,，:：·。]){HAN}"),
        Pattern(rf"{START}(?P<marker>(?P<n>[{CN}]{{1,3}}){BLANK}?){HAN}(?!{COUNTED}|[{CN}])"),
        Pattern(rf"{START}(?P<marker>(?:[=＝三]|(?P<n>(?!))|)、){HAN}"),
    ),
    "chinese-paren": (
        Pattern(rf"{START}(?P<marker>[（(【〔\[](?P<n>[{CN}]{{1,3}})[」】}}》\].,，、:：]?){HAN}"),
        Pattern(rf"{START}(?P<marker>(?P<n>[{CN}]{{1,3}})[）)])"),
        Pattern(rf"{START}(?P<marker>[（(]{BLANK}*(?P<n>[{CN}]{{1,3}}))(?=\n)"),
    ),
    "arabic-paren": (
        Pattern(rf"{START}(?P<marker>[（(【\[](?P<n>\d{{1,3}})[」】}}\].,，、]?){HAN}"),
        Pattern(rf"{START}(?P<marker>(?P<n>\d{{1,3}})[）)])"),
    ),
}
DAMAGED["arabic-close"] = DAMAGED["arabic-paren"]


def _sound_forms(scheme: str, ordinal: int) -> Iterator[str]:
    """Patterns for one ordinal's sound marker where it only looks like none."""
    if scheme == "arabic":
        yield rf"{START}(?P<marker>{ordinal}[.．、])(?=\d)"
        if ordinal == 1:  # 附件：1.… begins its list on the line of its label
            yield rf"[：:]{BLANK}*(?P<marker>1[.．、])(?=\D|(?:19|20)\d\d)"
    elif scheme == "circled" and ordinal <= 20:
        yield rf"(?P<marker>{written(scheme, ordinal)})"


def _glued_forms(scheme: str, ordinal: int) -> Iterator[str]:
    numeral, digits = chinese(ordinal), str(ordinal)
    if scheme == "arabic":
        yield rf"[。；;！”）]{BLANK}*(?P<marker>{digits}[.．、]){HAN}"
    elif scheme == "chinese":
        yield rf"[。；;！：:”）]{BLANK}*(?P<marker>{numeral}、){HAN}"
    elif scheme == "chinese-paren":
        yield rf"[^\n（(“《]{BLANK}*(?P<marker>[（(]{numeral}[）)]){HAN}"
    elif scheme in ("arabic-paren", "arabic-close"):
        yield rf"[。；;！：:]{BLANK}*(?P<marker>[（(]?{digits}[）)]){HAN}"
    elif scheme in ("chapter", "section", "article", "part"):
        yield rf"[。；;！]{BLANK}*(?P<marker>{written(scheme, ordinal)})(?={BLANK})"
