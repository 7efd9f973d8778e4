"""The engine: every finding of every rule, in order, whatever the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checks import Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.engine import Crash, Engine, apply
from lint.findings import Edit, Fix, Severity
from lint.rules import Examples, Rule, RuleSet
from lint.text import Position, Source, Span

Make = Callable[[str], Document]
WILD = (
    "一二三十百章条第、，。；：（）()《》“”【】〔〕1２.．①*X×D年月日率%年大项党教育工作要点计划习届同志来源上篇首页>_\r\n"
    "\t \u3000\xa0\ufffd\u200b锟斤拷涓å¤"
)


@dataclass(frozen=True)
class Scripted(Check):
    """Yields what it was given, then fails if asked to."""

    hits: tuple[Hit, ...] = ()
    fails: bool = False

    def run(self, document: Document) -> Iterator[Hit]:
        yield from self.hits
        if self.fails:
            raise ValueError("broken check")


BLANK = Rule("a-rule", Severity.WARNING, "有“{text}”", "", Existence("existence"), Examples((), ()), pack="a-pack")


def rule(check: Check, **options: Any) -> Rule:
    known: dict[str, Any] = {"check": check} | options
    return replace(BLANK, **known)


def hit(start: int, end: int, **options: Any) -> Hit:
    return Hit(Span(start, end), **options)


def test_a_finding_is_complete_in_itself(document: Make) -> None:
    check = Scripted((hit(3, 4, values={"a": "b"}, edits=(Edit(Span(3, 4), "丁"),), related=(("前", Span(0, 1)),)),))
    (finding,) = apply(rule(check, message="{text}与{a}", fix="safe", severity=Severity.ERROR), document("甲\r\n乙"))
    assert (finding.file, finding.rule, finding.pack, finding.severity) == (
        "test.txt",
        "a-rule",
        "a-pack",
        Severity.ERROR,
    )
    assert (finding.text, finding.message, finding.values) == ("乙", "乙与b", {"a": "b"})
    assert (finding.start, finding.end) == (Position(3, 2, 1), Position(4, 2, 2))
    assert finding.fix == Fix("safe", (Edit(Span(3, 4), "丁"),))
    assert [(r.message, r.start, r.end) for r in finding.related] == [("前", Position(0, 1, 1), Position(1, 1, 2))]


@pytest.mark.parametrize(("fix", "edits"), [(None, (Edit(Span(0, 1), ""),)), ("safe", ())])
def test_without_a_rules_word_or_without_edits_there_is_no_fix(
    document: Make, fix: str | None, edits: tuple[Edit, ...]
) -> None:
    (finding,) = apply(rule(Scripted((hit(0, 1, edits=edits),)), fix=fix), document("甲"))
    assert finding.fix is None


def test_findings_come_in_the_order_of_the_text_then_of_the_rules_names() -> None:
    rules = (
        rule(Scripted((hit(2, 3), hit(0, 2))), id="b"),
        rule(Scripted((hit(0, 1), hit(2, 2))), id="a"),
    )
    findings, _ = Engine(RuleSet(rules)).lint(Source("t", "甲乙丙"))
    assert [(f.rule, f.start.offset, f.end.offset) for f in findings] == [
        ("a", 0, 1),
        ("b", 0, 2),
        ("a", 2, 2),
        ("b", 2, 3),
    ]


def test_a_rule_that_crashes_is_told_and_hides_no_other_rules_findings() -> None:
    rules = (rule(Scripted(fails=True), id="broken"), rule(Scripted((hit(0, 1),)), id="sound"))
    findings, crashes = Engine(RuleSet(rules)).lint(Source("t", "甲"))
    assert [f.rule for f in findings] == ["sound"]
    assert crashes == [Crash("t", "broken", "ValueError: broken check")]


PAGE = "首页 > 规划\n2024年工作要点\n来源：某报\n\n一、任务\n抓好招生。\n\n上一篇：通知\n"


@pytest.mark.parametrize(
    ("scope", "offsets"),
    [
        ((), [0, 8, 18, 25, 30, 37]),
        (("head",), [0]),
        (("title",), [8]),
        (("metadata",), [18]),
        (("heading",), [25]),
        (("body",), [25, 30]),
        (("tail",), [37]),
        (("head", "tail"), [0, 37]),
    ],
)
def test_a_scope_holds_a_rule_to_its_zones(document: Make, scope: tuple[str, ...], offsets: list[int]) -> None:
    check = Existence("existence", patterns_=(r"^(?=\S)",))
    assert [f.start.offset for f in apply(rule(check, scope=scope), document(PAGE))] == offsets


def test_a_rule_for_some_kinds_of_documents_passes_the_others(document: Make) -> None:
    check = Scripted((hit(0, 1),))
    assert document(PAGE).kind == "plan"
    assert len(list(apply(rule(check, documents=("plan", "report")), document(PAGE)))) == 1
    assert list(apply(rule(check, documents=("law",)), document(PAGE))) == []


def test_a_rule_for_some_files_passes_the_others() -> None:
    check = Scripted((hit(0, 1),))

    def count(name: str) -> int:
        return len(list(apply(rule(check, files=("archive/", "*.md", "!b.md")), Document(Source(name, "甲")))))

    assert [count(name) for name in ("archive/a.txt", "a.txt", "x/archive/2/a.txt", "a.md", "b.md")] == [1, 0, 1, 1, 0]


def test_a_rule_whose_anchors_are_absent_is_not_run_and_one_without_anchors_is() -> None:
    @dataclass(frozen=True)
    class Anchored(Scripted):
        anchor: str = "乙"

        def anchors(self) -> tuple[str, ...]:
            return (self.anchor,)

    rules = (rule(Anchored(fails=True), id="anchored"), rule(Scripted(fails=True), id="always"))
    assert [crash.rule for crash in Engine(RuleSet(rules)).lint(Source("t", "甲"))[1]] == ["always"]
    assert [crash.rule for crash in Engine(RuleSet(rules)).lint(Source("t", "乙"))[1]] == ["anchored", "always"]


@pytest.mark.parametrize(
    "text", ["", "\n", "\r", "\r\n", " ", "\ufeff", "\0", "一", "一、", "（", "。", "\u2028", "😀"]
)
def test_the_smallest_texts_crash_nothing(builtin: RuleSet, text: str) -> None:
    for one in builtin.rules:
        list(apply(one, Document(Source("t", text))))


@settings(max_examples=200)
@given(text=st.text(alphabet=WILD, max_size=120) | st.text(max_size=60))
def test_no_rule_crashes_and_every_finding_lies_in_the_text(builtin: RuleSet, text: str) -> None:
    source = Source("t", text)
    for one in builtin.rules:
        for finding in apply(one, Document(source)):
            assert finding.text == text[finding.start.offset : finding.end.offset]
            assert finding.start == source.position(finding.start.offset)
            edits = sorted(finding.fix.edits) if finding.fix else []
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in edits)
            assert all(a.span.end <= b.span.start for a, b in pairwise(edits))


HOSTILE = (
    "一、\n", "）", "（一）\n", "1.\n", "1、", "①", "第一条 甲\n", "二、甲\n", "1.甲\n2.乙\n", "27构建\n",
    "“", "。", "，", "、", "\n", "\r\n", "\t", "甲", "X", "*", "一是", "2024年", "20", "2月30日", "D建", "20D",
    "率达到890%", "应甲尽乙", "首页 > ", "上一篇:", "来源:", "投拆", "\ufffd", "\u200b", "&nbsp;", "<a ", "\\n", "某市",
    "习", "〔", "目录\n", "附件：1.", "；二、",
)  # fmt: skip


@pytest.mark.parametrize("unit", ["一、", "（", "1."])
def test_two_hundred_thousand_characters_of_one_marker_are_linted(engine: Engine, unit: str) -> None:
    assert engine.lint(Source("t", unit * (200_000 // len(unit))))[1] == []


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_run_of_anything_is_linted(engine: Engine, unit: str) -> None:
    assert engine.lint(Source("t", unit * (40_000 // len(unit))))[1] == []


MARKDOWN = """\
清河县2024年工作计划

