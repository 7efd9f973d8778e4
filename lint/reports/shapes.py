"""The JSON report's objects, for whoever writes them here and for the schema that says what they are.

Imported only for the schema and by type checkers, for it needs pydantic.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

import pydantic
from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict  # pydantic takes the standard library's from Python 3.12 on only

from lint.packs.meaning import NAME

Count = Annotated[int, Field(ge=0)]
Ordinal = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(ge=0)]
Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=f"^{NAME.pattern}$")]


class Place(TypedDict):
    """A place in a document, in characters (code points) of the decoded text.

    `offset` counts from 0, over the whole text. `line` counts from 1; lines end at a line feed only. `column` counts
    from 1.
    """

    offset: Count
    line: Ordinal
    column: Ordinal


class Edit(TypedDict):
    """Characters of a document, and what should stand there instead.

    `start` is the offset of the first character, from 0. `end` is the offset behind the last. `replacement` is the new
    text.
    """

    start: Count
    end: Count
    replacement: str


class Fix(TypedDict):
    """What would repair a finding.

    `safety` says whether it may be made unseen. `safe`: no meaning can change. `unsafe`: a person should look. `edits`
    are its changes, which do not overlap.
    """

    safety: Annotated[str, WithJsonSchema({"enum": ["safe", "unsafe"]})]
    edits: Annotated[list[Edit], Field(min_length=1)]


class Related(TypedDict):
    """Another place that explains a finding.

    `message` says what it is. `start` is its first character. `end` is behind its last.
    """

    message: Text
    start: Place
    end: Place


class Suppressed(TypedDict):
    """Why a finding does not count.

    `by` is what says so. `reason` is what people wrote there, empty where they did not.
    """

    by: Annotated[str, WithJsonSchema({"enum": ["config", "sidecar", "comment", "baseline"]})]
    reason: str


class Finding(TypedDict):
    """One rule's word on one place of one document; in `jsonl`, a line.

    `file` is the document as it was named, or from the working directory. `rule` is the id of the rule. `pack` is the
    pack that holds it. `severity` is how grave it is. `message` is what to tell people. `text` is what stands at the
    place. `start` is the place's first character. `end` is behind its last. `values` are the parts of the message, by
    the names that its rule gives them. `fix` is what would repair it, if anything does. `related` are other places that
    explain it. `fingerprint` stays the same where lines move. `suppressed` says why it does not count; null where it
    does.
    """

    file: Text
    rule: Id
    pack: Text
    severity: Annotated[str, WithJsonSchema({"enum": ["error", "warning", "info"]})]
    message: Text
    text: str
    start: Place
    end: Place
    values: dict[str, str]
    fix: Fix | None
    related: list[Related]
    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{8,}$")]
    suppressed: Suppressed | None


class Error(TypedDict):
    """What broke the run, so that the exit status is 2.

    `file` is the document that it is about. `rule` is the rule that crashed; null where it was none. `message` says
    what went wrong.
    """

    file: Text
    rule: Id | None
    message: Text


class Counts(TypedDict):
    """How much was looked at, and found.

    `files` are the documents that were read. `error` counts the errors. `warning` counts the warnings. `info` counts
    the rest. `suppressed` counts the findings that do not count.
    """

    files: Count
    error: Count
    warning: Count
    info: Count
    suppressed: Count


class Timing(TypedDict):
    """Where the time went, in seconds.

    `phases` are the parts of the run. `rules` are the rules.
    """

    phases: dict[str, Seconds]
    rules: dict[str, Seconds]


class Report(TypedDict):
    """The JSON report, version 1.

    `version` is the version of this format. `tool` is what wrote it. `tool_version` is the version of plan-lint.
    `findings` are in order of file, start and rule. `errors` are what broke the run. `summary` counts. `timing` is
    there with `--time`.
    """

    version: Literal[1]
    tool: Literal["plan-lint"]
    tool_version: Annotated[str, Field(pattern=r"^\d+\.\d+")]
    findings: list[Finding]
    errors: list[Error]
    summary: Counts
    timing: NotRequired[Timing]


SHAPES: tuple[Any, ...] = (Place, Edit, Fix, Related, Suppressed, Finding, Error, Counts, Timing, Report)
for shape in SHAPES:
    pydantic.with_config(pydantic.ConfigDict(extra="forbid"))(shape)
