"""`plan-lint new rule`: a rule written into a pack, once it loads and does what its examples say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from lint import authoring, packs, replacing
from lint.cli import asking, drafting, options
from lint.config import shown
from lint.document import KINDS, ZONES
from lint.examples import Outcome
from lint.findings import Severity
from lint.reports.visible import visible

LEVELS = [severity.value for severity in Severity]


@click.group(name="new")
def command() -> None:
    """Write something to start from."""


@command.command()
@click.option("--id", "id_", metavar="ID", help="The fault's name: words of a-z and 0-9 joined by '-'.")
@click.option("--kind", metavar="KIND", help="The kind of check; 'existence' if left out.")
@click.option("--message", metavar="TEXT", help="What is wrong; {text} is what was found.")
@click.option("--why", metavar="TEXT", help="Why it matters.")
@click.option("--severity", type=click.Choice(LEVELS), help="'warning' if left out.")
@click.option("--pattern", "patterns", multiple=True, metavar="REGEX", help="What to find. Repeatable.")
@click.option("--token", "tokens", multiple=True, metavar="WORD", help="A word to find, as it stands. Repeatable.")
@click.option("--except", "except_", multiple=True, metavar="REGEX", help="What makes a match right. Repeatable.")
@click.option("--replacement", metavar="TEXT", help="What the repair puts in the place of what was found.")
@click.option("--option", "more", multiple=True, metavar="KEY=YAML", help="Any option of the kind. Repeatable.")
@click.option("--scope", multiple=True, type=click.Choice(ZONES), help="Only in this zone. Repeatable.")
@click.option("--documents", multiple=True, type=click.Choice(list(KINDS)), help="Only in such documents. Repeatable.")
@click.option("--fix", type=click.Choice(["safe", "unsafe"]), help="The rule repairs, and how sure that is.")
@click.option("--bad", multiple=True, metavar="TEXT", help="A text to report, with ⟦ ⟧ around the place. Repeatable.")
@click.option("--good", multiple=True, metavar="TEXT", help="A text to pass. Repeatable.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="The pack that is written, or gets the rule at its end; ID.yaml if left out.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write the rule even where its examples fail.")
@options.rules_option
@options.config_options
def rule(rules: tuple[Path, ...], config_file: Path | None, isolated: bool, force: bool, **given: Any) -> int:
    """Write a rule into a pack. On a terminal what is needed and not given is asked for.

    With --id alone a template of the kind is written, with what to change in it. The rule is loaded and its examples
    are tried before anything is written. A bad text without ⟦ ⟧ is marked where the rule finds something.

    Exit status: 0 written, 1 an example fails, 2 it is no rule, its id is taken, or it cannot be written.
    """
    config = options.configured(config_file, isolated, rules)
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        given = asking.completed(given)
    if not given["id_"]:
        raise click.UsageError("a rule needs its --id, such as --id vague-amount")
    file: Path = given["output"] or Path(f"{given['id_']}.yaml")
    with options.faults_told():
        builtin = packs.load()
        _refuse_known(given["id_"], options.load(config, overridden=False), file)
        draft, left = drafting.drafted(given, builtin)
        content = _content(file)
        tried = authoring.tried(file, content, draft)
        _tell_marked(tried)
        if tried.outcomes and not _told(tried.outcomes, force):
            return 1
        made = authoring.appended(file, content, tried.draft)
    _write(file, made.content)
    click.echo(f"Wrote {visible(shown(file))}; 'plan-lint test {draft.id} --rules {visible(shown(file))}' tries it.")
    for key in left:
        click.echo(f"To change: line {made.lines[key]}, {key}")
    return 0


def _refuse_known(id_: str, known: Any, file: Path) -> None:
    """An id that a rule has already is never taken again."""
    for one in known.rules:
        if one.id == id_:
            raise click.UsageError(f"'{id_}' is already the id of a rule in pack '{one.pack}'; choose another --id")
    if file.suffix not in packs.sources.SUFFIXES:
        raise click.UsageError(f"--output {shown(file)}: a pack is a .yaml file")


def _content(file: Path) -> bytes | None:
    """What the pack holds now; None where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise click.ClickException(f"{shown(file)}: cannot be read: {what}") from error


def _write(file: Path, content: bytes) -> None:
    try:
        replacing.replace(file, content)
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise click.ClickException(f"{shown(file)}: cannot be written: {what}") from error


def _tell_marked(tried: authoring.Tried) -> None:
    for one in tried.marked:
        click.echo(f"Marked by what the rule finds: {visible(one.text.rstrip())}")
        if one.fixed is not None:
            click.echo(f"    repaired: {visible(one.fixed.rstrip())}")


def _told(outcomes: tuple[Outcome, ...], force: bool) -> bool:
    """Tell which examples fail, in the words of `plan-lint test`; whether the rule is written all the same."""
    for one in outcomes:
        click.echo(f"{one.rule}: {one.fault}: {visible(one.text.rstrip())}\n    {visible(one.detail)}")
    if not force:
        click.echo("Nothing was written; change the rule or its examples, or write it all the same with --force.")
    return force
