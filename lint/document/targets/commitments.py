"""Which quantities commit to something.

Names do not, nor sizes, terms of rules, conditions, definitions and counts of what exists.
"""

from __future__ import annotations

from lint.document.targets.places import Place
from lint.document.targets.units import SIZES
from lint.patterns import Pattern

# Names: quantities inside them are none.
MEASURED = frozenset(("亩", "元", "吨", "公里", "公顷", "平方米"))  # of these no phrase is made
NAMED = Pattern(r"^[\u4e00-\u9fffA-Za-z0-9+一-龥]{0,6}[”》]")
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

# Sizes: a measure that picks out what has it.
ATTRIBUTE = Pattern(
    r"^(?:（含）)?(?:及以[上下])?的?(?![，。；、：）)\n]|以[上下]|左右|用于|支持|推动|用来|开展"
    r"|建设)[\u4e00-\u9fffA-Z“]"
)
MONEY = Pattern(
    r"^(?:以上)?的?(?:[\u4e00-\u9fff]{0,12})?(?:资金|投资|经费|基金|贷款|补助|专项|债券|信贷|融资|预算|奖金|授信"
    r"|产值|收入)"
)
FIRMS = Pattern(
    r"^(?:（含）)?(?:及?以[上下])?的?[\u4e00-\u9fff“”、（）]{0,16}?(?:企业|机组|锅炉|项目|机构|园区|场[^景地所]?"
    r"|单位|机场|集群|产业链|技改|产业)"
)
# 亩均税收不低于12万元的，可优先保障: who is meant, and then what they get.
WHERE = Pattern(
    r"^[^，。；\n]{0,40}的[\u4e00-\u9fff]{0,8}[，,](?:可|给予|按|予以|优先|一次性|享受|认定|纳入|奖励|补助)"
)
SET_UP = Pattern(r"设立|组建|建设|建立|打造|培育|形成|新建|规模")  # 设立规模不少于100亿元的基金
GROWN = Pattern(r"(?:增长|提高|下降|降低|增加|减少)$")  # 增长1倍的县区
CALIBRE = Pattern(r"^(?:口径|直径|跨[度径]|量程|级|量级|范围)")
SIZED = Pattern(
    r"(?:时速|口径|直径|厚度|高度|长度|宽度|面积|容量|功率|频率|规模|吨位|机龄|年龄|收入|产值|投资|金额|资金"
    r"|销售额?|营收|运量|吞吐量|人口)[^，。；]{0,8}$"
)
CONDITION = Pattern(r"^(?:（含）|\(含\))?(?:的|的企业|的项目|的单位|及以[上下]的?)(?=[，,；;。、]|$)")
FOR_WHOM = Pattern(r"^(?:其中[，,]?)?(?:对|对于|凡|如|若|按照?每)")
WHOSE = Pattern(
    r"的(?:[\u4e00-\u9fff]{0,8}(?:企业|单位|项目|个人|机构|园区|人才|学生|平台|村|户|团队|院校|学校|家庭|人员|业务))?$"
)
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

# Terms of rules: what is due, paid, punished, asked for.
GRANTED = Pattern(r"给予|最高(?!奖)|一次性|罚款|处以")  # whatever is raised besides
PAID = Pattern(
    r"奖励|奖补|补贴|贴息|每[\u4e00-\u9fff]{1,3}(?:补|奖)|单户|单笔|按照?[^，。；]{0,24}(?:比例|标准)|每(?:家|个|户"
    r"|名|台|亩|人|件|项)[^，。；]{0,12}不超过|补助[额标金]|予以|单个[^，。；]{0,8}不超过|扣[减除]?分?|加分|得分"
    r"|占分|扶持|资助强度|返还|违约"
)
RAISED = Pattern(r"生均|每生|公用经费|定额|津贴标准|提高[到至]|提升[到至]|增加[到至]|增至|投入|安排|筹集|达到")
DUE = Pattern(
    r"^(?:之)?内(?:[^容外]|$)|^(?:前|后)(?!期|端|景)|^值[守班]|^(?:在线|服务|开放|热线|监[测控]|不间断|营业|制)"
)
DEFINED = Pattern(
    r"是指|指的是|所称|系指|定义为|计算公式|指标解释|计算方法|得分|分值|权重|例如|比如|[×/÷]\s?(?:100|$)|满分"
)
APPLIED = Pattern(
    r"申请人|申请书|申请代码|申报书|申报单位|申报主体|推荐汇总|一式|各1份|限报|限额|记分周期|周岁|年龄"
    r"|工作经[历验]|学历(?:要求|为)|从业(?:经[历验]|资格|年限)|资产负债|注册资[本金]|签字|盖章|身份证|复印件|合作研究单位|(?:项目|课题)(?:负责人|数)|[参合][加研作与]单位"
)
ROUND = Pattern(r"^[百千万亿]+\D$")  # 千亿斤粮食产能提升工程, 千家万户
ROUND_AFTER = Pattern(r"^(?:万户|[\u4e00-\u9fff]{0,8}(?:计划|工程|行动))")
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
    if exempt or place.left.endswith("每") or _named(place) or _sized(place) or _described(place):
        return False
    if quantity.words and not _counts(place):
        return False
    return not _term(place, kind)


