"""A repair takes its finding away and brings no other, or it is not made."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.engine import Engine
from lint.findings import Edit, Finding, Fix, Severity
from lint.fixes import Repaired, repair
from lint.fixes.repair import TRIES, Found
from lint.text import Source, Span

Rules = dict[str, tuple[str, str]]  # by name: a pattern, and what its repair puts there


def lint(rules: Rules, source: Source) -> list[Finding]:
    """What a few made-up rules find, each with a safe repair; those in capitals have an unsafe one."""
    return [
        Finding(
            source.path, rule, "p", Severity.ERROR, "m", match[0], source.position(match.start()),
            source.position(match.end()),
            fix=Fix("unsafe" if rule.isupper() else "safe", (Edit(Span(*match.span()), match.expand(new)),)),
        )
        for rule, (pattern, new) in rules.items()
        for match in re.finditer(pattern, source.text)
    ]  # fmt: skip


def repaired(rules: Rules, text: str, unsafe: bool = False) -> Repaired:
    source = Source("a.txt", text)
    return repair(source, (lint(rules, source), []), lambda other: (lint(rules, other), []), unsafe)


def test_a_repair_is_made() -> None:
    done = repaired({"dot": ("。。", "。")}, "一。。二。。三")
    assert (done.source.text, len(done.fixed), done.findings) == ("一。二。三", 2, ())


def test_repairs_that_wait_for_one_another_go_on_until_nothing_changes() -> None:
    done = repaired({"a": ("甲乙", "乙"), "b": ("乙丙", "丙")}, "甲乙丙")
    assert (done.source.text, len(done.fixed)) == ("丙", 2)


def test_unsafe_repairs_are_made_only_where_they_are_asked_for() -> None:
    rules = {"DOT": ("。。", "。"), "comma": ("，，", "，")}
    assert repaired(rules, "一。。二，，").source.text == "一。。二，"
    assert repaired(rules, "一。。二，，", unsafe=True).source.text == "一。二，"


def test_a_repair_that_leaves_its_finding_is_a_fault() -> None:
    done = repaired({"stays": ("甲", "甲甲"), "dot": ("。。", "。")}, "一。。甲")
    assert done.source.text == "一。甲"
    assert [(fault.finding.rule, fault.reason) for fault in done.faults] == [
        ("stays", "what it repairs is still found there")
    ]


def test_a_repair_that_brings_another_finding_is_a_fault() -> None:
    done = repaired({"brings": ("甲", "乙"), "other": ("乙", "甲"), "dot": ("。。", "。")}, "一。。甲")
    assert done.source.text == "一。甲"
    assert [(fault.finding.rule, fault.reason) for fault in done.faults] == [("brings", "it would bring other to 1:3")]


def test_a_repair_that_changes_nothing_is_a_fault() -> None:
    assert [fault.reason for fault in repaired({"none": ("甲", "甲")}, "甲").faults] == ["it changes nothing"]


def test_one_bad_repair_among_many_keeps_none_of_the_others_back() -> None:
    rules = {"dot": ("。。", "。"), "bad": ("甲", "乙"), "other": ("乙", "丙")}
    done = repaired(rules, "。。一" * 40 + "甲" + "二。。" * 40)
    assert done.source.text == "。一" * 40 + "甲" + "二。" * 40
    assert [fault.finding.rule for fault in done.faults] == ["bad"]


def test_a_repair_in_the_way_of_a_refused_one_is_made_all_the_same() -> None:
    rules = {"a": ("甲乙", "丙"), "b": ("丙", "丁"), "c": ("乙", "")}
    assert repaired(rules, "甲乙").source.text == "甲"  # a would bring b


def test_what_never_settles_ends_and_says_so() -> None:
    rules: Rules = {"grow": ("甲(?!$)", "甲乙"), "shrink": ("乙", "")}
    done = repaired(rules, "甲一" * 8)
    assert done.source.text == "甲一" * 8


def test_a_repair_beside_which_something_suppressed_would_count_again_is_not_made() -> None:
    rules: Rules = {"dot": ("。。", "。"), "old": ("甲", "乙")}

    def judged(source: Source) -> Found:
        found = lint(rules, source)
        known = [f for f in found if f.rule == "old" and source.text[f.end.offset :].startswith("一。。")]
        return [f for f in found if f not in known], known

    source = Source("a.txt", "甲一。。甲二")
    done = repair(source, judged(source), judged, unsafe=False)
    assert done.source.text == "甲一。。乙二"
    assert [f.start.offset for f in done.others] == [0]
    assert [fault.reason for fault in done.faults] == ["'old' beside it, which is suppressed, would count again"]


def test_tries_are_bounded() -> None:
    tries = 0

    def counted(source: Source) -> Found:
        nonlocal tries
        tries += 1
        return lint(rules, source), []

    rules: Rules = {"stays": ("甲", "甲甲")}
    source = Source("a.txt", "甲一" * 300)
    done = repair(source, (lint(rules, source), []), counted, unsafe=False)
    assert tries <= 2 * TRIES
    assert done.source.text == source.text


def test_line_ends_are_those_of_the_text() -> None:
    assert repaired({"cut": ("；", "；\n")}, "一\r\n二；三\r\n").faults  # what it puts there is found again
    done = repaired({"cut": ("；(?!\\s)", "；\n")}, "一\r\n二；三\r\n")
    assert done.source.text == "一\r\n二；\r\n三\r\n"


@given(st.text("甲乙丙。，\n", max_size=30))
def test_a_second_repair_changes_nothing(text: str) -> None:
    rules = {
        "dot": ("。。+", "。"), "COMMA": ("，，", "，"), "turn": ("乙甲", "甲乙"), "bad": ("丙", "丙丙"),
        "drop": (r"^甲\n", ""), "mix": ("[。，]甲", "甲"),
    }  # fmt: skip
    once = repaired(rules, text, unsafe=True)
    if once.settled:
        assert repaired(rules, once.source.text, unsafe=True).source.text == once.source.text


TITLE = "清河县2024年工作要点\n"
END = "各级各部门要落实责任，加强督查，确保各项任务按期完成。\n"  # below it, short lines under chrome are of the page
CHROME = ["当前位置：首页 > 通知\n", "责任编辑：某\n", "上一篇：通知\n", "【打印本页】\n"]
BODY = [
    "一、加强D建工作\n", "抓好招生。。落实责任,\n", "二、改善办学条件\n", "新建 3所幼儿园。\n", "三构建体系\n",
    "四、现(xiàn)代化\n", "\xa0\xa0推进工作　。\n", "2 0 2 4年完成。\n", "&nbsp;落实\n", "“引号。\n",
]  # fmt: skip
PIECES = st.lists(st.sampled_from([*BODY, *CHROME]), min_size=2, max_size=12)


@given(PIECES)
def test_built_in_repairs_settle(engine: Engine, pieces: list[str]) -> None:
    source = Source("a.txt", TITLE + "".join(pieces))
    found = engine.lint(source)[0]
    once = repair(source, (found, []), lambda other: (engine.lint(other)[0], []), unsafe=True)
    assert once.settled
    again = repair(once.source, (once.findings, []), lambda other: (engine.lint(other)[0], []), unsafe=True)
    assert (again.source.text, again.fixed) == (once.source.text, ())


@given(PIECES)
def test_safe_repairs_leave_every_chinese_character_of_the_body(engine: Engine, pieces: list[str]) -> None:
    source = Source("a.txt", TITLE + "".join(pieces) + END)
    once = repair(source, (engine.lint(source)[0], []), lambda other: (engine.lint(other)[0], []), unsafe=False)
    left = once.source.text
    for line in CHROME:
        left = left.replace(line, "")
    assert _chinese(left) == _chinese(TITLE + "".join(piece for piece in pieces if piece in BODY) + END)


def _chinese(text: str) -> str:
    return "".join(re.findall("[\u4e00-\u9fff0-9]", text))


@pytest.mark.parametrize("text", ["", "\n", "没有问题。\n"])
def test_a_text_without_findings_stays_as_it_is(text: str) -> None:
    assert repaired({"dot": ("。。", "。")}, text).source.text == text
