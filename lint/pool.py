"""Several processes that lint the texts of one run.

Texts go to them in batches, and come back in their order; only a few batches are under way at once, so that memory
stays bounded however many texts there are. Where processes can be forked they begin with all that the first one has
made ready. A process that dies (memory ran out) takes no other text's findings along: its batch is tried again, one
text at a time.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from lint import expressions
from lint.engine import Crash, Engine
from lint.findings import Finding
from lint.text import Source

BATCH = 60_000  # characters
AHEAD = 3  # batches under way for each process
DIED = "the process that linted it died; the machine's memory may have run out"

Other = TypeVar("Other")
Linted = tuple[list[Finding], list[Crash]]
Timed = tuple[dict[str, float], dict[str, float]]

_engine: Engine | None = None  # each process's own


class Pool:
    """Processes that lint. `make` makes an engine where `engine` cannot be inherited."""

    def __init__(self, make: Callable[[], Engine], engine: Engine, jobs: int) -> None:
        self._make = make
        self._jobs = jobs
        self._stopwatch = engine.stopwatch
        self._forks = sys.platform == "linux"
        self._context = multiprocessing.get_context("fork" if self._forks else "spawn")
        global _engine
        _engine = engine
        self._executor = self._started(jobs)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *fault: object) -> None:
        if fault[0] is not None:
            for process in multiprocessing.active_children():
                process.terminate()
        self._executor.shutdown(cancel_futures=True)

    def results(
        self, waiting: Iterable[Source | Other], further: Iterator[Source | Other]
    ) -> Iterator[list[tuple[Source | Other, Linted | str]]]:
        """Batches of what was given, in its order: each text with its findings, or why there are none."""
        under_way: deque[tuple[list[Source | Other], Future[tuple[list[Linted], Timed]] | None]] = deque()
        for batch in _batches(chain(waiting, further)):
            texts = [one for one in batch if isinstance(one, Source)]
            under_way.append((batch, self._submitted(texts) if texts else None))
            if len(under_way) > self._jobs * AHEAD:
                yield self._finished(*under_way.popleft())
        while under_way:
            yield self._finished(*under_way.popleft())

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        sys.stdout.flush()  # else a forked process would write what waits there once more
        sys.stderr.flush()
        make = None if self._forks else self._make
        return ProcessPoolExecutor(jobs, self._context, _begin, (make,))

    def _submitted(self, texts: list[Source]) -> Future[tuple[list[Linted], Timed]]:
        try:
            return self._executor.submit(_lint, texts)
        except BrokenProcessPool:
            self._executor = self._started(self._jobs)
            return self._executor.submit(_lint, texts)

    def _finished(
        self, batch: list[Source | Other], future: Future[tuple[list[Linted], Timed]] | None
    ) -> list[tuple[Source | Other, Linted | str]]:
        texts = [one for one in batch if isinstance(one, Source)]
        try:
            linted, timed = future.result() if future else ([], ({}, {}))
        except BrokenProcessPool:
            outcomes: Iterator[Linted | str] = map(self._alone, texts)
        else:
            outcomes = iter(linted)
            if self._stopwatch:
                self._stopwatch.add(*timed)
        return [(one, next(outcomes) if isinstance(one, Source) else DIED) for one in batch]

    def _alone(self, text: Source) -> Linted | str:
        """What comes of one text in a process of its own."""
        with self._started(1) as executor:
            try:
                linted, _ = executor.submit(_lint, [text]).result()
            except BrokenProcessPool:
                return DIED
        return linted[0]


def _batches(given: Iterable[Source | Other]) -> Iterator[list[Source | Other]]:
    batch: list[Source | Other] = []
    size = 0
    for one in given:
        batch.append(one)
        size += len(one.text) if isinstance(one, Source) else 1
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _begin(make: Callable[[], Engine] | None) -> None:
    """A process begins: Ctrl-C is for the first one, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _engine
    if make is not None:
        _engine = make()
    if _engine is not None and _engine.stopwatch is not None:
        _engine.stopwatch.taken()  # what the first process has measured is its own


def _lint(texts: list[Source]) -> tuple[list[Linted], Timed]:
    """What each of some texts comes to, and the time it took."""
    assert _engine is not None
    linted = [_engine.lint(text) for text in texts]
    expressions.keep()
    return linted, _engine.stopwatch.taken() if _engine.stopwatch else ({}, {})
