"""`plan-lint check`: lint files and folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from lint import cache
from lint.cli import options
from lint.cli.run import Run
from lint.cli.settings import LEVELS, Settings
from lint.reports import FORMATS

IDS = "ID,PACK"


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--select", multiple=True, metavar=IDS, help="Only these rules or packs. Repeatable.")
@click.option("--extend-select", multiple=True, metavar=IDS, help="These, too: rules that are off. Repeatable.")
@click.option("--ignore", multiple=True, metavar=IDS, help="Without these rules or packs. Repeatable.")
@click.option("--severity", multiple=True, metavar="ID=LEVEL", help="How grave a rule's findings are. Repeatable.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="Least severity for exit status 1; 'warning' if left out.")
@click.option("--exit-zero", is_flag=True, help="Exit status 0 whatever is found.")
@options.rules_option
@options.config_options
@click.option(
    "--exclude", multiple=True, metavar="GLOB", help="Leave out what matches, as .gitignore does. Repeatable."
)
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are given by name.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name that findings in '-' carry.")
@click.option("--fix", is_flag=True, help="Repair what can be repaired without a change of meaning.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also repairs that a person should look at.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Findings in it do not count.")
@click.option("--write-baseline", is_flag=True, help="Write what is found now to the baseline.")
@click.option("--prune", is_flag=True, help="Take from the baseline what is found no more.")
@click.option("--since", metavar="COMMIT", help="Only what has changed since a commit of git.")
@click.option(
    "--output-format", type=click.Choice(FORMATS),
    help="How findings are shown; 'full' if left out, 'github' where GitHub runs it.",
)  # fmt: skip
@click.option("--output", multiple=True, metavar="FORMAT=FILE", help="Also write a report to a file. Repeatable.")
@click.option("--statistics", is_flag=True, help="Show counts by rule, pack and file in place of findings.")
@click.option(
    "--share", type=click.FloatRange(0, 1), default=0.3, metavar="SHARE",
    help="With --statistics over 100 documents or more: rules that find something in more of them are told; 0.3.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no notes, no progress.")
@click.option("-v", "--verbose", is_flag=True, help="Also tell which configuration, rules and cache are used.")
@click.option("--time", "timed", is_flag=True, help="Show where the time went, by phase and by rule.")
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), metavar="N",
    help="Processes that lint at once; 0, the default, is one for each core.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Lint every file, also those that are known from earlier runs.")
@click.option(
    "--cache-dir", type=click.Path(file_okay=False), metavar="DIR",
    help="Where results, compiled rules and dictionaries are kept; also PLAN_LINT_CACHE_DIR.",
)  # fmt: skip
@options.color_option
def command(config_file: Path | None, isolated: bool, rules: tuple[Path, ...], **given: Any) -> int:
    """Lint documents: files by name, folders for their .txt and .md, '-' for standard input.

    Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 the run is broken.
    """
    if given["cache_dir"] is not None:  # the configuration is kept there, too
        given["cache_dir"] = _folder(given["cache_dir"])
        os.environ[cache.PLACE] = str(given["cache_dir"])
    settings = Settings.of(options.configured(config_file, isolated, rules), given)
    if settings.config.cache_dir is not None:
        os.environ[cache.PLACE] = str(settings.config.cache_dir)
    return Run(settings).status()


def _folder(name: str) -> Path:
    if not name:
        raise click.UsageError("--cache-dir needs a folder; --no-cache does without")
    return Path(name)
