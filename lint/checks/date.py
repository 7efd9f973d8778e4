"""Dates that cannot be, lost a part, or lie before the plan that promises them."""

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

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FULL = r"(?<!\d)(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号](?!\d)"
MONTH = r"(?<!\d)\d{4}\s?年\s?(?P<month>\d{1,2})\s?月(?!\s?\d)"
ALONE = r"(?<![\d.年—–~～-])(?P<month>0|1[3-9]|[2-9]\d)月(?=底|份|前|起|初|末|[上中下]旬)"
NUMERIC = r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d.-])"
WRITTEN = (
    r"(?P<at>(?:二月三十一?|[四六九]月三十一|十一月三十一)[日号]|(?<![一二三四五六七八九])十[三四五六七八九]月(?=[一二三四五六七八九十]{1,3}[日号]|底|份|前)"
    r"|(?<=[日于至到晚早午间为])(?:2[5-9]|[3-9]\d)[:：][0-5]\d(?![\d:：.])(?=[，。；、前后至）]|$|在|召开|开)|(?<=[至到晚早午夜])(?:[01]?\d|2[0-4])[:：][6-9]\d|(?<=\d[日号])(?:2[5-9]|[3-9]\d)时)"
)
LOST = (
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|0?[1-9])(?P<day>)月",  # 202311月
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|0?[1-9])(?P<day>3[01]|[12]\d|0?[1-9])日",  # 2024327日
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])(?P<day>3[01]|[12]\d)日",  # 2024年327日
)
STRANGE = (
    r"(?<![\d.,，+\-—#第NoNO])(?P<at>0\d{3}|[3-9]\d{3})年(?=[0-9一二三四五六七八九十]{1,2}月|度|末|底|[初来内])",
    r"(?<!\d)(?P<at>1[0-7]\d\d)年(?=\d{1,2}月\d)",
    r"(?P<at>(?:\d{1,2}|[lI])月(?:\d{0,1}[lIOo]\d{0,1})日)",
    r"(?P<at>[〔﹝](?:0\d{3}|2[1-9]\d\d|[3-9]\d{3})[〕﹞])",
    r"(?<!\d)(?P<at>(?:19|20)\d\d\d年)(?=\d{1,2}月)",
    r"(?<!\d)(?P<at>(?:19|20)\d\d(?:年年(?![底初末报度均产货会鉴薪中轻级龄复终])|[午牟]))",  # 2025年年, 2025午
    r"(?<!\d)(?P<at>(?:19|20)\d\d年\d{1,2}(?:月月\d{1,2}日|月\d{1,2}(?:日日|曰)|日\d{1,2}月))(?!\d)",  # 3月月1日
    r"(?<!\d)(?P<at>(?:19|20)\d\d年(?:[ \u3000]{0,4}月\d{1,2}日|\.\d{1,2}月|\d{1,2}月\.\d))",  # 2026年月16日
    r"(?<!\d)(?P<at>(?:19|20)\d\d年\d{1,2})(?=前(?:完成|全部|报送)|组织|印发|召开|完成)",  # 2026年9前完成
    r"(?<!\d)(?P<at>(?:19|20)\d\d年(?!(?:1[0-2]|0?[1-9])(?:3[01]|[12]\d)日)\d{2,3}日)(?=起施行|印发)",  # 年71日
    r"(?<![\d\-—–~～.])(?P<at>(?:20\d|[12]20[0-4]\d|200\d\d|20-\d\d)年)"  # 202年底, 20026年
    r"(?=前|\d{1,2}月|度|工作|底|末|召开|组织|完成)",
    r"(?<!\d)(?P<at>20\d\d月\d{1,2}年|20\d\d-1[3-9]-\d{1,2}|20\d\d年\d{1,2}月\d{1,2}月)",  # 2018月5年
    r"(?P<at>[一二][〇○零九]\S{2}年十[三四五]月)",
    r"(?<=[到至])(?P<at>2[2-9]\d\d年)",  # 到2205年
    r"(?<![\d,.+])(?P<at>[4-9]0\d\d年)(?=组织|印发|完成|召开)",  # 4026年组织
    r"(?<!\d)(?P<at>(?:20\d\d年)?\d{1,2}月\d{1,2})(?=之?前(?!后)|起(?!来)|[至到]\d{1,2}月)",  # 3月3前
    r"(?<!\d)(?P<at>20\d\d年\d{1,2}月\d{1,2})(?=[，。；、）])",  # 2024年3月1，
    r"(?<!\d)(?P<at>(?:\d{4})?年(?:月日|日(?=工作|前|起|[，。]))|(?<=\d年)月日)",  # 2020年月日
    r"(?<!\d)(?P<at>\d{1,2}月(?:月|日(?=前|[—-]|[\u4e00-\u9fff]))(?!报|刊))",  # 6月月30日, 5月日
    r"(?:^|(?<=[，。；\n于在争将到至]))(?P<at>月日)(?=前|起|[，。至\u4e00-\u9fff])",
    r"(?<![\d.])(?P<at>(?:19|20)\d[lIOo](?=年)|(?:2O|2o|Z0|z0)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)",  # 202l年
    r"(?<![\d.])(?P<at>(?:19|20)\d{3}年(?!来|历史|的历史)|[12]\d\d年(?=\d{1,2}月\d{1,2}日))",  # 20910年, 213年2月20日
    r"(?<![\d.])(?P<at>(?:19|20)\d年(?=[\u4e00-\u9fff]{0,4}(?:工作|计划|要点|全面|以来|年度|度)))",  # 202年工作
    r"(?P<at>\d{4}年度年|(?<![\d/])\d{1,2}/\d{1,2}月|(?<![\d.])\d\d\.\d\d年|\d{0,2}月\d{1,2}\.\d日)",  # 2/15月, 20.29年
    r"(?P<at>[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}号日)",
    r"(?:^|(?<=[将于在每年，。]))(?P<at>月\d{1,2}日?(?=底?前)|(?<!每)年\d{1,2}月(?:[上中下]旬)?(?=开展|完成|召开|前|底))",
    r"(?<!\d)(?P<at>\d{1,2}[.。]月(?![度报考评例末底]))",  # 3。月
    r"(?<!\d)(?P<at>\d{1,2}日\d{1,2}月(?!\d)|\d{1,2}月\d{1,2}(?:日日|号日|日\d{1,2}日))",  # 3日5月
    r"(?<![\d-])(?P<at>20\d\d-(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?![\d-])|20\d\d--\d{1,2}-\d{1,2})",  # 2020-0315
    r"(?P<at>二[〇○零][一二三]年(?=[一二三四五六七八九十]{1,2}月))",
    r"(?<!\d)(?P<at>[3-9](?!000)\d{3}年(?=[\u4e00-\u9fff]{2,10}(?:工作|计划|规划)))",  # 6202年
    r"(?<=[\u4e00-\u9fff])(?<![每个当本次上下该同正腊闰几数按逐各两年全])(?P<at>月\d{1,2}日)(?=前|起)",
    r"(?<![A-Za-z\d.])(?P<at>[OolI]\d月(?=\d|[上中下底前])|\d{1,2}月[OolI]\d?日|\d{1,2}月\d?[OolI]日)",
)
PROMISED = (
    r"(?<![\d\-—–~～至到(（《])(?P<year>(?:19|20)\d\d)年(?:[上下]半年|年?底|末|\d{1,2}月(?:底|份)?|[春秋]季学期)?(?:之?前|内)?[,，]?"
    r"(?:全市|全县|全区|全省|全校|我市|我县|我区|学校)?(?:要|将|须|拟|计划|确保|力争|争取|全面|基本|如期|继续|重点|启动)?"
    r"(?:完成|建成|实现|达到|建立|推进|新建|改建|扩建|开工|竣工|投用|投入使用|出台|培育|创建|启动|上线|交付|投产|封顶|通车|启用|验收)(?!了|的|情况|以来)"
)
STOP = Pattern(r"[。；;\n]")
PAST = Pattern(r"了|已|共[完建投]|累计|同比|以来|去年|上年|回顾|总结|受到|荣获|被评|期间|原计划|曾")
REVIEW = Pattern(r"回顾|总结|成效|形势|背景|基础|现状|情况|意义|主要工作|问题|经验|成绩|亮点")


