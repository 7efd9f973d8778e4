"""A configuration as a run uses it: every key with its value, and where each value came from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from lint.config.entry import Entry
from lint.config.per_file import PerFile, Typed
from lint.findings import Finding, Severity
from lint.globs import Globs
from lint.packs import Overrides
from lint.trees import Place

TEXTS = Globs(("*.txt", "*.md"))
NOTHING = Globs()
DEFAULT = "default"
COMMAND_LINE = "command line"
RECENT = 1024  # files whose part of the configuration is kept at hand
KEYS = (
    "extends", "rules", "packs", "builtin", "select", "extend-select", "ignore", "severity", "options", "include",
    "exclude", "force-exclude", "documents", "per-file", "suppress", "require-reason", "baseline", "fail-on",
    "output-format", "unsafe-fixes", "jobs", "cache-dir",
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    """The name of a rule, or of a rule or pack, that must be one of those loaded."""

    name: str
    place: Place
    only_rules: bool = False


@dataclass(frozen=True)
class Config:
    """Every key of a configuration; one that nobody wrote has its default.

    `file` is the configuration that was found, `files` are all that were read, the farthest base first. `rules` are
    paths of packs, and `pack_paths` the same with the folders of installed `packs`. `origins` says where the value of
    a key came from: `plan-lint.yaml:3`, `default` or `command line`, and so for each `severity.ID` and
    `options.ID.KEY`. Without `builtin` only the rules of `pack_paths` run. An empty `output_format` is the usual one;
    `jobs` 0 is one for each core.
    """

    file: Path | None = None
    files: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    pack_paths: tuple[Path, ...] = ()
    builtin: bool = True
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    include: Globs = TEXTS
    exclude: Globs = NOTHING
    force_exclude: bool = False
    documents: tuple[Typed, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    suppress: tuple[Entry, ...] = ()
    require_reason: bool = False
    baseline: Path | None = None
    fail_on: str = "warning"
    output_format: str = ""
    unsafe_fixes: bool = False
    jobs: int = 0
    cache_dir: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict)

    @cached_property
    def overrides(self) -> Overrides:
        """What `packs.load` is to change about rules."""
        return Overrides(self.severity, self.options, self.places)

    def origin(self, key: str) -> str:
        """Where the value of a key came from."""
        return self.origins.get(key, DEFAULT)

    def ignored(self, file: str, rule: str, pack: str) -> bool:
        """Whether `per-file` frees a file of a rule; the path is absolute or relative to the working directory."""
        if not self.per_file:
            return False
        if any(one.frees(rule, pack) for one in self._at(file)):
            return True
        return self._severity(file, rule) is Severity.OFF

    def severity_of(self, file: str, rule: str) -> Severity | None:
        """The severity that `per-file` gives a rule in a file, the last word of several; None where it gives none."""
        found = self._severity(file, rule) if self.per_file else None
        return None if found is Severity.OFF else found

    def type_of(self, file: str) -> str:
        """What `documents` says a file is, the last word of several; empty where it says nothing."""
        return next((one.type for one in reversed(self.documents) if one.files.match(file)), "")

    def told(self, finding: Finding) -> Finding | None:
        """A finding as `per-file` has it; None where its file is free of the rule."""
        if not self.per_file:
            return finding
        if self.ignored(finding.file, finding.rule, finding.pack):
            return None
        severity = self.severity_of(finding.file, finding.rule)
        return finding if severity in (None, finding.severity) else replace(finding, severity=severity)

    def given(self, **values: Any) -> Config:
        """The configuration under what a command line gives, by the names of fields.

        `rules` and `extend_select` are added and `severity` is merged, for a name may be of a rule that only the
        configuration loads; all else takes the place of what is configured. Who selects names sees them: they are
        ignored no longer, and nothing is selected beside them.
        """
        origins = {name.replace("_", "-"): COMMAND_LINE for name in values}
        changed = dict(values)
        for key in ("include", "exclude"):
            if key in changed:
                changed[key] = Globs(tuple(changed[key]))
        if "rules" in changed:
            paths = tuple(changed["rules"])
            changed |= {"rules": (*self.rules, *paths), "pack_paths": (*self.pack_paths, *paths)}
        if "select" in changed:
            wanted = set(changed["select"])
            changed = {
                "ignore": tuple(name for name in self.ignore if name not in wanted),
                "extend_select": (),
            } | changed
        elif "extend_select" in changed:
            changed["extend_select"] = tuple(dict.fromkeys((*self.extend_select, *changed["extend_select"])))
        if "severity" in changed:
            origins |= {f"severity.{id_}": COMMAND_LINE for id_ in changed["severity"]}
            changed |= self._severities(changed["severity"])
        return replace(self, **changed, origins={**self.origins, **origins})

    def without(self, names: Collection[str]) -> Config:
        """The configuration without what it says by some names, those of rules that are not loaded."""
        kept: dict[str, Any] = {
            key: tuple(name for name in getattr(self, key) if name not in names)
            for key in ("select", "extend_select", "ignore")
        }
        return replace(self, **kept)

    def _severities(self, given: Mapping[str, str]) -> dict[str, Any]:
        """The fields that severities of the command line change; they hold in every file."""
        place = Place("--severity", 0, "")
        without = ({id_: level for id_, level in one.severity.items() if id_ not in given} for one in self.per_file)
        return {
            "severity": {**self.severity, **given},
            "per_file": tuple(replace(one, severity=left) for one, left in zip(self.per_file, without, strict=True)),
            "places": {**self.places, **{("severity", id_): place for id_ in given}},
            "names": (*self.names, *(Name(id_, place, only_rules=True) for id_ in given)),
        }

    def _severity(self, file: str, rule: str) -> Severity | None:
        return next((one.severity[rule] for one in reversed(self._at(file)) if rule in one.severity), None)

    @cached_property
    def _at(self) -> Callable[[str], tuple[PerFile, ...]]:
        return lru_cache(RECENT)(lambda file: tuple(one for one in self.per_file if one.files.match(file)))
