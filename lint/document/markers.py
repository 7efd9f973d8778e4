"""The marks that number headings and items: every scheme that Chinese plans write, as sound text writes them.

A *strong* marker stands at a line's start in a form that running text does not take. A *loose* one (`1.1 编制目的`,
`1 总则`, `一　总则`) might be a quantity; it counts only where several of them follow one another. The damaged forms,
which count only where an ordinal is missing, are in `damage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.numerals import chinese, number
from lint.patterns import Pattern
from lint.text import Span

CN = "一二三四五六七八九十百零〇○廿卅"
BLANK = r"[ \t\u3000\xa0\u2002-\u200a]"
HAN = r"(?=[\u4e00-\u9fff“《])"
# What follows a number in running text, so that the number is no marker.
COUNTED = (
    "(?:[年月日号时点个项所名万亿千百元米亩吨％%级类是要方种家条次届周岁天套台倍成分]|大(?!力|数据|模型|幅)"
    "|人(?![工才]))"
)

CLASS = "班(?![主级子会干长风组额车容务])"  # 五年级（1）班, but （1）班主任培训 is an item

UNIT = "(?:[万亿千百元米亩吨％%个项倍度年月日级]|公[里斤顷]|平方|小时|毫)"  # what follows a decimal number

# Every scheme, outermost first: the usual nesting (GB/T 9704-2012: 一、 （一） 1. （1）), from which documents depart.
SCHEMES = (
    "part",  # 第一部分, 第一编, 第一篇
    "chapter",  # 第一章
    "section",  # 第一节
    "article",  # 第一条
    "bare",  # 1 总则, as emergency plans write it above 1.1
    "chinese",  # 一、
    "chinese-paren",  # （一）, ㈠
    "chinese-close",  # 一）
    "arabic",  # 1. 1、 1． ⒈
    "arabic-comma",  # 1、 in a document that writes 1. for another level
    "decimal",  # 1.1
    "decimal-3",  # 1.1.1
    "decimal-4",  # 1.1.1.1
    "arabic-paren",  # （1）, ⑴
    "arabic-close",  # 1)
    "circled",  # ①
    "ordinal",  # 第一， 第一、
)
RANKS = {scheme: rank for rank, scheme in enumerate(SCHEMES)}
NAMED = {"部": "part", "编": "part", "篇": "part", "章": "chapter", "节": "section", "条": "article"}

# What follows 第三条 in a word (第三条线) or a reference (第三条第二款), and 一、 in running text (一、二类).
NO_ARTICLE = "件|例(?!如)|生产线|约定|线|路|形|纹|地铁|高铁|隧道|[之的所]"
REFERRED = (
    rf"{BLANK}?(?:第[{CN}\d]{{1,3}}[款项条节]|[、和或至]{BLANK}?第|[（(][{CN}]{{1,3}}[）)]{BLANK}?项)|规定|执行|所列"
)
NO_HEADING = rf"[{CN}]{{1,3}}(?:、|[类级年期线批季档]|等奖)|[〇○零]{{2}}"

# What may stand before a marker on its line: blanks, heading signs, bullets, bold type, tags; no sign of quotation.
LINE = (
    rf"(?:^|(?<=\n))(?:{BLANK}|[\u200b\ufeff]|&nbsp;){{0,40}}(?:\#{{1,6}}[ ]*)?"
    r"(?:[-*+●•▪◆■][ ]+|[●•▪◆■])?(?:<[a-zA-Z][^<>\n]{0,30}>){0,3}(?:\*\*[ ]?|“)?"
)
STRONG = Pattern(
    rf"""{LINE}(?P<marker>
        第{BLANK}?(?P<named>[{CN}]{{1,7}}|\d{{1,3}}){BLANK}?(?P<kind>部[分份]|[编篇章节条])
        (?!(?:{REFERRED}))(?={BLANK}|[\n：:、]|(?<=章)(?![程节])|(?<=节)(?![课日能约点目气奏俭假体音美晚])|(?<=条)(?!{NO_ARTICLE})|(?<=部[分份])(?!批))
      | 第{BLANK}?(?P<ordinal>[{CN}]{{1,3}}|\d{{1,2}})[，,、：:](?!第)
      | (?P<chinese>[{CN}]{{1,5}})(?:\s{{0,2}}、(?!{NO_HEADING})|[.．,，:：](?=[^\s\d]\S))
      | [（(]\s?(?P<chinese_paren>[{CN}]{{1,5}})\s{{0,2}}[）)]、?
      | (?P<chinese_close>[{CN}]{{1,3}})[）)]
      | (?P<arabic>\d{{1,3}})
        (?:{BLANK}?[.．](?:(?![\d.．]|[lIO](?:{BLANK}|[.．]))|(?=20\d\d{BLANK}?年))|{BLANK}?、(?!\d{{1,3}}、))
      | [（(]{BLANK}?(?P<arabic_paren>\d{{1,3}})\s{{0,2}}[）)](?!{CLASS})
      | (?P<arabic_close>\d{{1,2}})[)）](?!{CLASS})
      | (?P<circled>[①-⑳㉑-㉟])
      | (?P<one>[⒈-⒛⑴-⒇㈠-㈩])
    )""",
    re.VERBOSE,
)
LOOSE = Pattern(
    rf"""{LINE}(?P<marker>
        (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?(?={BLANK}*[\u4e00-\u9fff“《（])(?!{BLANK}*{UNIT})
      | (?P<bare>\d{{1,2}})(?={BLANK}+[\u4e00-\u9fff“《])(?!{BLANK}+{COUNTED})
      | (?P<chinese>[{CN}]{{1,3}})(?={BLANK}+[\u4e00-\u9fff“《])(?!{BLANK}+[是要])
    )""",
    re.VERBOSE,
)
NAMES = ("ordinal", "chinese", "chinese_paren", "chinese_close", "arabic", "arabic_paren", "arabic_close", "circled")
# One character that is a whole marker: the first of each block, its scheme.
BLOCKS = (("⒈", "arabic"), ("⑴", "arabic-paren"), ("㈠", "chinese-paren"))
HIGHEST = 999
NUMERAL = Pattern(rf"[{CN}]{{1,3}}|\d{{1,3}}")
HEADED = ("", "大", "项", "个", "点", "条", "种", "、", ".", "．", "\n", "\r")  # 二、三项任务 is a heading
REFERRING = (
    "第",
    "和",
    "或",
    "及",
    "与",
    "按照",
    "依照",
    "遵照",
    "参照",
    "根据",
    "违反",
)  # with which a line ends before the number that it refers to


class Marker(NamedTuple):
    """One mark: where it stands, its scheme (a key of RANKS), its ordinal, and what damage it shows.

    `fault` is None, "malformed" (its separator or digit is wrong) or "glued" (it stands inside a line). `under` is
    what a decimal marker names as its parent: 2.3 of 2.3.1.
    """

    span: Span
    scheme: str
    ordinal: int
    fault: str | None = None
    under: str = ""


def strong(text: str) -> Iterator[Marker]:
    """Every strong marker, in the order of the text; one pass."""
    for match in STRONG.finditer(text):
        scheme, ordinal = _read(match)
        if ordinal is not None and ordinal <= HIGHEST and not _in_sentence(text, match, ordinal):
            yield Marker(Span(*match.span("marker")), scheme, ordinal, _damage(match))


def loose(text: str) -> Iterator[Marker]:
    """Every loose marker, in the order of the text; one pass."""
    for match in LOOSE.finditer(text):
        span = Span(*match.span("marker"))
        if match["decimal"]:
            under, _, last = match["decimal"].replace("．", ".").rpartition(".")
            depth = under.count(".") + 2
            yield Marker(span, "decimal" if depth == 2 else f"decimal-{depth}", int(last), None, under)
        else:
            scheme = "bare" if match["bare"] else "chinese"
            yield Marker(span, scheme, number(match["bare"] or match["chinese"]) or 0)


def _in_sentence(text: str, match: re.Match[str], ordinal: int) -> bool:
    """Whether a marker is none: 二、三产业 counts on at once, and a line that ends with 按照 refers to 第三条 below."""
    if match["marker"][-1] in "、，,":
        more = NUMERAL.match(text, match.end())
        if more and number(more[0]) == ordinal + 1 and text[more.end() : more.end() + 1] not in HEADED:
            return True
    return text[max(0, match.start() - 4) : match.start()].rstrip("\r\n").endswith(REFERRING)


def _read(match: re.Match[str]) -> tuple[str, int | None]:
    if match["named"]:
        return NAMED[match["kind"][0]], number(match["named"])
    if match["one"]:
        return one(match["one"])
    name = next(name for name in NAMES if match[name])
    return name.replace("_", "-"), number(match[name])


def one(mark: str) -> tuple[str, int]:
    """The scheme and ordinal of one character that is a whole marker: ⒊, ⑶, ㈢."""
    first, scheme = max(block for block in BLOCKS if block[0] <= mark)
    return scheme, ord(mark) - ord(first) + 1


def _damage(match: re.Match[str]) -> str | None:
    """`一.` and `（一）、` carry a separator that is not theirs."""
    marker = match["marker"]
    if match["chinese"] and marker[-1] in ".．,，:：":
        return "malformed"
    return "malformed" if match["chinese_paren"] and marker.endswith("、") else None


def written(scheme: str, ordinal: int, under: str = "") -> str:
    """An ordinal as a scheme writes it: 3 in `chinese-paren` is （三）."""
    numeral = chinese(ordinal)
    return {
        "part": f"第{numeral}部分",
        "chapter": f"第{numeral}章",
        "section": f"第{numeral}节",
        "article": f"第{numeral}条",
        "ordinal": f"第{numeral}，",
        "chinese": f"{numeral}、",
        "chinese-paren": f"（{numeral}）",
        "chinese-close": f"{numeral}）",
        "bare": f"{ordinal}",
        "arabic": f"{ordinal}.",
        "arabic-comma": f"{ordinal}、",
        "arabic-paren": f"（{ordinal}）",
        "arabic-close": f"{ordinal}）",
        "circled": chr(0x245F + ordinal) if ordinal <= 20 else f"({ordinal})",
    }.get(scheme, f"{under}.{ordinal}")
