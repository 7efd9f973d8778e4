"""Rules tried on their examples, with what there is to say of them: the work of `plan-lint test`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from lint import cache, examples, expressions, packs
from lint.advice import Advice, covered, kept, of_rules
from lint.cli import covering, options, reading
from lint.config import Config
from lint.coverage import Coverage
from lint.examples import Outcome
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.rules import Rule, RuleSet
from lint.session import Trouble
from lint.text import Source


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    names: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    corpus: tuple[str, ...] = ()
    strict: bool = False
    coverage: bool = False


@dataclass
class Tried:
    """What came of the rules tried so far, by rule; a rule tried again takes its own place."""

    rules: dict[str, Rule] = field(default_factory=dict)
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    advice: dict[str, list[Advice]] = field(default_factory=dict)
    coverage: dict[str, Coverage] = field(default_factory=dict)

    def keep(self, ids: set[str]) -> None:
        """Forget all rules but these."""
        for found in (self.rules, self.outcomes, self.advice, self.coverage):
            for id_ in found.keys() - ids:
                del found[id_]

    def status(self, strict: bool) -> int:
        """1 where an example fails or, with `strict`, where there is advice."""
        return int(any(self.outcomes.values()) or (strict and any(self.advice.values())))

    def lines(self) -> Iterator[str]:
        """What failed, what to look at, and the sum."""
        outcomes = [one for found in self.outcomes.values() for one in found]
        advice = [one for found in self.advice.values() for one in found]
        for outcome in outcomes:
            yield f"{outcome.rule}: {outcome.fault}: {visible(outcome.text.rstrip())}"
            yield f"    {visible(outcome.detail)}"
        for one in advice:
            yield f"{one.rule}: advice: {visible(one.key)}: {visible(one.sentence)}"
        if self.coverage:
            yield from covering.lines(self.coverage.values())
        verdict = f"{len(outcomes)} failed" if outcomes else "all as they say"
        count = sum(map(examples.count, self.rules.values()))
        yield f"{counted(len(self.rules), 'rule')}, {counted(count, 'example')}: {verdict}{_pieces(len(advice))}."


def _pieces(count: int) -> str:
    return f"; {counted(count, 'piece')} of advice" if count else ""


@dataclass(frozen=True)
class Loaded:
    """What tried rules are held against: all rules, the documents of --corpus; and a name for the rules' state."""

    ruleset: RuleSet
    corpus: tuple[Source, ...]
    state: str

    @classmethod
    def of(cls, ruleset: RuleSet, config: Config, asked: Asked) -> Loaded:
        """Rules as they are written, without what the configuration changes about them. Raises FaultyError."""
        contents = packs.sources.read(config.pack_paths, config.builtin)
        return cls(ruleset, tuple(_documents(config, asked.corpus)), packs.sources.key_of_findings(contents))


def try_rules(tried: Tried, rules: Sequence[Rule], loaded: Loaded, measure: bool = False) -> None:
    """Try some rules; `measure` their coverage, too."""
    for rule in rules:
        tried.rules[rule.id] = rule
        tried.outcomes[rule.id] = list(examples.try_rule(rule))
        tried.advice[rule.id] = []
    for one in _advice(rules, loaded):
        tried.advice[one.rule].append(one)
    # Two thirds of the time went into compiling them. Those of coverage are of mutants, which nobody needs again.
    expressions.keep()
    if measure:
        tried.coverage |= {one.rule: one for one in covering.measured(rules)}


def _advice(rules: Sequence[Rule], loaded: Loaded) -> list[Advice]:
    """What there is to say of some rules, kept for as long as no rule and no code changes."""
    name = f"advice-{cache.key(loaded.state, *(rule.id for rule in rules))}.json"
    known = None if loaded.corpus else kept.loaded(cache.load(name))
    if known is not None:
        return known
    every, builtin = loaded.ruleset.rules, _builtin()
    own = [rule for rule in rules if rule.id not in builtin]  # the built-in ones are held against each other by tests
    found = [*of_rules(rules, every, loaded.corpus), *covered(own, every, loaded.corpus)]
    if not loaded.corpus:
        cache.store(name, kept.dumped(found))
    return found


def chosen(ruleset: RuleSet, asked: Asked, with_builtin: bool) -> tuple[Rule, ...]:
    """The rules that are to be tried: those named, else with --rules one's own, else all.

    Where the built-in packs are not loaded all are one's own, be it that they bear the ids of built-in ones.
    """
    if asked.names:
        return _named(ruleset, asked.names)
    builtin = _builtin()
    own = tuple(rule for rule in ruleset.rules if rule.id not in builtin)
    return own if asked.rules and with_builtin else ruleset.rules


def _documents(config: Config, paths: tuple[str, ...]) -> list[Source]:
    """The texts of --corpus. What cannot be read there is told; where that is all, the command ends."""
    found = list(reading.given(config, paths, (), "<stdin>")) if paths else []
    troubles = [one for one in found if isinstance(one, Trouble)]
    if troubles and len(troubles) == len(found):
        raise click.UsageError(f"--corpus {troubles[0].file}: {troubles[0].reason}")
    for trouble in troubles:
        options.tell("warning", trouble.file, trouble.reason)
    return [one for one in found if isinstance(one, Source)]


def _builtin() -> frozenset[str]:
    return frozenset(packs.names().rules)


def _named(ruleset: RuleSet, names: Iterable[str]) -> tuple[Rule, ...]:
    wanted = options.names(tuple(names))
    known = {rule.id for rule in ruleset.rules} | {rule.pack for rule in ruleset.rules}
    for name in wanted:
        if name not in known:
            raise click.UsageError(options.unknown(ruleset, name))
    return tuple(rule for rule in ruleset.rules if rule.id in wanted or rule.pack in wanted)
