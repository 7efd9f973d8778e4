"""Dates that cannot be, lost a part, or lie before the plan that promises them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.date import Date
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Date, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
IMPOSSIBLE = Date(kind="date", fault="impossible")
MALFORMED = Date(kind="date", fault="malformed")
STALE = Date(kind="date", fault="stale")
WEEKDAY = Date(kind="date", fault="weekday")


@pytest.mark.parametrize(
    ("text", "date", "offset"),
    [
        ("于2月30日召开", "2月30日", 1),
        ("于2023年2月29日召开", "2023年2月29日", 1),
        ("1900年2月29日", "1900年2月29日", 0),
        ("4月31号前", "4月31号", 0),
        ("2024年13月总结", "2024年13月", 0),
        ("2024 年 0 月 5 日", "2024 年 0 月 5 日", 0),
        ("12月0日", "12月0日", 0),
        ("2024年13月5日", "2024年13月5日", 0),
    ],
)
def test_a_day_that_no_calendar_has_is_impossible(hits: Hits, text: str, date: str, offset: int) -> None:
    assert hits(IMPOSSIBLE, text) == [(date, offset)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日",
        "2000年2月29日",
        "2月29日",
        "12月31日",
        "2月至13日",
        "历时13月",
        "10月100日",
        "2024年1月5日至30日",
        "13个月30日",
    ],
)
def test_a_day_that_may_be_is_not(hits: Hits, text: str) -> None:
    assert hits(IMPOSSIBLE, text) == []


@pytest.mark.parametrize(
    ("text", "date", "offset", "fixed"),
    [
        ("第202311月期", "202311月", 1, "第2023年11月期"),
        ("202303月印发", "202303月", 0, "2023年3月印发"),
        ("于2024327日印发", "2024327日", 1, "于2024年3月27日印发"),
        ("20240327日", "20240327日", 0, "2024年3月27日"),
        ("于2024年327日印发", "2024年327日", 1, "于2024年3月27日印发"),
        ("2024年1231日", "2024年1231日", 0, "2024年12月31日"),
    ],
)
def test_a_date_that_lost_a_part_is_completed(document: Make, text: str, date: str, offset: int, fixed: str) -> None:
    (hit,) = MALFORMED.run(document(text))
    assert (document(text).slice(hit.span), hit.span.start) == (date, offset)
    assert hit.values == {"date": date}
    assert edited(text, hit.edits) == fixed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("于0402年3月印发", ("0402年3月", 1)),
        ("5052年度计划", ("5052年", 0)),
        ("教发〔2121〕5号", ("〔2121〕", 2)),
        ("教发〔0202〕5号", ("〔0202〕", 2)),
        ("20201年3月", ("20201年3月", 0)),
    ],
)
def test_a_year_that_no_plan_can_have_is_malformed_and_left_alone(
    hits: Hits, document: Make, text: str, place: tuple[str, int]
) -> None:
    assert hits(MALFORMED, text) == [place]
    assert [hit.edits for hit in MALFORMED.run(document(text))] == [()]


WHOLE = (
    "2023年11月", "2024年3月27日", "〔2021〕5号", "共2023人", "电话202311", "面积20231平方米", "3000年历史", "第3000年",
    "编号12023311日", "2024年12日", "2023年180日",
)  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_whole_dates_and_other_numbers_are_not_malformed(hits: Hits, text: str) -> None:
    assert hits(MALFORMED, text) == []


PLAN = "某县2021年教育工作计划\n\n"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        (PLAN + "一、任务\n2020年完成两所学校建设。\n", 20),
        (PLAN + "一、任务\n各校2019年底前全市要实现达标。\n", 22),
        (PLAN + "一、任务\n（一）建设\n到位，2020年新建校舍。\n", 29),
    ],
)
def test_a_promise_for_a_year_before_the_plans_is_stale(document: Make, text: str, offset: int) -> None:
    (hit,) = STALE.run(document(text))
    assert (hit.span.start, hit.span.end - hit.span.start) == (offset, 5)
    assert hit.values == {"date": text[offset : offset + 5], "plan": "2021"}


NO_PROMISE = {
    "the plan's own year": PLAN + "一、任务\n2021年完成两所学校建设。\n",
    "a review": PLAN + "一、2020年工作回顾\n2020年完成两所学校建设。\n",
    "a section of problems": PLAN + "一、任务\n（一）存在问题\n2020年完成两所学校建设。\n",
    "了": PLAN + "一、任务\n2020年完成了两所学校建设。\n",
    "的": PLAN + "一、任务\n2020年建成的校舍纳入管理。\n",
    "a result": PLAN + "一、任务\n2020年完成建设，累计投入资金。\n",
    "a name": PLAN + "一、任务\n落实《2018年启动计划》。\n",
    "a range": PLAN + "一、任务\n按2018-2020年完成的进度推进。\n",
    "before the sections": PLAN + "2020年完成两所学校建设。\n一、任务\n完。\n",
    "a plan of no year": "教育工作计划\n\n一、任务\n2020年完成两所学校建设。\n",
    "the plan's period": "某县教育事业发展总体规划（2020—2025年）\n\n一、任务\n2020年完成两所学校建设。\n",
}


@pytest.mark.parametrize("text", NO_PROMISE.values(), ids=NO_PROMISE)
def test_a_year_gone_by_that_promises_nothing_is_not_stale(hits: Hits, text: str) -> None:
    assert hits(STALE, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("于13月底前完成", "13月"), ("从0月起举办", "0月"), ("宣传月从2024-02-31开始", "2024-02-31"),
        ("六月三十一日开幕", "六月三十一日"),
        ("十三月五日召开", "十三月"), ("每日25:30，不得缺席", "25:30"),
    ],
)  # fmt: skip
def test_months_days_and_hours_that_no_clock_has_are_impossible(hits: Hits, text: str, date: str) -> None:
    assert [found for found, _ in hits(IMPOSSIBLE, text)] == [date]


@pytest.mark.parametrize(
    "text", ["12月底前", "2024-02-29", "十二月五日", "比分25:30", "版本2025.1.10", "3—13月龄", "六月三十日"]
)
def test_what_calendars_and_clocks_have_is_passed(hits: Hits, text: str) -> None:
    assert hits(IMPOSSIBLE, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("于3月3前上报", "3月3"), ("时间为2024年3月1，为期一周", "2024年3月1"), ("2020年月日", "2020年月日"),
        ("力争6月月30日前", "6月月30日"),
        ("于月日前报送", "月日"), ("2O19年2月25日", "2O19年2月25日"), ("213年2月20日", "213年2月20日"),
        ("于3日5月召开", "3日5月"),
        ("项目月16日前交付", "月16日"), ("在O9月20日前", "O9月20日"),
    ],
)  # fmt: skip
def test_a_date_that_lost_a_part_is_malformed(hits: Hits, text: str, date: str) -> None:
    assert [found for found, _ in hits(MALFORMED, text)] == [date]


@pytest.mark.parametrize(
    "text", ["每年2月前报送", "本月16日前", "2024年3月1日，完成", "3月至5月", "于3月前上报", "每月日均", "公元前213年"]
)
def test_a_whole_date_is_passed(hits: Hits, text: str) -> None:
    assert hits(MALFORMED, text) == []


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("定于2024年3月5日（星期一）召开", "星期一", "星期二"),
        ("定于2024年3月5日(周三下午)召开", "周三", "星期二"),
        ("2024 年 3 月 5 日 星期日，晴", "星期日", "星期二"),
        ("2024年3月5日星期一上午9时", "星期一", "星期二"),
        ("2024年3月10日（星期一）", "星期一", "星期日"),
    ],
)
def test_a_day_of_the_week_that_the_date_has_not_is_told(document: Make, text: str, found: str, right: str) -> None:
    (hit,) = WEEKDAY.run(document(text))
    assert (document(text).slice(hit.span), hit.values["weekday"]) == (found, right)


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日（星期二）",
        "2024年3月10日（礼拜天）",
        "3月5日（星期一）",  # of which year, nobody knows
        "2024年2月30日（星期一）",  # impossible, which is told there
        "2024年3月5日（周一至周五）",
        "2024年3月5日（周一、周三）",
        "自2024年3月5日周一例会改为周三",
        "自2024年3月5日起每周一",
    ],
)
def test_what_is_no_other_day_of_the_week_is_passed(hits: Hits, text: str) -> None:
    assert hits(WEEKDAY, text) == []
