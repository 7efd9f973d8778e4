"""Indicators: what a quantity measures or counts, in the shortest words of the text.

入园率达到85%: the noun stands before the operator. 新建20所幼儿园: a verb of making stands there, and the noun behind.
In a list (10所优质学校和15个优质专业) each value has its own, and 市级不低于70% goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.document.targets.lists import DONE_IN_TURN
from lint.document.targets.operators import FROM
from lint.document.targets.places import CLAUSE_ENDS, Place
from lint.document.targets.scopes import SCOPES
from lint.document.targets.target import Target
from lint.patterns import Pattern
from lint.text import Span

# Verbs of making, holding and doing, behind which the noun follows the value.
VERBS = """
新建 改建 扩建 续建 新开工 新改扩建 改扩建 建设 建成 建立 建好 创建 共建 打造 培育 培养 培训 举办 开展 组织 评选
遴选 推介 选派 选树 选聘 招聘 引进 推出 新增 改造 完成 开设 设立 召开 举行 承办 申报 争创 编写 出版 发布 参加
实施 形成 推动 推进 支持 达到 达 实现 制定 制订 研发 开发 获得 取得 申请 安排 投入 筹集 落实 配备 购置 更新 吸引
带动 引导 扶持 认定 布局 攻克 突破 转化 孵化 聚集 集聚 招引 签约 开工 竣工 投产 投用 谋划 储备 推广 应用 发放
发展 壮大 做强 做优 做大 提供 增加 扩大 覆盖 惠及 服务 建 增 育 办 招 引 聘 评 选 设 开 改造提升 提升 提升改造
整治 治理 修复 种植 造林 加装 铺设 开行 打通 开通 创作 推选 组建 成立 挂牌 承担 立项 资助 补助 奖补 解决 化解
淘汰 关闭 压减 减少 拆除 清理 整改 走访 帮扶 选择 选取 力争 争取 确保 保持 累计 不少于 至少 需要 设置 划定 保障
供应 收购 储存 出台 派出 下派 输送 录取 招收 招生 撬动 梳理 支撑 输出 可输出 掌握 接受 享受 学会 阅读
做好 抓好 办好 研究 讲 上 联系 选拔 聘请 聘任 托管 运营 攻关 拓展
投放 新改建 新建改造 新增改造 盘活 收储 消除 摸排 排查 抽检 检测 巡查 印发 征集 收集 汇编 拍摄 制作 开放 延长
推荐 表彰 奖励 树立 签订 优化 完善 构建 建构 进行 重点 择优
"""
MADE = Pattern(r"(?:" + "|".join(sorted(VERBS.split(), key=len, reverse=True)) + r")$")
# What a clause ends with before a value, cut off again and again.
TRAILS = Pattern(
    r"(?:达到?|为|至|到|占|不低于|不少于|不小于|不大于|不超过|不得超过|不高于|不多于|至少|最少|最低|最高|最多"
    r"|高于|低于|小于|大于|优于|超过|突破|超|逾|控制在|保持在?|稳定在|巩固在|维持在"
    r"|第[一二三四五六七八九十\d]{1,2}[批届轮期]|[人生户校]均|总体|提高到?|提升到?|提高至|提升至|增长到?|增加到?"
    r"|增至|扩大到|升至|升到|降至|降到|下降到?|降低到?|压缩[到至]|缩短[到至]|减少[到至]?|压减[到至]?|减至|调整为"
    r"|上升到?|保有"
    r"|在|约|近|共|共计|总计|合计|均|各|都|分别|以|[（(“《 \u3000：:≥≤＞＜><±]|同比|数量|总数|力争|确保|争取"
    r"|其中|年均|涉及|需|应|也|再|了|的|到|趋于?|就|和|与|及)$"
)
TRAILING_TIME = Pattern(r"(?:每年|每月|每周|每学期|全年|年内|今年|本年度|年底前?|20\d\d年[底末]?)$")
# What a clause begins with before the thing it is about.
LEADS = Pattern(
    rf"^(?:{SCOPES}|"
    r"[（(][^（()）]{1,8}[)）]|[①-⑳]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|[”）)》·—\-－ 　]|到|至少"
    r"|至|在|将|把|使|让|以|对|并|及|和|与|、|的|其中|同时|继续|积极|大力|全面|深入|加快|着力|进一步|切实|基本"
    r"|扎实|持续|稳步|有序|不断|计划|预计|规划|力争|确保|保证|争取|努力|逐步|认真|分批|分期|率先|抓紧|务必|推动|推进|实现|促进|保持|巩固|提高|提升"
    r"|扩大|扩增|增加|完成|落实|坚持|严格"
    r"|做好|抓好|启动|实施|开展|组织|举办|召开|举行|新建|改建|扩建|新改扩建|改扩建|新开工|续建|建设|建成|建立"
    r"|创建|打造|培育|培养|培训|评选认定|评选|形成|制定|研发"
    r"|认定|遴选|选派|选树|选取|招聘|新招聘|招收|引进|推出|新增|改造|开设|设立|承担|申请|配备|购置|立项|组建"
    r"|成立|挂牌|承办|申报|争创|带动|吸引|新(?=[建改增引招培认开创申获备评造设])|尽快|尽早"
    r"|编写|出版|发布|参加|安排|奖补|资助|补助|补充|配齐|购买|更新|改善|解决|覆盖|累计|达到|获得|支持|引导|鼓励"
    r"|重点|主要|本年度?|拟|要|各类"
    r"|20\d\d年[底末]?(?:之?前)?|[比较与](?:上年|去年|上学期|上一年|20\d\d年)(?:相比)?|开工|盘活|接待|补齐|联系|研究|储备|“?十[四五]五”?(?:期间|时期|末)?|年底前?|年内|今年|全年|上半年|下半年|期末|末|探索|尝试"
    r"|\d{1,2}月底?前?|春季学期|秋季学期|各地|每[个所名人生班]?[县区乡镇市]?(?:[（(][^（()）]{1,8}[)）])?(?!均)"
    r"|[本我][市县区校])(?![率度量速](?!提)|面积)"
)
OWN = Pattern(r"[，。；：！？,;:!?\n（(]")
RATE = Pattern(
    r"(?:[率比例重度数量积额值速幅均费资入出款金强]|规模|标准|能力|水平|总值|产值|经费|成本|时间|周期|能耗|浓度)$"
)
PLACED = Pattern(r"^[省市县区乡镇村级、和及与城镇农村校各]{1,8}级?$")
JOINED = Pattern(
    r"[、，和与及]|以及|并|达|至|到|为|提|增|新|建"
)  # else what stands between two values belongs to the first
LISTED = Pattern(r"[\u4e00-\u9fff”》）)](?:[、和与及])[ ]?$")
LONGEST = 40  # characters behind a value that its noun may take
RATES = ("%", "个百分点")
UNMADE = frozenset(
    ("%", "个百分点", "元", "美元", "倍", "")
)  # of these the noun stands behind only where nothing stands before


def of(place: Place, before: int, after: int, found: Sequence[Target]) -> Span | None:
    """The indicator of a quantity.

    `before` is where the value before it ends, `after` where the next begins, `found` are the targets before it: one
    whose clause names nothing goes on with what was named there.
    """
    own = _own(place, before, after)
    if own is not None and not PLACED.match(place.text[own.start : own.end]):
        return own
    return _carried(place, own, found[-1] if found else None)


def _own(place: Place, before: int, after: int) -> Span | None:
    """The noun that the clause of a quantity names; None where it names none."""
    start, end = _segment(place, before)
    right, raw = _behind(place, after), place.text[start:end]
    listed = LISTED.search(raw) or (start > place.start and raw and raw[0] != "的" and not JOINED.search(raw))
    trimmed = None if listed else _trimmed(place.text, start, end)
    left = trimmed and _led(place.text, trimmed)
    if right is None or trimmed is None:
        return right or left
    said, unmade = place.text[trimmed.start : trimmed.end], place.quantity.unit in UNMADE
    if (not unmade and PLACED.match(said)) or (
        place.quantity.unit not in RATES and OF.search(raw + "\0" + place.right)
    ):
        return right
    return right if MADE.search(said) and not (unmade and RATE.search(said)) else left


def _carried(place: Place, own: Span | None, last: Target | None) -> Span | None:
    """What a quantity is of, where its clause leaves that out: 收入增长8%，突破2万元; 扩大基地，新造900亩."""
    if last is None or last.span.start < place.sentence.start:
        return own or _earlier(place)
    said = last.spans.get("indicator")
    if said and last.span.start >= place.part.start and last.unit == place.quantity.unit:
        return said
    return own or (_earlier(place) or said if MADE.search(place.left.rstrip()) else said or _earlier(place))


# 打造具有推广效应的100个产品, 设立规模不少于100亿元的基金: 的 binds the value to what follows.
OF = Pattern(r"的\0|(?:设立|建立|组建|打造|建设|创建|培育|形成|新建)[^，。\0]*\0的")


def _earlier(place: Place) -> Span | None:
    """The noun of the clause before, if that holds no value of its own."""
    end = place.start - 1
    least = max(place.sentence.start, end - LONGEST)
    begin = max(least, *(place.text.rfind(mark, least, end) + 1 for mark in CLAUSE_ENDS))
    if end - begin < 2 or begin == least > place.sentence.start or DIGIT.search(place.text[begin:end]):
        return None
    return _led(place.text, Span(begin, end))


DIGIT = Pattern(r"[\d０-９]")


def _segment(place: Place, before: int) -> tuple[int, int]:
    """The words before a value that may name it: its clause, from the value before in a list on, without a baseline."""
    start, end = max(place.start, before), place.quantity.span.start
    rises = FROM.search(place.left)
    return start, max(start, place.start + rises.start()) if rises else end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The segment without what leads from its noun to the value."""
    start += max((told.end() for told in DONE_IN_TURN.finditer(text[start:end])), default=0)
    while start < end:
        trail = TRAILS.search(text[start:end]) or TRAILING_TIME.search(text[start:end])
        if trail is None:
            break
        end = start + trail.start()
    start += max(
        (stop.end() for stop in OWN.finditer(text[start:end]) if not _closed(text, start + stop.start(), end)),
        default=0,
    )
    led = _led(text, Span(start, end))
    return Span(start, end) if led or MADE.search(text[start:end]) else None


