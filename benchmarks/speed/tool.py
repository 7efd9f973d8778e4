"""plan-lint's own command line, with the options that this version of it has."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.speed.processes import Command

OPTIONS = ("--no-cache", "--cache-dir", "--jobs", "--time")


def installed() -> tuple[str, ...]:
    """The command of this interpreter: as people call it, or as a module where it is not installed."""
    script = Path(sys.executable).with_name("plan-lint")
    return (str(script),) if script.exists() else (sys.executable, "-m", "lint")


@dataclass(frozen=True)
class Tool:
    """Builds command lines. What is kept of rules and dictionaries lies in `cache`, results in folders of their own."""

    cache: Path
    argv: tuple[str, ...] = field(default_factory=installed)

    @cached_property
    def options(self) -> frozenset[str]:
        """The options of `check` that not every version has."""
        shown = subprocess.run([*self.argv, "check", "--help"], capture_output=True, text=True, check=True).stdout
        return frozenset(option for option in OPTIONS if re.search(rf"(?<![\w-]){option}(?![\w-])", shown))

    @property
    def lacking(self) -> tuple[str, ...]:
        """Those that this version has not."""
        return tuple(option for option in OPTIONS if option not in self.options)

    def version(self) -> Command:
        """`plan-lint --version`."""
        return self._command([*self.argv, "--version"])

    def check(
        self, *paths: Path, jobs: int = 1, results: Path | None = None, select: str = "", rules: Path | None = None,
        fresh: bool = False, timed: bool = False,
    ) -> Command:  # fmt: skip
        """Lint these. `results` is where results are kept, left out: nowhere; `fresh` begins with nothing kept at all.

        `jobs` 0 is one a core. Findings are written one a line, the shortest form, or as JSON where `timed`.
        """
        argv = [*self.argv, "check", "--quiet", "--fail-on", "never"]
        argv += ["--output-format", "json" if timed else "concise"]
        if "--jobs" in self.options:
            argv += ["--jobs", str(jobs)]
        if results is None and "--no-cache" in self.options:
            argv += ["--no-cache"]
        if results is not None and "--cache-dir" in self.options:
            argv += ["--cache-dir", str(results)]
        if timed and "--time" in self.options:
            argv += ["--time"]
        argv += ["--select", select] if select else []
        argv += ["--rules", str(rules)] if rules else []
        return self._command([*argv, *map(str, paths)], fresh)

    def _command(self, argv: list[str], fresh: bool = False) -> Command:
        place = self.cache.with_name("fresh") if fresh else self.cache
        return Command(
            tuple(argv), frozenset({0}), place if fresh else None, (("PLAN_LINT_CACHE_DIR", str(place)),)
        )  # fmt: skip