def _named(place: Place) -> bool:
    """Whether a quantity is part of a name."""
    text, start = place.text, place.quantity.span.start
    if NAMED.match(place.right) and "“" in text[max(0, start - 16) : start].replace("”", "”\0").rpartition("”")[2]:
        return True
    if LEVELS.match(place.right) or (
        ROUND.match(text[start : place.quantity.span.end]) and ROUND_AFTER.match(place.right)
    ):
        return True
    begin = max(text.rfind("《", max(0, start - 60), start), text.rfind("\n", max(0, start - 60), start))
    return begin >= 0 and text[begin] == "《" and "》" not in text[begin:start]


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
    if quantity.unit in MEASURED or quantity.bound:
        return True
    if PHRASE.match(place.right) or SERIES.match(place.text[quantity.span.end : quantity.span.end + 3]):
        return False
    if quantity.unit in COUNTED and not one:
        return True
    if len(quantity.amounts) == 1 and quantity.amounts[0] > 10 and quantity.amounts[0] % 10:
        return True  # 十二对: no figure of speech is so exact
    return not ONLY.search(place.left) and MAKES.search(place.left) is not None


def _sized(place: Place) -> bool:
    """Whether a measure picks out what has it: 500万元以上的项目, 时速600公里列车."""
    quantity, left, right = place.quantity, place.left, place.right
    if CONDITION.match(right) or CALIBRE.match(right):
        return True
    end = quantity.span.end
    if WHERE.match(place.text[end : end + 60]):
        return True
    if place.text[end : end + 1] in ("）", ")") and quantity.bound in ("≥", "≤") and SIZED.search(left):
        return True
    if quantity.unit in ("%", "倍") and right.startswith("的") and GROWN.search(left):
        return True
    if FOR_WHOM.match(left.strip()) and (WHOSE.search(right.rstrip()) or "的" in right):
        return True
    if quantity.unit not in SIZES or not ATTRIBUTE.match(right):
        return False
    if MONEY.match(right):
        return False
    bounded = quantity.bound in ("≥", "≤") or left.rstrip().endswith(("过", "于", "达", "达到", "突破", "超"))
    return (
        (bounded and FIRMS.match(right) is not None)
        or (quantity.bound in ("≥", "≤") and right.startswith("的"))
        or (SIZED.search(left) is not None and not left.endswith(("达到", "增加", "新增", "增长", "完成")))
    )


def _described(place: Place) -> bool:
    """Whether a count tells of what exists: 有50个成员, 26个指标为…, 共4项任务."""
    if EXISTS.search(place.left.strip()) or HAS.search(place.left):
        return True
    return place.quantity.unit not in ("%", "元") and (
        SUMS.search(place.left.rstrip()) is not None or DESCRIBED.match(place.right) is not None
    )


def _paid(place: Place) -> bool:
    """Whether an amount is a rate that who qualifies is paid, or who must is charged."""
    clause = place.left + place.right
    if GRANTED.search(clause):
        return True
    if place.quantity.unit == "%":
        return CHARGED.search(place.left) is not None or SHARED.match(place.right) is not None
    return PAID.search(clause) is not None and not RAISED.search(place.left)


# What a percentage of something is taken for: 按设备投资额的8%补助, 缴纳工资的0.5%.
CHARGED = Pattern(
    r"按照?(?:[^，。；]{0,20}(?:额|款|价|费|费用|工资|收入|资金|经费|投资|投入)的)?$|(?:交纳|缴纳|返还|财政承担|(?<!担)保费)[^，。；]{0,10}$"
)
SHARED = Pattern(r"^(?:的?(?:比例|标准))?(?:予以|给予|补助|补贴|奖励|返还|资助|扶持|计提|提取)")
FUTURE = Pattern(r"[到至]20\d\d年|年底前|力争|目标|预期|发展为|建成[^，。]{0,20}$")


def _term(place: Place, kind: str) -> bool:
    """Whether a quantity is a term of a rule: what is paid, due within days, asked of applicants, or defined."""
    unit, said = place.quantity.unit, place.said
    if unit in TIMES and (DUE.match(place.right) or place.quantity.bound == "≤" or LASTING.search(place.left)):
        return not FIXED.search(place.left)
    if unit.partition("/")[0] in ("元", "%", "‰", "倍", "个百分点", "平方米") and _paid(place):
        return True
    if DEFINED.search(said) or APPLIED.search(place.left + place.right):
        return True
    return kind in ("law", "article") and FUTURE.search(place.before) is None


NOTED = Pattern(r"(?:抓住|利用|把握|落实(?:好)?)[^，。]{0,20}[“‘]$")  # a policy of others, spoken of by its name
TIMES = frozenset(("小时", "天", "分钟", "秒", "日", "人天", "个工作日"))
LASTING = Pattern(r"(?:期限|有效期|试用期|周期)[^，。；]{0,8}$")
FIXED = Pattern(r"(?:[压缩][缩短减][到至在]|时间|时限|周期|用时|时长|平均|工期|办结|响应)[^，。；]{0,10}$")
