"""Options that several verbs share, and how they become a rule set."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint import packs
from lint.reports.visible import visible
from lint.session import Trouble

if TYPE_CHECKING:
    from lint.engine import Engine
    from lint.rules import RuleSet
    from lint.stopwatch import Stopwatch

Command = Callable[..., Any]


def rules_option(command: Command) -> Command:
    """--rules: packs beside the built-in ones."""
    return click.option(
        "--rules", "rules", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
        help="A pack (.yaml) or a folder of packs, beside the built-in ones. Repeatable.",
    )(command)  # fmt: skip


def color_option(command: Command) -> Command:
    """--color: like grep's; NO_COLOR and FORCE_COLOR are honoured too."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="When to use colors.",
    )(command)


def names(values: tuple[str, ...]) -> tuple[str, ...]:
    """`a,b` and repeated options alike."""
    return tuple(name for value in values for name in value.replace(" ", "").split(",") if name)


def load(rules: tuple[Path, ...]) -> RuleSet:
    """The rule set; a broken pack ends the command with its faults, one a line, and status 2."""
    with _faults_told():
        return packs.load(rules)


def contents(rules: tuple[Path, ...]) -> packs.sources.Contents:
    """What the packs' files hold; one that cannot be read ends the command."""
    with _faults_told():
        return packs.sources.read(rules)


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except packs.PackError as error:
        for fault in error.faults:
            print(visible(fault), file=sys.stderr)
        raise SystemExit(2) from error


def select(ruleset: RuleSet, chosen: tuple[str, ...], ignored: tuple[str, ...]) -> RuleSet:
    """The chosen rules; a name that is none ends the command."""
    try:
        return ruleset.select(names(chosen), names(ignored))
    except KeyError as error:
        raise click.UsageError(unknown(ruleset, str(error.args[0]))) from error


def engine(
    rules: tuple[Path, ...], chosen: tuple[str, ...], ignored: tuple[str, ...], stopwatch: Stopwatch | None = None
) -> Engine:
    """An engine of the chosen rules; what is wrong with them ends the command."""
    from lint.engine import Engine

    if stopwatch is None:
        return Engine(select(load(rules), chosen, ignored))
    ruleset = stopwatch.phase("rules", lambda: select(load(rules), chosen, ignored))
    return Engine(ruleset, stopwatch)


def unknown(ruleset: RuleSet, name: str) -> str:
    """`no rule or pack 'x'; did you mean 'y'?`"""
    from difflib import get_close_matches

    known = sorted({rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules})
    close = get_close_matches(name, known, 1)
    other = "'plan-lint rule' lists them, --rules PATH adds your own"
    return f"no rule or pack '{name}'; " + (f"did you mean '{close[0]}'?" if close else other)


def tell_trouble(trouble: Trouble) -> bool:
    """Tell a trouble on standard error; whether it breaks the run."""
    tell("error" if trouble.grave else "warning", trouble.file, trouble.reason)
    return trouble.grave


def tell(level: str, place: str, reason: str) -> None:
    """One line on standard error: `plan-lint: error: docs/a.txt: no such file or folder`."""
    print(f"plan-lint: {level}: {visible(place)}: {visible(reason)}", file=sys.stderr)


def tell_times(watch: Stopwatch) -> None:
    """Where the time went, the longest first, on standard error."""
    for title, seconds in (("phase", watch.phases), ("rule", watch.rules)):
        print(f"\n{title:32}   seconds", file=sys.stderr)
        for name, spent in sorted(seconds.items(), key=lambda one: -one[1]):
            print(f"{name:32} {spent:9.3f}", file=sys.stderr)
