"""Why a rule finds something in a text or does not, as steps for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.explanation import Effect, Explanation, Occurrence
from lint.findings import Finding, Severity
from lint.reports.full import block
from lint.reports.outline import evidence
from lint.reports.printing import Printing, Segments
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.text import Span

PLACES = 6  # of one pattern, or of one effect, that are told one by one
LONGEST = 80  # characters of a pattern that are shown
ABSENT = 8  # patterns of one option that do not occur and are told one by one


class Steps(Printing):
    """The document, what occurs in it, what each option does, and what comes of it."""

    def show(self, explained: Explanation) -> None:
        """All steps, one after the other."""
        for title, rows in (
            ("The document", _document(explained)),
            ("What occurs", _occurring(explained)),
            ("What the options do", _effects(explained)),
        ):
            self.print([(title, "bold")])
            for row in rows:
                self.print([("  ", ""), *row])
        self.print([("What is found", "bold")])
        for finding in explained.findings:
            self.print([("\n", ""), *_stripped(block(finding, explained.document.source))])
        if not explained.findings:
            self.print([(f"  nothing: {_reason(explained)}", "")])


def _document(explained: Explanation) -> Iterator[Segments]:
    """What it is, and whether the rule is for such."""
    document, rule = explained.document, explained.rule
    told = f"{visible(document.source.path)}: {document.kind}, {visible(evidence(document))}"
    yield [(told, "")]
    for name, wanted, right in (
        ("documents", rule.documents, explained.right_kind),
        ("files", rule.files, explained.right_file),
    ):
        if wanted:
            yield [(f"the rule is for {name} {', '.join(map(visible, wanted))}: ", ""), _yes(right)]
    if rule.scope:
        yield [(f"the rule is for places in {', '.join(rule.scope)}", "")]
    if rule.severity is Severity.OFF:
        yield [("the rule is off, and runs only where it is selected by its id", "yellow")]


def _occurring(explained: Explanation) -> Iterator[Segments]:
    """Each pattern with its places; of many that do not occur only how many there are."""
    absent: dict[str, list[Occurrence]] = {}
    for one in explained.occurrences:
        if one.places:
            count = counted(len(one.places), "place")
            places = f"  {count}: {_places(explained, one.places)}"
            yield [(f"{one.key}: ", "bold"), (_short(one.said), ""), (places, "")]
        else:
            absent.setdefault(one.key, []).append(one)
    for key, missing in absent.items():
        if len(missing) <= ABSENT:
            yield from ([(f"{key}: ", "bold"), (_short(one.said), ""), ("  nowhere", "dim")] for one in missing)
        else:
            yield [(f"{key}: ", "bold"), (f"{len(missing)} others occur nowhere", "dim")]
    if not explained.possible:
        yield [("nothing that the check could begin with occurs", "red")]
    elif not explained.occurrences:
        yield [(f"kind '{explained.rule.check.kind}' looks for no words or patterns of the rule's own", "dim")]


def _effects(explained: Explanation) -> Iterator[Segments]:
    """What would be found, and what would not, with one thing otherwise."""
    for finding in explained.hidden:
        place = _place(explained, finding)
        yield [(f"{place} stands in code, a link or a comment of Markdown, and is left alone", "red")]
    for effect in explained.effects:
        yield from _effect(explained, effect)
    if not (explained.effects or explained.hidden or explained.crash):
        yield [("no option, varied by itself or with another, makes a difference here", "dim")]


def _effect(explained: Explanation, effect: Effect) -> Iterator[Segments]:
    for found, word, style in ((effect.gained, "would be found", "green"), (effect.lost, "would not be found", "red")):
        if found:
            places = _listed([_place(explained, finding) for finding in found])
            yield [(f"{visible(effect.how)} ", "bold"), (f"{word}: ", style), (places, "")]


def _reason(explained: Explanation) -> str:
    """The first thing that stands in the way, as far as it can be told."""
    rule = explained.rule
    if explained.crash:
        return "the rule crashed"
    freeing = [effect.how for effect in explained.effects if effect.gained]
    remedy = f"; it would be found {visible(freeing[0])}" if freeing else ""
    if not explained.right_file:
        return f"the file is none of those in 'files'{remedy}"
    if not explained.right_kind:
        return f"the rule is for {', '.join(rule.documents)}, and this is told to be: {explained.document.kind}{remedy}"
    if not explained.possible:
        return "no word or pattern that the check begins with occurs"
    if explained.hidden:
        return "what is found stands in code, a link or a comment of Markdown"
    return remedy.removeprefix("; ") or f"kind '{rule.check.kind}' is content with this text"


def _yes(right: bool) -> tuple[str, str]:
    return ("yes", "green") if right else ("no", "red")


def _place(explained: Explanation, finding: Finding) -> str:
    """`4:5 “若干” (body)`"""
    text = f" “{visible(finding.text[:LONGEST])}”" if finding.text else ""
    return f"{finding.start.line}:{finding.start.column}{text} ({_zone(explained, finding.start.offset)})"


def _places(explained: Explanation, spans: Sequence[Span]) -> str:
    """`4:5 (body), 7:1 (tail)`"""
    positions = (explained.document.source.position(span.start) for span in spans)
    return _listed([f"{p.line}:{p.column} ({_zone(explained, p.offset)})" for p in positions])


def _zone(explained: Explanation, offset: int) -> str:
    document = explained.document
    zone = document.zone(offset)
    return "heading" if zone == "body" and document.is_heading(offset) else zone


def _listed(told: list[str]) -> str:
    return ", ".join(told[:PLACES]) + (f", and {len(told) - PLACES} more" if len(told) > PLACES else "")


def _short(text: str) -> str:
    said = visible(text)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _stripped(segments: Segments) -> Segments:
    """Without the line end at the end, which `print` writes."""
    text, style = segments[-1]
    return [*segments[:-1], (text.rstrip("\n"), style)]
