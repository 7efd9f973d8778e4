"""A pattern that backtracks without end is stopped and named; all other rules still speak."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest

from lint.checks import Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.engine import Crash, Engine
from lint.findings import Severity
from lint.patience import Patience
from lint.patterns import refusal
from lint.rules import Examples, Rule, RuleSet
from lint.text import Source, Span

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timers that ring")
ENDLESS = "(?:甲|甲){1,900}乙"


@dataclass(frozen=True)
class Busy(Check):
    """Has something to say, and then never ends."""

    kind: Literal["busy"] = "busy"

    def run(self, document: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 1))
        while True:
            pass


def engine(check: Check, least: float) -> Engine:
    checks = {"bad": check, "good": Existence("existence", tokens=("丙",))}
    rules = (
        Rule(name, Severity.ERROR, "不应出现", "测试", one, Examples((), ()))  # type: ignore[arg-type]
        for name, one in checks.items()
    )
    return Engine(RuleSet(tuple(rules)), patience=Patience(least))


@pytest.mark.parametrize("check", [Existence("existence", patterns_=(ENDLESS,)), Busy()], ids=["pattern", "code"])
def test_a_rule_that_does_not_end_is_stopped_and_named(check: Check) -> None:
    findings, crashes = engine(check, 0.2).lint(Source("a.txt", "甲" * 40 + "丙。甲乙"))
    assert [(finding.rule, finding.text) for finding in findings] == [("good", "丙")]
    assert crashes == [Crash("a.txt", "bad", "took more than 0 s on this text; bound its patterns")]


def test_what_is_refused_when_a_pack_is_read_is_not_all_that_never_ends() -> None:
    assert refusal(ENDLESS) is None


def test_each_text_has_its_own_time() -> None:
    slow = engine(Existence("existence", patterns_=("甲{1,9}乙",)), 1.0)
    for _ in range(3):
        assert slow.lint(Source("a.txt", "甲甲丙"))[1] == []


def test_another_thread_is_left_alone() -> None:
    told: list[object] = []

    def lint() -> None:
        told.append(engine(Existence("existence", tokens=("丙",)), 1).lint(Source("a.txt", "丙")))

    thread = threading.Thread(target=lint)
    thread.start()
    thread.join()
    assert len(told) == 1
