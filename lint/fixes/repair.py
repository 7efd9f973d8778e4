"""Repairs made in a text, and each of them tried: the finding must be gone, and no new one may have come.

Repairs that go together are made at once and the text is linted again, until nothing changes. Where the result is not
clean, halves of them are tried, so that the one at fault is found in few steps; it is left out, and told as a fault of
its rule. What is refused is tried again in every text that the other repairs lead to, so that a second run over the
result does nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lint.findings import Edit, Finding, edited
from lint.fixes.merging import Shift, merged, repairable, together
from lint.text import Source, Span

ROUNDS = 10  # texts that one document may go through
TRIES = 100  # times that one document is linted again for its repairs

Found = tuple[Sequence[Finding], Sequence[Finding]]  # the findings that count, and those that do not
Lint = Callable[[Source], Found]


@dataclass(frozen=True)
class Fault:
    """A repair that was not made, in the text as it is now: its finding, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Repaired:
    """A text after its repairs: what was `fixed`, what is still found there, and the rules' `faults`.

    `others` are found there, too, but do not count, and are never repaired. `settled` says that no repair is left to
    try.
    """

    source: Source
    findings: tuple[Finding, ...]
    others: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    settled: bool = True


def repair(source: Source, found: Found, lint: Lint, unsafe: bool) -> Repaired:
    """A text with the repairs that its findings offer; `lint` finds what there is in a text like this one."""
    state = Repaired(source, tuple(found[0]), tuple(found[1]))
    trial = _Trial(lint)
    for _ in range(ROUNDS):
        step = trial.step(state, unsafe)
        if step is None:
            return replace(state, faults=tuple(trial.faults), settled=trial.tries < TRIES)
        state = step
    return replace(state, settled=not repairable(state.findings, unsafe))


@dataclass
class _Trial:
    """Repairs tried on the texts of one document."""

    lint: Lint
    tries: int = 0
    faults: list[Fault] = field(default_factory=list)

    def step(self, before: Repaired, unsafe: bool) -> Repaired | None:
        """The text after the next repairs that hold, or None where no repair does."""
        self.faults = []
        open_ = repairable(before.findings, unsafe)
        while chosen := together(open_):
            good = self._settled(before, chosen)
            if good is not None or self.tries >= TRIES:
                return good
            refused = {id(finding) for finding in chosen}
            open_ = [finding for finding in open_ if id(finding) not in refused]
        return None

    def _settled(self, before: Repaired, chosen: Sequence[Finding]) -> Repaired | None:
        """The text after as many of these repairs as hold together; None, and the faults, where none does."""
        if self.tries >= TRIES:
            return None
        self.tries += 1
        after = _made(before, chosen, self.lint)
        wrong = list(_wrong(before, chosen, after))
        if not wrong:
            return after
        if len(chosen) == 1:
            self.faults.append(Fault(chosen[0], wrong[0][1]))
            return None
        blamed = {id(finding) for finding, _ in wrong}
        parts = [[f for f in chosen if id(f) not in blamed], [f for f in chosen if id(f) in blamed]]
        if not all(parts):
            parts = [list(chosen[: len(chosen) // 2]), list(chosen[len(chosen) // 2 :])]
        held = [part for part in (self._settled(before, part) for part in parts) if part is not None]
        if len(held) < 2:
            return held[0] if held else None
        fixed = (*held[0].fixed[len(before.fixed) :], *held[1].fixed[len(before.fixed) :])
        both = _made(before, fixed, self.lint)
        self.tries += 1
        return held[0] if any(_wrong(before, fixed, both)) else both  # the others are tried in the next text


def _made(before: Repaired, chosen: Sequence[Finding], lint: Lint) -> Repaired:
    """The text after some repairs."""
    edits = _for(before.source, merged(chosen))
    source = replace(before.source, text=edited(before.source.text, edits))
    counting, others = lint(source)
    return Repaired(source, tuple(counting), tuple(others), (*before.fixed, *chosen))


def _places(findings: Iterable[Finding], shift: Shift) -> _Places:
    return _Places((f.rule, shift.span(f.start.offset, f.end.offset), f) for f in findings)


def _for(source: Source, edits: Sequence[Edit]) -> list[Edit]:
    """The edits with line ends as the text has them."""
    windows = source.text.count("\r\n") * 2 > source.text.count("\n")
    if not windows:
        return list(edits)
    return [Edit(e.span, e.replacement.replace("\r\n", "\n").replace("\n", "\r\n")) for e in edits]


def _wrong(before: Repaired, chosen: Sequence[Finding], after: Repaired) -> Iterator[tuple[Finding, str]]:
    """What repairs have brought about that they must not, each with the one to blame: its own, or the nearest."""
    if after.source.text == before.source.text:
        yield from ((finding, "it changes nothing") for finding in chosen)
        return
    shift = Shift(_for(before.source, merged(chosen)))
    made = {id(finding) for finding in chosen}
    kept = _places((f for f in before.findings if id(f) not in made), shift)
    held = _places(before.others, shift)
    places = [(shift.span(*_reach(f)), f) for f in chosen]
    gone = _Places((f.rule, place, f) for place, f in places)
    for finding in after.findings:
        span = Span(finding.start.offset, finding.end.offset)
        if kept.at(finding.rule, span) is not None:
            continue
        left = gone.at(finding.rule, span)
        if left is not None:
            yield left, "what it repairs is still found there"
        else:
            nearest = min(places, key=lambda place: _distance(place[0], span))[1]
            if held.at(finding.rule, span) is not None:
                yield nearest, f"'{finding.rule}' beside it, which is suppressed, would count again"
                continue
            yield nearest, f"it would bring {finding.rule} to {finding.start.line}:{finding.start.column}"


def _distance(one: Span, other: Span) -> int:
    """How many characters part two places."""
    return max(0, one.start - other.end, other.start - one.end)


def _reach(finding: Finding) -> tuple[int, int]:
    """The span of a finding and its edits."""
    edits = finding.fix.edits if finding.fix else ()
    starts = [finding.start.offset, *(edit.span.start for edit in edits)]
    ends = [finding.end.offset, *(edit.span.end for edit in edits)]
    return min(starts), max(ends)


class _Places:
    """Findings by rule and place."""

    def __init__(self, findings: Iterator[tuple[str, Span, Finding]]) -> None:
        by_rule: dict[str, list[tuple[Span, int, Finding]]] = {}
        for number, (rule, span, finding) in enumerate(findings):
            by_rule.setdefault(rule, []).append((span, number, finding))
        self._by_rule = {rule: sorted(group) for rule, group in by_rule.items()}
        self._reached = {
            rule: list(accumulate((span.end for span, *_ in group), max)) for rule, group in self._by_rule.items()
        }

    def at(self, rule: str, span: Span) -> Finding | None:
        """A finding of a rule that touches a place."""
        group, reached = self._by_rule.get(rule, []), self._reached.get(rule, [])
        index = bisect_right(group, span.end, key=lambda one: one[0].start) - 1
        while index >= 0 and reached[index] >= span.start:
            if group[index][0].end >= span.start:
                return group[index][2]
            index -= 1
        return None
