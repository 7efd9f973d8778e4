"""`plan-lint test`: try every rule on its own examples."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import options
from lint.cli.trying import Asked, Loaded, Tried, chosen, try_rules


@click.command()
@click.argument("names", nargs=-1, metavar="[ID|PACK]...")
@options.rules_option
@click.option("--strict", is_flag=True, help="Exit status 1 where there is advice, too.")
@click.option("--corpus", multiple=True, metavar="PATH", help="Documents that advice is held against. Repeatable.")
@click.option("--coverage", is_flag=True, help="Show what of each rule no example exercises.")
@click.option("--watch", "watched", is_flag=True, help="Try rules again whenever their packs change; Ctrl-C ends.")
@options.config_options
def command(
    names: tuple[str, ...],
    rules: tuple[Path, ...],
    strict: bool,
    corpus: tuple[str, ...],
    coverage: bool,
    watched: bool,
    config_file: Path | None,
    isolated: bool,
) -> int:
    """Run the examples of all rules, of those named, or with --rules of your own, and give advice about them.

    Exit status: 0 all turn out as they say, 1 one does not, 2 a pack cannot be read. Advice changes it with --strict.
    """
    asked = Asked(names, rules, corpus, strict, coverage)
    if watched:
        from lint.cli.watching import watch

        watch(asked, lambda: options.found(config_file, isolated, rules))
    config = options.configured(config_file, isolated, rules)
    # Without what the configuration changes about rules: examples are of the rules as they are written.
    ruleset = options.load(config, overridden=False)
    tried = Tried()
    try_rules(tried, chosen(ruleset, asked, config.builtin), Loaded.of(ruleset, config, asked), coverage)
    for line in tried.lines():
        click.echo(line)
    return tried.status(strict)