@dataclass(frozen=True)
class Date(Check):
    """Reports one fault of dates.

    `impossible`: 2月30日, 13月. `malformed`: 年 or 月 is lost (202311月, 2024年327日), or a year no plan can have
    (0402年, 〔2121〕). `stale`: a commitment for a year before the plan's own; silent in sections that look back, in
    sentences that tell results, and without a year in the title. Values: `date`, and for `stale` also `plan` (the
    plan's year).
    """

    kind: Literal["date"]
    fault: Literal["impossible", "malformed", "stale"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each date with this fault."""
        if self.fault == "impossible":
            return self._impossible(document)
        return self._malformed(document) if self.fault == "malformed" else self._stale(document)

    def _impossible(self, document: Document) -> Iterator[Hit]:
        for match in (*document.matches(FULL), *document.matches(NUMERIC)):
            month, day = int(match["month"]), int(match["day"])
            leap = match["year"] is None or _leap(int(match["year"]))
            if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1] - (month == 2 and not leap):
                yield _hit(Span(*match.span()), match[0])
        for match in (*document.matches(MONTH), *document.matches(ALONE)):
            if not 1 <= int(match["month"]) <= 12:
                yield _hit(Span(*match.span()), match[0])
        for match in document.matches(WRITTEN):
            yield _hit(Span(*match.span("at")), match["at"])

    def _malformed(self, document: Document) -> Iterator[Hit]:
        for pattern in LOST:
            for match in document.matches(pattern):
                year, month, day = (match[name].lstrip("0") for name in ("year", "month", "day"))
                right = f"{year}年{month}月" + (f"{day}日" if day else "")
                yield Hit(Span(*match.span()), {"date": match[0]}, (Edit(Span(*match.span()), right),))
        strange = (Span(*match.span("at")) for pattern in STRANGE for match in document.matches(pattern))
        reached = 0
        for span in sorted(strange, key=lambda span: (span.start, -span.end)):
            if span.start >= reached:
                reached = span.end
                yield _hit(span, document.slice(span))

    def _stale(self, document: Document) -> Iterator[Hit]:
        if document.years is None:
            return
        first, body = document.years[0], document.zones.body
        for match in document.matches(PROMISED):
            if int(match["year"]) < first and match.start() in body and self._promises(document, match):
                place = Span(match.start("year"), match.end("year") + 1)
                yield Hit(place, {"date": document.slice(place), "plan": str(first)})

    def _promises(self, document: Document, match: re.Match[str]) -> bool:
        """Whether the clause promises, in a section that does not look back."""
        stop = STOP.search(document.text, match.end())
        clause = document.text[match.start() : stop.start() if stop else match.end() + 60]
        above = [s for s in document.outline.top if s.whole.start <= match.start() < s.whole.end]
        if not above or PAST.search(clause):
            return False
        sections = [s for s in document.outline.sections if s.whole.start <= match.start() < s.whole.end]
        return not any(REVIEW.search(document.slice(s.heading)) for s in sections)

    def anchors(self) -> tuple[str, ...] | None:
        """The dates that are looked at."""
        return {
            "impossible": (FULL, NUMERIC, MONTH, ALONE, WRITTEN),
            "malformed": (*LOST, *STRANGE),
            "stale": (PROMISED,),
        }[self.fault]

    def values(self) -> frozenset[str]:
        """The date, and the plan's year."""
        return frozenset({"date", "plan"}) if self.fault == "stale" else frozenset({"date"})

    def repairs(self) -> bool:
        """A date that lost a part can be completed."""
        return self.fault == "malformed"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _hit(span: Span, date: str) -> Hit:
    return Hit(span, {"date": date})
