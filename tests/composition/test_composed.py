"""Checks put together: which hits count, what conditions capture, and where they look."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import packs
from lint.document import Document
from lint.engine import apply
from lint.findings import Finding, edited
from lint.rules import Rule
from lint.text import Source

HEAD = """\
rules:
  - id: composed
    severity: warning
    message: “{text}”
    why: 测试用。
    check:
"""
EXAMPLES = """
    examples:
      good: [甲]
      bad: [⟦乙⟧]
"""
PLAN = """\
某县计划

一、背景
教育局负责。

二、任务
（一）招生
教育局负责。卫健局牵头。
（二）就业
人社局负责，人社局牵头。
"""


class Made:
    """A rule made of a check, and what it finds."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "pack.yaml"

    def rule(self, check: str, message: str = "“{text}”", more: str = "") -> Rule:
        body = "".join(f"      {line}\n" for line in check.strip().splitlines())
        text = HEAD.replace("“{text}”", message) + body + more + EXAMPLES
        self._file.write_text(text, encoding="utf-8")
        return packs.load((self._file,), builtin=False).rules[0]

    def findings(self, check: str, text: str = PLAN, message: str = "“{text}”", more: str = "") -> list[Finding]:
        return list(apply(self.rule(check, message, more), Document(Source("a.txt", text))))

    def found(self, check: str, text: str = PLAN, more: str = "") -> list[tuple[str, int]]:
        return [(finding.text, finding.start.line) for finding in self.findings(check, text, more=more)]

    def faults(self, check: str) -> list[str]:
        with pytest.raises(packs.PackError) as caught:
            self.rule(check)
        return [fault.partition("pack.yaml:")[2] for fault in caught.value.faults]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


BUREAU = r"""
kind: existence
patterns: ['(?P<body>[\u4e00-\u9fff]{2}局)负责']
"""


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ("inside: {heading: [任务]}", [8, 10]),
        ("inside: {heading: [招生]}", [8]),
        ("inside: [{heading: [任务]}, {heading: [招生]}]", [8]),
        ("inside: {title: [某县]}", [4, 8, 10]),
        ("inside: {title: [某市]}", []),
        ("inside: {zones: [heading]}", []),
        ("inside: {zones: [body]}", [4, 8, 10]),
        ("inside: {patterns: ['教育局[^。]*。']}", [4, 8]),
        ("inside: {check: {kind: existence, tokens: [人社局负责，人社局牵头]}}", [10]),
        ("has: {tokens: [牵头]}", [10]),
        ("has: {tokens: [牵头], in: line}", [8, 10]),
        ("precedes: {tokens: [牵头], in: document}", [4, 8, 10]),
        ("precedes: {tokens: [牵头], in: document, within: 5}", [8, 10]),
        ("follows: {tokens: [一、背景], in: chapter}", [4]),
        ("follows: {tokens: [牵头], in: chapter}", [10]),
        ("has: {patterns: ['{body}牵头']}", [10]),
        ("not: {has: {patterns: ['{body}牵头'], in: section}}", [4, 8]),
        ("not: [{inside: {heading: [背景]}}, {has: {tokens: ['{body}牵头'], in: section}}]", [8]),
        ("not: {inside: {heading: [任务]}, has: {tokens: ['{body}牵头'], in: section}}", [4, 8]),
        ("where: {body: {is: 教育局}}", [4, 8]),
        ("where: {body: {in: [教育局, 卫健局]}}", [4, 8]),
        ("where: {body: {matches: 社}}", [10]),
        ("any: [{inside: {heading: [背景]}}, {where: {body: {is: 人社局}}}]", [4, 10]),
        ("all: [{inside: {heading: [任务]}}, {where: {body: {is: 人社局}}}]", [10]),
        ("all: [{kind: existence, patterns: ['局负责，']}]", [10]),
        ("not: {kind: existence, tokens: [人社局]}", [4, 8]),
        ("not: {any: [{inside: {heading: [背景]}}, {has: {tokens: [牵头]}}]}", [8]),
        ("not: {all: [{inside: {heading: [任务]}}, {has: {tokens: [牵头]}}]}", [4, 8]),
        ("any: [{all: [{inside: {heading: [背景]}}, {has: {tokens: [牵头]}}]}]", []),
        ("all: [{any: [{inside: {heading: [背景]}}, {has: {tokens: [牵头]}}]}]", [4, 10]),
        ("not: {all: [{has: {patterns: ['(?P<own>..局)牵头']}}, {where: {own: {is: '{body}'}}}]}", [4, 8]),
    ],
)
def test_hits_count_where_the_condition_holds(condition: str, lines: list[int], made: Made) -> None:
    assert [line for _, line in made.found(BUREAU + condition)] == lines


