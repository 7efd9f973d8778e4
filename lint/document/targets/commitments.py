"""Which quantities commit to something.

Names do not, nor sizes and conditions (`sizes`), terms of rules (`terms`) and counts of what exists.
"""

from __future__ import annotations

from lint.document.targets import sizes, terms
from lint.document.targets.places import Place
from lint.patterns import Pattern

# Names: quantities inside them are none.
MEASURED = frozenset(("亩", "元", "吨", "公里", "公顷", "平方米"))  # of these no phrase is made
NAMED = Pattern(r"^[\u4e00-\u9fffA-Za-z0-9+]{0,10}[”》]")
NAME_AFTER = Pattern(r"^[\u4e00-\u9fff]{0,6}”?(?:工程|行动|计划(?!新|招|投)|战略|专项|活动周|讲堂|家万户)")
# What a Chinese numeral before 个, 次, 项 … counts when it commits to nothing.
PHRASE = Pattern(
    r"^(?:全会|会议|方面|原则|意识|重点|环节|关系|层面|问题|层次|转变|坚持|聚焦|确保|维护|自信|结合|统一|对接"
    r"|革命|文明|代表|务必"
    r"|专项|大|月|年|学期|学年|阶段|时期|百年|五年|小康|共同|中心|基本|关键|突出|短板|体系|目标|任务|到位|不|必"
    r"|度|以上|角度|维度"
    r"|世纪|工程|行动|计划|规定|机制|制度|清单|平台|样|别|体|人|性|儿|方|更|一|抓|严|着力|注重|强化|加强|推进"
    r"|提升|轮驱|面|流|公里)"
)
SERIES = Pattern(r"^、[一二三四五六七八九十][次届]")  # 六次、七次全会
EACH = frozenset(("节", "次", "场", "项", "门", "个"))
EVERY = Pattern(r"每[天周月日年人生名校班县村]")  # 每天开设一节体育课
ONLY = Pattern(r"(?:只|仅|最多|任选)[^，。；]{0,6}$")  # 只享受一次 limits what others may have
MAKES = Pattern(
    r"新建|改建|扩建|建设|建成|建立|创建|打造|培育|培养|培训|举办|开展|组织|评选|遴选|选派|选树|招聘|引进|推出"
    r"|新增|改造|完成|开设"
    r"|设立|召开|举行|承办|申报|争创|编写|出版|发布|参加|听课|不少于|不低于|至少|不超过|达到?|每[年月周学天人生]"
    r"|每个|每所|每名|安排"
    r"|落实|投入|资助|补助|突破|实施|增长|提高|降|稳定在|保持在|研发|形成|力争|确保"
)
# 三所, 两名: made or not, they are counted.
ALWAYS_COUNTED = "所 名 家 座 人次 小时 课时 学时"
COUNTED = frozenset(ALWAYS_COUNTED.split())
# 一个, 一批: no number.
NO_NUMBERS = "个 项 批 条 支 套 节 部 本 门 期 类 处 轮 场 次 件 间 元"
ONES = frozenset(NO_NUMBERS.split())

# Counts of what exists.
EXISTS = Pattern(
    r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])?(?:应当?|须|必须|需)?(?:具有|具备|有|拥有|配有|年满"
    r"|未满|从事)|(?:应当?|须|必须|需)(?:具有|具备|有|提供|提交|经|由)[^，。；]{0,8}$"
)
HAS = Pattern(r"(?:下设(?!立)|下辖|辖有|共有|现有(?!基础)|设有)[^，。；]{0,8}$")
SUMS = Pattern(
    r"(?:等|[分共]|合计|增设了|提出了|设置了|明确了|包括|包含|涵盖|分为|涉及|位列前|前|其中|其余|这|该|[对将]对|我[省市县区州校]有|如下|以下|下列"
    r"|上述|标记[^，。]{0,6}的|第)$"
)
DESCRIBED = Pattern(
    r"^[\u4e00-\u9fff]{0,6}?(?:指标(?:为|由|是|自)|指标$|方面(?:工作|内容|任务)?|大类|部分|章节|章|条款|板块"
    r"|篇章|附件|问题)"
)

