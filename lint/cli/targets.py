"""`plan-lint targets`: what documents commit to in numbers, one target a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from lint import expressions, session
from lint.cli import options, reading
from lint.document import Document
from lint.reports import targets
from lint.text import Source


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--output-format", type=click.Choice(["table", "csv", "jsonl", "parquet"]), default="table", show_default=True,
    help="A table for people; the others hold every slot.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file that parquet goes to.")
@click.option("--section", metavar="TEXT", help="Only targets below a heading that holds this text.")
@click.option("--with-results", is_flag=True, help="Also what was reached already (去年, 累计, 同比增长).")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out what matches, as .gitignore would.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name of '-' in what is shown.")
@options.config_options
@options.color_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    output: Path | None,
    section: str | None,
    with_results: bool,
    exclude: tuple[str, ...],
    stdin_filename: str,
    config_file: Path | None,
    isolated: bool,
    color: str,
) -> int:
    """List the quantified targets of documents: indicator, operator, value, unit, deadline, modality, section.

    Exit status: 0, or 2 where a document could not be read.
    """
    if (output_format == "parquet") != (output is not None):
        raise click.UsageError("--output FILE belongs to --output-format parquet, and is needed there")
    broken: list[str] = []
    config = options.configured(config_file, isolated, ())
    sources = reading.given(config, paths, exclude, stdin_filename)
    found = _rows(sources, section, with_results, broken)
    try:
        if output is not None:
            targets.write_parquet(found, output)
        elif output_format == "csv":
            targets.write_csv(found)
        elif output_format == "jsonl":
            targets.write_jsonl(found)
        else:
            targets.show(found, color)
    except targets.NoParquetError as error:
        raise click.UsageError(str(error)) from error
    expressions.keep()
    return 2 if broken else 0


def _rows(
    sources: Iterable[Source | session.Trouble], section: str | None, results: bool, broken: list[str]
) -> Iterator[dict[str, Any]]:
    """The rows of all documents; what cannot be read is told and noted in `broken`, and the rest is listed."""
    for source in sources:
        if not isinstance(source, session.Trouble):
            yield from targets.rows(Document(source), section, results)
        elif options.tell_trouble(source):
            broken.append(source.file)
