"""Any sound outline is read whole and without a fault, and one item taken out of it is one gap.

Outlines are made of every scheme, in every form that people write it, with the page of a site around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lint.checks.numbering import Numbering
from lint.document import Document
from lint.document.markers import RANKS, SCHEMES, written
from lint.numerals import chinese
from lint.text import Source

CHECKS = [Numbering(kind="numbering", fault=fault) for fault in ("gap", "repeat", "order", "malformed", "glued")]
# How each scheme is written: c is the ordinal in Chinese, d in digits, f in full-width digits, u what a decimal stands
# under; o, k, p and q are one character that is a whole marker.
FORMS = {
    "part": ("第{c}部分", "第{c}编"),
    "chapter": ("第{c}章", "第{d}章", "第 {c} 章"),
    "section": ("第{c}节",),
    "article": ("第{c}条", "第{d}条"),
    "bare": ("{d}",),
    "chinese": ("{c}、",),
    "chinese-paren": ("（{c}）", "({c})", "（{c} ）", "{k}"),
    "chinese-close": ("{c}）", "{c})"),
    "arabic": ("{d}.", "{d}．", "{f}．", "{f}.", "{p}"),
    "arabic-comma": ("{d}、", "{f}、"),
    "decimal": ("{u}.{d}",),
    "decimal-3": ("{u}.{d}",),
    "decimal-4": ("{u}.{d}",),
    "arabic-paren": ("（{d}）", "({d})", "（{f}）", "( {d} )", "{q}"),
    "arabic-close": ("{d})", "{d}）"),
    "circled": ("{o}",),
    "ordinal": ("第{c}，", "第{c},", "第{c}、"),
}
SINGLE = {"o": "①", "k": "㈠", "p": "⒈", "q": "⑴"}
HIGHEST = {"{o}": 20, "{k}": 10, "{p}": 20, "{q}": 20}  # of 99
SPACED = ("part", "chapter", "section", "article", "bare")  # a blank follows the marker
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
LINE_ENDS = ("\n", "\r\n", "\n\n", "\r\n\r\n")
PREFIXES = (("", ""), ("　　", ""), ("## ", ""), ("**", "**"), ("　　**", "**"))
ABOVE = (
    "当前位置：首页 > 政务公开 > 教育",
    "清河县2024年教育工作计划",
    "发布时间：2024-01-05 来源：县教育局 浏览次数：12",
    "为办好全县教育，根据上级部署，结合我县实际，按照保基本、促公平、提质量的要求，"
    "经广泛征求各校意见并报县政府同意，制定本计划，请各校认真贯彻执行。",
)
BELOW = (
    "上一篇：关于做好开学工作的通知",
    "下一篇：没有了",
    "相关阅读：全县教育工作会议召开",
    "1.县教育局召开座谈会",
    "2.关于公布招生办法的通知",
    "版权所有：清河县教育局",
    "冀ICP备00000000号-1",
)


class Level(NamedTuple):
    """How one level is written: its scheme, its form, what stands around a heading, and whether it runs on."""

    scheme: str
    form: str
    blank: str
    around: tuple[str, str]
    runs_on: bool


class Item(NamedTuple):
    """One heading: its marker, its text, and whether it is a leaf in the midst of four or more."""

    scheme: str
    ordinal: int
    under: str
    marker: str
    text: str
    inner: bool


@st.composite
def schemes(draw: st.DrawFn) -> list[str]:
    """Up to four schemes as the standard nests them; decimals stand below one another and below 1. or 1."""
    plain = [
        scheme for scheme in SCHEMES if not scheme.startswith("decimal") and scheme not in ("bare", "arabic-comma")
    ]
    chosen = draw(st.sets(st.sampled_from(plain), min_size=1, max_size=4))
    return sorted(chosen, key=RANKS.__getitem__)


DECIMALS = ["decimal", "decimal-3", "decimal-4"]
ANY_ORDER = st.one_of(
    schemes(),
    st.builds(lambda first, depth: [first, *DECIMALS[:depth]], st.sampled_from(["arabic", "bare"]), st.integers(1, 3)),
    st.sampled_from(
        [["bare"], ["bare", "chinese-paren"], ["bare", "arabic-paren", "circled"], ["bare", "decimal", "arabic-paren"]]
    ),
    st.sampled_from([["arabic-comma", "arabic"], ["arabic", "arabic-comma"], ["chinese", "arabic-comma", "arabic"]]),
    st.permutations([scheme for scheme in SCHEMES if not scheme.startswith(("decimal", "bare", "arabic-comma"))]).map(
        lambda order: list(order[:2])
    ),
)


@st.composite
def outlines(draw: st.DrawFn) -> list[Item]:
    """Headings in order, each level restarting under every heading or running on.

    Where the standard does not tell the nesting, whole lists do: every heading but the last level's has some.
    """
    order = draw(ANY_ORDER)
    usual = order == sorted(order, key=RANKS.__getitem__) and "arabic-comma" not in order and "bare" not in order
    told = usual and not any(scheme in DECIMALS for scheme in order)
    alike = [scheme for scheme in order if scheme.removesuffix("-close") + "-paren" in order]  # 6） after （5）
    levels = [
        Level(
            scheme, draw(st.sampled_from(FORMS[scheme])),
            draw(st.sampled_from([" ", "　"] if scheme in SPACED else ["", " ", "　"])),
            draw(st.sampled_from(PREFIXES)), told and scheme not in alike and draw(st.booleans()),
        )
        for scheme in order
    ]  # fmt: skip
    reached = [0] * len(levels)
    items: list[Item] = []

    def grow(depth: int, under: str) -> None:
        reached[depth] = reached[depth] if levels[depth].runs_on else 0
        size = draw(st.integers(2 if depth else 1, 5) if told else st.integers(2 if depth else 3, 4))
        for place in range(size):
            reached[depth] += 1
            assume(reached[depth] <= HIGHEST.get(levels[depth].form, 99))
            leaf = depth + 1 == len(levels) or (told and draw(st.integers(0, 2)) == 0)
            inner = leaf and size >= 4 and 0 < place < size - 1
            items.append(draw(headings(levels[depth], reached[depth], under, len(items), inner)))
            if not leaf:
                grow(depth + 1, f"{under}.{reached[depth]}".lstrip("."))

    grow(0, "")
    assume(len(items) < 150)
    return items


@st.composite
def headings(draw: st.DrawFn, level: Level, ordinal: int, under: str, number: int, inner: bool) -> Item:
    """One heading with a title of its own: alone, above a sentence, or run into it."""
    title = "抓好" + "".join("子丑寅卯辰巳午未申酉"[int(digit)] for digit in str(number)) + "类事项"
    single = {letter: chr(ord(first) + min(ordinal, 20) - 1) for letter, first in SINGLE.items()}
    digits = str(ordinal).translate(FULL_WIDTH)
    marker = level.form.format(c=chinese(ordinal), d=ordinal, f=digits, u=under, **single)
    before, after = level.around
    heading = f"{before}{marker}{level.blank}{title}"
    text = draw(
        st.sampled_from(["{}{}", "{}。{}", "{}{}\n各校要认真落实，确保成效。", "{}。{}各校要认真落实，确保成效。"])
    )
    return Item(level.scheme, ordinal, under, marker, text.format(heading, after), inner)


def page(items: Sequence[Item], line_end: str, whole: bool) -> str:
    """The headings as a text, with or without the page of a site around them."""
    lines = [line for item in items for line in item.text.split("\n")]
    lines = [*ABOVE, *lines, "清河县教育局", "2024年1月5日", *BELOW] if whole else lines
    return line_end.join([*lines, ""])


MORE = settings(max_examples=max(300, settings().max_examples))  # so many kinds of outlines need more than others


def hits(document: Document) -> list[tuple[str, int, str]]:
    """What the checks behind the rules of the numbering find: the fault, where, and what is missing."""
    return [(check.fault, hit.span.start, hit.values["missing"]) for check in CHECKS for hit in check.run(document)]


@MORE
@given(outlines(), st.sampled_from(LINE_ENDS), st.booleans())
def test_any_sound_outline_is_read_whole_and_without_a_fault(items: list[Item], line_end: str, whole: bool) -> None:
    document = Document(Source("t", page(items, line_end, whole)))
    seen = [(document.slice(section.marker.span), section.marker.ordinal) for section in document.outline.sections]
    assert seen == [(item.marker, item.ordinal) for item in items]
    assert hits(document) == []


@MORE
@given(outlines(), st.data(), st.booleans())
def test_one_item_taken_out_is_one_gap_that_names_it(items: list[Item], data: st.DataObject, whole: bool) -> None:
    inner = [number for number, item in enumerate(items) if item.inner]
    assume(inner)
    gone = data.draw(st.sampled_from(inner))
    lost, after = items[gone : gone + 2]
    document = Document(Source("t", page(items[:gone] + items[gone + 1 :], "\n", whole)))
    text = after.text.split("\n")[0]
    start = document.text.index(text) + text.index(after.marker)
    assert hits(document) == [("gap", start, written(lost.scheme, lost.ordinal, lost.under).rstrip("、.，"))]