加强D建工作。

```
党建，，D建
```
用`D建，，`命令，见[D建](http://a.cn/D建，，b)。<!-- D建 -->

| 任务 | 单位 |
| --- | --- |
| 抓招生<br>抓就业 | 教育局 |
"""


def test_code_link_targets_and_comments_of_markdown_are_no_text_of_the_document(engine: Engine) -> None:
    def found(name: str) -> list[tuple[str, int]]:
        findings = engine.lint(Source(name, MARKDOWN))[0]
        return [
            (f.text, f.start.line)
            for f in findings
            if f.rule in ("obfuscated-term", "repeated-punctuation", "markup-residue")
        ]

    assert found("a.md") == [("D建", 3), ("D建", 8)]
    assert len(found("a.txt")) > 5


PAGE_MD = """\
---
title: 清河县2024年教育工作计划
责任编辑: 某
---

# 清河县2024年教育工作计划

![分布图](map.png "分布图") H<sub>2</sub>O <u>重点</u>

年内毛入园率达到**95%**，培训教师***500***人次，*重点*推进。

| 责任编辑 | 联系人 |
|---|:-:|
| 责任编辑 | 李四 |
| 指标 | **92%** |

$$a，，b$$

责任编辑：张三

<!-- plan-lint: ignore[editor-footer] -- 保留 -->
责任编辑：李四
"""


def test_markup_of_markdown_is_no_fault_and_no_repair_touches_it(engine: Engine) -> None:
    (first, second) = engine.lint(Source("a.md", PAGE_MD))[0]
    assert {first.rule, second.rule} == {"editor-footer"}
    assert (first.text, second.text) == ("责任编辑：张三", "责任编辑：李四")
    for finding in (first, second):
        edits = finding.fix.edits if finding.fix else ()
        assert "<!--" not in "".join(PAGE_MD[edit.span.start : edit.span.end] for edit in edits)


def test_in_a_table_and_in_bold_type_text_is_looked_at(engine: Engine) -> None:
    table = "| 任务 | 单位 |\n|---|---|\n| 加强D建工作 | **D建** |\n"
    text = f"# 清河县2024年计划\n\n{table}\n抓好***新时代***党建，迎接***召开。\n"
    findings = engine.lint(Source("a.md", text))[0]
    assert [(f.rule, f.text) for f in findings] == [("obfuscated-term", "D建")] * 2 + [("masked-text", "***")]
