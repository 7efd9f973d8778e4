"""What SARIF tells of a rule: what it finds, why that matters, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lint.findings import Severity
from lint.reports.visible import visible

if TYPE_CHECKING:
    from lint.rules import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}
URGENCIES = {"error": "error", "warning": "warning", "note": "recommendation", "none": "recommendation"}


def descriptor(rule: Rule) -> dict[str, Any]:
    """A rule as a `reportingDescriptor`; GitHub shows `help.markdown` beside an alert and filters by tags."""
    level = LEVELS[rule.severity]
    return {
        "id": rule.id,
        "shortDescription": {"text": visible(rule.message)},
        "fullDescription": {"text": visible(rule.why)},
        "help": {"text": "\n".join(_text(rule)), "markdown": "\n".join(_markdown(rule))},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [rule.pack], "problem.severity": URGENCIES[level]},
    }


def _text(rule: Rule) -> Iterator[str]:
    yield visible(rule.why)
    for bad in rule.examples.bad:
        yield f"✗ {_flat(bad.text)}"
        if bad.fixed is not None:
            yield f"→ {_flat(bad.fixed)}"
    for good in rule.examples.good:
        yield f"✓ {_flat(good.text)}"


def _markdown(rule: Rule) -> Iterator[str]:
    yield visible(rule.why)
    yield "\n**Finds** what stands in ⟦ ⟧\n"
    for bad in rule.examples.bad:
        yield from _fenced(bad.text)
        if bad.fixed is not None:
            yield "\nwhich becomes\n"
            yield from _fenced(bad.fixed)
    yield "\n**Passes**\n"
    for good in rule.examples.good:
        yield from _fenced(good.text)


def _fenced(text: str) -> Iterator[str]:
    """A text between fences longer than any run of backticks in it, so that nothing of it is Markdown."""
    fence = "```"
    while fence in text:
        fence += "`"
    yield fence + "text"
    yield from map(visible, text.rstrip("\n").split("\n"))
    yield fence


def _flat(text: str) -> str:
    return visible(text.rstrip("\n"))
