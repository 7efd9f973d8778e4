"""Which parts of a rule its examples show the use of: those without which one of them turns out otherwise.

Each part is taken away by itself and the rule tried again. What stands in no example is first taken away together,
one option after the other, for a list may hold hundreds of words: where that changes nothing, none of them matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lint.coverage.parts import Part, Path, parts, without
from lint.examples import Trial, unmarked
from lint.patterns import compiled
from lint.rules import Bad, Good, Rule

__all__ = ["Coverage", "Part", "coverage"]


@dataclass(frozen=True)
class Coverage:
    """The parts of a rule, and those that no example shows the use of."""

    rule: str
    parts: tuple[Part, ...]
    unexercised: tuple[Part, ...]


def coverage(rule: Rule) -> Coverage:
    """What the examples of a rule show of it."""
    every = tuple(parts(rule))
    mutants = _Mutants(rule)
    present = [part.path for part in every if mutants.holds(part)]
    used = [path for paths in _by_option(every, set(present)) for path in mutants.matter(paths)]
    used += [path for path in present if mutants.differs([path])]
    return Coverage(rule.id, every, tuple(part for part in every if part.path not in set(used)))


def _by_option(every: Sequence[Part], present: Collection[Path]) -> Iterable[list[Path]]:
    """The parts that stand in no example, those of one option together: they work the same way, finding or excusing."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for part in every:
        if part.path not in present:
            found[part.key].append(part.path)
    return found.values()


class _Mutants:
    """A rule with parts taken away, held against what its examples come to with all of them."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._trial = Trial(rule.check.scanned())
        examples: tuple[Bad | Good, ...] = (*rule.examples.bad, *rule.examples.good)
        self._told = [(example, self._trial.outcome(rule, example)) for example in examples]
        texts = [(unmarked(bad.text)[0], bad.fixed or "") for bad in rule.examples.bad]
        self._texts = [*(text for pair in texts for text in pair), *(good.text for good in rule.examples.good)]

    def holds(self, part: Part) -> bool:
        """Whether a part stands in an example, or may matter without."""
        if part.sort == "word":
            return any(part.text in text for text in self._texts)
        return part.sort != "pattern" or any(compiled(part.text).search(text) for text in self._texts)

    def differs(self, gone: Sequence[Path]) -> bool:
        """Whether an example turns out otherwise without these parts."""
        try:
            mutant = without(self._rule, frozenset(gone))
        except Exception:  # the kind cannot be without it
            return True
        for index, (example, told) in enumerate(self._told):
            if self._trial.outcome(mutant, example) != told:
                self._told.insert(0, self._told.pop(index))  # what tells one part tells its neighbours, mostly
                return True
        return False

    def matter(self, paths: Sequence[Path]) -> list[Path]:
        """Those of some parts that matter, found by halves."""
        if not paths or not self.differs(paths):
            return []
        half = len(paths) // 2
        return self.matter(paths[:half]) + self.matter(paths[half:]) if half else [*paths]
