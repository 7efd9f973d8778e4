"""The shapes of a configuration and of a sidecar. Imported only for what no cache knows, for it needs pydantic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, Required

import pydantic
from pydantic import AfterValidator
from typing_extensions import TypedDict  # pydantic takes the standard library's from Python 3.12 on only

from lint.config.values import (
    Count,
    Date,
    FilePath,
    FilePaths,
    Format,
    Globs,
    Names,
    Options,
    Severities,
)
from lint.document.kinds import Kind
from lint.trees import Place
from lint.trees.shapes import Path, Shape


class Documents(TypedDict):
    """Which files are of which type."""

    files: Required[Globs]
    type: Required[Kind]


class PerFile(TypedDict, total=False):
    """What holds for some files only."""

    files: Required[Globs]
    select: Names
    ignore: Names
    severity: Severities


class Suppression(TypedDict, total=False):
    """Findings that do not count."""

    files: Globs
    rules: Names
    text: str
    reason: str
    expires: Date


def _aimed(entry: Any) -> Any:
    if "text" in entry and not entry["text"].strip():
        raise ValueError("'text' is empty; quote what the finding lies in, or leave the key out")
    if not (entry.get("files") or entry.get("rules") or entry.get("text")):
        raise ValueError("would suppress everything; say in which 'files', of which 'rules' or in which 'text'")
    return entry


class Sidecar(TypedDict):
    """A file of suppressions."""

    suppress: Required[list[Annotated[Suppression, AfterValidator(_aimed)]]]


Written = TypedDict(
    "Written",
    {
        "extends": FilePaths,
        "rules": FilePaths,
        "packs": Names,
        "select": Names,
        "extend-select": Names,
        "ignore": Names,
        "severity": Severities,
        "options": Options,
        "include": Globs,
        "exclude": Globs,
        "force-exclude": bool,
        "documents": list[Documents],
        "per-file": list[PerFile],
        "suppress": list[Annotated[Suppression, AfterValidator(_aimed)]],
        "require-reason": bool,
        "baseline": FilePath,
        "fail-on": Literal["error", "warning", "info", "never"],
        "output-format": Format,
        "unsafe-fixes": bool,
        "jobs": Count,
        "cache-dir": FilePath,
    },
    total=False,
)
for shape in (Documents, PerFile, Suppression, Written, Sidecar):
    pydantic.with_config(pydantic.ConfigDict(extra="forbid", strict=True))(shape)

_PARTS = {"documents": Documents, "per-file": PerFile, "suppress": Suppression}
_WRITTEN: Any = pydantic.TypeAdapter(Written)
_SIDECAR: Any = pydantic.TypeAdapter(Sidecar)


def written(place: Callable[[Path], Place]) -> Shape:
    """The shape of a configuration whose keys stand at these places."""
    return Shape(_WRITTEN, place, lambda path: _keys(_PARTS[path[0]] if path else Written))


def sidecar(place: Callable[[Path], Place]) -> Shape:
    """The shape of a sidecar whose keys stand at these places."""
    return Shape(_SIDECAR, place, lambda path: _keys(Suppression if path else Sidecar))


def _keys(shape: Any) -> list[str]:
    return list(shape.__annotations__)
