"""`plan-lint test`: try every rule on its own examples."""

from __future__ import annotations

from pathlib import Path

import click

from lint import examples, expressions, packs
from lint.cli import options
from lint.reports.visible import visible
from lint.rules import Rule, RuleSet


@click.command()
@click.argument("names", nargs=-1, metavar="[ID|PACK]...")
@options.rules_option
@options.config_options
def command(names: tuple[str, ...], rules: tuple[Path, ...], config_file: Path | None, isolated: bool) -> int:
    """Run the examples of all rules, of those named, or with --rules of your own.

    Exit status: 0 all turn out as they say, 1 one does not, 2 a pack cannot be read.
    """
    # Without what the configuration changes about rules: examples are of the rules as they are written.
    ruleset = options.load(options.configured(config_file, isolated, rules), overridden=False)
    chosen = _chosen(ruleset, names) if names else _own(ruleset) if rules else ruleset.rules
    outcomes = [outcome for rule in chosen for outcome in examples.try_rule(rule)]
    expressions.keep()  # two thirds of the time went into compiling them
    for outcome in outcomes:
        click.echo(f"{outcome.rule}: {outcome.fault}: {visible(outcome.text.rstrip())}\n    {visible(outcome.detail)}")
    count = sum(examples.count(rule) for rule in chosen)
    verdict = f"{len(outcomes)} failed" if outcomes else "all as they say"
    click.echo(f"{_counted(len(chosen), 'rule')}, {_counted(count, 'example')}: {verdict}.")
    return int(bool(outcomes))


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _own(ruleset: RuleSet) -> tuple[Rule, ...]:
    """The rules beside the built-in ones."""
    builtin = {rule.id for rule in packs.load().rules}
    return tuple(rule for rule in ruleset.rules if rule.id not in builtin)


def _chosen(ruleset: RuleSet, names: tuple[str, ...]) -> tuple[Rule, ...]:
    wanted = options.names(names)
    found = tuple(rule for rule in ruleset.rules if rule.id in wanted or rule.pack in wanted)
    known = {rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules}
    for name in wanted:
        if name not in known:
            raise click.UsageError(options.unknown(ruleset, name))
    return found
