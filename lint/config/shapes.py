"""The shapes of a configuration and of a sidecar. Imported only for what no cache knows, for it needs pydantic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, Required

import pydantic
from pydantic import AfterValidator, Field
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
    """Which files are of which type.

    `files`: patterns as in .gitignore. `type`: what they are.
    """

    files: Required[Globs]
    type: Required[Kind]


class PerFile(TypedDict, total=False):
    """What holds for some files only.

    `files`: patterns as in .gitignore. `select`: of the rules that run, only these rules or packs. `ignore`: without
    these. `severity`: how grave a rule is in them, by its id; off frees them of it.
    """

    files: Required[Globs]
    select: Names
    ignore: Names
    severity: Severities


class Suppression(TypedDict, total=False):
    """Findings that do not count.

    `files`: in these, patterns as in .gitignore; left out, in every file. `rules`: of these rules or packs; left out,
    of all. `text`: words of the document that the finding is in; left out, anywhere. `reason`: why they may stay.
    `expires`: the last day on which it holds, such as 2027-12-31.
    """

    files: Globs
    rules: Names
    text: str
    reason: str
    expires: Date


AIMED = Field(json_schema_extra={"anyOf": [{"required": [key]} for key in ("files", "rules", "text")]})


def _aimed(entry: Any) -> Any:
    if "text" in entry and not entry["text"].strip():
        raise ValueError("'text' is empty; quote what the finding lies in, or leave the key out")
    if not (entry.get("files") or entry.get("rules") or entry.get("text")):
        raise ValueError("would suppress everything; say in which 'files', of which 'rules' or in which 'text'")
    return entry


class Sidecar(TypedDict):
    """A file of suppressions, for the documents of its folder and all below it.

    `suppress`: findings that may stay.
    """

    suppress: Required[list[Annotated[Suppression, AfterValidator(_aimed), AIMED]]]


Written = TypedDict(
    "Written",
    {
        "extends": FilePaths,
        "rules": FilePaths,
        "packs": Names,
        "builtin": bool,
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
        "suppress": list[Annotated[Suppression, AfterValidator(_aimed), AIMED]],
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
Written.__doc__ = """What holds in a folder and all below it. Paths and patterns start from the folder of this file.

`extends`: configurations to start from; what stands here comes before them. `rules`: packs of your own, files or
folders, beside the built-in ones. `packs`: those of installed distributions, by name. `builtin`: false is without the
built-in rules. `select`: only these rules or packs; left out, all that are not off. `extend-select`: rules or packs
beside `select`; a rule that is off must be named by its id. `ignore`: without these rules or packs. `severity`: how
grave a rule is, by its id; off is not at all. `options`: of a rule's check, by the rule's id, in place of those in its
pack. `include`: what below folders is a document, patterns as in .gitignore; left out, *.txt and *.md. `exclude`: what
is left out, beside what .gitignore leaves out. `force-exclude`: leave that out also where a file is named on the
command line, as pre-commit does. `documents`: what documents are, in place of plan-lint's own reading; of several
entries that match a file, the last counts. `per-file`: what holds for some files only; entries that match the same file
add up. `suppress`: findings that may stay. `require-reason`: whether an entry of `suppress` without a reason breaks the
run. `baseline`: a file of known findings, which do not count. `fail-on`: the least severity that makes the exit status
1; left out, warning. `output-format`: how findings are shown; left out, full, and github where GitHub runs it.
`unsafe-fixes`: whether --fix also makes repairs that a person should look at. `jobs`: processes; 0 is one for each
core. `cache-dir`: where results, rules and dictionaries are kept.
"""
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
