"""`plan-lint schema`: JSON Schema of what people write and programs read."""

from __future__ import annotations

import sys

import click

NAMES = ("rules", "config", "suppress", "report")


@click.command()
@click.argument("name", type=click.Choice(NAMES), metavar=f"[{'|'.join(NAMES)}]")
def command(name: str) -> None:
    """Print the JSON Schema (draft 2020-12) of packs, of plan-lint.yaml, of sidecars, or of the JSON report.

    Editors that know it complete and check YAML: write it to a file, and name that in the first line of yours.

    \b
    plan-lint schema rules > rules.schema.json
    # yaml-language-server: $schema=rules.schema.json
    """
    from lint import schemas  # pydantic and ruamel.yaml, of which --help needs nothing

    sys.stdout.flush()
    sys.stdout.buffer.write(schemas.written(name).encode())
