"""One run of `check`: texts are linted, what counts is told apart, repaired and shown; the run ends with its status."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint import cache, files, session, stopwatch
from lint.cli import options, reading, repairing, showing
from lint.cli.adopting import Adopting
from lint.cli.group import VERBS
from lint.cli.settings import Settings
from lint.config import shown
from lint.findings import Severity
from lint.packs import sources
from lint.reports import Report, Summary, report
from lint.text import Source

if TYPE_CHECKING:
    from lint.engine import Engine
    from lint.results import Results
    from lint.rules import RuleSet
    from lint.session.repairing import Repairing

NOWHERE = "no such file or folder"


class Run:
    """One run, made ready."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._config = settings.config
        options.check_names(self._config)
        self._watch = stopwatch.Stopwatch() if settings.timed else None
        self._summary = Summary(self._watch)
        self._adopting = Adopting(settings)
        self._results = None if settings.no_cache else self._known()
        self._session = session.Session(self._engine, self._results, self._config.jobs or options.cores())
        self._filter = repairing.Filter() if settings.fix and "-" in settings.paths else None
        self._repairing = self._repairs() if settings.fix or settings.diff else None

    def status(self) -> int:
        """Do it; the exit status."""
        if self._settings.verbose:
            self._tell_origins()
        with showing.Reports(self._shown(), self._outputs, lambda: self._ruleset) as reports:
            try:
                for result in self._session.run(self._given()):
                    self._tell(result, reports)
            finally:  # what was found until Ctrl-C need not be looked for again
                self._keep()
            self._check_rules()
            if self._repairing and not self._settings.diff:
                self._summary.fixed = self._repairing.fixed
            reports.close(self._summary)
        if self._filter:
            self._filter.close()
        self._adopting.close(self._summary.broken, lambda: {rule.id for rule in self._ruleset.rules})
        if self._watch is not None and self._format != "json":
            options.tell_times(self._watch)
        return self._verdict()

    def _tell(self, result: session.Result, reports: showing.Reports) -> None:
        """Judge, repair, count and show one result."""
        judged = self._adopting.judging.result(result)
        done = self._repairing.result(judged) if self._repairing else judged
        self._summary.add(done)
        for trouble in done.troubles:
            if trouble.grave or not self._settings.quiet:
                options.tell(("error" if trouble.grave else "note"), trouble.file, trouble.reason + _meant(trouble))
        while self._adopting.broken:
            file, _, fault = self._adopting.broken.pop(0).partition(": ")
            self._summary.troubles.append(session.Trouble(file, fault))
            options.tell("error", file, fault)
        reports.result(done)

    def _verdict(self) -> int:
        if self._summary.broken:
            return 2
        if self._settings.exit_zero or self._settings.write_baseline:
            return 0
        if self._settings.diff and self._repairing:
            return int(self._repairing.fixed > 0)
        fail_on = self._config.fail_on
        return int(fail_on != "never" and self._summary.at_least(Severity(fail_on)) > 0)

    @cached_property
    def _ruleset(self) -> RuleSet:
        """The rules that run."""
        return options.selected(self._config, self._watch)

    def _engine(self) -> Engine:
        from lint.engine import Engine

        return Engine(self._ruleset, self._watch)

    def _known(self) -> Results:
        """What earlier runs with the same rules have found."""
        from lint.results import Results

        config = self._config
        contents = options.contents(config)
        made_with = cache.key(
            sources.key_of_findings(contents, config.overrides),
            repr((config.select, config.ignore, config.extend_select)),
        )
        return Results(made_with, by_path=sources.speak_of_files(contents))

    def _keep(self) -> None:
        """Keep what this run has found and compiled for the next one."""
        if self._results is not None:
            self._results.close()
        if self._session.used:
            from lint import expressions

            expressions.keep()

    def _check_rules(self) -> None:
        """Rules that cannot be read are told even where there is nothing to lint, and so is that there was nothing."""
        if not (self._session.used or self._session.known):
            self._engine()
        if not self._summary.files and not self._summary.troubles and not self._settings.since:
            paths = " ".join(self._settings.paths)
            options.tell("warning", paths, f"no documents here ({self._wanted()}); nothing was checked")

    def _wanted(self) -> str:
        """Which files would have been read, or that those which are there are left out."""
        left_out = self._config.force_exclude and all(map(os.path.isfile, self._settings.paths))
        return "excluded, and --force-exclude is given" if left_out else reading.meant(self._config)

    def _repairs(self) -> Repairing:
        from lint.session.repairing import Repairing

        put = self._differ() if self._settings.diff else self._filter or repairing.to_file
        return Repairing(lambda: self._session.engine, self._adopting.judging, self._config.unsafe_fixes, put)

    def _differ(self) -> repairing.Differ:
        given = self._settings
        return repairing.Differ(given.color, given.stdin_filename if "-" in given.paths else "")

    @property
    def _format(self) -> str:
        return showing.usual(self._config.output_format)

    def _shown(self) -> list[Report]:
        """The report on standard output, which a diff or a repaired text has for itself otherwise."""
        given = self._settings
        if given.diff or self._filter or given.write_baseline:
            return []
        if given.statistics:
            from lint.cli.counting import Counts

            whole = not (given.quiet or given.fix or given.since)  # what is repaired or left out is not counted here
            return [Counts((lambda: self._ruleset) if whole else None, given.share)]
        return [report(self._format, given.quiet, given.color, rules=lambda: self._ruleset)]

    @cached_property
    def _outputs(self) -> list[tuple[str, Path]]:
        """The reports in files, none of which may be a file that this run reads or writes otherwise."""
        baseline = self._settings.baseline
        taken = [*self._config.files, *self._config.rules, *([baseline] if baseline else [])]
        return showing.parsed(self._settings.output, [*taken, *map(Path, self._settings.paths)])

    def _refuse_documents(self, found: Iterable[Path | files.Missing]) -> None:
        """A report must not take the place of a document that is linted."""
        outputs = {place for _, place in self._outputs}
        for path in found if outputs else ():
            if isinstance(path, Path) and Path(os.path.realpath(path)) in outputs:
                raise click.UsageError(f"--output: {path} is a document of this run; name another file, or exclude it")

    def _given(self) -> Iterator[Source | session.Trouble]:
        """Standard input and files, one after the other."""
        given, config = self._settings, self._config
        if self._filter:
            yield reading.typed(self._filter.source(given.stdin_filename), config)
            return
        if "-" in given.paths:
            yield reading.typed(session.standard_input(given.stdin_filename), config)
        changes = self._adopting.changes
        found = list(reading.found(config, given.paths, given.exclude))
        self._refuse_documents(found)
        wanted = [path for path in found if changes is None or isinstance(path, files.Missing) or changes.touched(path)]
        yield from reading.read(wanted, given.quiet, self._watch, config)

    def _tell_origins(self) -> None:
        """Which configuration, rules and cache this run uses."""
        config = self._config
        options.tell("note", "configuration", ", ".join(map(shown, config.files)) or "none; all defaults")
        options.tell(
            "note", "rules", f"{len(self._ruleset.rules)}, of {len(sources.packs_of(options.contents(config)))} packs"
        )
        options.tell("note", "cache", str(cache.folder()))


def _meant(trouble: session.Trouble) -> str:
    """The verb that a path which leads nowhere may have been meant for."""
    if trouble.reason != NOWHERE or not trouble.file.isalpha():
        return ""
    from difflib import get_close_matches

    close = get_close_matches(trouble.file, VERBS, 1)
    return f"; did you mean '{close[0]}'?" if close else ""
