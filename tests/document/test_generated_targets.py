"""A target written out of random slots, in any of the forms plans use, is read back to the same slots."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lint.document import Document, Target
from lint.numerals import chinese
from lint.text import Source

RATES = ["学前毛入园率", "义务教育巩固率", "垃圾分类覆盖率", "规模以上工业增加值", "耕地保有率"]
THINGS = ["公办幼儿园", "示范学校", "卫生院", "农家书屋", "名师工作室"]
MADE = ["新建", "改建", "创建", "打造", "建成"]
FIRM = {"确保": "ensure", "力争": "strive", "探索": "explore", "": "reach"}
WIDE = ["全市", "全县", "每年", "每个乡镇", ""]
BY = {
    "到2027年，": date(2027, 12, 31), "2026年6月底前，": date(2026, 6, 30), "年底前，": date(2025, 12, 31),
    "上半年，": date(2025, 6, 30), "9月底前，": date(2025, 9, 30), "": None,
}  # fmt: skip
LEVELS = {
    "={}": "=", "达到{}": "=", "不低于{}": "≥", "达到{}以上": "≥", "超过{}": "≥", "不超过{}": "≤", "控制在{}以内": "≤",
    "达到{}左右": "≈", "约{}": "≈", "提高到{}": "change-to", "提升至{}": "change-to",
}  # fmt: skip
CHANGES = {"增长{}": 1, "提高{}": 1, "下降{}": -1, "降低{}": -1}


@dataclass(frozen=True)
class Written:
    """A sentence, and what is to be read from it."""

    text: str
    amounts: tuple[Decimal, ...]
    unit: str
    operator: str
    indicator: str
    modality: str
    deadline: date | None
    scope: str
    baseline: str = ""


def wide(number: str) -> str:
    """A number in full-width digits."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789" else "．" if c == "." else c for c in number)


percents = (
    st.decimals(min_value=1, max_value=99, places=1).map(lambda d: d.normalize()).map(lambda d: Decimal(f"{d:f}"))
)
counts = st.integers(min_value=2, max_value=900).map(Decimal)


@st.composite
def values(draw: st.DrawFn) -> tuple[str, tuple[Decimal, ...]]:
    """A percentage as written, with its amounts: one number, or two of a range."""
    low = draw(percents)
    form = draw(st.sampled_from(["{}%", "{}％", "wide", "{} %", "百分之"]))
    if form == "wide":
        return wide(str(low)) + "％", (low,)
    if form == "百分之":
        return f"百分之{chinese(int(low))}", (Decimal(int(low)),)
    return form.format(low), (low,)


@st.composite
def rates(draw: st.DrawFn) -> Written:
    """确保到2027年，全市学前毛入园率不低于92%。"""
    firm, scope, by = (
        draw(st.sampled_from(list(FIRM))),
        draw(st.sampled_from([*WIDE[:2], ""])),
        draw(st.sampled_from(list(BY))),
    )
    rate = draw(st.sampled_from(RATES))
    form = draw(st.sampled_from([*LEVELS, *CHANGES, "range", "from-to"]))
    value, amounts = draw(values())
    operator, baseline, unit = LEVELS.get(form, "change-by"), "", "%"
    if form == "range":
        high = amounts[0] + draw(st.integers(1, 9))
        dash = draw(st.sampled_from(["-", "—", "～", "至"]))
        said, amounts, operator = f"达到{amounts[0]}{dash}{high}%", (amounts[0], high), "range"
    elif form == "from-to":
        baseline = f"{draw(percents)}%"
        said, operator = f"由{baseline}提高到{value}", "from-to"
    else:
        said = form.replace("=", "").format(value)
        amounts = tuple(amount * CHANGES.get(form, 1) for amount in amounts)
    return Written(
        f"{by}{firm}{scope}{rate}{said}。", amounts, unit, operator, rate, FIRM[firm], BY[by], scope, baseline
    )


@st.composite
def makings(draw: st.DrawFn) -> Written:
    """年底前，每个乡镇新建幼儿园3所。 or 新建3所幼儿园。"""
    firm, scope, by = draw(st.sampled_from(list(FIRM))), draw(st.sampled_from(WIDE)), draw(st.sampled_from(list(BY)))
    made, thing, count = draw(st.sampled_from(MADE)), draw(st.sampled_from(THINGS)), draw(counts)
    written, amount = draw(
        st.sampled_from(
            [
                (str(count), count),
                (wide(str(count)), count),
                (f"{count}万", count * 10000),
                (chinese(int(count)), count),
            ]
        )
    )
    bound = draw(st.sampled_from(["", "以上", "左右", "以内"]))
    value = f"{written}所{bound}"
    said = draw(st.sampled_from([f"{made}{thing}{value}", f"{made}{value}{thing}"]))
    operator = {"": "=", "以上": "≥", "左右": "≈", "以内": "≤"}[bound]
    return Written(f"{by}{firm}{scope}{said}。", (amount,), "所", operator, thing, FIRM[firm], BY[by], scope)


def read(text: str) -> list[Target]:
    """The targets of a plan for 2025 that holds one sentence."""
    return list(Document(Source("a.txt", f"某县2025年工作计划\n\n一、任务\n{text}\n二、保障\n加强领导。\n")).targets)


def agree(written: Written) -> None:
    """The one target read has the slots it was written with."""
    (found,) = read(written.text)
    assert (found.amounts, found.unit, found.operator) == (written.amounts, written.unit, written.operator)
    assert (found.indicator, found.scope, found.baseline) == (written.indicator, written.scope, written.baseline)
    assert (found.modality, found.deadline, found.result) == (written.modality, written.deadline, False)


@given(rates())
def test_a_rate_is_read_back_to_its_slots(written: Written) -> None:
    agree(written)


@given(makings())
def test_what_is_made_is_read_back_to_its_slots(written: Written) -> None:
    agree(written)


@given(st.lists(makings(), min_size=2, max_size=4))
def test_targets_of_one_paragraph_do_not_disturb_one_another(several: list[Written]) -> None:
    found = read("".join(written.text for written in several))
    assert [(t.amounts, t.unit, t.operator, t.indicator) for t in found] == [
        (w.amounts, w.unit, w.operator, w.indicator) for w in several
    ]


@given(rates() | makings())
def test_every_part_lies_where_it_is_said(written: Written) -> None:
    document = Document(Source("a.txt", f"某县2025年工作计划\n\n一、任务\n{written.text}\n"))
    for found in document.targets:
        for name, span in found.spans.items():
            assert 0 <= span.start < span.end <= len(document.text)
            if name in ("indicator", "scope", "baseline", "responsible"):
                assert document.slice(span).strip() == getattr(found, name)


@given(
    st.text(
        alphabet="第一二三十百千万亿0123456789.,%％个所名元至到—-不低于提高达到由从分别和、，。；\n（）年月底前全覆盖清零应助尽：",
        max_size=200,
    )
)
def test_any_text_of_the_words_of_targets_is_read_without_a_fault(text: str) -> None:
    document = Document(Source("a.txt", text))
    spans = [quantity.span for quantity in document.quantities]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
