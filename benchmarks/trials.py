"""Trials: one fault at a time is put into a document, and what the linter then says is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks import damaging, mutating
from benchmarks.mutants import LeftOut, Mutant, Mutation
from benchmarks.sequences import Item, items
from lint import packs
from lint.document import Document
from lint.engine import Engine
from lint.findings import Finding, Severity
from lint.rules import RuleSet
from lint.text import Source

PACK = "structure"
NUMBERING = frozenset({"numbering-gap", "numbering-repeat", "numbering-order", "malformed-marker", "glued-marker"})
AROUND = 30  # characters shown on either side of a place
OUTCOMES = ("found", "elsewhere", "cascade", "missed")
KINDS: dict[str, Mutation] = {
    function.__name__.replace("_", "-"): function
    for function in (
        mutating.delete, mutating.delete_section, mutating.delete_marker, mutating.duplicate,
        mutating.duplicate_ordinal, mutating.swap, mutating.swap_sections, mutating.renumber, mutating.glue,
        damaging.separator_lost, damaging.separator_wrong, damaging.bracket_lost, damaging.bracket_other,
        damaging.numeral_lost, damaging.numeral_spaced, damaging.split,
    )
}  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """One fault and what came of it: `found` just where a reader points, `elsewhere`, in a `cascade`, or `missed`.

    `marker` is the marker as it was and `line` its line; `findings` are those that the fault brought, with the lines
    of the mutant; `context` shows the places a reader would point at, for bad outcomes only.
    """

    file: str
    line: int
    kind: str
    scheme: str
    marker: str
    outcome: str
    findings: tuple[Finding, ...] = ()
    context: tuple[str, ...] = ()


@dataclass
class Tally:
    """What came of all trials, and why others were no fair ones."""

    trials: list[Trial] = field(default_factory=list)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)  # by kind and reason
    documents: int = 0
    headings: int = 0


def ready() -> Engine:
    """The built-in pack of structure: its rules that are on and tell warnings or errors."""
    chosen = packs.load().select((PACK,), ()).rules
    return Engine(RuleSet(tuple(rule for rule in chosen if rule.severity.rank >= Severity.WARNING.rank)))


def run(engine: Engine, paths: Iterable[Path], kinds: Iterable[str], most: int, seed: int = 0) -> Tally:
    """Every kind of fault in every document, at most `most` trials of each; which, the seed decides.

    Raises OSError and Unreadable for a document that cannot be read.
    """
    tally = Tally()
    for path in paths:
        source = Source.read(path)
        baseline = told(engine, source)
        faulty = {finding.start.offset for finding in baseline if finding.rule in NUMBERING}
        usable = list(items(source.text, Document(source).outline.sections, faulty))
        tally.documents += bool(usable)
        tally.headings += len(usable)
        for kind in kinds:
            chance = f"{seed} {path.name} {kind}"  # the same faults wherever the documents lie
            for item, mutant in _sample(usable, kind, most, chance, tally):
                tally.trials.append(_tried(engine, source, baseline, kind, item, mutant))
    return tally


def told(engine: Engine, source: Source) -> list[Finding]:
    """What the linter says; a crash is none of the outcomes, and ends the run."""
    findings, crashes = engine.lint(source)
    if crashes:
        raise RuntimeError(f"{source.path}: rule '{crashes[0].rule}' crashed: {crashes[0].reason}")
    return findings


def _sample(usable: list[Item], kind: str, most: int, chance: str, tally: Tally) -> list[tuple[Item, Mutant]]:
    found = []
    for item in usable:
        mutant = KINDS[kind](item, Random(f"{chance} {item.section.marker.span.start}"))
        if isinstance(mutant, LeftOut):
            tally.left_out[kind, mutant.reason] += 1
        elif mutant is not None:
            found.append((item, mutant))
    return found if len(found) <= most else Random(chance).sample(found, most)


def _tried(engine: Engine, source: Source, baseline: list[Finding], kind: str, item: Item, mutant: Mutant) -> Trial:
    changed = Source(source.path, mutant.text)
    new = _new(baseline, told(engine, changed), mutant)
    outcome = judged(new, {changed.position(offset).line for offset in mutant.expected})
    marker = item.section.marker
    return Trial(
        source.path, source.position(marker.span.start).line, kind, marker.scheme, item.marker, outcome, tuple(new),
        () if outcome == "found" else tuple(_around(changed.text, offset) for offset in mutant.expected),
    )  # fmt: skip


def _new(baseline: list[Finding], findings: list[Finding], mutant: Mutant) -> list[Finding]:
    """The findings that the document itself does not have, at the places to which its own have moved.

    Where nothing is wrong with the mutant, only findings of the numbering would be false.
    """
    known = {(finding.rule, place) for finding in baseline for place in mutant.places(finding.start.offset)}
    new = [finding for finding in findings if (finding.rule, finding.start.offset) not in known]
    return new if mutant.points else [finding for finding in new if finding.rule in NUMBERING]


def judged(new: list[Finding], lines: set[int]) -> str:
    """The outcome of a trial, by its new findings and the lines at which a reader would point (none: all is well)."""
    if len(new) > 1:
        return "cascade"
    if not new:
        return "missed" if lines else "found"
    return "found" if new[0].start.line in lines else "elsewhere"


def _around(text: str, offset: int) -> str:
    """A place with what stands before and after it."""
    return f"{text[max(0, offset - AROUND) : offset]}▸{text[offset : offset + AROUND]}".replace("\n", "⏎")
