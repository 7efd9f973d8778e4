"""What a document is, for rules that hold only for some: a plan owes targets, a law does not.

Told from the title first, then from what the text says of itself. Without evidence a text counts as a plan, because
plans are what the corpora hold.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

Kind = Literal["plan", "report", "law", "notice", "article", "page"]
KINDS: tuple[str, ...] = get_args(Kind)

TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("report", re.compile(r"(?:政府工作报告|工作报告|述职报告|总结|汇报|情况报告|工作回顾|白皮书|公报)")),
    ("law", re.compile(r"(?:条例|办法|规定|细则|规则|规程|章程|准则|规范|制度|标准|法|法典|修正案|决定|若干政策|政策|指南|清单)(?:[（(].{1,20}[）)])?[》”]?(?:的通知)?$")),
    ("plan", re.compile(r"(?:要点|计划|方案|规划|纲要|思路|打算|安排|行动|目标|任务|意见|措施)(?:[（(].{1,20}[）)])?[》”]?(?:的通知|建议|分解|清单)?$")),
    ("notice", re.compile(r"(?:通知|公告|公示|通告|函|批复|启事|申报|批复)$")),
)
SELF: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("law", re.compile(r"(?:^|\n)\s*第[一二三四五六七八九十]+条[\s　]")),
    ("report", re.compile(r"各位代表[：:]|向大会(?:报告|作)")),
    ("law", re.compile(r"制[定订](?:本|以下|如下)(?:办法|规定|条例|细则|政策|规范|标准|指南|若干政策)|若干政策》|本(?:政策|办法|规定|条例|规范)自")),
    ("plan", re.compile(r"制[定订](?:本|以下|如下)(?:方案|计划|规划|要点|行动方案|行动计划|实施方案|推进方案|工作方案|实施意见|意见)")),
    ("notice", re.compile(r"(?:有关|相关)?(?:事项|工作|要求)通知如下|项目申报|申报指南|申请人")),
    ("article", re.compile(r"(?:记者|通讯员|本报讯|供图|强调指出)[ 　]?[\u4e00-\u9fff]{0,4}")),
)
OPENING = 4000  # characters in which a text says what it is


def read(text: str, title: str) -> Kind:
    """The kind of a text with this title (empty where none was found)."""
    for kind, pattern in TITLES:
        if title and pattern.search(title):
            return kind
    opening = text[:OPENING]
    return next((kind for kind, pattern in SELF if pattern.search(opening)), "plan")


def years(title: str, opening: str) -> tuple[int, int] | None:
    """The first and last year that a plan is for, as its title (or the very first words of its text) names them."""
    found = [int(y) for y in YEARS.findall(title)] or [int(y) for y in YEARS.findall(opening[:OPENS])]
    return (min(found), max(found)) if found else None


OPENS = 12  # characters: 2024年,全市… says what year the plan is for; a year further on may be any
YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s?年(?!以?来|起|代)|\s?[-—–~～至]+\s?(?:19|20)\d\d\s?年|\s?[-—]\s?(?:19|20)\d\d\s?学年|年度)")
