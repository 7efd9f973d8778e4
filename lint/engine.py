"""The engine: rules looked for in one text. A page long, because everything it does is someone else's."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lint.checks import Hit
from lint.document import OF_LINES, Document
from lint.document.occurrences import Occurrences
from lint.findings import Finding, Fix, Related
from lint.globs import below
from lint.patience import OvertimeError, Patience
from lint.prefilter import Prefilter
from lint.rules import Rule, RuleSet
from lint.stopwatch import Stopwatch
from lint.text import Source
from lint.text.asides import foreign, without_asides

STOPS = 3  # texts on which a rule takes too long, before it is left out of all others
LEFT_OUT = f"it took too long on {STOPS} texts before, and is left out"


@dataclass(frozen=True)
class Crash:
    """A rule that failed on a document, or was `stopped`. Its findings are missing; all others are there."""

    file: str
    rule: str
    reason: str
    stopped: bool = False


class Engine:
    """A rule set made ready for many documents. With a `stopwatch` it tells where the time goes."""

    def __init__(self, ruleset: RuleSet, stopwatch: Stopwatch | None = None, patience: Patience | None = None) -> None:
        self._rules = [(rule, rule.check.anchors()) for rule in ruleset.rules]
        self._prefilter = Prefilter((p for rule in ruleset.rules for p in rule.check.scanned()), OF_LINES)
        self.stopwatch = stopwatch
        self._patience = patience or Patience()
        self._stops: Counter[str] = Counter()
        self._document: Callable[[Source, Occurrences], Document] = (
            stopwatch.watching(Document) if stopwatch else Document
        )

    def lint(self, source: Source) -> tuple[list[Finding], list[Crash]]:
        """Every finding of every rule that can fire, in their order, and the rules that crashed or took too long."""
        findings: list[Finding] = []
        crashes: list[Crash] = []
        own = without_asides(source)
        scan = self._prefilter.scan
        occurrences = self.stopwatch.phase("scan", scan, own.text) if self.stopwatch else scan(own.text)
        document = self._document(own, occurrences)
        patience = self._patience
        with patience.watching(len(source.text)):
            for rule, anchors in self._rules:
                if anchors is not None and occurrences.absent.issuperset(anchors):
                    continue
                if self._stops[rule.id] >= STOPS:
                    crashes.append(Crash(source.path, rule.id, LEFT_OUT, stopped=True))
                    continue
                try:
                    patience.begin()
                    findings += self._applied(rule, document)
                    patience.done()
                except OvertimeError as error:
                    self._stops[rule.id] += 1
                    crashes.append(Crash(source.path, rule.id, str(error), stopped=True))
                except Exception as error:  # one rule's crash must not hide the others' findings
                    patience.done()
                    crashes.append(Crash(source.path, rule.id, f"{type(error).__name__}: {error}"))
        return sorted(of_text(findings, source), key=lambda finding: finding.order), crashes

    def _applied(self, rule: Rule, document: Document) -> list[Finding]:
        if self.stopwatch is None:
            return list(apply(rule, document))
        found: list[Finding] = self.stopwatch.rule(rule.id, lambda: list(apply(rule, document)))
        return found


def of_text(findings: list[Finding], source: Source) -> Iterator[Finding]:
    """The findings in a document's own text; none begins or ends in code, and no repair touches it."""
    parts = foreign(source)
    for finding in findings:
        start, end = finding.start.offset, finding.end.offset
        if not parts.spans:
            yield finding
        elif start not in parts and max(start, end - 1) not in parts:
            edits = finding.fix.edits if finding.fix else ()
            yield replace(finding, fix=None) if any(parts.meet(edit.span) for edit in edits) else finding


def apply(rule: Rule, document: Document) -> Iterator[Finding]:
    """What one rule says of one document."""
    if rule.files and not below(os.getcwd(), rule.files).match(document.source.path):
        return
    if rule.documents and document.kind not in rule.documents:
        return
    seen = document.within(frozenset(rule.scope)) if rule.scope else document
    for hit in rule.check.run(seen):
        if seen.scoped(hit.span.start):
            yield _finding(rule, document, hit)


def _finding(rule: Rule, document: Document, hit: Hit) -> Finding:
    position = document.source.position
    text = document.slice(hit.span)
    return Finding(
        file=document.source.path,
        rule=rule.id,
        pack=rule.pack,
        severity=rule.severity,
        message=rule.message.format_map({"text": text, **hit.values}),
        text=text,
        start=position(hit.span.start),
        end=position(hit.span.end),
        values=hit.values,
        fix=Fix(rule.fix, hit.edits) if rule.fix and hit.edits else None,
        related=tuple(Related(word, position(span.start), position(span.end)) for word, span in hit.related),
    )
