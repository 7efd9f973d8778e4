"""How markers look when scraping has damaged them, by scheme: at a line's start, or swallowed by the line before."""

from __future__ import annotations

import re

from lint.document.markers import BLANK, CLASS, CN, COUNTED, HAN, UNIT, Marker, written
from lint.numerals import chinese, number
from lint.patterns import Pattern

# Characters that scanning and typing put for digits and numerals, and what they stand for.
MISREAD = "lIoO=＝ニ—－ー─人入玉丑穴匕-"  # - last: it stands in classes of characters
ALIKE = str.maketrans(MISREAD, "1100二二二一一一一八八五五六七一")
CLOSE = r"[」』】}》〉>\].．,，、:：）)]"
TITLE = r"(?=[\u4e00-\u9fff“《０-９]|(?:19|20)\d\d)"  # how the title behind a marker begins
CLOSED = r"[^\n（(【]{0,30}[）)】]"  # behind a bracket that closes on its line, as brackets in running text do
ALWAYS = 9  # siblings: a form that is taken only between two neighbours, never for the end of a list
# How markers look at a line's start when damaged, by scheme; `n` is the ordinal, or nothing where it cannot be read
# any more. The number says how many siblings a list must have had for the form to be taken as its last one.
Forms = tuple[tuple[int, Pattern], ...]


def _forms(*forms: tuple[int, str]) -> Forms:
    return tuple((needed, Pattern(rf"(?P<marker>{form})")) for needed, form in forms)


