"""Quantified targets: what a plan commits to in numbers.

Values are found first (a number with a unit, or a word that means all or none), then each is read to its left for
operator and indicator. Ordinals, dates, numbers of documents, named programmes and results already reached are no
targets. Forms: 达到85%以上, 不少于150次, 新建20所, 700-800人, 力争…全覆盖.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

NUMBER = r"[\d０-９](?:[\d０-９,，]{0,10}[\d０-９])?(?:[.．][\d０-９]{1,4})?"
UNITS = (
    r"[%％]|个百分点|个基点|(?:万|亿|千|百)*(?:元|美元|人次|人|户|吨|平方米|平方公里|立方米|公里|千米|千瓦时|千瓦|标准煤|亩|公顷|株|辆|册|份)"
    r"|课时|学时|人次|批次|例|倍|成|[万亿]?(?:多|余)?(?:所|个|名|项|人|次|节|套|台|篇|场|家|处|座|条|支|期|件|间|张|本|门|种|户|对|组|批|艘|架|头|只|棵|盏|部|幅|米|天|小时|分钟)"
)
VALUE = Pattern(
    rf"""(?<![\d０-９A-Za-z.．〔\[第“"+×#-])
    (?P<value>{NUMBER}(?:\s?[万亿%％]?\s?[-—–~～至到]+\s?{NUMBER})?)\s?
    (?:余|多)?(?P<unit>{UNITS})(?P<after>以上|以下|以内|左右|上下)?
    |百分之(?P<percent>[一二三四五六七八九十百零]{{1,6}})
    |(?P<chinese>[一两二三四五六七八九十]{{1,3}})(?P<unit3>小时|课时|学时)
    |(?P<chinese2>[两三四五六七八九十百]{{1,4}})(?P<unit2>所|名|家|座|万人|万元|亿元|成(?=以上|左右))(?!年|级|期|届|化)
    |(?P<all>全覆盖|全员覆盖|全部覆盖|清零|零控制|零发生|零事故|零增长|零容忍(?=率)|应[\u4e00-\u9fff]{{1,2}}尽[\u4e00-\u9fff]{{1,2}})
    """,
    re.VERBOSE,
)
OPERATORS = (
    ("≥", Pattern(r"(?:不低于|不少于|不小于|不下于|至少|(?<!不)(?:高于|超过|突破|大于))[^，。；,;]{0,4}$")),
    ("≤", Pattern(r"(?:不超过|不高于|不多于|不大于|低于|少于|控制在|压减到|压减至)[^，。；,;]{0,4}$")),
    (
        "→",
        Pattern(
            r"(?:提高到|提升到|提高至|提升至|增至|增加到|增长到|扩大到|降至|降到|降低到|下降到|压缩到|达到|达)[^，。；,;]{0,4}$"
        ),
    ),
    ("Δ", Pattern(r"(?:提高|增长|增加|新增|下降|降低|减少|压减|提升|年均)[^，。；,;]{0,6}$")),
)
CLAUSE = Pattern(r"[，。；、：！？,;:\n]")
NOT_BEFORE = Pattern(r"(?:第|〔|热线|电话|邮编|[编证文]号|令|附件|图|表|版|[a-zA-Z])\s?$")
NOT_AFTER = Pattern(r"^(?:号|年级|届|期(?!目标)|世纪|周年|版|省[一-龥]{0,2}$)")
RESULT = Pattern(
    r"去年|上年|上一年|同比|截至|截止|累计(?!建设|完成\d)|已经|已(?=[完建实达新开培获有成形覆])|近年来|过去|以来|目前|现有|[成完达建办落](?:成|立|到|实)了|荣获|取得"
)


class Target(NamedTuple):
    """One commitment: its value and unit as written, operator (≥ ≤ = → Δ or all/none), and the words that say of what.

    `span` covers value, unit and what qualifies them; `indicator` is the clause to the left.
    """

    span: Span
    value: str
    unit: str
    operator: str
    indicator: str


def read(text: str, region: Span) -> Iterator[Target]:
    """Every target in a region of the text, in order."""
    for match in VALUE.finditer(text, region.start, region.end):
        target = _target(text, match)
        if target is not None:
            yield target


def _target(text: str, match: re.Match[str]) -> Target | None:
    left = text[max(0, match.start() - 40) : match.start()]
    if NOT_BEFORE.search(left) or NOT_AFTER.search(text[match.end() : match.end() + 4]):
        return None
    if _inside_title(text, match.start()) or RESULT.search(_sentence(text, match.start(), match.end())):
        return None
    clause = CLAUSE.split(left)[-1].strip()
    value = match["value"] or match["percent"] or match["chinese"] or match["chinese2"] or match["all"]
    unit = match["unit"] or match["unit2"] or match["unit3"] or ("%" if match["percent"] else "")
    return Target(Span(*match.span()), value, unit, _operator(left, match), clause)


def _operator(left: str, match: re.Match[str]) -> str:
    if match["all"]:
        return "all"
    after = match["after"] or ""
    if after == "以上":
        return "≥"
    if after in ("以下", "以内"):
        return "≤"
    return next((sign for sign, pattern in OPERATORS if pattern.search(left)), "=")


def _inside_title(text: str, offset: int) -> bool:
    """Whether a place stands between 《 and 》: a document's name commits to nothing."""
    begin = max(text.rfind("《", max(0, offset - 60), offset), text.rfind("\n", max(0, offset - 60), offset))
    return begin >= 0 and text[begin] == "《" and "》" not in text[begin:offset]


def _sentence(text: str, start: int, end: int) -> str:
    """The part of the sentence up to and just after a value, at most 120 characters to its left."""
    left = text[max(0, start - 120) : start]
    cut = max(left.rfind(mark) for mark in "。！？；;\n")
    return left[cut + 1 :] + text[start : end + 6].split("。")[0]