ROUND = Pattern(r"^[百千万亿]+\D$")  # 千亿斤粮食产能提升工程, 千家万户
ROUND_AFTER = Pattern(r"^(?:万户|[\u4e00-\u9fff]{0,16}(?:计划|工程|行动))")
NOTED = Pattern(
    r"(?:抓住|利用|把握|落实(?:好)?)[^，。]{0,20}[“‘]$|[一二两三四五六七八九十]个[“‘]?$"
)  # a policy of others, spoken of by its name
FORUM = Pattern(r"^(?:论坛|讲堂|计划|团)")  # 青年50人论坛
LEVELS = Pattern(r"^(?:[万亿]级|级)")


def commits(place: Place, kind: str, exempt: bool) -> bool:
    """Whether a quantity commits to something in a document of this kind; `exempt` parts tell conditions and terms."""
    quantity = place.quantity
    if quantity.bound in ("all", "none"):
        return (
            not NAME_AFTER.match(place.right)
            and not exempt
            and not NOTED.search(place.left)
            and not place.left.endswith(("健", "“一"))
        )
    if exempt or place.left.endswith("每") or _named(place) or sizes.picks_out(place) or _described(place):
        return False
    if quantity.words and not _counts(place):
        return False
    return not terms.sets(place, kind)


def _named(place: Place) -> bool:
    """Whether a quantity is part of a name."""
    text, start = place.text, place.quantity.span.start
    if NAMED.match(place.right) and "“" in text[max(0, start - 16) : start].replace("”", "”\0").rpartition("”")[2]:
        return True
    if LEVELS.match(place.right) or FORUM.match(place.right) or _round(place):
        return True
    begin = max(text.rfind("《", max(0, start - 60), start), text.rfind("\n", max(0, start - 60), start))
    return begin >= 0 and text[begin] == "《" and "》" not in text[begin:start]


def _round(place: Place) -> bool:
    """Whether a round number is part of a name: 千亿斤粮食提升工程, 千家万户, 百万吨乙烯."""
    if not ROUND.match(place.text[place.quantity.span.start : place.quantity.span.end]):
        return False
    measured = place.quantity.unit in MEASURED and place.quantity.unit != "元" and place.right.strip()
    return ROUND_AFTER.match(place.right) is not None or bool(measured)


def _counts(place: Place) -> bool:
    """Three schools are counted; three aspects, or one 个 of anything that nobody makes, are not."""
    quantity = place.quantity
    one = quantity.amounts[0] == 1
    if one and quantity.unit in ONES:
        return (
            quantity.unit in EACH
            and not ONLY.search(place.left)
            and EVERY.search(place.left) is not None
            and len(place.right) > 1
            and not PHRASE.match(place.right)
        )
    if quantity.unit in ("%", "倍", "个百分点"):
        return True
    if quantity.unit in MEASURED or quantity.bound in ("≥", "≤", "≈"):
        return True
    if PHRASE.match(place.right) or SERIES.match(place.text[quantity.span.end : quantity.span.end + 3]):
        return False
    if quantity.unit in COUNTED and not one:
        return True
    if len(quantity.amounts) == 1 and quantity.amounts[0] > 10 and quantity.amounts[0] % 10:
        return True  # 十二对: no figure of speech is so exact
    return not ONLY.search(place.left) and MAKES.search(place.left) is not None


def _described(place: Place) -> bool:
    """Whether a count tells of what exists: 有50个成员, 26个指标为…, 共4项任务."""
    if EXISTS.search(place.left.strip()) or HAS.search(place.left):
        return True
    return place.quantity.unit not in ("%", "元") and (
        SUMS.search(place.left.rstrip()) is not None or DESCRIBED.match(place.right) is not None
    )
