"""How a count is written, and what can be counted: 九项工程, 三个方面, 五件事."""

from __future__ import annotations

from lint.numerals import number
from lint.patterns import Pattern

CN = "[一两二三四五六七八九十]"
# Not an ordinal (第三类), not the end of a longer number (五百零四个, 3.5个, 2,147个). The numeral stands before what
# must not precede it, because a search for a set of characters is five times as fast as one for a place.
COUNT = (
    r"(?P<count>[一两二三四五六七八九十\d](?<![第\d.．〇零百千万亿一两二三四五六七八九十].)(?<!\d[,，].)"
    rf"(?:(?<=\d)\d?|(?<!\d){CN}{{0,2}}))(?P<unit>大类|大|项|个|类|条|种|件|方面|点)"
)
# What plans count and then list. An amount (37个驿站) is no promise of a list, so other nouns are not read.
NOUN = (
    "工程|行动|计划|任务|重点|改革|方面|领域|环节|部分|层次|层级|层面|维度|目标|原则|制度|机制|体系|措施|举措|战略|活动|专项|工作"
    "|要求|能力|意识|关系|问题|内容|方向|板块|阶段|步骤|抓手|关键|难题|难点|短板|品牌|实事|大事|专题|模块|课题|清单|政策|趋势"
    "|特点|优势|因素|支柱|定位|使命|高地|基地|集群|系统|功能|作用|职责|等次|等级|类别|台阶|空间|产业|行业|主体|业务|攻坚战"
)
THING = rf"(?P<thing>(?:(?!{CN})[\u4e00-\u9fff]){{0,6}}?(?:{NOUN}){{1,2}})"
# What is counted only to be explained at once: 三个方面。一是…
ABSTRACT = "(?:方面|工作|措施|举措|任务|重点|问题|要求|原则|关系|环节|大事|件事|实事|点|趋势|特点|关键)"


def value(written: str) -> int:
    """The number that a count declares; 0 for one, which promises no list, and for what is no number."""
    declared = number(written) or 0
    return declared if declared > 1 else 0


def near(found: int, declared: int) -> bool:
    """Whether two numbers are near enough for a member lost or added; 三 of 三十七 are examples or something else."""
    return found >= 2 and found * 2 >= declared and declared * 2 >= found


def places(text: str) -> tuple[int, ...]:
    """Where counts stand; every form is tried there and nowhere else."""
    return tuple(match.start() for match in ANY.finditer(text))


def counted(text: str, end: int, found: int) -> bool:
    """Whether the sentence up to a count says another one that the list keeps: 3个方面11项任务：一是…三是…."""
    start = max(text.rfind(mark, max(0, end - 200), end) for mark in "。\n") + 1
    return any(number(match["count"]) == found for match in ANY.finditer(text, max(start, end - 200), end))


ANY = Pattern(COUNT)
