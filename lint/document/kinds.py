"""What a document is, for rules that hold only for some: a plan owes targets, a law does not.

Told from the title first, then from what the text says of itself, then from its headings: a text of numbered tasks
(加强…, 推进…) is a plan whatever it is called. Without any such evidence it is a page.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lint import numerals
from lint.patterns import Pattern

Kind = Literal["plan", "report", "law", "notice", "article", "page"]

END = r"(?:[（(].{1,20}[）)])?[》”]?"
TITLES: tuple[tuple[Kind, Pattern], ...] = (
    ("plan", Pattern(r"总结(?:暨|和|及|与).{0,12}(?:计划|打算|要点|安排|思路)")),
    ("article", Pattern(r"新闻|资讯|快讯|报道|访谈|解读|【[^】]*(?:网|购|站)】|记者|答记者问|图解|攻略|简历")),
    ("report", Pattern(r"政府工作报告|工作报告|述职报告|总结|汇报|情况报告|情况的报告|工作回顾|白皮书|公报")),
    (
        "law",
        Pattern(
            rf"(?:条例|办法|规定|细则|规则|规程|章程|准则|规范|制度|标准|法|法典|修正案|决定|政策|指南|清单){END}(?:的通知)?$"
        ),
    ),
    (
        "plan",
        Pattern(
            rf"(?:要点|计划|方案|规划|纲要|思路|打算|安排|行动|目标|任务|意见|措施){END}(?:的通知|建议|分解|清单|汇编)?$"
        ),
    ),
    ("notice", Pattern(r"(?:通知|公告|公示|通告|函|批复|启事|申报)$")),
)
SELF: tuple[tuple[Kind, Pattern], ...] = (
    ("law", Pattern(r"(?:^|\n)[#\s]*第[一二三四五六七八九十]+条[\s　]")),
    ("report", Pattern(r"各位代表[：:]|向大会(?:报告|作)")),
    (
        "law",
        Pattern(
            r"制[定订](?:本|以下|如下)(?:办法|规定|条例|细则|政策|规范|标准|指南|若干政策)|若干政策》|本(?:政策|办法|规定|条例|规范)自"
        ),
    ),
    ("notice", Pattern(r"(?:有关|相关)?(?:事项|工作|要求)(?:通知|批复)如下|收悉|项目申报|申报指南|申请人")),
    (
        "article",
        Pattern(r"(?:本报|本刊)?(?:记者|通讯员)[ 　]?[\u4e00-\u9fff]{2,4}|本报讯|据[^。\n]{2,10}(?:介绍|了解|报道)"),
    ),
    (
        "plan",
        Pattern(
            r"制[定订](?:本|以下|如下|[^。\n]{0,12}的?)(?:方案|计划|规划|要点|意见)|(?:现|特)?提出(?:以下|如下)(?:实施|指导|工作)?意见"
        ),
    ),
)
FEW = 3  # outermost headings of which most must announce tasks to make a plan
SHOWN = 20  # characters of a heading that evidence quotes
OPENING = 4000  # characters in which a text says what it is
TASK = Pattern(
    r"(?:坚持|加强|推进|推动|实施|完善|优化|提升|提高|深化|构建|打造|健全|强化|加快|落实|聚焦|突出|抓好|促进|建设|培育|开展|扩大|激发|"
    r"改善|统筹|全面|深入|切实|着力|大力|积极|努力|认真|做好|严格|持续|不断|创新|扎实|进一步|牢牢|有效|充分|广泛|规范|夯实|办好)"
)
PARTS = Pattern(
    r"(?:目标|任务|总体要求|指导思想|工作重点|重点工作|保障措施|工作措施|工作思路|主要工作|工作安排|行动|工程)$"
)


class Evidence(NamedTuple):
    """What a document is and what shows it: words of its `title`, of its `text`, its `headings`, or `nothing`."""

    kind: Kind
    by: Literal["title", "text", "headings", "nothing"]
    words: str


def read(text: str, title: str, headings: list[str]) -> Evidence:
    """The kind of a text with this title (empty where none was found) and these outermost headings."""
    for kind, pattern in TITLES:
        found = pattern.search(title) if title else None
        if found:
            return Evidence(kind, "title", found[0])
    opening = text[:OPENING]
    for kind, pattern in SELF:
        found = pattern.search(opening)
        if found:
            return Evidence(kind, "text", " ".join(found[0].split()))
    tasks = [heading for heading in headings if TASK.match(heading) or PARTS.search(heading)]
    if len(headings) >= FEW and len(tasks) * 2 > len(headings):
        return Evidence(
            "plan", "headings", f"{len(tasks)} of {len(headings)} announce tasks, such as {tasks[0][:SHOWN]}"
        )
    return Evidence("page", "nothing", "")


def years(title: str, opening: str) -> tuple[int, int] | None:
    """The first and last year that a plan is for, as its title (or the very first words of its text) names them."""
    title = in_digits(title)
    planned = title.rpartition("总结")[2]  # 2018年工作总结暨2019年工作打算
    found = [int(y) for y in YEARS.strings(planned) or YEARS.strings(title)] or [
        int(y) for y in YEARS.strings(in_digits(opening[:OPENS]))
    ]
    if not found:
        five = FIVE_YEARS.search(title)
        return _five_years(five["number"] or five["short"]) if five else None
    return min(found), max(found)


def in_digits(text: str) -> str:
    """A text with its years in digits, 2023年 for 二〇二三年; every character keeps its place."""
    for match in CHINESE_YEAR.finditer(text):
        text = text[: match.start()] + match[0].translate(DIGITS) + text[match.end() :]
    return text


def _five_years(number: str) -> tuple[int, int]:
    """The years of a five-year plan; the tenth began in 2001."""
    plan = numerals.number(number) or 10
    return 5 * plan + 1951, 5 * plan + 1955


CHINESE_YEAR = Pattern(r"(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=年)")
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
OPENS = 12  # characters: 2024年,全市… says what year the plan is for; a year further on may be any
FIVE_YEARS = Pattern(
    r"(?P<short>十[一二三四五六七]?)五(?=[”\"]|规划)|第(?P<number>十[一二三四五六七]?)个五年"
)  # “十四五”规划
YEARS = Pattern(
    r"(?<!\d)((?:19|20)\d\d)"
    r"(?=\s?年(?!以?来|起|代)|\s?[-—–~～至]+\s?(?:19|20)\d\d\s?年|\s?[-—]\s?(?:19|20)\d\d\s?学年|年度)"
)