def _closed(text: str, at: int, end: int) -> bool:
    """Whether a bracket that opens here closes again before a value: 每个县（市、区）."""
    return text[at] in "（(" and any(mark in text[at:end] for mark in "）)")


def _led(text: str, span: Span) -> Span | None:
    """A span without what only leads to its noun; None where nothing is left."""
    start, end = span
    while start < end:
        lead = LEADS.match(text[start:end])
        if lead is None or lead.end() == 0:
            break
        start += lead.end()
    return Span(start, end) if start + 1 < end else None


BROKEN = r"(?:[、和与及]|以及)一批|(?<=.{2})到(?!达|位)|(?<=.{2})(?:开展|担任|入驻|上云|达标|实现|参加)|，|[、和与及]$"
SEPARATED = r"、|和(?!谐|平|睦)|与|以及|(?<!普)及(?!其|格)|(?<=[\u4e00-\u9fff]{2})等(?!级|候|距|效|额)"
NOUN = Pattern(r"^(?:以上|的)?(?P<noun>[\u4e00-\u9fffA-Za-z“”‘’《》·0-9０-９+—\-]{1,30})")
WORD = Pattern(r"[\u4e00-\u9fffA-Za-z]")
HEAD = Pattern(r"^[^，。；：\n]*的(?=[\u4e00-\u9fffA-Za-z“]{2})")


def _behind(place: Place, after: int) -> Span | None:
    """The noun behind a value: 20所幼儿园; of 5个具有影响力的品牌 what follows 的. Behind 全覆盖 stands none."""
    if place.quantity.bound in ("all", "none"):
        return None
    start = place.quantity.span.end
    most = min(after, start + LONGEST)
    region = place.text[start:most]
    stop = OWN.search(region)
    region = region[: stop.start()] if stop else region
    if region.startswith(("的", "以上的")):
        start += region.index("的") + 1
        region = region[region.index("的") + 1 :]
    head = HEAD.match(region)
    if head is not None:
        start += head.end()
        region = region[head.end() :]
    cut = re.split(BROKEN, region)[0]
    if most == after:  # the next value has its noun, too
        cut = re.split(SEPARATED, cut)[0]
    noun = NOUN.match(cut)
    if noun is None or (len(noun["noun"]) < 2 and noun["noun"] != region):
        return None
    return Span(start + noun.start("noun"), start + noun.end("noun")) if WORD.search(noun["noun"]) else None
