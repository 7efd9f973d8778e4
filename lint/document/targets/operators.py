"""Operators: whether a target is a level, a bound, a range or a change, and from where it rises or falls."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Span

GAP = r"(?:分别|均|各|都|总数|数量)?(?:达到?|为|至|到)?(?:每[\u4e00-\u9fff]{1,5})?[ \u3000]*$"
BY = r"(?:幅度)?(?:了|约|近|超过|不低于|不少于|不超过|[超逾])?"  # between a change and its amount
# The words right before a value; the first that match count. A bound of the value itself (以上) comes before them.
OPERATORS = tuple(
    (operator, Pattern(words + GAP))
    for operator, words in (
        (
            "≥",
            r"(?:不低于|不少于|不小于|不下于|不短于|至少|最低|(?<!不)(?<!不得)(?:高于|超过|突破|大于|多于)"
            r"|(?<![不率])[超逾](?!过)|[≥＞>≧])",
        ),
        (
            "≤",
            r"(?:不得?超过|不得?高于|不得?多于|不得?大于|不超|(?<!不)(?:低于|少于|小于|短于)|最多|最高|控制在"
            r"|限制在|压[减降缩][到至在]|[≤＜<≦])",
        ),
        ("≤", r"(?:精度|误差|分辨率|[时延]延)[^，。；]{0,4}优于"),
        ("≥", r"优于"),
        ("≤", r"(?:不高于|不超过)[\u4e00-\u9fff]{2,16}的"),
        ("≥", r"(?:不低于|不少于)[\u4e00-\u9fff]{2,16}的"),
        ("≥", r"至少[\u4e00-\u9fff]{1,8}"),
        ("≈", r"(?<![0-9])(?:大约|接近|约|近(?!年)|趋于?|±)"),
        (
            "change-to",
            r"(?:(?:提高|提升|增加|增长|扩大|拓展|上升|下降|降低|压缩|缩短|减少|压减|精简|调整|升|增|降|减"
            r"|扩)(?:到|至|为)|调整为)",
        ),
        ("+", r"(?:增长|增加|上升|扩大|上浮|增收|增产|同比增|递增|(?<![新净])增|升高|高出|提前)" + BY),
        ("↑", r"(?:提高|提升)" + BY),
        (
            "-",
            r"(?:下降|降低|减少|压减|压降|缩减|回落|缩短|精简|减排|节约|减重|减量|削减|下调|下浮)" + BY,
        ),
    )
)
CHANGES = OPERATORS[-3:]
COUNTED = frozenset(("所", "个", "家", "名", "项", "亩", "公里", "条", "座", "处", "套", "户"))
CHANGE = {"+": 1, "↑": 1, "-": -1}
FROM = Pattern(
    r"[由从](?P<from>[^，。；]{0,16}?[\d０-９][\d０-９.]*\s?[%％]?[^，。；\d]{0,8}?)"
    r"(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压缩|缩短|压减|降|增|升|减|扩)(?:到|至|为)(?:约|近)?[ ]*$"
)


class Relation(NamedTuple):
    """The operator of a target, the sign of its amounts (-1 for what falls by them), and its baseline."""

    operator: str
    sign: int
    baseline: Span | None


def read(place: Place, shared: str) -> Relation:
    """How a quantity relates to what it measures; `shared` is the operator of the value before it in a list."""
    bound, left = place.quantity.bound, place.left
    if bound in ("all", "none"):
        return Relation("≈" if left.endswith(("趋", "趋于", "趋近")) else "=", 1, None)
    if bound == "more":
        return Relation("change-by", 1, None)
    rises = FROM.search(left)
    if rises:
        return Relation("from-to", 1, Span(place.start + rises.start("from"), place.start + rises.end("from")))
    told = next((name for name, pattern in OPERATORS if pattern.search(left)), "")
    changed = told if told in CHANGE else _changed(left) if told in ("≥", "≤", "≈", "") else ""
    if changed == "↑" and place.quantity.unit in COUNTED:  # 提升100家企业服务水平: so many are improved
        changed = told = ""
    if changed:
        return Relation("change-by", CHANGE[changed], None)
    if shared == "change-by" and not told:
        return Relation(shared, 1, None)
    if bound:
        return Relation(bound, 1, None)
    if shared in ("≥", "≤", "≈", "change-to") and not told:
        return Relation(shared, 1, None)
    return Relation(told or "=", 1, None)


BETWEEN = Pattern(r"(?:不低于|不少于|不小于|不超过|不高于|超过|至少|约|近|达到?|为|在|[ ])+$")


def _changed(left: str) -> str:
    """+ or - where a bound stands behind a change: 增长不低于5%."""
    between = BETWEEN.search(left)
    if between is None:
        return ""
    return next((name for name, pattern in CHANGES if pattern.search(left[: between.start()])), "")


def signed(amounts: tuple[Decimal, ...], sign: int) -> tuple[Decimal, ...]:
    """Amounts with the sign of their change."""
    return amounts if sign > 0 else tuple(-amount for amount in amounts)
