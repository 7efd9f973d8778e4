"""Rules tried on their own examples: what a bad one must find, what a good one must pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from lint.document import Document
from lint.document.occurrences import Occurrences
from lint.engine import apply
from lint.findings import Finding, edited
from lint.patience import Patience
from lint.patterns import compiled
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
    trial = Trial()
    examples: tuple[Good | Bad, ...] = (*rule.examples.good, *rule.examples.bad)
    for example in examples:
        yield from _todo(rule, example, trial.outcome(rule, example))


def _todo(rule: Rule, example: Good | Bad, outcome: Outcome | None) -> Iterator[Outcome]:
    if not example.todo:
        if outcome:
            yield outcome
    elif outcome is None:
        yield Outcome(rule.id, "passes", example.text, "the known gap is closed; take 'todo' away")


class Trial:
    """Tries rules on examples. Each text is read once, however many variants of a rule are tried on it.

    It pays to say which patterns many variants will have, so that they are not looked for where they are not.
    """

    def __init__(self, patterns: Collection[str] = ()) -> None:
        self._patterns = patterns
        self._documents: dict[str, Document] = {}

    def outcome(self, rule: Rule, example: Good | Bad) -> Outcome | None:
        """How an example fails, known gap or not; None where it turns out as it says."""
        free = replace(rule, documents=(), files=())
        return self._noisy(free, example) if isinstance(example, Good) else self._tried(free, example)

    def _noisy(self, rule: Rule, good: Good) -> Outcome | None:
        found = self._findings(rule, good.text)
        if isinstance(found, Outcome):
            return found
        return Outcome(rule.id, "noisy", good.text, f"found {_told(found)}") if found else None

    def _tried(self, rule: Rule, bad: Bad) -> Outcome | None:
        text, spans = unmarked(bad.text)
        found = self._findings(rule, text)
        if isinstance(found, Outcome):
            return found
        if not found:
            return Outcome(rule.id, "missing", bad.text, "nothing found")
        if sorted((f.start.offset, f.end.offset) for f in found) != sorted(spans):
            return Outcome(rule.id, "misplaced", bad.text, f"found {_told(found)}")
        return self._wrong_fix(rule, bad, text, found)

    def _wrong_fix(self, rule: Rule, bad: Bad, text: str, found: list[Finding]) -> Outcome | None:
        """A repair, written down or not, takes every finding away that it belongs to and leaves nothing to repair."""
        fixed = _repaired(text, found)
        if bad.fixed is not None and fixed != bad.fixed:
            return Outcome(rule.id, "wrong fix", bad.text, f"gives {fixed!r}")
        left = self._findings(rule, fixed) if fixed != text else found
        if isinstance(left, Outcome):
            return left
        if len(left) > sum(finding.fix is None for finding in found):
            return Outcome(rule.id, "wrong fix", bad.text, "the rule still reports the repaired text")
        if _repaired(fixed, left) != fixed:
            return Outcome(rule.id, "wrong fix", bad.text, "a second repair changes the text again")
        return None

    def _findings(self, rule: Rule, text: str) -> list[Finding] | Outcome:
        try:
            return PATIENCE.over(len(text), lambda: list(apply(rule, self._document(text))))
        except Exception as error:  # a crash is an outcome like another, told with its example
            return Outcome(rule.id, "crash", text, f"{type(error).__name__}: {error}")

    def _document(self, text: str) -> Document:
        if text not in self._documents:
            absent = frozenset(pattern for pattern in self._patterns if not compiled(pattern).search(text))
            self._documents[text] = Document(Source("example", text), Occurrences(absent, {}))
        return self._documents[text]


def _repaired(text: str, found: list[Finding]) -> str:
    return edited(text, (edit for finding in found if finding.fix for edit in finding.fix.edits))


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
