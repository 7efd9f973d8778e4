"""Options that several verbs share, and how they become a rule set."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint import config, packs
from lint.config import Config
from lint.reports.visible import visible
from lint.session import Trouble
from lint.trees import FaultyError

if TYPE_CHECKING:
    from lint.rules import RuleSet
    from lint.stopwatch import Stopwatch

Command = Callable[..., Any]
NO_BUILTIN = "plan-lint.no-builtin"  # in click's memory of one command
NO_RULES = "leaves no rules; name some: --rules PATH, or 'rules' in the configuration"


def rules_option(command: Command) -> Command:
    """--rules: packs beside the built-in ones; --no-builtin: in their place, which `configured` is told of by click."""
    rules = click.option(
        "--rules", "rules", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
        help="A pack (.yaml) or a folder of packs, beside the built-in ones. Repeatable.",
    )  # fmt: skip
    return rules(
        click.option(
            "--no-builtin", is_flag=True, expose_value=False, callback=_note,
            help="Without the built-in rules: only those of --rules and of the configuration.",
        )(command)
    )  # fmt: skip


def _note(context: click.Context, _: click.Parameter, given: bool) -> None:
    context.meta[NO_BUILTIN] = given


def config_options(command: Command) -> Command:
    """--config and --isolated: which configuration holds."""
    file = click.option(
        "--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
        help="This configuration, in place of the nearest plan-lint.yaml or pyproject.toml.",
    )  # fmt: skip
    return file(click.option("--isolated", is_flag=True, help="Without any configuration.")(command))


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


def configured(file: Path | None, isolated: bool, rules: tuple[Path, ...]) -> Config:
    """What `found` gives; a broken configuration ends the command with its faults."""
    with faults_told():
        return found(file, isolated, rules)


def found(file: Path | None, isolated: bool, rules: tuple[Path, ...]) -> Config:
    """The configuration that holds, with the rules of the command line. Raises FaultyError.

    `file` is one that was named; else the nearest one on the way up from the working directory counts.
    """
    if file is not None and isolated:
        raise click.UsageError("--config FILE and --isolated exclude each other")
    held = config.load(None if isolated else file or config.find(Path()))
    held = held.given(rules=rules) if rules else held
    asked = click.get_current_context().meta.get(NO_BUILTIN)  # None where the command is none that runs rules
    if asked:
        held = held.given(builtin=False)
    return held if held.builtin or asked is None else _alone(held)


def _alone(config_: Config) -> Config:
    """A configuration that does without the built-in rules, and without what it says of them by name."""
    if not config_.pack_paths:
        raise click.UsageError(f"--no-builtin, or 'builtin: false' in the configuration, {NO_RULES}")
    return config_.without(packs.names().only(packs.names(config_.pack_paths, builtin=False)))


def load(config_: Config, overridden: bool = True) -> RuleSet:
    """All rules of a configuration, with what it changes about them or as they are written.

    A broken pack ends the command with its faults, one a line, and status 2.
    """
    with faults_told():
        return packs.load(config_.pack_paths, config_.builtin, config_.overrides if overridden else None)


def contents(config_: Config) -> packs.sources.Contents:
    """What the packs' files hold; one that cannot be read ends the command."""
    with faults_told():
        return packs.sources.read(config_.pack_paths, config_.builtin)


@contextmanager
def faults_told() -> Iterator[None]:
    """Faults of packs and configurations end the command, each told on a line."""
    try:
        yield
    except FaultyError as error:
        for fault in error.faults:
            print(visible(fault), file=sys.stderr)
        raise SystemExit(2) from error


def check_names(config_: Config) -> None:
    """A name in the configuration that no rule or pack has ends the command, told with where it is written."""
    if config_.names:
        with faults_told():
            faults = config.unknown_names(config_, config.known_names(config_))
            if faults:
                raise FaultyError(faults)


def selected(config_: Config, stopwatch: Stopwatch | None = None) -> RuleSet:
    """The rules that are to run; a name on the command line that is none ends the command."""
    ruleset = stopwatch.phase("rules", lambda: load(config_)) if stopwatch else load(config_)
    try:
        return ruleset.select(config_.select, config_.ignore, config_.extend_select)
    except KeyError as error:
        raise click.UsageError(unknown(ruleset, str(error.args[0]))) from error


def unknown(ruleset: RuleSet, name: str) -> str:
    """`no rule or pack 'x'; did you mean 'y'?`"""
    return config.unknown_name(name, packs.Names.of(ruleset), adding="--rules PATH")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
