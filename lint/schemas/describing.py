"""Descriptions of keys: the sentences of a docstring that name them in backticks.

A docstring that explains a kind of check to its reader so explains it in editors too, and nothing is said twice.
"""

from __future__ import annotations

import re
from typing import Any

CLAUSE = re.compile(r"(?<=[.;])\s+(?=[`A-Z])")  # behind a sentence, or the part of one that a key follows
DEFINED = "`[^`]+`: "
ELSE = re.compile(r"`[^`]+`:|Values?: ")  # defines another key, or lists what messages may speak of
ENDS = ".;, "


def describe(schema: dict[str, Any]) -> None:
    """Put words to each key of a schema whose description is a whole docstring; of that its first paragraph is left."""
    text: str = schema.get("description", "")
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    clauses = [clause for one in paragraphs for clause in CLAUSE.split(one)]
    if text:
        schema["description"] = paragraphs[0]
    for key, inner in schema.get("properties", {}).items():
        given = inner.pop("description", "")  # of the class that the key's value is
        values = [_beginning(clauses, f"(?:{key}: )?{re.escape(str(value))}") for value in inner.get("enum", ())]
        if any(values):
            inner["enumDescriptions"] = [_joined(found, DEFINED) for found in values]
        own = paragraphs[:1] if "const" in inner else _about(key, clauses)
        said = _joined(own, f"`{key}`: ") or _joined([clause for found in values for clause in found]) or given
        if said:
            inner["description"] = said


def _about(key: str, clauses: list[str]) -> list[str]:
    """The clauses that are about a key, else all that hold it."""
    return naming(key, clauses) or _holding(key, clauses)


def naming(key: str, clauses: list[str]) -> list[str]:
    """The clauses that begin with a key; else those that hold it, without those that are about something else."""
    holding = _holding(key, clauses)
    return _beginning(clauses, f"{re.escape(key)}(?:: [^`]+)?") or [one for one in holding if not ELSE.match(one)]


def _holding(key: str, clauses: list[str]) -> list[str]:
    return [clause for clause in clauses if re.search(f"`{re.escape(key)}(?:: [^`]+)?`", clause)]


def _beginning(clauses: list[str], named: str) -> list[str]:
    return [clause for clause in clauses if re.match(f"`{named}`", clause)]


def _joined(clauses: list[str], without: str = "^$") -> str:
    """Clauses as sentences, without the name that some begin with, where it is known whom they are about."""
    sentences = (re.sub(f"^{without}", "", clause).rstrip(ENDS) + "." for clause in clauses)
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)
