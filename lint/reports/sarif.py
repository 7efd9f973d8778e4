"""SARIF 2.1.0 (OASIS): for code scanning at GitHub, for editors, for everything that gathers findings of many tools.

Columns and offsets count code points, ends are exclusive, as in plan-lint itself. Lines of SARIF may end at `\\r\\n`
and `\\n` by default, which is where plan-lint's end.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from lint import __version__
from lint.findings import Edit, Finding, Related, Suppression
from lint.reports.descriptors import LEVELS, descriptor
from lint.reports.entries import Entry, entries
from lint.reports.places import here, uri
from lint.reports.summary import Summary
from lint.reports.visible import SURROGATES, visible
from lint.reports.waiting import Waiting, dumped
from lint.session import Result, Trouble
from lint.text import Position, Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"  # stands for the working directory
SNIPPET = 400  # characters of the text found


class Sarif(Waiting):
    """The format `sarif`: one run, with every rule that ran, the troubles, and the findings that do not count."""

    @cached_property
    def _indices(self) -> dict[str, int]:
        return {}  # where a rule stands among the rules of the report

    def result(self, result: Result) -> None:
        """Keep a file's results as they will be written."""
        for entry in entries(result):
            index = self._indices.setdefault(entry.finding.rule, len(self._indices))
            self.keep(entry.finding, dumped(_result(entry, index)))

    def close(self, summary: Summary) -> None:
        """Write the whole report."""
        driver = {"name": "plan-lint", "version": __version__, "language": "zh-CN", "rules": self._descriptors()}
        run = {
            "tool": {"driver": driver},
            "invocations": [
                {
                    "executionSuccessful": not summary.broken,
                    "toolExecutionNotifications": [_notification(trouble) for trouble in summary.troubles],
                }
            ],
            "originalUriBaseIds": {BASE: {"uri": here()}},
            "columnKind": "unicodeCodePoints",
            "language": "zh-CN",
        }
        head = dumped({"$schema": SCHEMA, "version": "2.1.0"})
        self.write(head[:-1] + ',"runs":[\n' + dumped(run)[:-1] + ',"results":[')
        self.write_items(" ")
        self.write("]}]}\n")

    def _descriptors(self) -> list[dict[str, Any]]:
        """What is said of each rule: first those that found something, as results count them, then the others."""
        known = {rule.id: rule for rule in self._rules().rules} if self._rules else {}
        ids = [*self._indices, *(id_ for id_ in known if id_ not in self._indices)]
        return [descriptor(known[id_]) if id_ in known else {"id": id_} for id_ in ids]


def _result(entry: Entry, index: int) -> dict[str, Any]:
    finding, source = entry.finding, entry.source
    place = _physical(finding.file, finding.start, finding.end)
    place["region"] |= _snippet(finding.text)
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": visible(finding.message)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"planLint/v1": entry.fingerprint},
        "suppressions": [_suppression(entry.suppression)] if entry.suppression else [],
        "properties": {"pack": finding.pack},
    }
    if finding.related:
        result["relatedLocations"] = [_related(finding.file, r, number) for number, r in enumerate(finding.related)]
    if finding.fix:
        result["fixes"] = [_fix(finding, source)]
    return result


def _related(file: str, related: Related, number: int) -> dict[str, Any]:
    message = {"text": visible(related.message)}
    return {"id": number, "message": message, "physicalLocation": _physical(file, related.start, related.end)}


def _physical(file: str, start: Position, end: Position) -> dict[str, Any]:
    return {"artifactLocation": _artifact(file), "region": _region(start, end)}


def _artifact(file: str) -> dict[str, str]:
    said, is_relative = uri(file)
    return {"uri": said, "uriBaseId": BASE} if is_relative else {"uri": said}


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _snippet(text: str) -> dict[str, Any]:
    """What was found, unless it is longer than anybody reads."""
    return {"snippet": _content(text)} if len(text) <= SNIPPET else {}


def _content(text: str) -> dict[str, str]:
    return {"text": SURROGATES.sub("\ufffd", text)}


def _fix(finding: Finding, source: Source) -> dict[str, Any]:
    assert finding.fix is not None
    replacements = [_replacement(edit, source) for edit in finding.fix.edits]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    said = "safe: no meaning can change" if finding.fix.safety == "safe" else "unsafe: look before you accept it"
    return {
        "description": {"text": said},
        "artifactChanges": [change],
        "properties": {"safety": finding.fix.safety},
    }


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    region = _region(source.position(edit.span.start), source.position(edit.span.end))
    inserted = {"insertedContent": _content(edit.replacement)} if edit.replacement else {}
    return {"deletedRegion": region, **inserted}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    kind = "inSource" if suppression.by == "comment" else "external"
    justification = {"justification": visible(suppression.reason)} if suppression.reason else {}
    return {"kind": kind, "status": "accepted", **justification, "properties": {"by": suppression.by}}


def _notification(trouble: Trouble) -> dict[str, Any]:
    rule = {"associatedRule": {"id": trouble.rule}} if trouble.rule else {}
    return {
        "level": "error" if trouble.grave else "note",
        "message": {"text": visible(trouble.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(trouble.file)}}],
        **rule,
    }
