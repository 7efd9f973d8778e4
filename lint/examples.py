"""Rules tried on their own examples: what a bad one must find, what a good one must pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.document import Document
from lint.engine import apply
from lint.findings import Finding, edited
from lint.patience import Patience
from lint.rules import Bad, Good, Rule
from lint.text import Source, Span

OPEN, CLOSE = "⟦", "⟧"
PATIENCE = Patience()


@dataclass(frozen=True)
class Outcome:
    """One example that did not turn out as it says.

    `fault` is missing (a bad text passed), noisy (a good text was reported), misplaced, wrong fix, passes (a `todo`
    that is no gap any more) or crash; `detail` says what was found instead.
    """

    rule: str
    fault: str
    text: str
    detail: str


def count(rule: Rule) -> int:
    """How many examples a rule has."""
    return len(rule.examples.good) + len(rule.examples.bad)


def try_rule(rule: Rule) -> Iterator[Outcome]:
    """Every example of a rule that fails. An example is a whole document of whatever kind the rule is for."""
    free = replace(rule, documents=(), files=())
    for good in rule.examples.good:
        yield from _todo(rule, good, _noisy(free, good))
    for bad in rule.examples.bad:
        yield from _todo(rule, bad, _tried(free, bad))


def _todo(rule: Rule, example: Good | Bad, outcome: Outcome | None) -> Iterator[Outcome]:
    if not example.todo:
        if outcome:
            yield outcome
    elif outcome is None:
        yield Outcome(rule.id, "passes", example.text, "the known gap is closed; take 'todo' away")


def _noisy(rule: Rule, good: Good) -> Outcome | None:
    found = _findings(rule, good.text)
    if isinstance(found, Outcome):
        return found
    return Outcome(rule.id, "noisy", good.text, f"found {_told(found)}") if found else None


def _tried(rule: Rule, bad: Bad) -> Outcome | None:
    text, spans = unmarked(bad.text)
    found = _findings(rule, text)
    if isinstance(found, Outcome):
        return found
    if not found:
        return Outcome(rule.id, "missing", bad.text, "nothing found")
    if sorted((f.start.offset, f.end.offset) for f in found) != sorted(spans):
        return Outcome(rule.id, "misplaced", bad.text, f"found {_told(found)}")
    return _wrong_fix(rule, bad, text, found)


def _wrong_fix(rule: Rule, bad: Bad, text: str, found: list[Finding]) -> Outcome | None:
    """A repair, written down or not, takes every finding away that it belongs to and leaves nothing to repair."""
    fixed = _repaired(text, found)
    if bad.fixed is not None and fixed != bad.fixed:
        return Outcome(rule.id, "wrong fix", bad.text, f"gives {fixed!r}")
    left = _findings(rule, fixed)
    if isinstance(left, Outcome):
        return left
    if len(left) > sum(finding.fix is None for finding in found):
        return Outcome(rule.id, "wrong fix", bad.text, "the rule still reports the repaired text")
    if _repaired(fixed, left) != fixed:
        return Outcome(rule.id, "wrong fix", bad.text, "a second repair changes the text again")
    return None


def _repaired(text: str, found: list[Finding]) -> str:
    return edited(text, (edit for finding in found if finding.fix for edit in finding.fix.edits))


def _findings(rule: Rule, text: str) -> list[Finding] | Outcome:
    try:
        with PATIENCE.watching(len(text)):
            PATIENCE.begin()
            return list(apply(rule, Document(Source("example", text))))
    except Exception as error:  # a crash is an outcome like another, told with its example
        return Outcome(rule.id, "crash", text, f"{type(error).__name__}: {error}")


def _told(found: list[Finding]) -> str:
    return ", ".join(f"{finding.text!r} at {finding.start.line}:{finding.start.column}" for finding in found)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """A bad example's text without its marks, and the spans they marked."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = begun = 0
    for character in text:
        if character == OPEN:
            begun = length
        elif character == CLOSE:
            spans.append(Span(begun, length))
        else:
            pieces.append(character)
            length += 1
    return "".join(pieces), spans
