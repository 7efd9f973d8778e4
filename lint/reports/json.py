"""The JSON report, version 1: what other programs rely on."""

from __future__ import annotations

import json
import sys
from typing import Any

from lint import __version__
from lint.findings import Finding, Severity
from lint.fingerprints import fingerprints
from lint.reports.report import Report, Summary
from lint.session import Result
from lint.text import Position


class Json(Report):
    """The format `json`: one object, written at the end, in UTF-8 whatever the terminal's encoding."""

    def __init__(self) -> None:
        self._findings: list[tuple[str, int, str, bytes]] = []  # file, offset and rule, by which they are sorted; JSON

    def result(self, result: Result) -> None:
        """Keep a file's findings as they will be written, which takes far less memory; its text is let go."""
        if result.source is None:
            return
        names = fingerprints(result.findings, result.source)
        for finding, name in zip(result.findings, names, strict=True):
            said = _encoded(_dumped(told(finding, name)).replace("\n", "\n  "))
            self._findings.append((finding.file, finding.start.offset, finding.rule, said))

    def close(self, summary: Summary) -> None:
        """Write the whole report."""
        counts = {s.value: summary.found[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
        report: dict[str, Any] = {
            "version": 1,
            "tool": "plan-lint",
            "tool_version": __version__,
            "findings": [],
            "errors": [{"file": t.file, "rule": t.rule, "message": t.reason} for t in summary.troubles if t.grave],
            "summary": {"files": summary.files, **counts, "suppressed": 0},
        }
        if summary.watch is not None:
            report["timing"] = {"phases": dict(summary.watch.phases), "rules": dict(summary.watch.rules)}
        before, empty, behind = _dumped(report).partition(NONE)
        sys.stdout.flush()
        write = sys.stdout.buffer.write
        write(_encoded(before + empty[:-1]))
        self._findings.sort(key=lambda kept: kept[:3])
        for index, (*_, said) in enumerate(self._findings):
            write(b",\n  " if index else b"\n  ")
            write(said)
        write(_encoded(("\n ]" if self._findings else "]") + behind + "\n"))


NONE = '"findings": []'


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def told(finding: Finding, fingerprint: str) -> dict[str, Any]:
    """One finding as DESIGN fixes it; offsets count characters, ends are exclusive."""
    fix = finding.fix and {
        "safety": finding.fix.safety,
        "edits": [{"start": e.span.start, "end": e.span.end, "replacement": e.replacement} for e in finding.fix.edits],
    }
    return {
        "file": finding.file,
        "rule": finding.rule,
        "pack": finding.pack,
        "severity": finding.severity.value,
        "message": finding.message,
        "text": finding.text,
        "start": _place(finding.start),
        "end": _place(finding.end),
        "values": dict(finding.values),
        "fix": fix,
        "related": [{"message": r.message, "start": _place(r.start), "end": _place(r.end)} for r in finding.related],
        "fingerprint": fingerprint,
        "suppressed": None,
    }


def _place(position: Position) -> dict[str, int]:
    return position._asdict()
