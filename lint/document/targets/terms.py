"""Terms of rules: what is paid, charged, due within days, asked of applicants or defined commits a plan to nothing."""

from __future__ import annotations

from lint.document.targets.places import Place
from lint.patterns import Pattern

GRANTED = Pattern(
    r"给予|最高(?!奖)|一次性(?!合格|通过|验收|达标|[\u4e00-\u9fff]{1,3}率)|罚款|处以"
)  # whatever is raised besides
PAID = Pattern(
    r"奖励|奖补|补贴|贴息|每[\u4e00-\u9fff]{1,3}(?:补|奖)|单户|单笔|按照?[^，。；]{0,24}(?:比例|标准)|每(?:家|个|户"
    r"|名|台|亩|人|件|项)[^，。；]{0,12}不超过|补助[额标金]|予以|单个[^，。；]{0,8}不超过|扣[减除]?分?|加分|得分"
    r"|占分|扶持|资助强度|返还|违约|发放[^，。；]{0,4}(?:津贴|奖金)"
)
SCHOOLING = Pattern(r"生均|每生|公用经费|定额|津贴标准")  # what schools get for each pupil is a plan's to raise
RAISED = Pattern(r"提高[到至]|提升[到至]|增加[到至]|增至|投入|安排|筹集|达到")
# What a percentage of something is taken for: 按设备投资额的8%补助, 缴纳工资的0.5%.
CHARGED = Pattern(
    r"按照?(?:[^，。；]{0,20}(?:额|款|价|费|费用|工资|收入|资金|经费|投资|投入)的)?$"
    r"|(?:交纳|缴纳|返还|财政承担|(?<!担)保费)[^，。；]{0,10}$"
)
SHARED = Pattern(r"^(?:的?(?:比例|标准))?(?:予以|给予|补助|补贴|奖励|返还|资助|扶持|计提|提取)")
MONEY = ("元", "‰", "倍", "个百分点", "平方米")
TIMES = ("小时", "天", "分钟", "秒", "日", "人天", "个工作日", "个月")
DUE = Pattern(
    r"^(?:之)?内(?:[^容外]|$)|^(?:前|后)(?!期|端|景)|^值[守班]|^(?:在线|服务|开放|热线|监[测控]|不间断|营业|制)"
    r"|^(?:办结|答复|上报|到场|修复|响应|送达|反馈|处置|直报|报告|签收)"
)
BY = Pattern(r"按照?$")  # 按6个月的工资计
NAMING = Pattern(r"^(?!以|内|左右|上下|的)[\u4e00-\u9fff]{3,}$")  # 15分钟生活圈, 240小时过境免签政策
EVERY = Pattern(r"每[天周日年生人]")
WITHIN = Pattern(r"^(?:范围)?内(?:[^容外]|$)")  # 校门口50米内
LASTING = Pattern(r"(?:期限|有效期|试用期|周期)[^，。；]{0,8}$")
FIXED = Pattern(r"(?:[压缩][缩短减][到至在]|控制在|时间|时限|周期|用时|时长|平均|工期|总量)[^，。；、\d]{0,10}$")
DEFINED = Pattern(
    r"是指|指的是|所称|系指|定义为|计算公式|指标解释|计算方法|得分|分值|权重|例如|比如|[×/÷]\s?(?:100|$)|满分|(?:为|属)不合格"
)
APPLIED = Pattern(
    r"申请人|申请书|申请代码|申报书|申报单位|申报主体|推荐汇总|一式|各1份|限报|记分周期|周岁|年龄|工作经[历验]"
    r"|学历(?:要求|为)|从业(?:经[历验]|资格|年限)|注册资[本金]|签字|盖章|身份证|复印件|合作研究单位"
    r"|(?:项目|课题)(?:负责人|数)|[参合][加研作与]单位"
)
FUTURE = Pattern(r"[到至]20\d\d年|年底前|力争|目标|预期|发展为|建成[^，。]{0,20}$")
RULING = ("law", "article")  # kinds whose numbers commit only where they look ahead


def sets(place: Place, kind: str) -> bool:
    """Whether a quantity is a term that a rule sets, in a document of this kind."""
    unit, left, right = place.quantity.unit.partition("/")[0], place.left, place.right
    if unit == "字" and place.quantity.bound == "≤":  # a form to be filled in
        return True
    if unit in TIMES and NAMING.match(right) and not EVERY.search(left):
        return True
    if unit in TIMES and (DUE.match(right) or LASTING.search(left)):
        return FIXED.search(left) is None
    if (unit in ("米", "公里") and WITHIN.match(right)) or (unit in (*MONEY, "%") and _paid(place)):
        return True
    if unit in TIMES and BY.search(left):
        return True
    if DEFINED.search(place.said) or APPLIED.search(left + right):
        return True
    return kind in RULING and FUTURE.search(place.before) is None


def _paid(place: Place) -> bool:
    """Whether an amount is a rate that who qualifies is paid, or who must is charged."""
    clause = place.left + place.right
    if GRANTED.search(clause):
        return True
    if SCHOOLING.search(clause):
        return False
    if place.quantity.unit == "%":
        return CHARGED.search(place.left) is not None or SHARED.match(place.right) is not None
    return PAID.search(clause) is not None and not RAISED.search(place.left)
