"""JUnit XML, as CI servers read it: a test suite for each file, a failed test case for each error and each warning.

Infos are test cases that pass and say so in their output, since they fail no run either. A file without findings is
one test case that passes.
"""

from __future__ import annotations

from collections import Counter

from lint.findings import Finding, Severity
from lint.reports.places import path
from lint.reports.summary import Summary
from lint.reports.visible import visible
from lint.reports.waiting import Waiting
from lint.session import Result, Trouble

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Junit(Waiting):
    """The format `junit`."""

    _tests = 0
    _failures = 0
    _errors = 0

    def result(self, result: Result) -> None:
        """Keep a file's test suite."""
        grave = [trouble for trouble in result.troubles if trouble.grave]
        if result.source is None and not grave:
            return
        cases = [*(_case(result.file, f) for f in result.findings), *(_error(result.file, t) for t in grave)]
        cases = cases or [_open_case(result.file, "plan-lint") + "/>\n"]
        levels = Counter(finding.severity for finding in result.findings)
        failures = levels[Severity.ERROR] + levels[Severity.WARNING]
        counts = _counts(len(cases), failures, len(grave))
        name = escaped(path(result.file))
        self.keep_file(result.file, f'  <testsuite name="{name}" {counts}>\n{"".join(cases)}  </testsuite>\n')
        self._tests += len(cases)
        self._failures += failures
        self._errors += len(grave)

    def close(self, summary: Summary) -> None:
        """Write the whole report."""
        self.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self.write(f'<testsuites name="plan-lint" {_counts(self._tests, self._failures, self._errors)}>\n')
        for suite in self.kept():
            self.write(suite)
        self.write("</testsuites>\n")


def escaped(text: str) -> str:
    """A text as XML 1.0 can hold it, in elements and in attributes."""
    return visible(text).translate(ESCAPES)


def _counts(tests: int, failures: int, errors: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}"'


def _open_case(file: str, name: str) -> str:
    return f'    <testcase classname="{escaped(path(file))}" name="{escaped(name)}"'


def _case(file: str, finding: Finding) -> str:
    start = finding.start
    message = escaped(finding.message)
    told = f"{escaped(path(file))}:{start.line}:{start.column}: {message}"
    if finding.severity is Severity.INFO:
        inside = f"<system-out>{told}</system-out>"
    else:
        inside = f'<failure type="{finding.severity.value}" message="{message}">{told}</failure>'
    return _open_case(file, f"{finding.rule} {start.line}:{start.column}") + f">{inside}</testcase>\n"


def _error(file: str, trouble: Trouble) -> str:
    said = escaped(trouble.reason)
    return _open_case(file, trouble.rule or "plan-lint") + f'><error type="trouble" message="{said}"/></testcase>\n'
