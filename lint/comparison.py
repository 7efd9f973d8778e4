"""Two rule sets over the same texts: what one of them finds and the other does not.

Both look at a text in one run of one engine. Rules that say the same on both sides look once; the others run under
marked ids, and the marks tell the sides apart afterwards. So a text is read and scanned once, and its processes are
those of any other run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from lint.findings import Finding
from lint.rules import Examples, Rule, RuleSet
from lint.session import Result, Trouble

OLD, NEW = "-", "+"  # before the id of a rule that one side has alone; no id begins so
SIDES = {OLD: "old", NEW: "new"}


class Change(NamedTuple):
    """Findings of one rule at one place, of which message, severity or fix are not the same."""

    old: Finding
    new: Finding


@dataclass(frozen=True)
class Difference:
    """What became of one text: findings that are gained, lost and changed, in order, and all counts by rule."""

    result: Result
    old: Counter[str]
    new: Counter[str]
    gained: tuple[Finding, ...] = ()
    lost: tuple[Finding, ...] = ()
    changed: tuple[Change, ...] = ()


class Sides(NamedTuple):
    """Two rule sets that are compared."""

    old: RuleSet
    new: RuleSet

    @property
    def both(self) -> RuleSet:
        """One rule set that finds what either does, to be run by an engine."""
        same = self.same
        of_new = (replace(rule, id=NEW + rule.id) for rule in self.new.rules if rule.id not in same)
        of_old = (rule if rule.id in same else replace(rule, id=OLD + rule.id) for rule in self.old.rules)
        return RuleSet((*of_old, *of_new))

    @property
    def same(self) -> frozenset[str]:
        """The ids of rules that find the same on both sides, and say the same of it."""
        before = {rule.id: _said(rule) for rule in self.old.rules}
        return frozenset(rule.id for rule in self.new.rules if before.get(rule.id) == _said(rule))

    @property
    def ids(self) -> list[str]:
        """Every id, those of the old rules first."""
        return list(dict.fromkeys(rule.id for side in self for rule in side.rules))


def difference(result: Result) -> Difference:
    """What one text's result under both rule sets comes to."""
    found: dict[str, list[Finding]] = {OLD: [], NEW: []}
    same: Counter[str] = Counter()
    for finding in result.findings:
        side, id_ = parted(finding.rule)
        if side:
            found[side].append(replace(finding, rule=id_))
        else:
            same[id_] += 1
    gained, lost, changed = _matched(found[OLD], found[NEW])
    return Difference(
        replace(result, findings=(), troubles=tuple(map(_told, result.troubles))),
        same + Counter(finding.rule for finding in found[OLD]),
        same + Counter(finding.rule for finding in found[NEW]),
        _ordered(gained),
        _ordered(lost),
        tuple(sorted(changed, key=lambda one: one.new.order)),
    )


def parted(id_: str) -> tuple[str, str]:
    """The mark of a side, empty for both, and the id as people wrote it."""
    return (id_[0], id_[1:]) if id_[:1] in SIDES else ("", id_)


def _said(rule: Rule) -> str:
    """All of a rule that findings depend on. As a text, for the order of a map may count, which `==` passes over."""
    return repr(replace(rule, pack="", why="", examples=Examples((), ())))


def _matched(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[list[Finding], list[Finding], list[Change]]:
    """What is gained, lost and changed: first the same finds itself, then what only stands at the same place."""
    at: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in new:
        at.setdefault(_place(finding), []).append(finding)
    unlike = [finding for finding in old if not _taken(finding, at.get(_place(finding), []))]
    lost: list[Finding] = []
    changed: list[Change] = []
    for finding in unlike:
        others = at.get(_place(finding))
        if others:
            changed.append(Change(finding, others.pop(0)))
        else:
            lost.append(finding)
    return [finding for others in at.values() for finding in others], lost, changed


def _taken(finding: Finding, others: list[Finding]) -> bool:
    """Whether one of the others says the same; it is taken out of them."""
    for index, other in enumerate(others):
        if (other.message, other.severity, other.fix) == (finding.message, finding.severity, finding.fix):
            del others[index]
            return True
    return False


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.rule, finding.start.offset, finding.end.offset


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _told(trouble: Trouble) -> Trouble:
    """A trouble with the rule's own id, and the side that it befell."""
    side, id_ = parted(trouble.rule or "")
    if not side:
        return trouble
    said = trouble.reason.replace(f"'{side}{id_}'", f"'{id_}'", 1)
    return replace(trouble, rule=id_, reason=f"{SIDES[side]} {said}")
