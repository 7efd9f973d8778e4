"""Sizes: a measure that picks out what has it commits to nothing: 500万元以上的项目, 时速600公里列车, 不足15人的园."""

from __future__ import annotations

from lint.document.targets.places import Place
from lint.document.targets.units import SIZES
from lint.patterns import Pattern

ATTRIBUTE = Pattern(
    r"^(?:（含）)?(?:及以[上下])?的?(?![，。；、：）)\n]|以[上下]|左右|用于|支持|推动|用来|开展|建设|新建|改造|实施|购置"
    r"|启动|改善|完善|打造|更新|推进|发展)[\u4e00-\u9fffA-Z“]"
)
MONEY = Pattern(
    r"^(?:以上)?的?[^企和，。；]{0,12}(?:资金|投资|经费|基金|贷款|补助|专项|债券|信贷|融资|预算|奖金|授信"
    r"|产值|收入)"
)
FIRMS = Pattern(
    r"^(?:（含）)?(?:及?以[上下])?的?[\u4e00-\u9fff“”、（）]{0,16}?(?:企业|机组|锅炉|项目|机构|园区|场[^景地所]?"
    r"|单位|机场|集群|产业链|技改|产业)"
)
BOUND = Pattern(r"(?:(?<!不超)过|(?<!不少)(?<!不低)(?<!不高)于|达到?|突破|超|逾|不足|不满|未满|未达)[ ]?$")
AIM = Pattern(r"^的(?:目标|要求|水平|标准|任务|既定|预期)")  # 达到90%的目标 is no size
# 亩均税收不低于12万元的，可优先保障: who is meant, and then what they get.
WHERE = Pattern(
    r"^[^，。；\n]{0,40}的[\u4e00-\u9fff]{0,8}[，,](?:可|给予|按|予以|优先|一次性|享受|认定|纳入|奖励|补助)"
    r"|^[^，。；\n]{0,12}的(?:不予|不得|可以|可申|应及时|应当)"
)
SET_UP = Pattern(r"设立|组建|建设|建立|打造|培育|形成|新建|规模")  # 设立规模不少于100亿元的基金
GROWN = Pattern(r"(?:增长|提高|下降|降低|增加|减少)$")  # 增长1倍的县区
CALIBRE = Pattern(r"^(?:口径|直径|跨[度径]|量程|级|量级|范围)")
SIZED = Pattern(
    r"(?:时速|口径|直径|厚度|高度|长度|宽度|面积|容量|功率|频率|规模|吨位|机龄|年龄|收入|产值|投资|金额|资金"
    r"|销售额?|营收|运量|吞吐量|人口)[^，。；]{0,8}$"
)
REACHES = ("达到", "增加", "新增", "增长", "完成")
CONDITION = Pattern(r"^(?:（含）|\(含\))?(?:的|的企业|的项目|的单位|及以[上下]的?)(?=[，,；;。、]|$)")
FOR_WHOM = Pattern(r"^(?:其中[，,]?)?(?:对|对于|凡|如|若|按照?每)")
AHEAD = 60  # characters behind a quantity that tell who is meant


def picks_out(place: Place) -> bool:
    """Whether a quantity says which are meant, not how many are to be."""
    quantity, left, right = place.quantity, place.left, place.right
    end, bound = quantity.span.end, BOUND.search(place.left) is not None
    if CONDITION.match(right) or CALIBRE.match(right) or WHERE.match(place.text[end : end + AHEAD]):
        return True
    if place.text[end : end + 1] in ("）", ")") and quantity.bound in ("≥", "≤") and SIZED.search(left):
        return True
    if quantity.unit in ("%", "倍") and right.startswith("的") and GROWN.search(left):
        return True
    if FOR_WHOM.match(left.strip()) and "的" in right:
        return True
    if bound and right.startswith("的") and not AIM.match(right) and not SET_UP.search(left):
        return True
    return quantity.unit in SIZES and ATTRIBUTE.match(right) is not None and _measures(place, bound)


def _measures(place: Place, bound: bool) -> bool:
    """Whether a measure before a noun is a size of it."""
    left, right, limited = place.left, place.right, place.quantity.bound in ("≥", "≤")
    if MONEY.match(right):
        return False
    if (bound or limited) and (FIRMS.match(right) is not None or (limited and right.startswith("的"))):
        return True
    return SIZED.search(left) is not None and not left.endswith(REACHES)
