"""What the tests of reports share: results made by hand, and reports printed into a string."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from lint import packs
from lint.engine import Engine
from lint.findings import Edit, Finding, Fix, Related, Severity, Suppression
from lint.reports import Summary, report
from lint.rules import RuleSet
from lint.session import Result, Trouble
from lint.text import Source, Span

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
VALIDATE = import_module("jsonschema").validate  # it has no types of its own


def printed(name: str, *results: Result, quiet: bool = False, rules: RuleSet | None = None, fixed: int = 0) -> str:
    """A report as a file of it holds it."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace", newline="\n")
    give: Callable[[], RuleSet] | None = None if rules is None else lambda: rules
    told, summary = report(name, quiet, "always", out, give), Summary()
    for result in results:
        summary.add(result)
        told.result(result)
    summary.fixed = fixed
    told.close(summary)
    out.seek(0)
    return out.buffer.read().decode("utf-8")


def parsed(name: str, *results: Result, rules: RuleSet | None = None) -> Any:
    """A report that is one JSON value."""
    return json.loads(printed(name, *results, rules=rules))


def finding(source: Source, words: str, rule: str = "marked", **more: Any) -> Finding:
    """A finding on the first place of `words`; `new` is what would repair it."""
    start = source.text.index(words)
    end = start + len(words)
    new = more.pop("new", None)
    fix = None if new is None else Fix(more.pop("safety", "safe"), (Edit(Span(start, end), new),))
    related = tuple(
        Related(message, source.position(place), source.position(place)) for message, place in more.pop("related", ())
    )
    told: dict[str, Any] = {"pack": "marks", "severity": Severity.WARNING, "message": f"有“{words}”"}
    places = source.position(start), source.position(end)
    return Finding(
        source.path, rule, text=words, start=places[0], end=places[1], fix=fix, related=related, **(told | more)
    )


def result(text: str, *words: str, file: str = "a.txt", suppressed: tuple[str, ...] = (), **more: Any) -> Result:
    """A result with a finding on each of `words`, and suppressed ones on others."""
    source = Source(file, text)
    left = tuple((finding(source, one, **more), Suppression("baseline", "旧文")) for one in suppressed)
    return Result(file, source, tuple(finding(source, one, **more) for one in words), suppressed=left)


@cache
def builtin() -> RuleSet:
    """The rules of a run for which nothing was chosen, whose database the cache holds after any other such run."""
    return packs.load().select((), ())


@cache
def engine() -> Engine:
    """All these rules."""
    return Engine(builtin())


def linted(text: str, file: str = "a.txt") -> Result:
    """What the built-in rules find in a text."""
    source = Source(file, text)
    return Result(file, source, tuple(engine().lint(source)[0]))


@cache
def seeds() -> tuple[Result, ...]:
    """What they find in the seeds."""
    return tuple(linted(seed.read_bytes().decode("utf-8"), str(seed)) for seed in SEEDS)


def unreadable(file: str = "gone.txt", reason: str = "no such file or folder") -> Result:
    """A file that could not be read."""
    return Result(file, None, (), (Trouble(file, reason),))
