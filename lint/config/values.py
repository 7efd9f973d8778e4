"""The values a configuration may hold, each with the sentence for what it may not. Needs pydantic."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

import pathspec
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

FORMATS = ("full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "html")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
TEXT = {"type": "string", "pattern": r"\S"}  # as JSON Schema says that a text is not blank
RULE = {"title": "rule or pack", **TEXT}  # by its title, editors are given the names there are
DAY = {"type": "string", "format": "date", "pattern": f"^{DATE.pattern}$", "examples": ["2027-12-31"]}
GLOB = {**TEXT, "examples": ["drafts/*.txt"]}


def _listed(value: Any) -> Any:
    """A text where a list of texts is expected is a list of one."""
    return [value] if isinstance(value, str) else value


def _path(text: str) -> str:
    try:
        if text.strip() and b"\0" not in os.fsencode(text):
            return text
    except UnicodeEncodeError:
        pass
    raise ValueError(f"{text!r:.60} is no path; write the name of a file or folder")


def _glob(text: str) -> str:
    try:
        patterns = pathspec.GitIgnoreSpec.from_lines([text], backend="simple").patterns
    except ValueError as error:
        raise ValueError(f"{text!r:.60} is no pattern as in .gitignore") from error
    if not any(pattern.include is not None for pattern in patterns):  # blank, or behind a '#'
        raise ValueError(f"{text!r:.60} matches nothing; write a pattern as in .gitignore, such as 'drafts/*.txt'")
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write the id of a rule or the name of a pack")
    return text


def _format(text: str) -> str:
    from lint.trees import nearest

    if text not in FORMATS:
        raise ValueError(f"'{text}' is not allowed; {nearest(text, list(FORMATS))}")
    return text


def _date(value: Any) -> str:
    """A date as YAML and TOML have it, or as text, is kept as text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str) or not DATE.fullmatch(value):
        given = "nothing" if value is None else f"{value!r:.60}" if isinstance(value, str | list | dict) else str(value)
        raise ValueError(f"must be a date such as 2027-01-31, not {given}")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise ValueError(f"'{value}' is no date: {error}") from error


def _plain(options: dict[str, Any]) -> dict[str, Any]:
    """Options are tried with their rule; here it counts that they are texts, numbers, lists and maps."""
    stack = list(options.values())
    while stack:
        one = stack.pop()
        if isinstance(one, date):
            raise ValueError(f"holds {one}, which is a date; write it in quotes")
        stack += one if isinstance(one, list) else one.values() if isinstance(one, dict) else ()
    return options


def _one_or_more(item: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


Names = Annotated[list[Annotated[str, AfterValidator(_name)]], BeforeValidator(_listed), _one_or_more(RULE)]
Globs = Annotated[list[Annotated[str, AfterValidator(_glob)]], BeforeValidator(_listed), _one_or_more(GLOB)]
FilePath = Annotated[str, AfterValidator(_path), WithJsonSchema(TEXT)]
FilePaths = Annotated[list[FilePath], BeforeValidator(_listed), _one_or_more(TEXT)]
Format = Annotated[str, AfterValidator(_format), WithJsonSchema({"enum": list(FORMATS)})]
Date = Annotated[str, BeforeValidator(_date), WithJsonSchema(DAY)]
Severity = Literal["off", "info", "warning", "error"]
Severities = dict[str, Severity]
Options = dict[str, Annotated[dict[str, Any], AfterValidator(_plain)]]
Count = Annotated[int, Field(ge=0)]
