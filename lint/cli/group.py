"""The verbs, and the rule that bare paths mean `check`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from lint import __version__

VERBS = {
    "check": "check", "rule": "rule", "test": "test", "init": "init", "config": "config", "outline": "outline",
    "targets": "targets", "schema": "schema", "compare": "compare", "new": "new",
}  # fmt: skip
OWN = ("-h", "--help", "--version")


class ClosedPipeError(Exception):
    """The reader of our output has enough. No OSError, which click would end with status 1, as findings do."""


class Verbs(click.Group):
    """Imports a verb's module when it is called; anything that is no verb is a path to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The verb of this name."""
        if name not in VERBS:
            return None
        found: click.Command = import_module(f"lint.cli.{VERBS[name]}").command
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ClosedPipeError from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`plan-lint seeds/` is `plan-lint check seeds/`."""
        if args and args[0] not in VERBS and args[0] not in OWN:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="plan-lint")
def command() -> None:
    """Lint Chinese plan documents: broken numbering, missing targets, web chrome, garbled words.

    `plan-lint PATH...` is short for `plan-lint check PATH...`.
    """
