"""`plan-lint init`: a configuration to start from."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

import click

from lint import config
from lint.config import shown
from lint.config.finding import NAMES

SCHEMA = "plan-lint.schema.json"
# An editor reports a schema that it cannot find as a fault of the file, so the line that names one comes with it only.
MODELINE = f"""\
# yaml-language-server: $schema={SCHEMA}
# The schema is plan-lint's own; after an update 'plan-lint schema config > {SCHEMA}' writes it anew.

"""
NO_SCHEMA = f"""\
# Editors complete and check this file after 'plan-lint schema config > {SCHEMA}', with this first line:
# # yaml-language-server: $schema={SCHEMA}

"""
START = """\
# Configuration of plan-lint. Each key is commented out and shows its default or an example; 'plan-lint config' shows
# what holds, and where it came from. Patterns are as in .gitignore, and start from the folder of this file.

# Rules: by id, or all of a pack. 'plan-lint rule' lists both.
# select: [structure, targets, garbling]    # only these; left out: all that are not off
# extend-select: [blank-lines]              # these too; the id of a rule that is off turns it on
# ignore: [missing-end-mark]
# severity:
#   target-placeholder: error               # off, info, warning or error
# options:
#   missing-title:                          # the options of a rule's check; 'plan-lint rule ID' shows them
#     except-titled: [附件]
# rules: [house-rules/]                     # packs of your own, beside the built-in ones
# builtin: true                             # false: only the packs of your own
# extends: ../plan-lint.yaml                # a configuration to start from; what stands here wins

# Documents: what is read below folders, and what it is.
# include: ["*.txt", "*.md"]
# exclude: [drafts/]
# documents:
#   - files: laws/
#     type: law                             # plan, report, law, notice, article or page

# What holds for some files only, and what was found and may stay.
# per-file:
#   - files: archive/
#     ignore: [noise]
# suppress:
#   - files: archive/2009.txt
#     rules: [numbering-gap]
#     reason: 原件缺第三章
#     expires: 2027-12-31
# require-reason: true                      # every suppression says why

# The run.
# fail-on: warning                          # the least severity that makes the exit status 1
# output-format: full
# jobs: 0                                   # processes; 0 is one for each core
"""


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--schema", is_flag=True, help=f"Write {SCHEMA} too, by which editors complete and check.")
def command(folder: Path, schema: bool) -> None:
    """Write a commented plan-lint.yaml into FOLDER; never over a configuration that is there.

    Exit status: 0, or 2 where there is one already, or it cannot be written.
    """
    present = config.within(folder)
    if present is not None:
        raise click.ClickException(f"{shown(present)} is there already; 'plan-lint config' shows what it says")
    file, beside = folder / NAMES[0], folder / SCHEMA
    if schema:
        _write(beside, _schema())
    _write(file, ((MODELINE if schema else NO_SCHEMA) + START).encode())
    wrote = f"{shown(file)} and {shown(beside)}" if schema else shown(file)
    click.echo(f"Wrote {wrote}; 'plan-lint config' shows what it comes to.")


def _schema() -> bytes:
    from lint import schemas  # pydantic and ruamel.yaml, of which a configuration alone needs nothing

    return schemas.written("config").encode()


def _write(file: Path, content: bytes) -> None:
    """Write a new file; one that says the same may be there. Raises click.ClickException where another one is."""
    try:
        if not (file.is_file() and file.read_bytes() == content):
            _put(file, content)
    except FileExistsError as error:
        raise click.ClickException(f"{shown(file)} is there already, and is left as it is") from error
    except OSError as error:
        raise click.ClickException(
            f"{shown(file)}: cannot be written: {(error.strerror or str(error)).lower()}"
        ) from error


def _put(file: Path, content: bytes) -> None:
    """Write a new file whole or not at all. Raises FileExistsError where something has its name."""
    temporary = file.with_name(f".plan-lint-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if os.path.lexists(file):
            raise FileExistsError(file)
        try:
            os.link(temporary, file)  # which, other than a rename, never takes a file's place
        except FileExistsError:
            raise
        except OSError:  # no links here
            os.replace(temporary, file)
    finally:
        with suppress(OSError):
            temporary.unlink()
