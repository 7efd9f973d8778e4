"""`plan-lint test`: try every rule on its own examples."""

from __future__ import annotations

from pathlib import Path

import click

from lint import examples
from lint.cli import options
from lint.reports.visible import visible
from lint.rules import Rule, RuleSet


@click.command()
@click.argument("names", nargs=-1, metavar="[ID|PACK]...")
@options.rules_option
def command(names: tuple[str, ...], rules: tuple[Path, ...]) -> int:
    """Run the examples of all rules, or of those named. Status 1 when one does not turn out as it says."""
    ruleset = options.load(rules)
    chosen = ruleset.rules if not names else _chosen(ruleset, names)
    outcomes = [outcome for rule in chosen for outcome in examples.try_rule(rule)]
    for outcome in outcomes:
        click.echo(f"{outcome.rule}: {outcome.fault}: {visible(outcome.text.rstrip())}\n    {visible(outcome.detail)}")
    count = sum(examples.count(rule) for rule in chosen)
    verdict = f"{len(outcomes)} failed" if outcomes else "all as they say"
    click.echo(f"{len(chosen)} rules, {count} examples: {verdict}.")
    return int(bool(outcomes))


def _chosen(ruleset: RuleSet, names: tuple[str, ...]) -> tuple[Rule, ...]:
    wanted = options.names(names)
    found = tuple(rule for rule in ruleset.rules if rule.id in wanted or rule.pack in wanted)
    known = {rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules}
    for name in wanted:
        if name not in known:
            raise click.UsageError(options.unknown(ruleset, name))
    return found
