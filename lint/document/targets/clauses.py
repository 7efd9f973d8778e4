"""What stands around a value: the operator, what is measured or made, how firmly, from where, and for whom."""

from __future__ import annotations

from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

REACH = 60  # characters to the left of a value that can say what it is about
MARKS = "，。；：！？,;:!?\n"
# The words right before a value, with the operator they are; `≥` and `≤` of the value itself come first.
OPERATORS = (
    (
        "≥",
        Pattern(
            r"(?:不低于|不少于|不小于|不下于|至少|(?<!不)(?<!不得)(?:高于|超过|突破|大于)|(?<!不)超(?!过))[^，。；,;]{0,6}$"
        ),
    ),
    (
        "≤",
        Pattern(r"(?:不得?超过|不高于|不多于|不大于|(?<!不)(?:低于|少于)|控制在|压减[到至]|限制在)[^，。；,;]{0,6}$"),
    ),
    ("→", Pattern(r"(?:(?:提高|提升|增加|增长|扩大|下降|降低|压缩)[到至]|增至|降[到至]|调整为)$")),
    ("+", Pattern(r"(?:提高|增长|增加|上升|提升|同比增长|年均增长)(?:了|约|近|超过)?$")),
    ("-", Pattern(r"(?:下降|降低|减少|压减|缩减|回落)(?:了|约|近|超过)?$")),
    ("≈", Pattern(r"(?:约|近|大约|接近)$")),
)
FROM = Pattern(
    r"[由从](?P<from>[^，。；]{0,12}\d[\d.]*\s?[%％]?[^，。；\d]{0,4})"
    r"(?:提高|提升|增加|增长|扩大|下降|降低|减少|降|增|压缩)[到至]$"
)
MODALITY = (
    ("ensure", "确保 保证 必须 坚决 务必 严格 切实保障"),
    ("strive", "力争 争取 努力 力求 争创 冲刺"),
    ("explore", "探索 试点 鼓励 支持 推动 推进 逐步 有序 引导 尝试"),
)
FIRMNESS = {word: name for name, words in MODALITY for word in words.split()}
FIRM = Pattern("|".join(sorted(FIRMNESS, key=len, reverse=True)))
# What a clause ends with before a value, and begins with before the thing it is about; cut off again and again.
TRAILS = Pattern(
    r"(?:达到?|为|至|到|占|不低于|不少于|不小于|不超过|不高于|不多于|至少|高于|低于|超过|突破|超|控制在|保持在?|稳定在|巩固在|维持在"
    r"|实现|完成|提高到?|提升到?|提高至|增长到?|增加到?|增至|扩大到|降至|降到|下降到?|降低到?|减少|压减|调整为"
    r"|在|约|近|共|共计|总计|均|分别|以|[（(“《 ]|新增|全年|每年|年均|全部|同比|数量|总数|力争|确保|其中|涉及|投入|设置"
    r"|建设|创建|打造|培养|评选|开展|组织|举办)$"
)
LEADS = Pattern(
    r"^(?:[（(][^（()）]{1,8}[)）]|到|至少|至|在|将|把|使|让|以|对|并|及|和|与|、|的|其中|同时|继续|积极|大力|全面|深入|加快|着力|进一步|切实"
    r"|扎实|持续|稳步|有序|不断|计划|预计|规划|力争|确保|保证|争取|努力|推动|推进|实现|促进|保持|巩固|提高|提升|扩大|扩增|增加|完成|落实"
    r"|做好|抓好|启动|实施|开展|组织|举办|召开|举行|新建|改建|扩建|新改扩建|改扩建|建设|建成|建立|创建|打造|培育|培养|培训|评选认定|评选"
    r"|认定|遴选|选派|选树|选取|招聘|新招聘|招收|引进|推出|新增|改造|开设|设立|承担|申请|配备|购置|立项|组建|成立|挂牌|承办|申报|争创"
    r"|编写|出版|发布|参加|安排|奖补|资助|补充|配齐|购买|更新|改善|解决|覆盖|20\d\d年[底末]?|年底前?|年内|今年|全年|每年|上半年|下半年"
    r"|\d{1,2}月底?前?|春季学期|秋季学期|全(?:系统|[市县区省校国镇乡州旗])|各[市县区校地]|每[周月天日]"
    r"|每(?:学期|[个所名人校年生班])?[县区乡镇市]?|[本我][市县区校])(?![率度面量速])"
)
NOUN = Pattern(
    r"^(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z“”‘’《》（）()]{2,24}?)(?=[，。；：、！？,;:\n]|和|与|及|以及|并|$)"
)
LISTED = Pattern(r"\d[^\n]{0,50}[、和与及]")  # values before this one: 10所优质学校和15个优质专业
RATE = Pattern(r"[率比例重度数量面积额值]$")


