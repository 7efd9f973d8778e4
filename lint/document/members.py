"""The members of lists inside running text, and what only looks like one.

A member stands between a clause that ends and one that begins: 一是, 第二， 其三， （四）, （5）, 6）, ⑦, 8. are some.
第（二）项, 前款（一）, 公式(1), （1）班, 二是二 are none. The first one may stand anywhere, as in 包括（1）甲；（2）乙,
for by itself it is no fault.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lint.document.markers import CLASS
from lint.numerals import CIRCLED, chinese, number
from lint.patterns import Pattern, compiled
from lint.text import Span

CN = "[一二三四五六七八九十]"
BLANK = r"[ \t\u3000\xa0]"
NUMERAL = Pattern(rf"{CN}+|\d+|[①-⑳]")
DIGITS = ("（1）", "1）", "①", "1.")  # forms that count in digits
OUTLINED = ("（一）", *DIGITS)  # forms that number headings and items as well, where they begin a line

# Name → how a member is written. A form bears the name of its first member.
NO_CLAUSE = (
    rf"(?!{BLANK}*(?:[、，,。；;.）)（(①-⑳\]—–~～-]|{CLASS}|\n|$"
    "|[两各二三四五六七八九十]?[项款](?:[、，,和与规的所]|至|到)))"
)
MARKS = {
    "第一": rf"第{BLANK}?{CN}{{1,3}}(?={BLANK}?(?:[，,：:](?!{BLANK}*第)|、(?!{BLANK}*(?:第|{CN}))|是))",
    "其一": rf"其{CN}{{1,2}}(?={BLANK}?[，,、：:是])",
    "（一）": rf"[（(]{BLANK}?{CN}{{1,3}}{BLANK}?[）)]{NO_CLAUSE}",
    "（1）": rf"[（(]{BLANK}?\d{{1,2}}{BLANK}?[）)]{NO_CLAUSE}",
    "1）": rf"(?<![\d.（(])\d{{1,2}}{BLANK}?[）)]{NO_CLAUSE}",
    "①": rf"[①-⑳]{NO_CLAUSE}",
    "1.": rf"(?<!\d)\d{{1,2}}(?:[.．](?!\d)|[.．](?=(?:19|20)\d\d年)|、(?!{BLANK}?\d)){NO_CLAUSE}",
}
HEAD = "(?=[一二三四五六七八九十第其（(①-⑳\\d])"  # every member begins so; alone it makes the pass seven times as fast
# What follows a numeral and a word without making it a member: 一是一, 三是非, 二要素.
NOT_AFTER = {
    "是": rf"否|非[问观曲之标分题对]|{CN}{{1,3}}(?:[，,、。；;是]|$)",
    "要": "[素件点领义务害闻旨塞职诀隘犯]|目(?!标)",
    "抓": f"到底|手|{CN}",
}

# A member after the first, as the scan for all rules' patterns sees it; wider than MARKS.
LATER = "[二三四五六七八九十]"
ANCHORS = {
    "第一": rf"第{BLANK}?{LATER}{CN}{{0,2}}{BLANK}?[，,、：:是]",
    "其一": rf"其{LATER}",
    "（一）": rf"\S{BLANK}*[（(]{BLANK}?{LATER}",
    "（1）": rf"\S{BLANK}*[（(]{BLANK}?\d{{1,2}}{BLANK}?[）)]",
    "1）": rf"[。；;：:！!？?…，,、）)”』】]{BLANK}*\d{{1,2}}{BLANK}?[）)]",
    "①": rf"\S{BLANK}*[②-⑳]",
    "1.": rf"[。；;：:！!？?…，,、）)”』】]{BLANK}*\d{{1,2}}[.．、](?:[^\d]|19|20)",
}

# An ordinal in whatever form, whether or not a clause ends before it.
WRITTEN_CN = Pattern(
    rf"第{BLANK}?(?P<nth>{CN}+)(?={BLANK}?(?:[，,、：:是要个点条项步]|方面))|其(?P<of>{CN}+)|其(?P<second>次)|再(?P<third>次)"
    rf"|(?P<numeral>{CN}+)(?={BLANK}{{0,2}}(?:[、，,.．：:）)是昰要抓靠则来为]|方面|[个种点]是))"
)
WRITTEN_DIGITS = Pattern(
    rf"[（(]{BLANK}?(?P<bracketed>{CN}+)|(?P<circled>[①-⑳])|(?<!\d)(?P<digits>\d{{1,2}})(?={BLANK}?[.．、，,：:）)])"
)
# What may have begun a list in place of a first member that is read.
BEGUN = Pattern(
    rf"首先|先是|其一|第{BLANK}?[一1１]|[一—–－-]{BLANK}?(?:[是要抓靠则来为]|方面|[个种点]是)|(?:\A|[。；;：:，,\s])一[、，,.：:]"
    r"|[（(][一1１][）)]|①|(?<![\d.．])[1１][.．、）)]"
)

ENDS = "。；;：:！!？?…\n"
PAUSES = "，,、）)”』】"
BLANKS = " \t\u3000\xa0"
REFERRED = "第款项图表式见附件条号注例题按照据由"  # （1） behind one of these is no first member
LINE = Pattern(r"\n\s*")  # a line end with the blank lines below it
BREAK = Pattern(r"[。；;：:！!？?…\n][ \t\r\u3000\xa0]*\n")  # a line end that is a paragraph's end, not a cut
# What follows a member that a sentence refers to; behind the end of one it may begin a clause.
REFERENCE = Pattern(
    rf"{BLANK}*(?:[两各二三四五六七八九十]?项(?!目)|款|条(?![件例])|类(?!型)|目(?![标录])|所[列述指称规示]|式|中的"
    rf"|[至到和与及或]{BLANK}*(?:第|[（(]|{CN}|\d|[①-⑳]))"
)
LISTED = Pattern(rf"[（(]{BLANK}?(?:{CN}+|\d+){BLANK}?[）)]{BLANK}*[、，,]?{BLANK}*$")  # 第（一）、 before （二）
NEAR = 40  # characters in which a bracket that opened before a member is looked for


class Member(NamedTuple):
    """One member: where it stands, its form and ordinal.

    `line` counts the lines that are not blank, from 0; `starts` says that the member begins one, `firm` that a clause
    ends before the member. `region` numbers the stretches of text that a list of this form keeps to: chapters, or
    paragraphs for the forms that number headings too.
    """

    span: Span
    form: str
    ordinal: int
    line: int
    starts: bool
    firm: bool
    region: int


def read(text: str, forms: tuple[str, ...], chapters: list[int]) -> Iterator[Member]:
    """Every member of these forms, in order. A form is a key of MARKS or a word that follows a numeral.

    `chapters` are the places, in order, at which the text of each chapter begins.
    """
    groups = (rf"(?P<f{index}>{_pattern(form)})" for index, form in enumerate(forms))
    paragraph, line, end = 0, 0, 0
    for match in compiled(HEAD + "(?:" + "|".join(groups) + ")").finditer(text):
        form, start = forms[int(str(match.lastgroup)[1:])], match.start()
        paragraph += BREAK.search(text, max(0, end - 1), start) is not None
        line += sum(1 for _ in LINE.finditer(text, end, start))
        end = match.end()
        numeral = NUMERAL.search(match[0])
        ordinal = number(numeral[0]) if numeral else None
        before = text[max(0, start - NEAR) : start]
        last = before.rstrip(BLANKS)[-1:]
        firm = not last or last in ENDS or (_firm(form, before, last) and not REFERENCE.match(text, end))
        if ordinal and (firm or (ordinal == 1 and form != "1." and last not in REFERRED)):
            region = paragraph if form in OUTLINED else bisect_right(chapters, start)
            yield Member(Span(start, end), form, ordinal, line, last in ("", "\n"), firm, region)


def anchor(form: str) -> str:
    """A pattern without which a text holds no member of a form after the first."""
    return ANCHORS.get(form) or rf"{LATER}{BLANK}?{re.escape(form)}"


def written(member: str, ordinal: int) -> str:
    """Another ordinal, written as a member of its list is: 三是 beside 四是, (3) beside (4)."""
    numeral = NUMERAL.search(member)
    if numeral is None:
        return member
    style = numeral[0]
    other = str(ordinal) if style.isdecimal() else chr(ord("①") + ordinal - 1) if style in CIRCLED else chinese(ordinal)
    return member.replace(style, other, 1).replace(" ", "")


def mentioned(text: str, start: int, end: int, form: str) -> set[int]:
    """The ordinals that stand in a part of the text in whatever form, whether or not a clause ends before them."""
    words = {"second": 2, "third": 3}
    found = (WRITTEN_DIGITS if form in DIGITS else WRITTEN_CN).finditer(text, start, end)
    return {words.get(name) or number(match[name]) or 0 for match in found if (name := match.lastgroup)}


def begun(text: str, start: int, end: int, form: str) -> bool:
    """Whether something in a part of the text may have begun a list of this form."""
    return BEGUN.search(text, start, end) is not None or text.find(chinese(1) + form, start, end) >= 0


def _pattern(form: str) -> str:
    if form in MARKS:
        return MARKS[form]
    stop = rf"(?!{NOT_AFTER[form]})" if form in NOT_AFTER else ""
    return rf"{CN}{{1,3}}{BLANK}?{re.escape(form)}{stop}"


def _firm(form: str, before: str, last: str) -> bool:
    """Whether a member behind a comma or a blank still stands between two clauses, and is none that one refers to."""
    if form == "①":
        return last not in REFERRED and last not in "和与及至到"
    if form == "1）" and max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")")):
        return False
    if form != "1." and LISTED.search(before):
        return False
    return last in PAUSES or (form != "1." and before[-1:] in BLANKS)
