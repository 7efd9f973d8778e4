"""Findings shown: to people in a terminal or a browser, to other programs as JSON, SARIF and what CI services read.

A format is a file here, a class of the same name in it, and a name below.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from lint.reports.report import Report
from lint.reports.summary import Summary

if TYPE_CHECKING:
    from lint.rules import RuleSet

FORMATS = ("full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "html")

__all__ = ["FORMATS", "Report", "Summary", "report"]


def report(
    name: str, quiet: bool, color: str, out: TextIO | None = None, rules: Callable[[], RuleSet] | None = None
) -> Report:
    """The report of this name; only its own libraries are imported.

    `out` is a text file (UTF-8, errors="backslashreplace", newline="\\n") or None for standard output as it is at each
    moment of writing. `rules` is called at most once, at `close`, and only by formats that tell what rules are for.
    """
    made: type[Report] = getattr(import_module(f"lint.reports.{name}"), name.capitalize())
    return made(quiet, color, out, rules)
