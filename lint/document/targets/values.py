"""Values: numbers with a unit, in every way they are written, and words that mean all or none.

Digits of either width, Chinese numerals, both mixed with 万 and 亿; 百分之八十, 三成, 翻一番; 150-200次, 5%～10%;
全覆盖, 清零. Ordinals, dates, numbers of documents, names and slogans are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lint.numerals import number
from lint.patterns import HALF, Pattern
from lint.text import Span

DIGITS = r"[\d０-９](?:[\d０-９,，]{0,10}[\d０-９])?(?:[.．][\d０-９]{1,4})?"
CN = "一二两三四五六七八九十百千"
# Units behind digits; the longest first where one begins another.
UNITS = (
    r"[%％‰]|个百分点|个基点|(?:美元|欧元|元)|人次|人天|人日|户次|学时|课时|学分|班次|车次|批次|小时|分钟|平方公里|平方千米"
    r"|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|兆瓦|吨标准煤|标准煤|微克|张床位|床位|毫米"
    r"|[所个名项人次节套台篇场家处座条支期件间张本门种户对组批艘架头只棵盏部幅米天例倍成吨亩株辆册份栋幢轮步宗起副枚片段眼分月块类]"
)
VALUE = Pattern(
    rf"""(?<![\d０-９A-Za-z.．〔\[第“"+×#])(?<![\d０-９][-—–])
    (?P<low>{DIGITS})(?:[ ]?(?P<lowunit>[%％万亿]?)[ ]?(?:[-—–~～]{{1,2}}|至|到)[ ]?(?P<high>{DIGITS}))?[ ]?
    (?P<many>[十百千万亿]{{0,3}})(?P<more>余|多)?(?P<unit>{UNITS})(?P<after>以上|以下|以内|之内|左右|上下)?
    |百分之(?P<percent>[一二三四五六七八九十百零点]{{1,6}})(?P<percentafter>以上|以下|以内|左右)?
    |(?P<cn>[{CN}]{{1,5}}[万亿]?)(?P<cnmore>余|多)?
     (?P<cnunit>人次|小时|课时|学时|[所名家座人次场节个项门台套篇本支批户间处条元成])(?P<cnafter>以上|以下|以内|左右)?
    |翻(?P<double>[一两二三])?番
    |(?P<all>全面覆盖(?=[，。；、\n]|\Z)|全员覆盖|全部覆盖|(?:基本)?(?<!健)全覆盖|应[\u4e00-\u9fff]{{1,2}}尽[\u4e00-\u9fff]{{1,2}})
    |(?P<none>动态清零|清零|零控制|零发生|零事故|零增长|零容忍(?=率)|零拒绝|零失误|零新增|零死亡)
    """,
    re.VERBOSE,
)
MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
NOT_BEFORE = Pattern(r"(?:第|〔|热线|电话|邮编|[编证文]号|令|附件|图|表|版|首批|[a-zA-Z])\s?$")
RISES = Pattern(r"^(?:提高|提升|增加|增长|扩大|下降|降低|减少|降|增|压缩)(?:到|至)")  # behind what a target rises from
NOT_AFTER = Pattern(r"^(?:号|年级|届|期(?!目标)|世纪|周年|版|省[一-龥]{0,2}$|以下简称|[一-龥]{0,4}[”》])")
DATED = Pattern(r"^(?:[日底末初内中]|份|[ ]?\d|[上下]旬|起)")
# What a Chinese numeral before 个, 次, 项 … counts when it commits to nothing.
PHRASE = Pattern(
    r"^(?:全会|会议|方面|原则|意识|重点|环节|关系|层面|问题|层次|转变|坚持|聚焦|确保|维护|自信|结合|统一|对接|革命|文明|代表|务必"
    r"|专项|大|月|年|学期|学年|阶段|时期|百年|五年|小康|共同|中心|基本|关键|突出|短板|体系|目标|任务|到位|不|必|度|以上|角度|维度"
    r"|世纪|工程|行动|计划|规定|机制|制度|清单|平台|样|别|体|人|性|儿|方|更|一|抓|严|着力|注重|强化|加强|推进|提升)"
)
ONLY = Pattern(r"(?:只|仅|最多|任选)[^，。；]{0,6}$")  # 只享受一次 limits what others may have
MAKES = Pattern(
    r"新建|改建|扩建|建设|建成|建立|创建|打造|培育|培养|培训|举办|开展|组织|评选|遴选|选派|选树|招聘|引进|推出|新增|改造|完成|开设"
    r"|设立|召开|举行|承办|申报|争创|编写|出版|发布|参加|听课|不少于|不低于|至少|不超过|达到?|每[年月周学天人生]|每个|每所|每名|安排"
    r"|落实|投入|资助|补助"
)


class Value(NamedTuple):
    """A value as it stands in the text.

    `amounts` are one number, or two of a range, with 万 and 亿 multiplied out; `unit` is without them. `bound` is ≥, ≤
    or ≈ where the value says so itself (以上, 以内, 左右), `all` or `none` for words without a number, else empty.
    """

    span: Span
    amounts: tuple[Decimal, ...]
    unit: str
    bound: str


def read(text: str, region: Span) -> Iterator[Value]:
    """Every value in a region, in order, that might commit to something."""
    for match in VALUE.finditer(text, *region):
        value = _value(text, match)
        if value is not None:
            yield value


def _value(text: str, match: re.Match[str]) -> Value | None:
    left, right = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 8]
    span = Span(*match.span())
    if match["all"]:
        return Value(span, (Decimal(100),), "%", "all")
    if match["none"]:
        return Value(span, (Decimal(0),), "", "none")
    if NOT_BEFORE.search(left) or NOT_AFTER.match(right) or RISES.match(right) or _condition(left, match, right):
        return None
    if match["low"]:
        return _in_digits(match, span, right)
    if match["percent"]:
        return Value(span, (_decimal(match["percent"]),), "%", BOUNDS.get(match["percentafter"] or "", ""))
    if match["cn"]:
        return _in_words(match, span, left, right)
    return Value(span, (Decimal(100 * 2 ** ((number(match["double"] or "一") or 1) - 1)),), "%", "more")


def _condition(left: str, match: re.Match[str], right: str) -> bool:
    """Whether a value is a regulation's term (a subsidy's rate, days to report within), or what a target rises from."""
    clause = CLAUSE.split(left)[-1]
    if right.startswith("工作日") or clause.endswith(("等", "分", "共", "增设了", "提出了")):
        return True
    if HAVING.search(clause) or (match["unit"] == "元" and FIRMS.match(right)):
        return True
    if match["cn"] and (clause.endswith("每") or LISTED.match(right)):
        return True
    if match["unit"] in ("元", "%", "％") and SUBSIDY.search(clause):
        return True
    return OLD.search(clause) is not None and RISE.search(right) is not None


CLAUSE = Pattern(r"[，。；：！？\n]")
HAVING = Pattern(r"(?:应当?|须|必须)(?:具有|具备|有)[^，。；]{0,6}$")  # what applicants must have
FIRMS = Pattern(r"^(?:以上)?的?[\u4e00-\u9fff“”]{0,8}企业")  # a size that picks out firms
LISTED = Pattern(r"^、[一二三四五六七八九十][次届]")  # 六次、七次全会
SUBSIDY = Pattern(r"最高|给予|一次性|按照?[^，。；]{0,20}的$")
OLD = Pattern(r"[从由][^，。；]{0,20}$")
RISE = Pattern(r"^、?[^，。；]{0,20}(?:提高|提升|增加|增长|降低|下降)[到至]")
BOUNDS = {"以上": "≥", "以下": "≤", "以内": "≤", "之内": "≤", "左右": "≈", "上下": "≈"}


def _in_digits(match: re.Match[str], span: Span, right: str) -> Value | None:
    unit = match["unit"].replace("％", "%")
    if unit == "月" or (unit == "分" and not match["after"]) or (unit + right[:1]) in ("个月", "期间"):
        return None
    many = Decimal(1)
    for name in match["many"]:
        many *= MULTIPLES[name]
    low = _plain(_decimal(match["low"]) * many)
    if unit == "成":
        return Value(span, (low * 10,), "%", BOUNDS.get(match["after"] or "", ""))
    if match["high"]:
        low_many = many if match["lowunit"] not in MULTIPLES else Decimal(MULTIPLES[match["lowunit"]])
        ends = (_plain(_decimal(match["low"]) * low_many), _plain(_decimal(match["high"]) * many))
        return Value(span, ends, unit, "range")
    bound = BOUNDS.get(match["after"] or "", "") or ("≈" if match["more"] else "")
    return Value(span, (low,), unit, bound)


def _in_words(match: re.Match[str], span: Span, left: str, right: str) -> Value | None:
    """Three schools are a value; three aspects, or one 个 of anything that nobody makes, are none."""
    words, unit = match["cn"], match["cnunit"]
    many = MULTIPLES.get(words[-1], 1) if words[-1] in "万亿" else 1
    amount = number(words.rstrip("万亿").replace("两", "二"))
    if amount is None or (unit == "成" and not match["cnafter"]) or re.search(r"[一二三四五六七八九十百两]$", left):
        return None
    if amount == 1 or unit not in ("所", "名", "家", "座", "人次", "小时", "课时", "学时", "成"):
        clause = re.split(r"[，。；：、！？\n]", left)[-1]
        if (
            PHRASE.match(right)
            or ONLY.search(clause)
            or not MAKES.search(clause)
            or (amount == 1 and unit in "个项批条支套节")
        ):
            return None
    bound = BOUNDS.get(match["cnafter"] or "", "") or ("≈" if match["cnmore"] else "")
    if unit == "成":
        return Value(span, (Decimal(amount * 10),), "%", bound)
    return Value(span, (Decimal(amount * many),), unit, bound)


def _plain(amount: Decimal) -> Decimal:
    """An amount without the zeros of its writing: 22000.0 is 22000."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def _decimal(written: str) -> Decimal:
    plain = written.translate(HALF).replace(",", "")
    if plain[:1].isdigit():
        return Decimal(plain)
    whole, _, part = plain.partition("点")
    return Decimal(f"{number(whole) or 0}" + (f".{number(part)}" if part else ""))
