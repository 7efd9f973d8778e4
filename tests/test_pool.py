"""Several processes give the results of one, in the same order, and one that dies takes no other text along."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from lint import pool, session
from lint.checks import Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.engine import Engine
from lint.findings import Severity
from lint.rules import Examples, Rule, RuleSet
from lint.session import Session, Trouble
from lint.stopwatch import Stopwatch
from lint.text import Source


@dataclass(frozen=True)
class Dying(Check):
    """Ends the process that reads a certain text, but not the first one."""

    kind: Literal["dying"] = "dying"
    first: int = 0

    def run(self, document: Document) -> Iterator[Hit]:
        if "致命" in document.text and os.getpid() != self.first:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())


def engine(*checks: Check, stopwatch: Stopwatch | None = None) -> Engine:
    rules = (
        Rule(f"r{number}", Severity.ERROR, "不应出现", "测试", check, Examples((), ()))  # type: ignore[arg-type]
        for number, check in enumerate((Existence("existence", tokens=("禁词",)), *checks))
    )
    return Engine(RuleSet(tuple(rules)), stopwatch)


@pytest.fixture(autouse=True)
def _small_texts_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "PAYS", 100)
    monkeypatch.setattr(pool, "BATCH", 60)


def source(number: int) -> Source | Trouble:
    if number % 7 == 3:
        return Trouble("missing.txt", "no such file or folder")
    return Source(f"{number}.txt", "甲" * number + "禁词" * (number % 3))


SOURCES = [source(number) for number in range(60)]


def test_two_processes_tell_what_one_tells_in_its_order() -> None:
    own = engine()
    alone = list(Session(lambda: own).run(SOURCES))
    shared = list(Session(lambda: own, jobs=2).run(SOURCES))
    assert shared == alone
    assert sum(len(result.findings) for result in alone) > 40


def test_results_flow_before_all_texts_are_read() -> None:
    """Memory is bounded: what waits is a few batches, however many texts there are."""
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield Source(f"{number}.txt", "甲" * 50)

    results = Session(engine, jobs=2).run(endless())
    for _ in range(20):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken < 200


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process")
def test_a_process_that_dies_takes_no_other_text_along() -> None:
    sources = [Source(f"{number}.txt", "禁词" + "甲" * 30 + ("致命" if number == 11 else "")) for number in range(30)]
    results = list(Session(lambda: engine(Dying(first=os.getpid())), jobs=2).run(sources))
    assert [result.file for result in results] == [source.path for source in sources]
    assert [len(result.findings) for result in results] == [1] * 11 + [0] + [1] * 18
    assert results[11].troubles == (Trouble("11.txt", pool.DIED),)


def test_times_of_all_processes_are_added_up() -> None:
    watch = Stopwatch()
    list(Session(lambda: engine(stopwatch=watch), jobs=2).run(SOURCES))
    assert watch.phases["scan"] > 0
    assert watch.rules["r0"] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_all_processes(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text("推进D建工作。\n" * 200 + str(number), encoding="utf-8")
    command = [sys.executable, "-m", "lint", str(tmp_path), "--jobs", "2", "--no-cache", "-q"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert run.stdout is not None
    run.stdout.read(1)
    time.sleep(0.3)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert (run.returncode, said.strip()) == (130, b"plan-lint: interrupted")