def test_any_tells_the_hits_of_each_check_in_order_and_one_place_once(made: Made) -> None:
    check = "any:\n- {kind: existence, tokens: [牵头]}\n- {kind: existence, tokens: [教育局, 牵头]}\n"
    assert made.found(check) == [("教育局", 4), ("教育局", 8), ("牵头", 8), ("牵头", 10)]


def test_all_tells_the_hits_of_its_first_check_that_the_others_overlap(made: Made) -> None:
    check = "all:\n- {kind: existence, tokens: [局负责]}\n- {kind: existence, patterns: ['(?<=教育)局']}\n"
    assert made.found(check) == [("局负责", 4), ("局负责", 8)]


def test_checks_may_be_put_together_in_each_other(made: Made) -> None:
    inner = "{kind: existence, tokens: [牵头], not: {follows: {tokens: [人社局]}}}"
    assert made.found(f"{BUREAU}precedes: {{check: {inner}, in: line}}") == [("教育局负责", 8)]


def test_what_a_condition_captures_is_known_to_the_message_the_repair_and_those_after_it(made: Made) -> None:
    check = """
kind: existence
tokens: [本局]
follows: {patterns: ['(?P<name>[一-龥]{2}局)（以下简称'], in: document}
not: {has: {patterns: ['{name}']}}
replacement: '{name}'
"""
    text = "教育局（以下简称本局）负责。本局抓好招生。\n"
    (finding,) = made.findings(check, text, "应写明{name}", "    fix: safe\n")
    assert (finding.start.column, finding.message) == (15, "应写明教育局")
    assert finding.fix is not None
    assert edited(text, finding.fix.edits) == "教育局（以下简称本局）负责。教育局抓好招生。\n"
    (related,) = finding.related
    assert (related.message, related.start.offset) == ("其前", 0)


def test_the_nearest_place_of_a_relation_counts(made: Made) -> None:
    check = "kind: existence\ntokens: [丙]\nfollows: {patterns: ['(?P<sign>[甲乙])'], in: line}"
    (finding,) = made.findings(check, "甲乙丙甲\n", "见{sign}")
    assert finding.message == "见乙"


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("above: 3", ["十二个", "4个", "1,200个", "3.5个"]),
        ("below: '3'", ["0个", "２个"]),
        ("above: 3.5, below: 13", ["十二个", "4个"]),
        ("above: '{least}'", ["十二个", "1,200个"]),
    ],
)
def test_numbers_are_compared_by_their_value(condition: str, found: list[str], made: Made) -> None:
    check = rf"""
kind: existence
patterns: ['(?P<n>[\d.,０-９]+|[一二十几]+)个']
follows: {{patterns: ['至少(?P<least>\d)'], in: line}}
where: {{n: {{{condition}}}}}
"""
    text = "至少5：十二个；4个；0个；1,200个；几个；２个；3.5个\n"
    assert [finding.text for finding in made.findings(check, text)] == found


def test_a_capture_is_a_text_and_no_pattern(made: Made) -> None:
    check = "kind: existence\npatterns: ['<(?P<x>[^>]+)>']\nhas: {patterns: ['={x}='], in: line}"
    assert made.found(check, "<.*> =甲=\n<.*> =.*=\n<(> =(=\n") == [("<.*>", 2), ("<(>", 3)]


