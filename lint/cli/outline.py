"""`plan-lint outline`: how plan-lint reads a document: its kind, its schemes of numbering, its tree of headings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from lint import expressions, session
from lint.cli import options, reading
from lint.document import Document
from lint.reports import outline
from lint.reports.report import colored, write
from lint.reports.visible import visible

VERSION = 1


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="A tree for people, or one JSON object for programs.",
)  # fmt: skip
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches, as .gitignore would.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name of '-' in what is shown.")
@options.config_options
@options.color_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    exclude: tuple[str, ...],
    stdin_filename: str,
    config_file: Path | None,
    isolated: bool,
    color: str,
) -> int:
    """Show how documents are read: kind, title, metadata, the schemes of their numbering with the evidence, and the
    tree of headings with line numbers and what is wrong with their numbers.

    Exit status: 0, or 2 where a document could not be read.
    """
    documents, broken = [], False
    config = options.configured(config_file, isolated, ())
    for source in reading.given(config, paths, exclude, stdin_filename):
        if isinstance(source, session.Trouble):
            broken |= options.tell_trouble(source)
        elif output_format == "json":
            documents.append(outline.told_in_json(Document(source)))
        else:
            _show(Document(source), colored(color))
    if output_format == "json":
        report = {"version": VERSION, "tool": "plan-lint", "documents": documents}
        data = json.dumps(report, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        sys.stdout.flush()
        sys.stdout.buffer.write(data + b"\n")
    expressions.keep()
    return 2 if broken else 0


STYLES = {"bold": "1", "dim": "2", "red": "31"}


def _show(document: Document, color: bool) -> None:
    for line, style in outline.lines(document):
        text = visible(line)
        write(f"\x1b[{STYLES[style]}m{text}\x1b[0m\n" if color and style else text + "\n")