_NAMED = {"part": "(?:部分|[编篇])", "chapter": "章", "section": "节", "article": "条"}
_ARABIC = _forms(
    (2, rf"(?P<n>[\dlIoO]{{1,3}}){BLANK}?[.．、](?={BLANK}*{TITLE})"),
    (1, rf"(?P<n>\d{{1,3}}){BLANK}*[,，:：·。;；](?={BLANK}*{TITLE})"),
    (ALWAYS, rf"[（(]?(?P<n>\d{{1,3}})[）)][.．、]?(?={BLANK}*{TITLE})"),
    (1, rf"(?P<n>\d \d)[.．、](?={BLANK}*{TITLE})"),
    (2, rf"(?P<n>\d{{1,3}})[.．]{{2}}(?={BLANK}*{TITLE})"),
    (ALWAYS, rf"(?P<n>\d \d){HAN}(?!{COUNTED})"),
    (2, rf"(?P<n>(?!))?[.．、](?={BLANK}*{TITLE})"),
)
_PAREN = _forms(
    (1, rf"[（(【〔\[]{BLANK}*(?P<n>\d{{1,3}}){BLANK}*{CLOSE}?{HAN}(?!{COUNTED}|{CLOSED})"),
    (1, rf"(?P<n>\d{{1,3}}){BLANK}*[）)](?!{CLASS})"),
    (1, r"[（(](?P<n>\d \d)[）)]"),
    (2, rf"(?P<n>\d{{1,3}}){BLANK}*[.．、,，]{HAN}(?!{COUNTED})"),
    (2, rf"[（(]{BLANK}?(?P<n>(?!))?[）)]"),
)
DAMAGED: dict[str, Forms] = {
    "arabic": _ARABIC,
    "arabic-comma": _ARABIC,
    "chinese": _forms(
        (1, rf"(?P<n>[{CN}]{{1,3}}){BLANK}?[.．,，:：·。;；](?={BLANK}*{TITLE})"),
        (ALWAYS, rf"[（(]?(?P<n>[{CN}]{{1,3}})[）)]、?(?={BLANK}*{TITLE})"),
        (1, rf"(?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}}){BLANK}?、(?={BLANK}*{TITLE})"),
        (1, rf"(?P<n>[{CN}{MISREAD}]{{1,3}})、(?={BLANK}*{TITLE})"),
        (2, rf"(?P<n>(?!))?、(?={BLANK}*{TITLE})"),
        (ALWAYS, rf"三(?P<n>(?!))?、(?={BLANK}*{TITLE})"),
    ),
    "chinese-paren": _forms(
        (1, rf"[（(【〔\[]{BLANK}*(?P<n>[{CN}]{{1,3}}){BLANK}*{CLOSE}?(?={BLANK}*{TITLE})(?!{CLOSED})"),
        (1, rf"(?P<n>[{CN}]{{1,3}}){BLANK}*[）)](?!{CLASS})"),
        (1, rf"[（(]{BLANK}*(?P<n>[{CN}]{{1,3}})(?=\n)"),
        (1, rf"[（(](?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}})[）)]"),
        (2, rf"[（(]{BLANK}?(?P<n>(?!))?[）)]"),
    ),
    "ordinal": _forms((1, rf"(?P<n>[{CN}]{{1,3}})[，,](?={TITLE})"), (2, rf"第(?P<n>(?!))?[，,、](?={TITLE})")),
    "chinese-close": _forms((1, rf"[（(](?P<n>[{CN}]{{1,3}})[）)]")),
    "arabic-paren": _PAREN,
    "arabic-close": _PAREN,
    **{
        scheme: _forms(
            (ALWAYS, rf"(?P<n>[{CN}]{{1,7}}){BLANK}?{kind}(?={BLANK})"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,7}})(?={BLANK}+[\u4e00-\u9fff])"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}}){BLANK}?{kind}"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,3}})部(?={BLANK})"),
            (2, rf"第(?P<n>(?!))?{kind}(?={BLANK})"),
        )
        for scheme, kind in _NAMED.items()
    },
}
# Markers that lost their separator: 27构建. Between two neighbours they are told by their place; at the end of a list
# they must stand as headings do.
BARE = {
    "chinese": Pattern(rf"(?P<marker>(?P<n>[{CN}]{{1,3}}){BLANK}*){HAN}(?!{COUNTED}|[{CN}])"),
    **dict.fromkeys(
        ("arabic", "arabic-comma", "arabic-paren", "arabic-close"),
        Pattern(rf"(?P<marker>(?P<n>\d{{1,3}}){BLANK}*){HAN}(?!{COUNTED})"),
    ),
}
MEASURE = Pattern("[户位节场期支块件处间楼班组课学轮辆份栋层村校批部]")  # counted things beside COUNTED
# A title with its line to itself and a paragraph below, or one that ends with 。 within its paragraph.
HEADING = Pattern(
    r"[^\n。，；：]{2,24}\r?\n\s{0,40}(?:[一1][、.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|(?![（(]?[一二三四五六七八九十\d]{1,4}[）)、.．年])[^\n]{15,})|[^\n。]{2,30}。[^\n]{15,}"
)
# Sound markers that only look like none: a digit follows the dot, a numeral the comma.
SOUND = {
    "arabic": Pattern(r"(?P<marker>(?P<n>\d{1,3})[.．、])(?=\d)"),
    "arabic-comma": Pattern(r"(?P<marker>(?P<n>\d{1,3})[.．、])(?=\d)"),
    "chinese": Pattern(rf"(?P<marker>(?P<n>[{CN}]{{1,3}})、)"),
}
QUANTITY = Pattern(rf"(?!20\d\d)\d{{1,9}}{BLANK}?{UNIT}")  # the rest of 3.5万元
ODD = Pattern(rf"(?:\A|\n){BLANK}*(?:\#{{1,6}}[ ]+)?(?:\*\*)?(?=[（(【〔\[]?[ ]?(?:[{CN}\d第.．、）){MISREAD}]))")
INLINE = Pattern(
    rf"""[。；;！：:”）](?:{BLANK}|[*\#]){{0,9}}(?P<marker>
        (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?={BLANK}+[\u4e00-\u9fff“《])
      | (?P<arabic>\d{{1,3}})[.．、](?={BLANK}{{0,2}}[\u4e00-\u9fff“《])
      | (?P<chinese>[{CN}]{{1,3}})、{TITLE}
      | [（(](?P<chinese_paren>[{CN}]{{1,3}})[）)](?={BLANK}{{0,2}}[\u4e00-\u9fff“《])
      | [（(]?(?P<arabic_paren>\d{{1,3}})[）)]{HAN}
      | 第(?P<article>[{CN}]{{1,5}})条(?={BLANK})
      | 第(?P<section>[{CN}]{{1,3}})节(?={BLANK})
      | 第(?P<chapter>[{CN}]{{1,3}})章(?={BLANK})
      | 第(?P<part>[{CN}]{{1,3}})(?:部分|[编篇])(?={BLANK})
      | 第(?P<ordinal>[{CN}]{{1,3}})[，,、]
      | (?P<one>[⒈-⒛⑴-⒇㈠-㈩])
    )""",
    re.VERBOSE,
)
GROUPS = {"chinese-paren": "chinese_paren", "arabic-paren": "arabic_paren", "arabic-close": "arabic_paren"}
GROUPS |= {name: name for name in ("arabic", "chinese", "part", "chapter", "section", "article", "ordinal")} | {
    "arabic-comma": "arabic"
}
LABEL = 30  # characters; a shorter line before a marker is a heading
AFTER = "。；;！？!?：:”）)>"  # with which a line ends before one that begins anew
ENDS = ("。", "；", ";", "！")
OPENS = {
    "arabic": r"1[.．、]",
    "arabic-comma": r"1[.．、]",
    "arabic-paren": r"[（(]1[）)]",
    "chinese-paren": r"[（(]一[）)]",
    "chinese": r"一、",
}
FIRST = {"ordinal": Pattern(r"(?P<marker>首先[，,])")} | {
    scheme: Pattern(rf"[：:]{BLANK}*“?(?P<marker>{first})(?=\D|(?:19|20)\d\d)") for scheme, first in OPENS.items()
}


