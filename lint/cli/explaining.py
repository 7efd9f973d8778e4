"""`plan-lint rule ID --explain-match`: one rule on one text, step by step."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import options, reading
from lint.config import Config
from lint.explanation import explained
from lint.reports.explanation import Steps
from lint.rules import Rule
from lint.session import Trouble, sources, standard_input
from lint.text import Source

STDIN = "<stdin>"
GIVEN = "<text>"


def explain(rule: Rule, config: Config, text: str | None, file: Path | None, color: str) -> int:
    """Show why a rule finds something in a text, in standard input (`-`) or in a file; the exit status."""
    if text is not None and file is not None:
        raise click.UsageError("--explain-match TEXT and --file FILE exclude each other")
    source = _source(config, text, file)
    if isinstance(source, Trouble):
        options.tell_trouble(source)
        return 2
    found = explained(rule, source)
    if found.crash:
        options.tell("error", found.crash.file, f"rule '{found.crash.rule}' crashed: {found.crash.reason}")
    Steps(color=color).show(found)
    return 2 if found.crash else 0


def _source(config: Config, text: str | None, file: Path | None) -> Source | Trouble:
    """The text, as a run would read it."""
    if text is not None and text != "-":
        return Source(GIVEN, text)
    read = standard_input(STDIN) if file is None else next(sources([file]))
    return reading.typed(read, config)
