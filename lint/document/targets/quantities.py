"""Quantities: numbers with a unit, in every way they are written, and words that mean all or none.

Digits of either width, Chinese numerals, both mixed with 万 and 亿; 百分之八十, 三分之二, 三成, 翻一番; 150-200次,
5%～10%; 全覆盖, 清零, 应助尽助. Ordinals, dates, numbers of documents and telephone numbers are none. Whether a
quantity commits to anything is for `commitments` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lint.document.targets.units import BEHIND_DIGITS, BEHIND_WORDS, LATIN, PER
from lint.numerals import number
from lint.patterns import HALF, Pattern
from lint.text import Span

D = r"[\d０-９]"
DIGITS = rf"(?:{D}{{1,3}}(?:[,，]{D}{{3}}){{1,4}}(?!{D})|{D}{{1,12}})(?:[.．]{D}{{1,4}})?"
CN = "零一二两三四五六七八九十百千"
AFTER = r"(?:[（(]含[）)])?(?:及?以[上下内]|之内|左右|上下)"
TO = r"[ ]?(?:[-—–~～－]{1,2}|至|到)[ ]?"
LOW_UNIT = rf"(?:[%％]|[万亿]?(?:个|所|名|项|人|元|次|家|亩|吨|公里|米|{LATIN})?)"
QUANTITY = Pattern(
    rf"""(?<![\d０-９A-Za-z.．〔\[第“"+#/])(?<![\d０-９][-—–])(?<!×)
    (?P<low>{DIGITS})(?:[ ]?(?P<lowunit>{LOW_UNIT}){TO}(?P<high>{DIGITS}))?[ ]?
    (?P<more>[余多])?(?P<many>[十百千万亿]{{0,3}})(?P<later>[余多])?[ ]?
    (?:(?P<unit>{BEHIND_DIGITS})(?P<per>{PER})?|(?P<bare>(?={AFTER}?(?:[，。；、,;）)\n]|\Z))))(?P<after>{AFTER})?
    |百分之(?P<percent>[一二三四五六七八九十百零点]{{1,6}}|{DIGITS})(?P<percentafter>{AFTER})?|百分(?P<whole>百)
    |(?P<half>一半|半数)(?P<halfafter>{AFTER})?
    |(?P<part>[{CN}]{{1,3}})分之(?P<parts>[{CN}]{{1,3}})(?P<partafter>{AFTER})?
    |(?P<cn>数?[{CN}]{{1,5}}[万亿]?)(?:[到至](?P<cnhigh>[{CN}]{{1,3}}))?(?P<cnmore>[余多])?(?P<cnunit>{BEHIND_WORDS})(?P<cnfive>[一二三四五六七八九半](?!个|年|月))?(?P<cnafter>{AFTER})?
    |(?:翻(?P<double>[一两二三])?番)
    |(?P<all>全面覆盖(?=[，。；、\n]|\Z)|全员覆盖|全部覆盖|(?:基本)?(?<!健)全覆盖|[应愿](?P<each>[\u4e00-\u9fff]{{1,2}})尽(?P=each))
    |(?P<none>(?:动态)?清零|零(?:控制|发生|事故|增长|容忍(?=率)|拒绝|失误|新增|死亡|感染|上访|违[规纪法]|差错|遗漏|辍学|复发|直排|填埋|案件
       |投诉|缺陷|返贫|火灾|伤亡|欠薪|弃管)|(?<=[为达到])零(?=[，。；、,;]))
    """,
    re.VERBOSE,
)
# Where a quantity may begin: found first, for the whole expression is slow to try at every character.
BEGINS = Pattern(
    "[0-9０-９]+|[零一二两三四五六七八九十百千]+|翻(?=[一两二三]?番)|全(?=[面员部]?覆盖)|[应愿](?=..?尽)|动(?=态清零)"
    "|清(?=零)|半(?=数)"
)
MINUS = Pattern("[到达为至于][-－−]$")  # 失业率为-5%
MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
NOT_BEFORE = Pattern(
    r"(?:第|〔|热线|电话|邮编|[编证文]号|令|附[件图表]?|首批|[前后]|[Tt][Oo][Pp]|[第专]栏|[a-zA-Z])\s?$"
)
NOT_AFTER = Pattern(r"^(?:号|年级|届|期(?!目标)|世纪|周年|版|以下简称|月(?!均)|日(?!均)|@)")
BOUND_BEFORE = Pattern(  # a number without a unit is a value where one of these stands before it
    r"(?:达到?|不低于|不少于|不小于|不高于|不超过|不大于|至少|超过|突破|高于|低于|小于|大于|优于"
    r"|[降升增提减][高升低少]?[至到]|保持在|稳定在|控制在"
    r"|[≥≤＞＜<>])[ ]?$"
)
SIBLING = Pattern(r"^[、和与及][\u4e00-\u9fff]{2,10}$")  # between values of one list: 小学20所、初中5、高中3所
COURSE = Pattern(r"^(?:[\u4e00-\u9fff]{0,4})?(?:培训|班|讲座|活动|研修|专题|沙龙|课)")
LIFE = Pattern(r"(?:寿命|年限)[^，。；\d]{0,6}$")  # else years are dates, terms and ages
SHARE_BEFORE = Pattern(r"(?:达到?|到|至|于|过|占|长|低|高|少|加|升|降|有|为|近|约|在)$")  # 增长一成, 减少一半
YEAR = Pattern(r"^(?:19|20)\d\d$")
LINE_NUMBER = Pattern(r"(?:^|\n)[ \t\u3000]*$")  # 2.7 at a line's start, before a blank, numbers the line


class Quantity(NamedTuple):
    """A quantity as it stands in the text.

    `amounts` are one number, or two of a range, with 万 and 亿 multiplied out; `unit` is without them. `bound` is what
    the quantity itself says: ≥ ≤ ≈ (以上, 以内, 左右), range, all or none (全覆盖, 清零), more (翻一番), else empty.
    """

    span: Span
    amounts: tuple[Decimal, ...]
    unit: str
    bound: str
    words: bool = False  # written in Chinese numerals


def read(text: str, region: Span) -> Iterator[Quantity]:
    """Every quantity in a region, in order."""
    reached = tried = region.start
    for begins in BEGINS.finditer(text, *region):
        match = QUANTITY.match(text, begins.start(), region.end) if begins.start() >= tried else None
        if match is None:
            continue
        tried = match.end()
        quantity = _quantity(text, match, SIBLING.match(text[reached : match.start()]) is not None)
        if quantity is not None:
            reached = match.end()
            yield quantity


def _quantity(text: str, match: re.Match[str], listed: bool) -> Quantity | None:
    span = Span(*match.span())
    if match["all"]:
        return Quantity(span, (Decimal(100),), "%", "all")
    if match["none"]:
        return Quantity(span, (Decimal(0),), "", "none")
    left, right = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 4]
    if (
        NOT_BEFORE.search(left)
        or NOT_AFTER.match(right)
        or (right[:1].isascii() and right[:1].isalpha() and match[0][-1] not in "%％")
    ):
        return None
    if match["low"]:
        return _in_digits(match, span, listed or BOUND_BEFORE.search(left) is not None, left)
    if match["percent"] or match["whole"]:
        written = match["percent"] or "百"
        amount = Decimal(100) if written in ("百", "一百") else _decimal(written)
        return Quantity(span, (amount,), "%", _bound(match["percentafter"]))
    if match["half"]:
        told = match["halfafter"] or SHARE_BEFORE.search(left)
        return Quantity(span, (Decimal(50),), "%", _bound(match["halfafter"])) if told else None
    if match["part"]:
        part, parts = number(match["part"]), number(match["parts"])
        share = Decimal(parts or 0) * 100 / Decimal(part) if part else Decimal(0)
        return Quantity(span, (round(share, 2),), "%", _bound(match["partafter"])) if part != 100 else None
    if match["cn"]:
        return _in_words(match, span, left, right)
    return Quantity(span, (Decimal(100 * (2 ** (number(match["double"] or "一") or 1) - 1)),), "%", "more")


def _in_digits(match: re.Match[str], span: Span, bare: bool, left: str) -> Quantity | None:
    unit = (match["unit"] or "").replace("％", "%").replace("㎡", "平方米")
    if match["bare"] is not None and (match["many"] in ("万", "亿") or not bare or YEAR.match(match["low"])):
        return None
    if LINE_NUMBER.search(left) and " " in match[0] and "." in match["low"]:
        return None
    if unit == "分" and not (match["after"] or BOUND_BEFORE.search(left)):  # 8时30分
        return None
    if unit in ("岁", "年") and not LIFE.search(left):
        return None
    many = _multiple(match["many"])
    if unit == "成":
        return Quantity(span, (_plain(_decimal(match["low"]) * 10),), "%", _bound(match["after"]))
    unit += (match["per"] or "").replace("／", "/")
    if match["high"]:
        low_many = MULTIPLES.get((match["lowunit"] or "")[:1], 0) or many
        ends = (_plain(_decimal(match["low"]) * low_many), _plain(_decimal(match["high"]) * many))
        return Quantity(span, ends, unit, "range")
    bound = _bound(match["after"]) or ("≈" if match["more"] or match["later"] else "")
    if MINUS.search(left):
        span, many = Span(span.start - 1, span.end), -many
    return Quantity(span, (_plain(_decimal(match["low"]) * many),), unit, bound)


def _in_words(match: re.Match[str], span: Span, left: str, right: str) -> Quantity | None:
    words, unit = match["cn"], match["cnunit"]
    if words[0] == "数" or left[-1:] in CN + "第百万亿·.":
        return None
    if unit == "期" and not COURSE.match(right):  # 机场三期 is a part of it
        return None
    amount = number(words.rstrip("万亿").replace("两", "二"))
    share = match["cnafter"] or match["cnfive"] or SHARE_BEFORE.search(left)
    if amount is None or (unit == "成" and not share) or (match["cnfive"] and unit != "成"):
        return None
    times = MULTIPLES.get(words[-1], 1) if words[-1] in "万亿" else 1
    if unit == "成":
        amount, unit = amount * 10 + (number((match["cnfive"] or "零").replace("半", "五")) or 0), "%"
    if match["cnhigh"]:
        return Quantity(span, (Decimal(amount), Decimal(number(match["cnhigh"]) or 0)), unit, "range", True)
    bound = _bound(match["cnafter"]) or ("≈" if match["cnmore"] else "")
    return Quantity(span, (Decimal(amount * times),), unit, bound, True)


def _bound(after: str | None) -> str:
    if not after:
        return ""
    return (
        "≥"
        if after.endswith("上") and "上下" not in after
        else "≤"
        if after[-1] in "下内" and "上下" not in after
        else "≈"
    )


def _multiple(names: str) -> Decimal:
    many = Decimal(1)
    for name in names:
        many *= MULTIPLES[name]
    return many


def _plain(amount: Decimal) -> Decimal:
    """An amount without the zeros of its writing: 22000.0 is 22000."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def _decimal(written: str) -> Decimal:
    plain = written.translate(HALF).replace(",", "")
    if plain[:1].isdigit():
        return Decimal(plain)
    whole, _, part = plain.partition("点")
    return Decimal(f"{number(whole) or 0}" + (f".{number(part)}" if part else ""))
