"""Advice about rules: what loads, does what its examples say, and will still not do what its author means.

Nothing here decides about a run. Each kind of advice would rather miss a fault than speak of one that is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.advice.advice import Advice
from lint.advice.covered import covered
from lint.advice.impossible import dead
from lint.advice.lines import too_long
from lint.advice.options import Given, given
from lint.advice.repeated import in_one_rule, in_two_rules
from lint.advice.traps import half_width, literals, traps
from lint.patterns import branches, spoken
from lint.rules import Rule
from lint.text import Source

__all__ = ["Advice", "covered", "of_rule", "of_rules"]

LINES = "line"  # the kind whose patterns tell lines, so that it does not matter where in them they match


def of_rules(chosen: Sequence[Rule], rules: Sequence[Rule], corpus: Sequence[Source] = ()) -> Iterator[Advice]:
    """All advice about some rules, by themselves and beside all rules that are loaded, but for what `covered` says."""
    for rule in chosen:
        yield from of_rule(rule, corpus)
    yield from in_two_rules(chosen, rules)


def of_rule(rule: Rule, corpus: Sequence[Source] = ()) -> Iterator[Advice]:
    """What there is to say of a rule by itself; a corpus tells which marks documents write."""
    texts = list(given(rule))
    known = "".join(bad.text for bad in rule.examples.bad)
    for one in texts:
        if one.pattern and not spoken(one.text):
            yield from (Advice(rule.id, one.place, sentence) for sentence in _told(one, known))
    yield from (Advice(rule.id, one.place, sentence) for one, sentence in _marks(texts, corpus))
    yield from (Advice(rule.id, key, sentence) for key, sentence in too_long(rule.check))
    yield from in_one_rule(rule, texts)


def _told(one: Given, known: str) -> list[str]:
    try:
        return list(_of_pattern(one, known))
    except RecursionError:  # hundreds of parts that may all be empty; nothing is known of these
        return []


def _of_pattern(one: Given, known: str) -> Iterator[str]:
    fault = dead(one.text)
    if fault is None:
        of_line = one.excuses or getattr(one.check, "kind", "") == LINES
        yield from traps(one.text, known, of_line)
    elif fault.whole:
        yield f"'{one.text}' can never match: {fault.reason}; take one of the two away"
    else:
        yield f"a part of '{one.text}' can never match, {fault.reason}; take it away"


def _marks(texts: Iterable[Given], corpus: Sequence[Source]) -> Iterator[tuple[Given, str]]:
    """Half-width marks in Chinese text, unless the list holds the same with full-width ones or no document does."""
    texts = list(texts)
    known = {branch for one in texts for branch in (branches(one.text) if one.pattern else (one.text,))}
    for one in texts:
        for text in literals(one.text) if one.pattern else (one.text,):
            for half, full in half_width(text):
                twin = one.text.replace(half, full) in known or any(text.replace(half, full) == two for two in known)
                if not twin and (not corpus or any(full in source.text for source in corpus)):
                    sentence = f"'{half}' has a half-width mark, and most documents write '{full}'"
                    yield one, f"{sentence}; write [{full[1]}{half[1]}] in a pattern, or both words"
