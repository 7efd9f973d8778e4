"""`plan-lint compare`: findings that a change of rules gains and loses."""

from __future__ import annotations

from pathlib import Path

import click

from lint import expressions, packs
from lint.cli import options, reading
from lint.comparison import Sides, difference
from lint.engine import Engine
from lint.reports.comparison import Json, Text, Totals
from lint.rules import RuleSet
from lint.session import Session

BUILTIN = "builtin"


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--select", multiple=True, metavar="ID,PACK", help="Only these rules or packs, on both sides. Repeatable."
)
@click.option("--samples", type=click.IntRange(min=0), default=5, show_default=True, metavar="N",
              help="How many findings of each rule are shown, of those gained, lost and changed.")  # fmt: skip
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="A table with samples for people, or everything as one JSON object for programs.",
)  # fmt: skip
@click.option(
    "--exclude", multiple=True, metavar="GLOB", help="Leave out what matches, as .gitignore does. Repeatable."
)
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name of '-' in what is shown.")
@click.option("-j", "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes; 0, the default, is one a core.")
@options.config_options
@options.color_option
def command(
    old: str, new: str, paths: tuple[str, ...], select: tuple[str, ...], samples: int, output_format: str,
    exclude: tuple[str, ...], stdin_filename: str, jobs: int | None, config_file: Path | None, isolated: bool,
    color: str,
) -> int:  # fmt: skip
    """Show which findings in PATH... are gained and lost where the rules OLD become the rules NEW.

    OLD and NEW are packs (.yaml), folders of packs, or 'builtin'; the built-in rules run only where they are named.
    Rules are compared as they are written: of the configuration only which documents there are, and of which type,
    counts. A finding is the same where file, rule, start and end are.

    Exit status: 0 no difference, 1 differences, 2 a pack or a document could not be read, or a rule crashed.
    """  # fmt: skip
    config = options.configured(config_file, isolated, ())
    sides = _selected(Sides(_loaded(old), _loaded(new)), options.names(select))
    totals = Totals(sides)
    report = Json(old, new) if output_format == "json" else Text(samples, color)
    session = Session(lambda: Engine(sides.both), jobs=(config.jobs if jobs is None else jobs) or options.cores())
    for result in session.run(reading.given(config, paths, exclude, stdin_filename, quiet=False)):
        one = difference(result)
        for trouble in one.result.troubles:
            options.tell_trouble(trouble)
        totals.add(one)
        report.difference(one)
    report.finish(totals)
    expressions.keep()
    return 2 if totals.troubles else int(totals.differ)


def _loaded(name: str) -> RuleSet:
    """The rules of one side; a broken pack ends the command."""
    with options.faults_told():
        return packs.load() if name == BUILTIN else packs.load((Path(name),), builtin=False)


def _selected(sides: Sides, names: tuple[str, ...]) -> Sides:
    """The rules that are to run. A name need be known on one side only: the other may not have the rule yet."""
    everything = RuleSet(tuple(rule for side in sides for rule in side.rules))
    known = [{"all", *(rule.id for rule in side.rules), *(rule.pack for rule in side.rules)} for side in sides]
    for name in names:
        if name not in known[0] | known[1]:
            raise click.UsageError(options.unknown(everything, name))
    own = [tuple(name for name in names if name in here) for here in known]
    return Sides(
        *(side.select(own_, ()) if own_ or not names else RuleSet(()) for side, own_ in zip(sides, own, strict=True))
    )
