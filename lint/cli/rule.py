"""`plan-lint rule`: list the rules, or explain one."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lint.cli import explaining, options
from lint.composition import plain
from lint.reports.console import console as output
from lint.reports.full import STYLES
from lint.reports.report import write
from lint.reports.visible import visible
from lint.rules import Rule, RuleSet

OPENED, CLOSED = "⟦", "⟧"


@click.command()
@click.argument("id_", metavar="[ID|PACK]", required=False)
@click.option("--explain-match", "text", metavar="TEXT", help="Why the rule fires in TEXT or not; '-' is stdin.")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same, for a file.")
@options.rules_option
@options.config_options
@options.color_option
def command(
    id_: str | None, text: str | None, file: Path | None, rules: tuple[Path, ...], config_file: Path | None,
    isolated: bool, color: str,
) -> int:  # fmt: skip
    """List all rules or those of a pack, or explain one: what it says, why it matters, its options and examples.

    With --explain-match or --file it is told step by step why a rule finds something in a text, or does not.
    """
    config = options.configured(config_file, isolated, rules)
    ruleset = options.load(config)
    console = output(color)
    if text is not None or file is not None:
        return explaining.explain(_one(ruleset, id_), config, text, file, color)
    if id_ is None:
        _list(console, ruleset)
        return 0
    chosen = [rule for rule in ruleset.rules if id_ in (rule.id, rule.pack)]
    if not chosen:
        raise click.UsageError(options.unknown(ruleset, id_))
    if chosen[0].id == id_:
        _explain(console, chosen[0])
    else:
        _list(console, RuleSet(tuple(chosen)))
    return 0


def _one(ruleset: RuleSet, id_: str | None) -> Rule:
    """The rule of this id, which --explain-match needs."""
    found = next((rule for rule in ruleset.rules if rule.id == id_), None)
    if found is None:
        wanted = "--explain-match and --file need the id of a rule"
        raise click.UsageError(f"{wanted}: {options.unknown(ruleset, id_)}" if id_ else wanted)
    return found


def _list(console: Console, ruleset: RuleSet) -> None:
    if not console.is_terminal:
        for rule in ruleset.rules:
            row = (rule.id, rule.severity.value, rule.pack, rule.fix or "-", rule.message)
            write("\t".join(map(visible, row)) + "\n")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("rule", "severity", "pack", "fix", "message"):
        table.add_column(title, no_wrap=title != "message", overflow="fold")
    for rule in ruleset.rules:
        table.add_row(
            rule.id,
            Text(rule.severity.value, STYLES.get(rule.severity, "dim")),
            rule.pack,
            rule.fix or "—",
            rule.message,
        )
    console.print(table, soft_wrap=False)


def _explain(console: Console, rule: Rule) -> None:
    head = Text(rule.id, "bold").append(f"  {rule.severity.value}", STYLES.get(rule.severity, "dim"))
    options_ = plain(rule.check)
    kind = f"kind {options_.pop('kind')}" if "kind" in options_ else "several checks"
    console.print(head.append(f"  pack {rule.pack}, {kind}, fix {rule.fix or 'none'}", "dim"))
    console.print(f"\n{visible(rule.message)}\n\n{visible(rule.why)}\n")
    for name, values in (("scope", rule.scope), ("documents", rule.documents)):
        if values:
            console.print(Text(f"{name}: ", "bold").append(", ".join(values)))
    for key, value in options_.items():
        console.print(Text(f"{key}: ", "bold").append(visible(_told(value))))
    console.print(Text("\nFinds", "bold"))
    for bad in rule.examples.bad:
        console.print(Text("  ✗ ", "red").append(_marked(bad.text)))
        if bad.fixed is not None:
            console.print(Text("  → ", "green").append(_flat(bad.fixed)))
    console.print(Text("Passes", "bold"))
    for good in rule.examples.good:
        console.print(Text("  ✓ ", "green").append(_flat(good.text)))


def _told(value: object) -> str:
    """A value of an option on one line, a map in it as YAML writes it in braces."""
    if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
        return "  ".join(map(str, value))
    if isinstance(value, dict) and not any(isinstance(one, dict | list) for one in value.values()):
        return "  ".join(f"{key} → {one}" for key, one in value.items())
    return _flow(value)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]" if isinstance(value, list) else str(value)


def _flat(text: str) -> str:
    return visible(text.rstrip("\n"))


def _marked(text: str) -> Text:
    """A bad example with what must be found in bold red."""
    shown = Text()
    for piece in _flat(text).split(OPENED):
        inside, closed, outside = piece.partition(CLOSED)
        if closed:
            shown.append(OPENED + inside + CLOSED, "bold red").append(outside)
        else:
            shown.append(piece)
    return shown
