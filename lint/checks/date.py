"""Dates that cannot be, lost a part, or lie before the plan that promises them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint import dates
from lint.checks.check import Check, Hit, narrowed
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Regions, Span

WEEK = "一二三四五六日"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
PROMISED = (
    r"(?<![\d\-—–~～至到(（《])(?P<year>(?:19|20)\d\d)年(?:[上下]半年|年?底|末|\d{1,2}月(?:底|份)?|[春秋]季学期)?(?:之?前|内)?[,，]?"
    r"(?:全市|全县|全区|全省|全校|我市|我县|我区|学校)?(?:要|将|须|拟|计划|确保|力争|争取|全面|基本|如期|继续|重点|启动)?"
    r"(?:完成|建成|实现|达到|建立|推进|新建|改建|扩建|开工|竣工|投用|投入使用|出台|培育|创建|启动|上线|交付|投产|封顶|通车|启用|验收)(?!了|的|情况|以来)"
)
# Where goals are set, more words promise.
SET = (
    r"(?<![\d\-—–~～至到(（《])(?P<year>(?:19|20)\d\d)年[，,]?(?:全[市县区省镇]|城镇|全年)?(?:计划|预计|拟|要|将)?"
    r"(?:建设|新增|招生|培训|改造|实施|开展|组织|招聘|培育|引进|创建)(?!了|的|情况|以来)"
)
GOALS = Pattern(r"目标|任务|招生计划|建设计划|指标")
STOP = Pattern(r"[。；;\n]")
PAST = Pattern(r"了|已|共[完建投]|累计|同比|以来|去年|上年|回顾|总结|受到|荣获|被评|期间|原计划|曾")
REVIEW = Pattern(r"回顾|总结|成效|形势|背景|基础|现状|情况|意义|主要工作|问题|经验|成绩|亮点")


@dataclass(frozen=True)
class Date(Check):
    """Reports one fault of dates.

    `impossible`: 2月30日, 13月. `malformed`: 年 or 月 is lost (202311月, 2024年327日), or a year no plan can have
    (0402年, 〔2121〕). `stale`: a commitment for a year before the plan's own; silent in sections that look back, in
    sentences that tell results, and without a year in the title. `weekday`: the day of the week beside a date with its
    year is another. Values: `date`, for `stale` also `plan` (the plan's year), for `weekday` also `weekday` (the one
    that the calendar has).
    """

    kind: Literal["date"]
    fault: Literal["impossible", "malformed", "stale", "weekday"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each date with this fault."""
        if self.fault == "impossible":
            return self._impossible(document)
        if self.fault == "weekday":
            return self._weekday(document)
        return self._malformed(document) if self.fault == "malformed" else self._stale(document)

    def _impossible(self, document: Document) -> Iterator[Hit]:
        for match in (*document.matches(dates.FULL), *document.matches(dates.NUMERIC)):
            month, day = int(match["month"]), int(match["day"])
            leap = match["year"] is None or _leap(int(match["year"]))
            if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1] - (month == 2 and not leap):
                yield _hit(Span(*match.span()), match[0])
        for match in document.matches(dates.MONTH):
            if not 1 <= int(match["month"]) <= 12:
                yield _hit(Span(*match.span()), match[0])
        for match in document.matches(dates.ALONE, dates.WRITTEN):
            yield _hit(Span(*match.span()), match[0])

    def _weekday(self, document: Document) -> Iterator[Hit]:
        """Each day of the week that is not the date's; which of the two is wrong, nobody can tell."""
        for match in document.matches(*dates.WEEKDAY):
            try:
                day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue  # an impossible date, which is a fault of its own
            right = WEEK[day.weekday()]
            if match["weekday"].replace("天", "日") != right:
                yield Hit(narrowed(match), {"date": match["date"], "weekday": f"星期{right}"})

    def _malformed(self, document: Document) -> Iterator[Hit]:
        """A date that can be completed says so; of two that overlap the longer counts."""
        found: list[Hit] = []
        for match in document.matches(*dates.LOST):
            year, month, day = (match[name].lstrip("0") for name in ("year", "month", "day"))
            right = f"{year}年{month}月" + (f"{day}日" if day else "")
            found.append(Hit(Span(*match.span()), {"date": match[0]}, (Edit(Span(*match.span()), right),)))
        strange = (narrowed(match) for match in document.matches(*dates.MALFORMED))
        found += (_hit(span, document.slice(span)) for span in strange)
        reached = 0
        for hit in sorted(found, key=lambda hit: (hit.span.start, not hit.edits, -hit.span.end)):
            if hit.span.start >= reached:
                reached = hit.span.end
                yield hit

    def _stale(self, document: Document) -> Iterator[Hit]:
        if document.years is None:
            return
        first, body = document.years[0], document.zones.body
        goals = Regions(sorted(s.whole for s in document.outline.top if GOALS.search(document.slice(s.heading))))
        set_ = (match for match in document.matches(SET) if match.start() in goals)
        promised = {match.start(): match for match in (*set_, *document.matches(PROMISED))}
        for _, match in sorted(promised.items()):
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
            "impossible": dates.IMPOSSIBLE,
            "malformed": (*dates.LOST, *dates.MALFORMED),
            "stale": (PROMISED, SET),
            "weekday": dates.WEEKDAY,
        }[self.fault]

    def values(self) -> frozenset[str]:
        """The date, and the plan's year or the day of the week."""
        more = {"stale": ("plan",), "weekday": ("weekday",)}
        return frozenset({"date", *more.get(self.fault, ())})

    def repairs(self) -> bool:
        """A date that lost a part can be completed."""
        return self.fault == "malformed"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _hit(span: Span, date: str) -> Hit:
    return Hit(span, {"date": date})
