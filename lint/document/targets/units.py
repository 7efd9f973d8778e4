"""Units as plans count and measure in, each with the characters behind which it is part of another word.

3项 is a value, 3项目 is none. Sources: GB 3100-1993 for measures, plans and the indicator lists of project calls for
what is counted.
"""

from __future__ import annotations

# UNIT or UNIT|CHARACTERS that must not follow.
COUNTS = """
个|体性别 项|目 所|有属在 名|校师优单录 家|长庭校园乡电 台|账湾风 座|谈 条|件例约 场|所景馆地 处|理于室长置级
间|断接隔 门|户类店 批|评准 期|间末待 件 支|柱部队持撑援教行付流线 辆 宗|教旨 起|来步草点 天|然下津 种|植子 册 份|额
篇 套|取 头 棵 盏 例|如外会行 幅|度 张|家 班|子主任 部|门委署分队 户|籍外 本|市省县区校级科届年次地土办部轮
节|约能水假目气日庆 组|织建长合成 对|接口标外于象应比 艘 架|构 只|有要是能 株|洲 栋 幢 轮|换流岗候 枚 片|面区 段|落 块
眼|科睛 类|型别 款|项 位|于置列居 副|省市县主校 层|次级面 堂 匹 口|岸径碑号 根|据本 次|年月日 步|骤入 罐 桶 列|入为
趟 首|次批要 卷 集|中聚群团约 餐|饮 倍 成|立果为本效都功员长 人|民才大均社力工事口
"""
MEASURES = """
个百分点 百分点 个基点 个量级 个数量级 个架次 美元 欧元 元 人次 人天 人日 户次 学时 课时 学分 班次 车次 批次
架次 航次 场次 标箱 标准箱 小时 分钟 秒|杀 毫秒 平方公里 平方千米 平方米 立方米 公里 千米 海里 公顷 公斤 千克
千瓦时 千瓦 兆瓦 吉瓦 吨标准煤 吨标煤 吨 微克 毫克 克|服 张床位 床位 毫米 厘米 微米 纳米 分贝 米|饭兰 斤 亩 顷
升|学高到至级 度电 摄氏度 帧 字|样节 件套 台套 车位 学位 分|别之类布享析工配期批解散管成支区局校公司钟行店院队
家次 标台 个工作日 个月 岁 年|度级底末初内来以代间均中产 标准机架 机架 项次
"""
LATIN = (
    r"(?:km²|km2|m²|m2|m³|m3|㎡|km|cm|mm|μm|nm|kg|mg|μg|kWh|MWh|GWh|MW|GW|kW|KW|[KMGT]bps|[EPTG]?F(?:LOPS|lops)|TOPS"
    r"|[PETGM]B|[KkMG]Hz|Hz|TEU|dB"
    r"|[Mk]Pa|kV|℃|ms|μs|[mhtsBPV])(?![A-Za-z])"
)
IN_BRACKETS = r"台[（(]件?套[）)]|件[（(]套[）)]|[项人家][（(]次[）)]"
# Behind Chinese numerals fewer count: 一体, 两岸, 三农 are words.
WITH_WORDS = """
人次 公里 公顷 平方米 小时 课时 学时 个百分点 所 名 家 座 场 节 个 项 门 台 套 篇 本 支 批 户 间 处 条 倍 成
部 期 辆 件 份 轮 班 亩 元 吨 对 棵 株 头 幅 册 位 组 次 人
"""
# What is sized up with these is counted in other units: 500万元以上的项目.
SIZED = """
元 美元 欧元 千瓦 兆瓦 吨 公斤 平方米 立方米 平方公里 公里 米 毫米 厘米 微米 毫克 克 秒 毫秒 分钟 小时 天 人 千瓦时 床位
张床位 位 户 人次 km m mm kW MW t h
"""
SIZES = frozenset(SIZED.split())


def _guards(table: str) -> dict[str, str]:
    """Each unit with its pattern."""
    parts = (row.partition("|") for row in table.split())
    return {unit: unit + (f"(?![{behind}])" if behind else "") for unit, _, behind in parts}


# 90家乡镇卫生院 are counted, 3家乡 are not.
_GUARDED = _guards(COUNTS) | _guards(MEASURES) | {"家": "家(?![长庭校园电]|乡(?!镇))"}
_LONGEST = sorted(_GUARDED, key=len, reverse=True)
BEHIND_DIGITS = "|".join([r"[%％‰]", IN_BRACKETS, LATIN, *(_GUARDED[unit] for unit in _LONGEST)])
BEHIND_WORDS = "|".join(_GUARDED[unit] for unit in sorted(WITH_WORDS.split(), key=len, reverse=True))
PER = r"[/／](?:[A-Za-zμ³²]{1,4}|[\u4e00-\u9fff]{1,3}?)(?=[，。；、）)以左的,;\s]|\Z)"  # 元/人, 立方米/秒
