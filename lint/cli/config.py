"""`plan-lint config`: what is configured here, and where each value came from."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from lint import config, packs
from lint.cli import options
from lint.config import shown
from lint.config.showing import plain
from lint.reports.cells import cell_len, folded
from lint.reports.visible import visible
from lint.trees import FaultyError

VERSION = 1
ROOM = 24  # cells that a value gets at least, however narrow the terminal
GAP = "  "


class Row(NamedTuple):
    """One value, and where it came from; only the first row of a key names it."""

    key: str
    value: str
    origin: str


@click.command()
@click.argument("path", default=".", type=click.Path(path_type=Path, exists=True))
@options.config_options
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="A table for people, or one JSON object for programs.",
)  # fmt: skip
def command(path: Path, config_file: Path | None, isolated: bool, output_format: str) -> int:
    """Show every key of the configuration that holds for PATH, its value, and where that came from.

    Exit status: 0, or 2 where the configuration is broken, or a rule is not content with it.
    """
    if config_file is not None and isolated:
        raise click.UsageError("--config FILE and --isolated exclude each other")
    try:
        found = config.load(None if isolated else config_file or config.find(path))
    except FaultyError as error:
        return _told(error.faults)
    if output_format == "json":
        _write_json(found)
    else:
        _write(found)
    return _told(_faults(found))


def _told(faults: list[str]) -> int:
    """The exit status after some faults, told on standard error."""
    sys.stdout.flush()
    for fault in faults:
        print(visible(fault), file=sys.stderr)
    return 2 if faults else 0


def _faults(found: config.Config) -> list[str]:
    """What only the rules can tell: names that none has, options that they do not take."""
    if not (found.builtin or found.pack_paths):
        return [f"{found.origin('builtin')}: builtin: {options.NO_RULES}"]
    try:
        unknown = config.unknown_names(found, config.known_names(found))
    except FaultyError as error:
        return error.faults
    try:
        packs.load(found.pack_paths, found.builtin, found.overrides)
    except FaultyError as error:
        return [*unknown, *error.faults]
    return unknown


def _write(found: config.Config) -> None:
    """A table: key, value, origin."""
    rows = list(_rows(found))
    keys = max(len(row.key) for row in rows)
    origins = max(cell_len(row.origin) for row in rows)
    wide = shutil.get_terminal_size((10_000, 24)).columns if sys.stdout.isatty() else 10_000
    room = min(max(wide - keys - origins - 2 * len(GAP), ROOM), max(cell_len(row.value) for row in rows))
    click.echo(f"{shown(found.file) if found.file else 'no configuration found; all defaults'}\n")
    for row in rows:
        pieces = folded(row.value, room)
        for index, piece in enumerate(pieces):
            key, origin = (row.key, row.origin) if index == 0 else ("", "")
            line = f"{key:{keys}}{GAP}{piece}{' ' * (room - cell_len(piece))}{GAP}{origin}"
            click.echo(visible(line.rstrip()))


def _rows(found: config.Config) -> Iterator[Row]:
    """The rows of the table, in the order of the keys."""
    for key in config.KEYS:
        value = plain(found, key)
        if isinstance(value, dict) and value:
            inner = [Row("", f"{name}: {_said(one)}", found.origin(f"{key}.{name}")) for name, one in value.items()]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            inner = [Row("", _said(one), found.origin(f"{key}.{index}")) for index, one in enumerate(value)]
        else:
            inner = [Row("", _said(value), found.origin(key))]
        yield from (inner[0]._replace(key=key), *inner[1:])


def _said(value: Any) -> str:
    """A plain value in one line, as YAML may have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_said(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_said, value)) + "]"
    return "-" if value is None or value == "" else str(value)


def _write_json(found: config.Config) -> None:
    settings = {key: {"value": plain(found, key), "origin": found.origin(key)} for key in config.KEYS}
    report = {
        "version": VERSION,
        "tool": "plan-lint",
        "file": shown(found.file) if found.file else None,
        "files": [shown(file) for file in found.files],
        "settings": settings,
        "origins": dict(found.origins),
    }
    sys.stdout.flush()
    sys.stdout.buffer.write(
        json.dumps(report, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"
    )
