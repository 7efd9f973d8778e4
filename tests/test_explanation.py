"""Why a rule fires or not is told in bounded time."""

from __future__ import annotations

import signal

import pytest

from lint.checks.existence import Existence
from lint.composition import Composed, Relation
from lint.explanation import explained, explaining
from lint.findings import Severity
from lint.patience import Patience
from lint.rules import Examples, Rule
from lint.text import Source


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer")
def test_a_pattern_that_runs_away_is_stopped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "Patience", lambda: Patience(0.1))
    runaway = Relation(patterns_=("(?:a|a|aa)+y",), in_="document")
    check = Composed(check=Existence("existence", tokens=("若干",)), precedes=(runaway,))
    rule = Rule("runaway", Severity.WARNING, "“{text}”", "测试用。", check, Examples((), ()))
    told = explained(rule, Source("a.txt", "若干" + "a" * 60))
    assert told.crash is not None
    assert told.crash.reason.startswith("OvertimeError")
    assert told.effects == ()


def test_a_condition_is_varied_only_where_something_is_left_of_it() -> None:
    exception = Composed(follows=(Relation(tokens=("甲方",)),))
    check = Composed(check=Existence("existence", tokens=("若干",)), not_=(exception,))
    rule = Rule("some", Severity.WARNING, "“{text}”", "测试用。", check, Examples((), ()))
    assert [effect.how for effect in explained(rule, Source("a.txt", "若干好。")).effects if "not" in effect.how] == []
    told = explained(rule, Source("a.txt", "甲方若干好。")).effects
    assert [effect.how for effect in told if effect.gained] == ["without 'not'", "without 'not.0'"]
