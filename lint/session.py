"""A session: many files through one engine, each with its findings, its trouble, or both."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.engine import Engine
from lint.files import Missing, find
from lint.findings import Finding
from lint.text import Source, Unreadable


@dataclass(frozen=True)
class Trouble:
    """Something that kept plan-lint from a whole answer: one clear sentence about one file.

    A `grave` one breaks the run (exit status 2); the others are worth a word, such as an empty file.
    """

    file: str
    reason: str
    rule: str | None = None
    grave: bool = True


@dataclass(frozen=True)
class Result:
    """What came of one file. `source` is None where it could not be read."""

    file: str
    source: Source | None
    findings: tuple[Finding, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def run(engine: Engine, files: Iterable[Path | Missing]) -> Iterator[Result]:
    """The result of each file, in the order given; what cannot be read is told and never stops the rest."""
    for source in sources(files):
        yield Result(source.file, None, (), (source,)) if isinstance(source, Trouble) else lint(engine, source)


def sources(files: Iterable[Path | Missing]) -> Iterator[Source | Trouble]:
    """Each file read, or why it could not be, in the order given."""
    for file in files:
        if isinstance(file, Missing):
            yield Trouble(file.path, file.reason)
            continue
        try:
            yield Source.read(file)
        except OSError as error:
            yield Trouble(str(file), (error.strerror or str(error)).lower())
        except Unreadable as error:
            yield Trouble(str(file), str(error))
        except MemoryError:
            yield Trouble(str(file), "too large for this machine's memory")


def given(paths: tuple[str, ...], exclude: tuple[str, ...], stdin_name: str) -> Iterator[Source | Trouble]:
    """What a command line names, read: standard input where it says '-', then files and the texts below folders.

    Where that is nothing at all, a trouble that is not grave says so.
    """
    if "-" in paths:
        yield standard_input(stdin_name)
    named = tuple(path for path in paths if path != "-")
    found = list(find(named, exclude))
    yield from sources(found)
    if named and not found and "-" not in paths:
        yield Trouble(" ".join(paths), "no documents here (.txt or .md)", grave=False)


def standard_input(name: str) -> Source | Trouble:
    """Standard input read under a name, or why it could not be."""
    if sys.stdin is None:
        return Trouble(name, "standard input is closed")
    try:
        return Source.parse(sys.stdin.buffer.read(), name)
    except Unreadable as error:
        return Trouble(name, str(error))


def lint(engine: Engine, source: Source) -> Result:
    """The result of one source that was read."""
    if not source.text.strip():
        return Result(source.path, source, (), (Trouble(source.path, "empty file, nothing to check", grave=False),))
    findings, crashes = engine.lint(source)
    troubles = tuple(Trouble(c.file, f"rule '{c.rule}' crashed: {c.reason}", rule=c.rule) for c in crashes)
    return Result(source.path, source, tuple(findings), troubles)
