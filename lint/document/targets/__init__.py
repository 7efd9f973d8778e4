"""Targets: what a plan commits to in numbers.

Values are found first, then each is read to its left and right for operator, indicator, modality, deadline and
baseline. Results already reached are told from goals by the words of their sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lint.document.targets import clauses, deadlines, values
from lint.patterns import Pattern
from lint.text import Span

__all__ = ["Target", "read", "reviews"]

RESULT = Pattern(
    r"去年|上年|上一年|同比|截至|截止|累计(?!建设|完成\d)|已经|已(?=[完建实达新开培获有成形覆])|近年来|过去|以来|目前|现有(?!基础)|[成完达建办落](?:成|立|到|实)了|荣获|取得"
)
# Headings of what was done and of what only explains; what a plan announces under such words stays a target.
REVIEW = Pattern(
    r"回顾|成效|成绩|成就|新进展|工作总结|工作情况|基本情况|发展基础|现状|名词解释|名词注释|术语解释|完成情况|进展情况"
)
AHEAD = Pattern(
    r"聚焦|夯实|增强|提升|加强|巩固|强化|打造|构建|优化|完善|深化|加快|目标|任务|安排|重点工作|打算|思路|计划(?!完成)|要求|十五五|今后|下一步|下步"
)
# Sentences that open a review and those that end it, in reports without such headings.
OPENS = Pattern(r"(?:^|\n)[ \u3000]{0,8}(?:(?:一|五|三)年来|过去的?[一五三]年|这[一五三]年)")
ENDS = Pattern(
    r"清醒地?(?:看到|认识到)|(?:主要)?预期目标|今年(?:的)?(?:工作|要|政府)|做好20\d\d年|20\d\d年(?:工作)?(?:总体要求|重点|安排|目标)"
    r"|今后五年|未来五年|十五五"
)
YEAR = Pattern(r"20\d\d(?=年)")
STOPS = "。！？；;\n"
SENTENCE = 120  # characters to the left that belong to a value's sentence at most


class Target(NamedTuple):
    """One commitment.

    `span` covers value, unit and what qualifies them, `value` is how they are written without unit; `amounts` one
    number, or two of a range, with 万 and 亿 multiplied out; `unit` is without them. `operator` is ≥ ≤ = ≈ range
    change-by change-to or from-to; `baseline` what it rises or falls from. `indicator` is what is measured or made,
    with its span; `modality` ensure, reach, strive or explore; `deadline` the day by which it is due, where the text
    says so, with its span. `result` says that it tells what was reached.
    """

    span: Span
    value: str
    amounts: tuple[Decimal, ...]
    unit: str
    operator: str
    indicator: str
    indicator_span: Span | None
    modality: str
    deadline: date | None
    deadline_span: Span | None
    baseline: str
    result: bool


def reviews(text: str, headings: Sequence[tuple[Span, Span]]) -> list[Span]:
    """Where a text tells what was reached: sections by their headings (span of heading, of all of it), and openers."""
    found = []
    for heading, whole in headings:
        words = text[heading.start : heading.end]
        if "回顾" in words or (REVIEW.search(words) and not AHEAD.search(words)):
            found.append(whole)
    for match in OPENS.finditer(text):
        ended = ENDS.search(text, match.end())
        found.append(Span(match.start(), ended.start() if ended else match.end()))
    return sorted(found)


def read(text: str, region: Span, year: int | None = None, past: Sequence[Span] = ()) -> Iterator[Target]:
    """Every target and every result in a region of the text, in order.

    `year` is the plan's own; `past` are the parts of the text that tell what was reached.
    """
    for value in values.read(text, region):
        if _inside_title(text, value.span.start):
            continue
        begin = _sentence(text, value.span.start, region.start)
        around = clauses.read(text, value.span, value.unit, value.bound, begin)
        said = text[max(begin, value.span.start - SENTENCE) : value.span.end + 6].split("。")[0]
        end = _end(text, value.span.end)
        due = deadlines.read(text, Span(begin, end), year)
        indicator = around.indicator
        yield Target(
            value.span,
            text[value.span.start : value.span.end],
            _signed(value.amounts, text[begin : value.span.start], around.operator),
            value.unit,
            around.operator,
            text[indicator.start : indicator.end] if indicator else "",
            indicator,
            around.modality,
            due.day if due else None,
            due.span if due else None,
            around.baseline,
            RESULT.search(said) is not None or _past(said, year) or _inside(value.span, past),
        )


def _past(said: str, year: int | None) -> bool:
    """Whether a sentence speaks only of years before the plan's."""
    years = [int(found) for found in YEAR.strings(said)]
    return year is not None and bool(years) and max(years) < year


def _inside(span: Span, parts: Sequence[Span]) -> bool:
    return any(part.start <= span.start < part.end for part in parts)


def _signed(amounts: tuple[Decimal, ...], left: str, operator: str) -> tuple[Decimal, ...]:
    falls = operator == "change-by" and left.endswith(("下降", "降低", "减少", "压减", "缩减", "回落"))
    return tuple(-amount for amount in amounts) if falls else amounts


def _sentence(text: str, start: int, least: int) -> int:
    """Where the sentence of a value begins."""
    reach = max(least, start - SENTENCE)
    return max(reach, *(text.rfind(mark, reach, start) + 1 for mark in STOPS))


def _end(text: str, start: int) -> int:
    """Where the clause of a value ends."""
    reach = min(len(text), start + SENTENCE)
    found = (text.find(mark, start, reach) for mark in "，。；\n")
    return min((at for at in found if at >= 0), default=reach)


def _inside_title(text: str, offset: int) -> bool:
    """Whether a place stands between 《 and 》: a document's name commits to nothing."""
    begin = max(text.rfind("《", max(0, offset - 60), offset), text.rfind("\n", max(0, offset - 60), offset))
    return begin >= 0 and text[begin] == "《" and "》" not in text[begin:offset]