def test_braces_of_patterns_stay_as_they_are(made: Made) -> None:
    check = r"kind: existence" + "\n" + r"patterns: ['(?P<y>\d{4})年']" + "\n" + r"has: {patterns: ['第{y}号\d{2}']}"
    assert made.found(check, "2024年第2024号12。\n2024年第2024号1。\n") == [("2024年", 1)]


def test_the_scope_of_a_rule_is_for_what_it_finds_and_not_for_conditions(made: Made) -> None:
    check = f"{BUREAU}follows: {{tokens: [某县计划], in: document}}"
    assert [line for _, line in made.found(check, more="    scope: [body]\n")] == [4, 8, 10]


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("inside: {heading: [任务]}", "6: rule 'composed': check: says what must hold of a place, and finds none"),
        (BUREAU + "insid: {heading: [任务]}", "9: rule 'composed': check.insid: unknown key; allowed: kind, patterns"),
        (BUREAU + "inside: {headin: [任务]}", "9: rule 'composed': check.inside.headin: unknown key; allowed: heading"),
        (BUREAU + "inside: {}", "9: rule 'composed': check.inside: says nothing; write heading, title, zones"),
        (BUREAU + "has: {}", "9: rule 'composed': check.has.patterns: is missing, and so are 'tokens'"),
        (
            BUREAU + "has: {patterns: ['(']}",
            "9: rule 'composed': check.has.patterns.0: '(' is not a regular expression",
        ),
        (BUREAU + "has: {patterns: ['(a+)+']}", "9: rule 'composed': check.has.patterns.0: '(a+)+' repeats a repeat"),
        (
            BUREAU + "not:\n- has: {tokens: ['{x}']}",
            "10: rule 'composed': check.not.0.has: speaks of '{x}', which nothing",
        ),
        (
            BUREAU + "where: {n: {above: 3}}",
            "9: rule 'composed': check.where.n: is what nothing captures; captured there",
        ),
        (BUREAU + "where: {body: {above: x}}", "9: rule 'composed': check.where.body.above: 'x' is no number"),
        (BUREAU + "where: {body: {}}", "9: rule 'composed': check.where.body: says nothing of the value"),
        (BUREAU + "not: {kind: existance}", "9: rule 'composed': check.not.kind: unknown kind 'existance'; allowed:"),
        (BUREAU + "any: 3", "9: rule 'composed': check.any: must be a list, not 3"),
        (BUREAU + "has: {tokens: [甲], in: paragraph}", "9: rule 'composed': check.has.in: 'paragraph' is not allowed"),
        (BUREAU + "replacement: '{m}'", "9: rule 'composed': check.replacement: uses '{m}', which no pattern names"),
        (
            BUREAU + "has: {tokens: [甲]}\nreplacement: '{m}'",
            "10: rule 'composed': check.replacement: uses '{m}', which",
        ),
        ("any:\n- {kind: existence, token: [甲]}", "8: rule 'composed': check.any.0.token: unknown key; allowed: kind"),
        ("tokens: [甲]\ninside: {heading: [任务]}", "7: rule 'composed': check.tokens: unknown key; allowed: all, any"),
        (
            BUREAU + "has: {tokens: [甲], check: {kind: existence, tokens: [乙]}}",
            "9: rule 'composed': check.has.check: stands beside patterns or tokens",
        ),
    ],
)
def test_a_broken_part_is_told_where_it_stands(check: str, told: str, made: Made) -> None:
    (fault,) = made.faults(check)
    assert fault.startswith(told)


def test_names_in_the_second_of_a_conditional_are_those_of_its_first(made: Made) -> None:
    check = """\
kind: existence
patterns: ['(?P<who>..局)负责']
not:
  - {kind: conditional, first: ['(?P<who>..局)负责'], second: ['{who}牵头'], in: line}
"""
    assert made.found(check) == [("人社局负责", 10)]
