"""Rules judged by a large run: those that never found anything, and those that find something nearly everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from lint.advice.advice import Advice
from lint.rules import Rule

LARGE = 100  # documents; in fewer a rule may well find nothing
SHARE = 0.3  # of the documents of a run; a fault that more of them have is mostly their way of writing


def fires(
    rules: Iterable[Rule], builtin: Collection[str], documents: int, fired: Mapping[str, int], share: float = SHARE
) -> Iterator[Advice]:
    """Advice after a run over so many documents; `fired` says in how many of them each rule found something.

    Built-in rules that never fired are none of it: most documents have few of the faults that they know.
    """
    if documents < LARGE:
        return
    for rule in rules:
        count = fired.get(rule.id, 0)
        if count > share * documents:
            yield Advice(rule.id, "check", _often(count, documents, share, rule.id in builtin))
        elif not count and rule.id not in builtin:
            yield Advice(rule.id, "check", _never(rule, documents))


def unfired(rules: Iterable[Rule], builtin: Collection[str], documents: int, fired: Mapping[str, int]) -> int:
    """How many built-in rules never fired in a large run."""
    return sum(rule.id in builtin and rule.id not in fired for rule in rules) if documents >= LARGE else 0


def _often(count: int, documents: int, share: float, builtin: bool) -> str:
    remedy = "ignore it if that is no fault here" if builtin else "make it narrower"
    return (
        f"fired in {count} of {documents} documents, more than a share of {share:g}, which looks like their way of "
        f"writing and no fault; {remedy}, or raise --share"
    )


def _never(rule: Rule, documents: int) -> str:
    only = f" (it is for {', '.join(rule.documents)} only)" if rule.documents else ""
    return (
        f"never fired in {documents} documents{only}, so that nobody knows whether it works; "
        "try it on a real document that has the fault, or take it away"
    )
