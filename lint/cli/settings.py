"""What one run of `check` is to do: the command line over the configuration."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click

from lint.cli import options
from lint.config import Config
from lint.config.config import COMMAND_LINE
from lint.findings import Severity

LEVELS = ("error", "warning", "info", "never")
NAMES = ("select", "extend_select", "ignore")
CONFIGURED = ("fail_on", "baseline", "output_format", "jobs", "cache_dir")  # None on the command line: as configured
FLAGS = ("force_exclude", "unsafe_fixes")
BASELINE = Path("plan-lint.baseline.json")  # where --write-baseline writes to if nothing else is said


@dataclass(frozen=True)
class Settings:
    """The options of one run. What may be configured stands in `config`, under what the command line says of it.

    `exclude` is what the command line leaves out beside the configuration; `narrowed` says that it chose rules, so that
    this run does not tell of all.
    """

    config: Config
    narrowed: bool
    paths: tuple[str, ...]
    exclude: tuple[str, ...]
    exit_zero: bool
    stdin_filename: str
    fix: bool
    diff: bool
    write_baseline: bool
    prune: bool
    since: str | None
    output: tuple[str, ...]
    statistics: bool
    share: float
    quiet: bool
    verbose: bool
    timed: bool
    no_cache: bool
    color: str

    @classmethod
    def of(cls, config: Config, given: dict[str, Any]) -> Settings:
        """The options that click has read, over a configuration. Raises click.UsageError where some exclude others."""
        over: dict[str, Any] = {name: options.names(given[name]) for name in NAMES if given[name]}
        over |= {name: given[name] for name in CONFIGURED if given[name] is not None}
        over |= {name: True for name in FLAGS if given[name]}
        if given["severity"]:
            over["severity"] = _severities(given["severity"])
        own = {field.name for field in fields(cls)} - {"config", "narrowed"}
        narrowed = bool(given["select"] or given["ignore"]) or config.origin("builtin") == COMMAND_LINE
        settings = cls(config.given(**over), narrowed, **{name: given[name] for name in own})
        settings._check()
        return settings

    @property
    def baseline(self) -> Path | None:
        """The baseline's file, where there is to be one."""
        return self.config.baseline or (BASELINE if self.write_baseline else None)

    def _check(self) -> None:
        repairs = self.fix or self.diff
        if self.since == "":
            raise click.UsageError("--since needs a commit, a branch or a tag")
        if self.since and (repairs or self.write_baseline or self.prune):
            raise click.UsageError(
                "--since tells only of a part; leave out --fix, --diff, --write-baseline and --prune"
            )
        if repairs and (self.write_baseline or self.prune):
            raise click.UsageError("--write-baseline and --prune look at documents as they are; repair first")
        if self.prune and not self.baseline:
            raise click.UsageError("--prune needs a baseline: --baseline FILE, or 'baseline' in the configuration")
        if self.prune and self.baseline and not self.baseline.exists():
            raise click.UsageError(f"--prune: no such file {self.baseline}; --write-baseline makes one")
        if self.write_baseline and "-" in self.paths:
            raise click.UsageError("--write-baseline is for files; standard input has none")
        if self.fix and "-" in self.paths and (len(self.paths) > 1 or self.diff):
            raise click.UsageError("--fix - repairs standard input alone; name no other path, and leave --diff out")


def _severities(given: tuple[str, ...]) -> dict[str, str]:
    """`ID=LEVEL` as a map."""
    levels = [severity.value for severity in Severity]
    found = {}
    for one in given:
        name, _, level = one.partition("=")
        if not name or level not in levels:
            raise click.UsageError(f"--severity {one}: write ID=LEVEL; levels: {', '.join(levels)}")
        found[name] = level
    return found
