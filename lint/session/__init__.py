"""A session: many files through one engine, each with its findings, its trouble, or both.

What was found in a text before is told again without looking. The rest is linted here, or by several processes once
there is so much of it that they pay; the results come in the order of the files either way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint.files import Missing
from lint.findings import Finding
from lint.session.result import Result, Trouble
from lint.text import Source, Unreadable

if TYPE_CHECKING:
    from lint.engine import Crash, Engine
    from lint.results import Results

__all__ = ["Result", "Session", "Trouble", "run", "sources", "standard_input"]

PAYS = 150_000  # characters to be linted from which on processes pay for being started


class Session:
    """What lints the files of one run. `engine` makes the engine, and is called only where something must be linted.

    `results` are those of earlier runs; `jobs` is how many processes may work at once.
    """

    def __init__(
        self,
        engine: Callable[[], Engine],
        results: Results | None = None,
        jobs: int = 1,
    ) -> None:
        self._make = engine
        self._results = results
        self._jobs = jobs
        self.known = False  # whether a text was known from an earlier run, so that its rules were sound then

    @cached_property
    def engine(self) -> Engine:
        """The engine, made when it is first needed."""
        return self._make()

    @property
    def used(self) -> bool:
        """Whether anything had to be linted."""
        return "engine" in vars(self)

    def run(self, sources: Iterable[Source | Trouble]) -> Iterator[Result]:
        """The result of each source, in the order given; what could not be read is told and never stops the rest."""
        told = map(self._told, sources)
        alone = (self._linted(one) if isinstance(one, Source) else one for one in told)
        yield from map(_remarked, self._shared(told) if self._jobs > 1 else alone)

    def _told(self, source: Source | Trouble) -> Source | Result:
        """What is known of a source already, or the source, which is still to be linted."""
        if isinstance(source, Trouble):
            return Result(source.file, None, (), (source,))
        if not source.text.strip():
            trouble = Trouble(source.path, "empty file, nothing to check", grave=False)
            return Result(source.path, source, (), (trouble,))
        found = self._results.get(source) if self._results else None
        self.known = self.known or found is not None
        return source if found is None else Result(source.path, source, tuple(found))

    def _linted(self, source: Source) -> Result:
        return self._kept(source, *self.engine.lint(source))

    def _kept(self, source: Source, findings: list[Finding], crashes: list[Crash]) -> Result:
        """A result, remembered unless a rule crashed."""
        if self._results and not crashes:
            self._results.put(source, findings)
        return Result(source.path, source, tuple(findings), tuple(map(_trouble, crashes)))

    def _shared(self, told: Iterator[Source | Result]) -> Iterator[Result]:
        """Results of several processes, once there is enough to do.

        The first text is linted here: what it makes ready, dictionaries and patterns, the other processes have from
        the beginning.
        """
        for one in told:
            yield one if isinstance(one, Result) else self._linted(one)
            if isinstance(one, Source):
                break
        waiting: list[Source | Result] = []
        size = 0
        for one in told:
            if isinstance(one, Result) and not size:
                yield one
                continue
            waiting.append(one)
            size += len(one.text) if isinstance(one, Source) else 0
            if size > PAYS:
                break
        else:
            yield from (self._linted(one) if isinstance(one, Source) else one for one in waiting)
            return
        from lint.pool import Pool

        with Pool(self._make, self.engine, self._jobs) as pool:
            for batch in pool.results(waiting, told):
                for one, outcome in batch:
                    if isinstance(one, Result):
                        yield one
                    elif isinstance(outcome, str):
                        yield Result(one.path, one, (), (Trouble(one.path, outcome),))
                    else:
                        yield self._kept(one, *outcome)


def _remarked(result: Result) -> Result:
    """A result with what is to be said of the text beside its findings."""
    text = result.source.text if result.source else ""
    if "\r" not in text or "\n" in text:
        return result
    said = Trouble(
        result.file, "its lines end with \\r alone, so it is read as one line; convert them first", grave=False
    )
    return replace(result, troubles=(*result.troubles, said))


def _trouble(crash: Crash) -> Trouble:
    what = "was stopped" if crash.stopped else "crashed"
    return Trouble(crash.file, f"rule '{crash.rule}' {what}: {crash.reason}", rule=crash.rule)


def run(engine: Engine, files: Iterable[Path | Missing]) -> Iterator[Result]:
    """The result of each file, in the order given, by one process and without those of earlier runs."""
    return Session(lambda: engine).run(sources(files))


def sources(files: Iterable[Path | Missing]) -> Iterator[Source | Trouble]:
    """Each file read, or why it could not be, in the order given."""
    for file in files:
        if isinstance(file, Missing):
            yield Trouble(file.path, file.reason)
            continue
        name = _named(file)
        try:
            yield Source.read(file, name)
        except OSError as error:
            yield Trouble(name, (error.strerror or str(error)).lower())
        except Unreadable as error:
            yield Trouble(name, str(error))
        except MemoryError:
            yield Trouble(name, "too large for this machine's memory")


def _named(file: Path) -> str:
    """A file as reports name it: from the working directory, where it lies below that."""
    if not file.is_absolute():
        return str(file)
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)


def standard_input(name: str) -> Source | Trouble:
    """Standard input read under a name, or why it could not be."""
    if sys.stdin is None:
        return Trouble(name, "standard input is closed")
    try:
        return Source.parse(sys.stdin.buffer.read(), name)
    except Unreadable as error:
        return Trouble(name, str(error))
