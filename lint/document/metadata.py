"""What a page says of a document: date, source, publisher, number, views, and which of them it left empty.

Labels stand with their values in a line, in the cells of a table, or above them; a date and time alone is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from lint.patterns import Match, Pattern
from lint.text import Span

LABELS = {
    "date": (
        "发布时间 发布日期 发表时间 发文日期 发文时间 成文日期 成文时间 生成日期 生成时间 公开日期 公开时间 "
        "公布日期 印发日期 印发时间 签发日期 更新时间 更新日期 录入时间 上传时间 添加时间 制发日期 日期 时间"
    ),
    "source": "信息来源 文章来源 稿件来源 来源 來源 稿源 出处 来自",
    "publisher": (
        "发布机构 发文机关 发文机构 发文单位 发布单位 公开机构 公开单位 公开主体 制发机关 责任部门 "
        "公开责任部门 所属机构 发布人 发布者 发布 录入人 录入"
    ),
    "author": "作者 文章作者 撰稿 撰稿人 供稿 供稿人 供稿单位 记者 通讯员",
    "editor": "责任编辑 责编 编辑 审核 校对 签发人",
    "number": (
        "索引号 信息索引号 信息索引 文号 发文字号 发文文号 文件编号 公开编号 统一编号 规范性文件编号  统一登记号 目录号"
    ),
    "views": (
        "浏览量 浏览次数 浏览 点击率 点击量 点击数 点击次数 点击 阅读量 阅读次数 阅读 访问量 访问次数 人气  瀏覽次數"
    ),
    "topic": (
        "主题分类 主题词 主题导航 公开目录 公开类别 公开形式 公开方式 公开范围 公开时限 体裁分类 组配分类 "
        "信息分类 信息类别 内容分类 服务对象 所属主题 所属栏目 关键词 关键字"
    ),
    "validity": "有效性 时效性 有效期 效力状态 是否有效 文件状态 生效日期 实施日期 施行日期 失效日期 废止日期",
    "title": "标题 名称 信息名称 信息标题 文件名称",
}
NAMES = {label: name for name, labels in LABELS.items() for label in labels.split()}
LABEL = "|".join(sorted((r"[ \u3000]{0,4}".join(label) for label in NAMES), key=len, reverse=True))
PAIR = Pattern(rf"(?<![\u4e00-\u9fff])(?P<label>{LABEL})[ \u3000]*(?:[:：】\]]|\|)[ \u3000]*")
BARE = Pattern(rf"^[ \t\u3000]*(?P<label>{LABEL})[ \t\u3000]*\r?$", re.MULTILINE)  # a cell of its own
DATED = Pattern(  # a date with the time of day, or in the form of machines
    r"^[ \t\u3000]*(?P<date>20\d\d(?:年\d{1,2}月\d{1,2}日[ \u3000]+\d{1,2}[:：时]\d{1,2}(?:分|[:：]\d\d)?"
    r"|[-/.]\d{1,2}[-/.]\d{1,2}(?:[ \u3000]+\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?))(?=\s|$)",
    re.MULTILINE,
)
VALUE = Pattern(r"[^|\n]{0,60}?(?=\s{2,}|[|\n]|\Z|$)")
NEXT = Pattern(r"\s*\n\s*(?P<value>[^\n]{1,40}?)[ \t\r]*(?:\n|\Z)")  # the value stands in the line below
BLANK = " |\t\u3000\xa0\r"


class Entry(NamedTuple):
    """One label with its value; `value` is empty where the page left it out. A date alone is its own label."""

    name: str
    label: Span
    value: str


def read(text: str, regions: tuple[Span, ...], title: Span | None = None) -> tuple[Entry, ...]:
    """Every pair of label and value in the regions outside the body, in order; the title is no value."""
    found = [entry for region in regions for entry in _entries(text, region, title)]
    found += [date for region in regions for date in _dates(text, region, found)]
    return tuple(sorted(found, key=lambda entry: entry.label))


def _entries(text: str, region: Span, title: Span | None) -> Iterator[Entry]:
    pairs = [*PAIR.finditer(text, *region), *BARE.finditer(text, *region)]
    labels = sorted(pairs, key=lambda match: match.start("label"))
    for match, following in zip_longest(labels, labels[1:]):
        end = following.start() if following else region.end
        value = VALUE.match(text, match.end(), end)
        told = value[0].strip(BLANK) if value else ""
        name = NAMES[re.sub(r"[ \u3000]", "", match["label"])]
        yield Entry(name, Span(*match.span("label")), told or _below(text, match, end, title))


def _dates(text: str, region: Span, known: list[Entry]) -> Iterator[Entry]:
    """Dates that stand alone, but for those that are a label's value."""
    told = {entry.value for entry in known}
    for match in DATED.finditer(text, *region):
        if match["date"] not in told:
            yield Entry("date", Span(*match.span("date")), match["date"])


def _below(text: str, match: Match, end: int, title: Span | None) -> str:
    """The value in the line below a label that has its line to itself; neither the title nor a part of it."""
    line = text.rfind("\n", 0, match.start("label")) + 1
    found = NEXT.match(text, match.end(), end) if not text[line : match.start("label")].strip() else None
    if found is None or "关于" in found["value"] or (title is not None and found.start("value") in title):
        return ""
    return found["value"]
