"""Findings shown: for people in a terminal, for other programs as JSON. A format is a file here and a name below."""

from __future__ import annotations

from lint.reports.report import Report, Summary

FORMATS = ("full", "concise", "json")

__all__ = ["FORMATS", "Report", "Summary", "report"]


def report(name: str, quiet: bool, color: str) -> Report:
    """The report of this name; only its own libraries are imported."""
    if name == "json":
        from lint.reports.json import Json

        return Json()
    if name == "full":
        from lint.reports.full import Full

        return Full(quiet, color)
    from lint.reports.concise import Concise

    return Concise(quiet)
