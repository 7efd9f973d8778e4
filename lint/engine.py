"""The engine: rules looked for in one text. A page long, because everything it does is someone else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks import Hit
from lint.document import OF_LINES, Document
from lint.findings import Finding, Fix, Related
from lint.prefilter import Prefilter
from lint.rules import Rule, RuleSet
from lint.text import Source


@dataclass(frozen=True)
class Crash:
    """A rule that failed on a document. Its findings are missing; all others are there."""

    file: str
    rule: str
    reason: str


class Engine:
    """A rule set made ready for many documents."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._rules = [(rule, rule.check.anchors()) for rule in ruleset.rules]
        self._prefilter = Prefilter((p for rule in ruleset.rules for p in rule.check.scanned()), OF_LINES)

    def lint(self, source: Source) -> tuple[list[Finding], list[Crash]]:
        """Every finding of every rule that can fire, in their order, and the rules that crashed."""
        findings: list[Finding] = []
        crashes: list[Crash] = []
        occurrences = self._prefilter.scan(source.text)
        document = Document(source, occurrences)
        for rule, anchors in self._rules:
            if anchors is not None and occurrences.absent.issuperset(anchors):
                continue
            try:
                findings += apply(rule, document)
            except Exception as error:  # one rule's crash must not hide the others' findings
                crashes.append(Crash(source.path, rule.id, f"{type(error).__name__}: {error}"))
        return sorted(findings, key=lambda finding: finding.order), crashes


def apply(rule: Rule, document: Document) -> Iterator[Finding]:
    """What one rule says of one document."""
    if rule.documents and document.kind not in rule.documents:
        return
    for hit in rule.check.run(document.within(frozenset(rule.scope)) if rule.scope else document):
        if _in_scope(rule, document, hit):
            yield _finding(rule, document, hit)


def _in_scope(rule: Rule, document: Document, hit: Hit) -> bool:
    if not rule.scope:
        return True
    start = hit.span.start
    return document.zone(start) in rule.scope or ("heading" in rule.scope and document.is_heading(start))


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
