"""One thing of which a document says two values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Target
from lint.document.kinds import in_digits
from lint.patterns import Pattern
from lint.text import Span

# Indicators that have one value at a time. Of what is counted, one place may build three and another five.
LEVEL = Pattern(r"(?:率|比例|比重|占比|强度|浓度|指数|总值|总量|规模|收入|总额|天数|面积|里程|投资|产值|增加值)$")
SHORTEST = 4  # characters; 覆盖率 alone is of this here and of that there
CHANGES = ("change-by", "from-to")


YEAR = Pattern(r"(?:19|20)\d\d")
NUMERAL = r"[\d一二三四五六七八九十]{1,3}"
# What the text says of its own year: 2021年全市教育工作的总体要求是…
OWN_YEAR = Pattern(
    r"(?:^|[\n。])[ \t\u3000]*(?P<year>20\d\d)年(?:度)?(?:全[市县区省校旗州镇]|我[市县区省校局园]|本[市县区校局])?"
    r"[\u4e00-\u9fff]{0,8}工作的?(?:总体要求|总体思路|总体目标|指导思想|主要目标|基本思路|总的要求)"
)
# How a plan opens: 2021年是…之年, 2021年，我们将…, 为做好2021年…工作; it may look back, but only at the year before.
OPENS = Pattern(r"(?:^|\n)[ \t\u3000]*(?:为(?:进一步|切实|扎实|全面)?做好)?(?P<year>20\d\d)年(?P<rest>[^。\n]{2,120})")
FORWARD = Pattern(
    r"^(?:度)?(?:是[^。]{2,60}(?:之年|[一二]年|关键|开局|收官|起步|周年)|即将|[^。]{0,24}(?:将|要|围绕|坚持|重心|重点是|总体|指导思想|工作以))"
    r"|^[^。，]{2,20}(?:工作|服务)[，,]"
)
BACKWARD = Pattern(r"取得|完成了|以来|回顾|已|荣获|顺利|圆满|过去|刚刚")
# What a plan calls itself: 现将2024年工作计划…, 2017年的工作思路是…, 为做好2018年各项工作.
GOAL = Pattern(
    r"(?:根据|按照|围绕|对照|结合|依据)[^，。；\n《\d]{0,14}(?P<year>20\d\d)年(?:度)?(?:总体|年度|工作|经营|发展|重点|教育|教学|德育|安全)*"
    r"(?:目标|任务|部署|思路|要求|计划|安排|要点)"
)
TERM = Pattern(
    r"为(?:了)?(?:进一步|切实|扎实|全面)?(?:做好|抓好|推进|搞好)[^，。；\n《\d]{0,8}(?P<year>20\d\d)(?:[-—–~～至]{1,2}20\d\d)?(?:学?年)度?"
    r"[^，。；\n]{0,24}(?:工作|活动)(?=[，,])"
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
    r"(?:制[定订]|形成|提出)[^。，；\n\d]{0,6}(?P<year>20\d\d)年(?:度)?[\u4e00-\u9fff]{0,8}(?:计划|方案|要点|意见|打算|安排)(?=[。：:，])"
)
SIGNED = Pattern(rf"(?P<year>20\d\d)年{NUMERAL}月{NUMERAL}日[ \u3000]*$")
OPENING = 1500  # characters of the text in which it says what year it is for
# Each with how far the opening reaches in which it counts, and the years that it may look back.
PATTERNS = (
    (OWN_YEAR, OPENING, 0),
    (ANNOUNCED, OPENING // 5, 0),
    (TERM, OPENING // 5, 1),
    (GOAL, OPENING // 5, 1),
    (DECIDED, OPENING // 3, 1),
    (FORWARDED, OPENING // 3, 0),
    (HELD, OPENING // 3, 0),
    (MADE, OPENING // 3, 0),
)
VALUE = 60  # characters behind a label that hold its value


@dataclass(frozen=True)
class Conflict(Check):
    """Reports the second of two values of one thing; the first is named beside it.

    `of: target`: one indicator with the same unit, scope, deadline and modality. Two values of one sentence are steps
    of it, and what grows by two amounts may do so in turn. `of: year`: the year that the title says the plan is for
    against the year that the text gives to its own work, and against a date of writing, of the page or of the signature
    more than a year before it; that a page is published later says nothing. Values: `indicator` (计划年份 for years),
    `first`, `value`.
    """

    kind: Literal["conflict"]
    of: Literal["target", "year"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each value that contradicts an earlier one."""
        return self._targets(document) if self.of == "target" else self._years(document)

    def _years(self, document: Document) -> Iterator[Hit]:
        title, years = document.zones.title, document.years
        if title is None or years is None or not YEAR.search(in_digits(document.title)):
            return
        start = document.zones.body.start
        if document.kind == "report":
            yield from (_year(document, span, title, years) for span in _reported(document.text, start, years))
            return
        other = next(_other_years(in_digits(document.text[: start + OPENING]), start, years), None) or _section(
            document, years
        )
        if other is not None:
            yield _year(document, other, title, years)
        for span in _dated(document, years):
            yield _year(document, span, title, years)

    def _targets(self, document: Document) -> Iterator[Hit]:
        seen: dict[tuple[object, ...], Target] = {}
        for target in document.targets:
            if not _has_one_value(target):
                continue
            key = (target.indicator, target.unit, target.scope, target.deadline, target.modality == "strive")
            first = seen.setdefault(key, target)
            if first.amounts != target.amounts and _apart(document, first, target):
                named = {"indicator": target.indicator, "first": first.value, "value": target.value}
                yield Hit(target.span, named, related=(("先前的数值", first.span),))

    def anchors(self) -> tuple[str, ...] | None:
        """A digit."""
        return ("[0-9０-９]",)

    def values(self) -> frozenset[str]:
        """The indicator and its two values."""
        return frozenset({"indicator", "first", "value"})


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
        if ahead and not first - 1 <= int(match["year"]) <= last:
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
            at = document.text.find(written[0], entry.label.end, entry.label.end + VALUE)
            yield Span(at, at + 4)
    last = [line for line in document.lines if line.end <= document.zones.body.end or not line.chrome][-1:]
    for line in last:
        signed = SIGNED.match(in_digits(line.text))
        if signed and not years[0] - 1 <= int(signed["year"]) <= years[1] + 1:
            yield Span(line.start + signed.start("year"), line.start + signed.end("year"))


def _has_one_value(target: Target) -> bool:
    named = len(target.indicator) >= SHORTEST and LEVEL.search(target.indicator) is not None
    return named and target.operator not in CHANGES


def _apart(document: Document, first: Target, second: Target) -> bool:
    """Whether a sentence ends between two targets."""
    return any(mark in document.text[first.span.end : second.span.start] for mark in "。；\n")


def _year(document: Document, span: Span, title: Span, years: tuple[int, int]) -> Hit:
    first = "—".join(dict.fromkeys(map(str, years)))
    return Hit(
        span, {"indicator": "计划年份", "first": first, "value": document.slice(span)}, related=(("标题", title),)
    )
