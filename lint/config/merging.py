"""What several files say, merged: the nearest wins, maps are merged by key, lists of maps and `extend-…` add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lint.config import origins
from lint.config.config import Config
from lint.config.faults import ConfigError
from lint.config.packed import pack_paths
from lint.config.per_file import PerFile, Typed
from lint.config.reading import Written, suppressions
from lint.findings import Severity
from lint.globs import Globs

PLAIN = (
    "packs",
    "builtin",
    "select",
    "ignore",
    "force-exclude",
    "require-reason",
    "fail-on",
    "output-format",
    "unsafe-fixes",
    "jobs",
)
GLOBS = ("include", "exclude")
PATHS = ("baseline", "cache-dir")


def merged(file: Path, chain: list[Written]) -> Config:
    """The configuration of a file, which is the last of a chain. Raises ConfigError with every fault."""
    nearest = {key: said for said in chain for key in said.values}
    faults: list[str] = []
    values = {**_values(nearest), **pack_paths(nearest.get("rules"), nearest.get("packs"), faults)}
    places = origins.places(chain)
    config = Config(
        file=file,
        files=tuple(said.file for said in chain),
        extend_select=tuple(dict.fromkeys(name for said in chain for name in said.values.get("extend-select", ()))),
        severity=_severity(chain),
        options=_options(chain),
        documents=tuple(_documents(chain)),
        per_file=tuple(_per_file(chain)),
        suppress=tuple(_suppress(chain, values.get("require_reason", False), faults)),
        origins=origins.of_keys(chain, nearest, places),
        names=tuple(origins.names(chain, nearest, places)),
        places=places,
        **values,
    )
    if faults:
        raise ConfigError(faults)
    return config


def _values(nearest: Mapping[str, Written]) -> dict[str, Any]:
    """What the nearest file says alone, by the names of fields."""
    values: dict[str, Any] = {}
    for key, said in nearest.items():
        value = said.values[key]
        if key in GLOBS:
            values[key] = Globs(tuple(value), said.base)
        elif key in PATHS:
            values[key] = said.below(value)
        elif key in PLAIN:
            values[key] = tuple(value) if isinstance(value, list) else value
    return {key.replace("-", "_"): value for key, value in values.items()}


def _severity(chain: list[Written]) -> dict[str, str]:
    return {id_: level for said in chain for id_, level in said.values.get("severity", {}).items()}


def _options(chain: list[Written]) -> dict[str, dict[str, Any]]:
    options: dict[str, dict[str, Any]] = {}
    for said in chain:
        for id_, given in said.values.get("options", {}).items():
            options[id_] = {**options.get(id_, {}), **given}
    return options


def _documents(chain: list[Written]) -> Iterator[Typed]:
    for said in chain:
        for one in said.values.get("documents", ()):
            yield Typed(Globs(tuple(one["files"]), said.base), one["type"])


def _per_file(chain: list[Written]) -> Iterator[PerFile]:
    for said in chain:
        for one in said.values.get("per-file", ()):
            severity = {id_: Severity(level) for id_, level in one.get("severity", {}).items()}
            files = Globs(tuple(one["files"]), said.base)
            yield PerFile(files, tuple(one.get("select", ())), tuple(one.get("ignore", ())), severity)


def _suppress(chain: list[Written], require_reason: bool, faults: list[str]) -> Iterator[Any]:
    for said in chain:
        try:
            yield from suppressions(said, require_reason)
        except ConfigError as error:
            faults += error.faults
