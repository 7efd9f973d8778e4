"""One rule on one text, step by step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from lint.document import Document
from lint.engine import Crash, apply, of_text
from lint.explanation.occurring import Occurrence, can_occur, occurrences
from lint.explanation.varying import Variation, variations
from lint.findings import Finding, Severity
from lint.globs import below
from lint.patience import Patience
from lint.rules import Rule
from lint.text import Source
from lint.text.asides import without_asides

Made = TypeVar("Made")

PAIRS = 40  # variations of whole options that are tried two by two, where no single one makes the rule fire


@dataclass(frozen=True)
class Effect:
    """What a rule finds more, and what it finds no more, with one thing varied."""

    how: str
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


@dataclass(frozen=True)
class Explanation:
    """Why a rule finds what it finds. `right_kind` and `right_file` say whether the document is one that it is for.

    `possible` is false where nothing occurs that the check could begin with. `hidden` findings stand in what is no text
    of a Markdown document. `effects` are of single options, or of two together where no single one has any.
    """

    rule: Rule
    document: Document
    right_kind: bool
    right_file: bool
    possible: bool
    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    effects: tuple[Effect, ...]
    crash: Crash | None


def explained(rule: Rule, source: Source) -> Explanation:
    """Why a rule finds something in a text, or does not."""
    document = Document(without_asides(source))
    trial = _Trial(rule, document)
    possible, places = True, tuple[Occurrence, ...]()
    try:
        at_work = replace(rule, severity=Severity.WARNING) if rule.severity is Severity.OFF else rule
        possible, places = trial.timed(
            lambda: (can_occur(document, rule.check), tuple(occurrences(document, rule.check)))
        )
        found = list(of_text(trial.run(at_work), source))
        crash = None
    except Exception as error:
        found, crash = [], Crash(source.path, rule.id, f"{type(error).__name__}: {error}")
    told = {_place(finding) for finding in found}
    return Explanation(
        rule,
        document,
        not rule.documents or document.kind in rule.documents,
        not rule.files or below(os.getcwd(), rule.files).match(source.path),
        possible,
        places,
        tuple(found),
        tuple(finding for finding in trial.base if _place(finding) not in told),
        tuple(trial.effects()) if crash is None else (),
        crash,
    )


class _Trial:
    """A rule that is run again and again with something varied."""

    def __init__(self, rule: Rule, document: Document) -> None:
        # Without its own message, which may speak of what a variation no longer captures.
        self._rule = replace(rule, message="{text}")
        self._document = document
        self._patience = Patience()
        self.base = self._found(self._rule) or []
        self._known = {_place(finding): finding for finding in self.base}

    def effects(self) -> Iterator[Effect]:
        """What each variation changes; two at once only where the rule finds nothing whatever single one is varied."""
        single = [one for variation in variations(self._rule, self._document.text) if (one := self._effect(variation))]
        yield from single
        if self.base or any(effect.gained for effect in single):
            return
        for first in list(variations(self._rule))[:PAIRS]:
            for second in list(variations(first.rule))[:PAIRS]:
                if first.how < second.how:  # each two once
                    effect = self._effect(Variation(f"{first.how} and {second.how}", second.rule))
                    yield from (effect,) if effect else ()

    def _effect(self, variation: Variation) -> Effect | None:
        found = self._found(variation.rule)
        if found is None:
            return None
        places = {_place(finding) for finding in found}
        gained = tuple(finding for finding in found if _place(finding) not in self._known)
        lost = tuple(finding for place, finding in self._known.items() if place not in places)
        return Effect(variation.how, gained, lost) if gained or lost else None

    def run(self, rule: Rule) -> list[Finding]:
        """What a rule finds, in order. Raises whatever it raises, and OvertimeError."""
        return self.timed(lambda: sorted(apply(rule, self._document), key=lambda finding: finding.order))

    def timed(self, work: Callable[[], Made]) -> Made:
        """What some work makes. Raises OvertimeError where a rule would be stopped."""
        return self._patience.over(len(self._document.text), work)

    def _found(self, rule: Rule) -> list[Finding] | None:
        """What a variation finds; None for one that cannot be run, which nobody has written."""
        try:
            return self.run(rule)
        except Exception:
            return None


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start.offset, finding.end.offset