def decimal(under: str, ordinal: int) -> Pattern:
    """2.3 with a lost or wrong dot: 2 3, 2。3, 2,3."""
    parts = [part.replace("1", "[1lI]").replace("0", "[0oO]") for part in (*under.split("."), str(ordinal))]
    return Pattern(
        rf"(?P<marker>{'[.．。,，、·:： ]{0,2}'.join(parts)}[.．、]?(?=(?P<n>(?!))?{BLANK}*[\u4e00-\u9fff“《]))"
    )


def value(numeral: str) -> int | None:
    """The value of a damaged numeral: look-alikes are read as what they stand for, blanks are left out."""
    return number(numeral.replace(" ", "").translate(ALIKE))


def swallowed(like: Marker, ordinal: int) -> str | None:
    """The pattern of an ordinal behind another heading, which has no mark at its end."""
    scheme, numeral = like.scheme, chinese(ordinal)
    if like.under:
        return rf"[\u4e00-\u9fff]{BLANK}*(?P<marker>{re.escape(like.under)}[.．]{ordinal}){BLANK}+{HAN}"
    if scheme in ("arabic", "arabic-comma"):
        return rf"[\u4e00-\u9fff]{BLANK}*(?P<marker>{ordinal}[.．、]){HAN}"
    if scheme == "chinese":
        return rf"(?![第{CN}])[\u4e00-\u9fff，,>]{BLANK}*(?P<marker>{numeral}、){TITLE}"
    if scheme == "chinese-paren":
        return rf"[^\n（(“《第 \t\u3000\xa0]{BLANK}*(?P<marker>[（(]{numeral}[）)]){HAN}"
    if scheme in ("arabic-paren", "arabic-close"):
        return rf"[^\n（(“《第 \t\u3000\xa0]{BLANK}*(?P<marker>[（(]{ordinal}[）)]){HAN}"
    if scheme in _NAMED:
        return rf"[\u4e00-\u9fff>]{BLANK}*(?P<marker>{written(scheme, ordinal)})(?={BLANK}+[\u4e00-\u9fff])"
    return None
