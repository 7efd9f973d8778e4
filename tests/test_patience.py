"""A pattern that backtracks without end is stopped and named; all other rules still speak."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest

from lint import examples
from lint.checks import Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.engine import STOPS, Crash, Engine
from lint.findings import Severity
from lint.patience import Patience
from lint.patterns import refusal
from lint.rules import Bad, Examples, Good, Rule, RuleSet
from lint.text import Source, Span

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timers that ring")
OVER = "it took more than 0 s"
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
    assert crashes == [Crash("a.txt", "bad", f"{OVER} on this text; bound its patterns", stopped=True)]


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


def test_an_engine_may_be_used_by_another_thread_than_made_it() -> None:
    made = engine(Existence("existence", tokens=("丙",)), 1)
    told: list[int] = []
    thread = threading.Thread(target=lambda: told.append(len(made.lint(Source("a.txt", "丙"))[0])))
    thread.start()
    thread.join()
    assert told == [2]


def test_an_example_that_does_not_end_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "PATIENCE", Patience(0.2))
    check = Existence("existence", patterns_=(ENDLESS,))
    tried = Rule(
        "bad", Severity.ERROR, "不应出现", "测试", check, Examples((Good("甲" * 40 + "丙"),), (Bad("⟦甲乙⟧"),))
    )
    (outcome,) = examples.try_rule(tried)
    assert (outcome.fault, outcome.detail.partition(" on ")[0]) == ("crash", f"OvertimeError: {OVER}")


def test_the_signal_is_left_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    engine(Existence("existence", tokens=("丙",)), 1).lint(Source("a.txt", "丙"))
    assert signal.getsignal(signal.SIGALRM) is before


def test_a_rule_that_was_stopped_again_and_again_is_left_out() -> None:
    busy = engine(Busy(), 0.05)
    told = [busy.lint(Source(f"{number}.txt", "丙"))[1][0].reason for number in range(STOPS + 2)]
    assert [reason.startswith("it took more than") for reason in told] == [True] * STOPS + [False] * 2
    assert told[-1] == f"it took too long on {STOPS} texts before, and is left out"
