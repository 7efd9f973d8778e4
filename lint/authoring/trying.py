"""A draft tried as `plan-lint test` would try it, its bad examples marked where their author left that to the rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lint import packs
from lint.authoring.draft import Bad, Draft
from lint.authoring.pack import appended
from lint.document import Document
from lint.engine import apply
from lint.examples import CLOSE, OPEN, Outcome, try_rule
from lint.findings import Finding, edited
from lint.rules import Rule
from lint.text import Source


class Tried(NamedTuple):
    """A draft whose bad examples are marked, those that the rule marked itself, and which examples fail."""

    draft: Draft
    marked: tuple[Bad, ...]
    outcomes: tuple[Outcome, ...]


def tried(file: Path, content: bytes | None, draft: Draft) -> Tried:
    """What becomes of a draft at the end of a pack. Raises FaultyError where it is no rule, or the pack is none."""
    bare = {one for one in draft.bad if OPEN not in one.text and CLOSE not in one.text}
    if bare:
        # Marks are needed to load a rule, and the rule to find them: a mark of no width stands in.
        stand_in = tuple(one._replace(text=OPEN + CLOSE + one.text) if one in bare else one for one in draft.bad)
        rule = _loaded(file, content, replace(draft, bad=stand_in))
        marked = {one: _marked(rule, one) for one in bare}
        draft = replace(draft, bad=tuple(marked.get(one, one) for one in draft.bad))
    outcomes = tuple(try_rule(_loaded(file, content, draft)))
    missing = {outcome.text for outcome in outcomes}  # in which nothing was found that could be marked
    own = tuple(one for one in draft.bad if bare and one in marked.values() and one.text not in missing)
    return Tried(draft, own, outcomes)


def _loaded(file: Path, content: bytes | None, draft: Draft) -> Rule:
    ruleset = packs.read(file, appended(file, content, draft).content)
    return next(rule for rule in ruleset.rules if rule.id == draft.id)


def _marked(rule: Rule, bad: Bad) -> Bad:
    """A text with marks around what the rule finds in it, and what its repair makes of it.

    Where it finds nothing all of the text is marked, which is what fails then.
    """
    found = list(apply(replace(rule, documents=(), files=()), Document(Source("example", bad.text))))
    found.sort(key=lambda finding: finding.order)
    text = bad.text
    for finding in reversed(found):
        start, end = finding.start.offset, finding.end.offset
        text = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
    fixed = bad.fixed if bad.fixed is not None or rule.fix is None else _repaired(bad.text, found)
    return Bad(text if found else OPEN + text + CLOSE, fixed)


def _repaired(text: str, found: list[Finding]) -> str | None:
    edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
    return edited(text, edits) if edits else None
