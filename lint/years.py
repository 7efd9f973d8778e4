"""The years that a document gives to its own work, beside the one that its title names.

Where a text says what year it is for, it does so in few ways: it opens with it, names it in what it lays down,
forwards or follows, in the headings of its sections, and in its dates. A plan looks back one year at most.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Document
from lint.document.kinds import in_digits
from lint.patterns import Pattern
from lint.text import Span

YEAR = Pattern(r"(?:19|20)\d\d")
NUMERAL = r"[\d一二三四五六七八九十]{1,3}"
# What the text says of its own year: 2021年全市教育工作的总体要求是…
OWN_YEAR = Pattern(
    r"(?:^|[\n。])[ \t\u3000]*(?P<year>20\d\d)年度?[，,]?(?:全[市县区省校旗州镇]|我[市县区省校局园]|本[市县区校局])?"
    r"[\u4e00-\u9fff]{0,8}工作的?(?:总体要求|总体思路|总体目标|指导思想|主要目标|基本思路|总的要求)"
)
# How a plan opens: 2021年是…之年, 2021年，我们将…, 为做好2021年…工作; it may look back, but only at the year before.
OPENS = Pattern(r"(?:^|\n)[ \t\u3000]*(?:为(?:进一步|切实|扎实|全面)?做好)?(?P<year>20\d\d)年(?P<rest>[^。\n]{2,120})")
FORWARD = Pattern(
    r"^(?:度)?(?:是[^。]{2,60}(?:之年|[一二]年|关键|开局|收官|起步|周年)|即将|[^。]{0,24}(?:将|要|围绕|坚持|重心|重点是|总体|指导思想|工作以))"
    r"|^[^。，]{2,20}(?:工作|服务)[，,]"
)
# What is said of the coming year only: 2023年，我们将…, 2023年是…的开局之年 without a word of what was done.
COMING = Pattern(
    r"^度?[，,]?[^。，将]{0,14}将(?!近|其|一|军|会)|^度?是[^。]{2,60}(?:开局|关键|收官|起步|攻坚|决胜|夺取|打基础|承上启下)"
)
DONE = Pattern(r"取得|完成了|回顾|年来|全年|过去|圆满|荣获|成绩|成效|我们经历")
BACKWARD = Pattern(r"取得|完成了|以来|回顾|已|荣获|顺利|圆满|过去|刚刚")
# What a plan calls itself: 现将2024年工作计划…, 2017年的工作思路是…, 为做好2018年各项工作.
GOAL = Pattern(
    r"(?:根据|按照|围绕|对照|结合|依据)[^，。；\n《\d]{0,14}(?P<year>20\d\d)年(?:度)?(?:总体|年度|工作|经营|发展|重点|教育|教学|德育|安全)*"
    r"(?:目标|任务|部署|思路|要求|计划|安排|要点)"
)
TERM = Pattern(
    r"为(?:了)?(?:进一步|切实|扎实|全面)?(?:做好|抓好|推进|搞好)[^，。；\n《\d]{0,8}(?P<year>20\d\d)(?:[-—–~～至]{1,2}20\d\d)?(?:学?年)度?"
    r"(?![^，。；\n]{0,24}(?:考核|评估|总结|清算|汇算|年报|年检|统计|审计|评价|报告|公示))[^，。；\n]{0,24}(?:工作|活动)(?=[，,])"
)
ANNOUNCED = Pattern(
    r"(?:^|[\n，,]|现将)[ \t\u3000]*(?:为(?:进一步|切实|扎实|全面)?做好)?(?P<year>20\d\d)年(?:度)?的?(?:全年)?"
    r"(?:各项)?工作(?:思路|安排|计划|要点|打算|(?=[，,]))"
)
# What a section says that it looks back at, or ahead to: 一、2025年工作回顾, 二、2026年重点任务.
REVIEWED = Pattern(r"(?P<year>20\d\d)年(?:度)?[\u4e00-\u9fff]{0,8}(?:回顾|总结|完成情况|成效|成绩)")
PLANNED = Pattern(
    r"(?P<year>20\d\d)年(?:度)?(?:[全我本][市县区省校局镇]|主要|重点|下一步|总体|工作的?)*"
    r"(?:目标|任务|安排|思路|打算|计划|举措|要点|重点)"
)
# What a notice forwards, and when an event is held: 现将《2023年…要点》印发给你们, 活动时间：2023年6月.
FORWARDED = Pattern(r"(?:现将|现印发)《[^》\n\d]{0,20}(?P<year>20\d\d)年[^》\n]{2,40}》(?:印发|转发|下发|予以)")
DECIDED = Pattern(r"决定(?:自|从|于|在)(?P<year>20\d\d)年")
HELD = Pattern(r"(?:活动|实施|开展|举办|比赛|培训|会议|整治|行动)时间[:：][^\n。\d]{0,6}(?P<year>20\d\d)年")
# What a report says that it reports: 2020年即将过去, 以上是我局2020年的工作情况.
PASSED = Pattern(
    r"(?:^|[\n。，])[ \t\u3000]*(?P<year>20\d\d)年(?:度)?(?:即将|就要|已经?|悄然|转眼间?)(?:过去|结束|逝去)"
)
SAID = Pattern(
    r"以上(?:就?是|为)[^。，；\n\d]{0,14}(?P<year>20\d\d)年(?:度)?的?(?:工作|学习|安全|教学|德育)?(?:情况|总结|计划|安排|汇报|打算)"
)
# What the text says it lays down: 结合实际，制定2016年工作计划.
MADE = Pattern(
    r"(?:制[定订]|形成|提出)[^。，；\n\d]{0,6}(?P<year>20\d\d)年(?:度)?[\u4e00-\u9fff]{0,8}(?:计划|方案|要点|意见|打算|安排)(?=[。：:，]|如下)"
)
SIGNED = Pattern(rf"(?P<year>20\d\d)年{NUMERAL}月{NUMERAL}日[ \u3000]*$")
AFTER = 80  # characters behind a sentence that may tell what was done
OPENING = 1500  # characters of the text in which it says what year it is for
# Each with how far the opening reaches in which it counts, and the years that it may look back.
PATTERNS = (
    (OWN_YEAR, OPENING, 0),
    (ANNOUNCED, OPENING // 5, 0),
    (TERM, OPENING // 5, 0),
    (GOAL, OPENING // 5, 1),
    (DECIDED, OPENING // 3, 1),
    (FORWARDED, OPENING // 3, 0),
    (HELD, OPENING // 3, 0),
    (MADE, OPENING // 3, 0),
)


def wrong(document: Document) -> Iterator[Span]:
    """The years that are none of those in the title; nothing where the title names no year."""
    years = document.years
    if document.zones.title is None or years is None or not YEAR.search(in_digits(document.title)):
        return
    start = document.zones.body.start
    if document.kind == "report":
        yield from _reported(document.text, start, years)
        return
    other = next(_other_years(in_digits(document.text[: start + OPENING]), start, years), None)
    other = other or _section(document, years)
    yield from () if other is None else (other,)
    yield from _dated(document, years)


def _other_years(text: str, start: int, years: tuple[int, int]) -> Iterator[Span]:
    """The years that a text's beginning gives to its own work and that are none of the plan's."""
    first, last = years
    for pattern, reach, back in PATTERNS:
        for match in pattern.finditer(text, max(0, start - 1), start + reach):
            if not first - back <= int(match["year"]) <= last:
                yield Span(*match.span("year"))
    for match in OPENS.finditer(text, max(0, start - 1), start + OPENING // 3):
        rest = match["rest"]
        ahead = FORWARD.search(rest) and not BACKWARD.search(rest) and str(first) not in rest
        coming = COMING.search(rest) and not DONE.search(text, match.start(), match.end() + AFTER)
        if ahead and not first - (not coming) <= int(match["year"]) <= last:
            yield Span(*match.span("year"))


def _reported(text: str, start: int, years: tuple[int, int]) -> Iterator[Span]:
    """The years that a report says have passed, or that it says it reports, and that are none of its title's."""
    first, last = years
    passed = PASSED.finditer(text, max(0, start - 1), start + OPENING // 3)
    for match in (*passed, *SAID.finditer(text, start)):
        if not first <= int(match["year"]) <= last:
            yield Span(*match.span("year"))


def _section(document: Document, years: tuple[int, int]) -> Span | None:
    """The year of a section that looks ahead beyond the year after the plan's, or back further than the one before."""
    first, last = years
    headings = [section.heading for section in document.outline.top]
    planned = [PLANNED.search(document.text, heading.start, heading.end) for heading in headings]
    reviewed = [REVIEWED.search(document.text, heading.start, heading.end) for heading in headings]
    odd = [match for match in planned if match and not first <= int(match["year"]) <= last + 1]
    if first == last:
        odd += [match for match in reviewed if match and not first - 1 <= int(match["year"]) <= last]
    return Span(*odd[0].span("year")) if odd else None


def _dated(document: Document, years: tuple[int, int]) -> Iterator[Span]:
    """Dates more than a year before the plan: of its writing or its page, and of its signature; that is early, too."""
    for entry in document.metadata:
        written = YEAR.search(entry.value) if entry.name == "date" else None
        if written and int(written[0]) < years[0] - 1:
            at = document.text.index(written[0], entry.label.start)
            yield Span(at, at + 4)
    last = [line for line in document.lines if line.end <= document.zones.body.end or not line.chrome][-1:]
    for line in last:
        signed = SIGNED.match(in_digits(line.text))
        if signed and not years[0] - 1 <= int(signed["year"]) <= years[1] + 1:
            yield Span(line.start + signed.start("year"), line.start + signed.end("year"))