class Around(NamedTuple):
    """What was read around a value. Spans are of the text; empty strings and None say that nothing was found."""

    operator: str
    indicator: Span | None
    modality: str
    baseline: str


def read(text: str, span: Span, unit: str, bound: str, begin: int) -> Around:
    """What stands around a value, no farther left than `begin`."""
    left = text[max(begin, span.start - REACH) : span.start]
    clause_at = span.start - len(left) + max(left.rfind(mark) for mark in MARKS) + 1
    clause = text[clause_at : span.start]
    return Around(
        _operator(clause, bound),
        _indicator(text, clause_at, span, unit),
        _modality(text, clause_at, span, begin),
        _baseline(clause),
    )


def _operator(clause: str, bound: str) -> str:
    if bound in ("all", "none"):
        return "="
    if bound == "more":
        return "change-by"
    if FROM.search(clause):
        return "from-to"
    stripped = clause.rstrip(" 　")
    found = next((sign for sign, pattern in OPERATORS if pattern.search(stripped)), "")
    if found in ("+", "-"):
        return "change-by"
    if bound in ("range", "≥", "≤", "≈"):
        return bound
    return {"→": "change-to"}.get(found, found) or "="


def _baseline(clause: str) -> str:
    found = FROM.search(clause)
    return found["from"].strip() if found else ""


def _modality(text: str, clause: int, span: Span, begin: int) -> str:
    """The nearest word that says how firmly, in the clause; one that binds, in the sentence too."""
    words = [FIRMNESS[word] for word in FIRM.strings(text[clause : span.start])]
    if words:
        return words[-1]
    words = [FIRMNESS[word] for word in FIRM.strings(text[max(begin, span.start - REACH) : clause])]
    binding = [word for word in words if word != "explore"]
    return binding[-1] if binding else "reach"


def _indicator(text: str, clause: int, span: Span, unit: str) -> Span | None:
    """What a value measures: the noun before it; behind it where a verb stands before: 新建20所幼儿园."""
    listed = LISTED.search(text[clause : span.start])
    rises = FROM.search(text[clause : span.start])
    start = clause + listed.end() if listed else clause
    start, end = _cut(text, start, clause + rises.start() if rises else span.start)
    before = text[start:end]
    after = NOUN.match(text[span.end : span.end + 26])
    if len(before) >= 2 and (unit in ("%", "个百分点", "元", "") or after is None or not _made(before)):
        return Span(start, end)
    if after is not None:
        return Span(span.end + after.start("noun"), span.end + after.end("noun"))
    return Span(start, end) if end > start else None


def _made(before: str) -> bool:
    """Whether what stands before a value only says who makes it."""
    return RATE.search(before) is None and len(before) <= 4


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without the words that only lead to its noun or from it to the value."""
    while True:
        trail = TRAILS.search(text[start:end])
        if trail is None or trail.end() == trail.start():
            break
        end = start + trail.start()
    while start < end:
        lead = LEADS.match(text[start:end])
        if lead is None or lead.end() == 0:
            break
        start += lead.end()
    return start, end
