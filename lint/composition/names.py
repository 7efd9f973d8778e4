"""Names that a part of a check speaks of before anything has captured them: it would never hold, and say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.checks import Check
from lint.composition.captures import speaks_of
from lint.composition.composed import Composed

Faults = Iterator[tuple[tuple[Any, ...], str]]
TEXT = frozenset({"text"})


def unknown(check: Check) -> Faults:
    """Each such name in a rule's check: the keys that it stands at, and one sentence."""
    if isinstance(check, Composed):
        yield from _composed(check, frozenset(), outer=False)


def _composed(check: Composed, known: frozenset[str], outer: bool = True) -> Faults:
    """Those of a composed check; one that stands in no other has nothing before its own hits."""
    named = []
    for at, one in _producers(check):
        if outer or isinstance(one, Composed):
            yield from _under(at, _part(one, known))
        named.append(one.values())
    known |= TEXT | (frozenset.intersection(*named) if named else frozenset())
    for index, inside in enumerate(check.inside):
        yield from _under(("inside", index), _spoken(inside, known))
        known |= inside.groups()
    for order, given in check.relations:
        for index, relation in enumerate(given):
            yield from _under((order, index), _part(relation.check or relation, known))
            known |= relation.sought.values()
    for index, one in enumerate(check.every, len(check.all_) - len(check.every)):
        yield from _under(("all", index), _part(one, known))
        known |= one.values()
    for key, ones in (("any", check.one), ("not", check.not_)):
        for index, one in enumerate(ones):
            yield from _under((key, index), _part(one, known))
    for name, condition in check.where.items():
        if name not in known:
            yield ("where", name), f"is what nothing captures; {_allowed(known)}"
        yield from _under(("where", name), _spoken(condition, known))


def _producers(check: Composed) -> Iterator[tuple[tuple[Any, ...], Check]]:
    """The checks whose hits count, with their keys; the check itself stands beside the conditions."""
    for index, one in enumerate(check.producers):
        yield () if check.check is not None else (("all" if check.all_ else "any"), index), one


def _part(part: Any, known: frozenset[str]) -> Faults:
    return _composed(part, known) if isinstance(part, Composed) else _spoken(part, known)


def _spoken(part: Any, known: frozenset[str]) -> Faults:
    for name in sorted(speaks_of(part) - known):
        yield (), f"speaks of '{{{name}}}', which nothing before it captures; {_allowed(known)}"


def _allowed(known: frozenset[str]) -> str:
    return "captured there: " + ", ".join(sorted(known))


def _under(path: tuple[Any, ...], faults: Faults) -> Faults:
    return (((*path, *inner), what) for inner, what in faults)
