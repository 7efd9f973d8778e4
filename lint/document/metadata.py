"""What a page says of a document: date, source, publisher, number, views, and which of them it left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from lint.patterns import Pattern
from lint.text import Span

LABELS = {
    "date": "发布时间 发布日期 发文日期 成文日期 生成日期 公开日期 公布日期 印发日期 更新时间 录入时间 日期 时间",
    "source": "信息来源 文章来源 稿件来源 来源 稿源 出处",
    "publisher": "发布机构 发文机关 发文单位 发布单位 公开机构 公开单位 责任部门 发布人 发布者 发布 作者 编辑 录入",
    "number": "索引号 文号 发文字号 文件编号 信息索引 公开编号",
    "views": "浏览量 浏览次数 浏览 点击率 点击量 点击数 点击次数 点击 阅读量 阅读次数 阅读 访问量 访问次数 人气",
    "topic": "主题分类 主题词 公开目录 公开类别 公开形式 公开方式 公开范围 公开时限 体裁分类 组配分类 有效性 关键词",
    "title": "标题 名称 信息名称",
}
NAMES = {label: name for name, labels in LABELS.items() for label in labels.split()}
LABEL = "|".join(sorted((r"[ \u3000]{0,4}".join(label) for label in NAMES), key=len, reverse=True))
PAIR = Pattern(rf"(?<![\u4e00-\u9fff])(?P<label>{LABEL})[ \u3000]*(?:[:：]|\|)[ \u3000]*")
VALUE = Pattern(r"[^|\n]{0,60}?(?=\s{2,}|[|\n]|\Z|$)")


class Entry(NamedTuple):
    """One label with its value; `value` is empty where the page left it out."""

    name: str
    label: Span
    value: str


def read(text: str, regions: tuple[Span, ...]) -> tuple[Entry, ...]:
    """Every pair of label and value in the regions outside the body, in order."""
    return tuple(entry for region in regions for entry in _entries(text, region))


def _entries(text: str, region: Span) -> Iterator[Entry]:
    found = list(PAIR.finditer(text, region.start, region.end))
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else region.end
        value = VALUE.match(text, match.end(), end)
        name = NAMES[re.sub(r"[ \u3000]", "", match["label"])]
        yield Entry(name, Span(*match.span("label")), value[0].strip(" |\t\u3000\xa0\r") if value else "")
