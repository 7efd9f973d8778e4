"""A check made of others: whose hits count, and what must hold of the place that they point at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple

from lint import patterns
from lint.checks import Check, Hit
from lint.composition import where
from lint.composition.captures import filled, speaks_of
from lint.composition.relations import CONFIG, Inside, Order, Places, Relation
from lint.composition.where import Where
from lint.document import Document
from lint.findings import Edit
from lint.text import Span

FOUND: dict[Order, str] = {"has": "同处还有", "precedes": "其后", "follows": "其前"}


class Held(NamedTuple):
    """What conditions that hold have captured, and the places that show it."""

    values: dict[str, str]
    related: tuple[tuple[str, Span], ...] = ()

    def with_(self, other: Held) -> Held:
        """Both together."""
        return Held({**self.values, **other.values}, (*self.related, *other.related))


@dataclass(frozen=True)
class Composed(Check):
    """A check whose hits count where conditions hold.

    The hits are those of `check`, else of the first in `all`, else of each in `any`. What else is given are conditions,
    tried in this order. `inside`: what the place lies in. `follows`: what stands before it in the same part of the
    text. `precedes`: what stands behind it. `has`: what stands beside it, on either side. `all`: checks, every one of
    which finds the place. `any`: checks, one of which does. `where`: what captured values are, by name. `not`: checks,
    none of which finds the place. A check finds it with a hit that overlaps it. What a condition captures is known to
    those after it. `replacement` is what the repair puts there, with `{name}` for all that was captured.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG

    kind: Literal["composed"] = "composed"
    check: Check | None = None
    all_: tuple[Check, ...] = ()
    any_: tuple[Check, ...] = ()
    not_: tuple[Check, ...] = ()
    inside: tuple[Inside, ...] = ()
    has: tuple[Relation, ...] = ()
    precedes: tuple[Relation, ...] = ()
    follows: tuple[Relation, ...] = ()
    where: dict[str, Where] = field(default_factory=dict)
    replacement: str | None = None

    def run(self, document: Document) -> Iterator[Hit]:
        """Each hit for which all conditions hold."""
        places = Places(document.whole)
        for hit in _once(self._hits(document)):
            held = self.held(hit, places, {"text": document.slice(hit.span), **hit.values})
            if held is not None:
                values = {**hit.values, **held.values}
                yield Hit(hit.span, values, self._edits(hit, values), (*hit.related, *held.related))

    def held(self, hit: Hit, places: Places, values: Mapping[str, str]) -> Held | None:
        """What the conditions capture at a place; None where one does not hold. `values` are known before."""
        held = self._around(hit, places, values)
        for check in self.every:
            other = held and _at(check, hit, places, {**values, **held.values})
            held = held.with_(other) if held and other else None
        if held is None:
            return None
        known = {**values, **held.values}
        one = not self.one or any(_at(check, hit, places, known) for check in self.one)
        if not one or not where.held(filled(self.where, known), known):
            return None
        return None if any(_at(check, hit, places, known) for check in self.not_) else held

    def _around(self, hit: Hit, places: Places, values: Mapping[str, str]) -> Held | None:
        """What `inside` and the relations capture."""
        held = Held({})
        for inside in self.inside:
            captured = places.inside(inside, hit.span, {**values, **held.values})
            if captured is None:
                return None
            held = held.with_(Held(captured))
        for order, given in self.relations:
            for relation in given:
                other = places.related(relation, order, hit.span, {**values, **held.values})
                if other is None:
                    return None
                held = held.with_(Held(dict(other.values), ((FOUND[order], other.span),)))
        return held

    @property
    def producers(self) -> tuple[Check, ...]:
        """The checks whose hits count."""
        if self.check is not None:
            return (self.check,)
        given = self.all_[:1] or self.any_
        return given if all(not isinstance(one, Composed) or one.producers for one in given) else ()

    @property
    def every(self) -> tuple[Check, ...]:
        """The checks of `all` that are conditions: all of them where another tells the hits, or none does."""
        return self.all_ if self.check is not None or not self.producers else self.all_[1:]

    @property
    def one(self) -> tuple[Check, ...]:
        """The checks of `any`, where they are conditions."""
        return self.any_ if self.check is not None or self.all_ or not self.producers else ()

    @property
    def relations(self) -> tuple[tuple[Order, tuple[Relation, ...]], ...]:
        """What must stand around the place, in the order in which it is looked for."""
        return (("follows", self.follows), ("precedes", self.precedes), ("has", self.has))

    def _hits(self, document: Document) -> Iterator[Hit]:
        for check in self.producers:
            yield from check.run(document)

    def _edits(self, hit: Hit, values: Mapping[str, str]) -> tuple[Edit, ...]:
        return hit.edits if self.replacement is None else (Edit(hit.span, self.replacement.format_map(values)),)

    def anchors(self) -> tuple[str, ...] | None:
        """Those of the checks whose hits count."""
        given = [check.anchors() for check in self.producers]
        return None if None in given else tuple(pattern for each in given for pattern in each or ())

    def scanned(self) -> tuple[str, ...]:
        """Those of all checks in it; what speaks of captures is no pattern until they are known."""
        checks = (self.check, *self.all_, *self.any_, *self.not_, *self._sought)
        told = (pattern for check in checks if check is not None for pattern in check.scanned())
        return tuple(pattern for pattern in told if not patterns.spoken(pattern))

    @property
    def _sought(self) -> tuple[Check, ...]:
        related = (relation.sought for _, given in self.relations for relation in given)
        return (*(inside.sought for inside in self.inside if inside.sought is not None), *related)

    def faults(self) -> Iterator[tuple[str, str]]:
        """A replacement that speaks of what nothing captures."""
        for name in sorted(speaks_of(self.replacement or "") - self.values() - {"text"}):
            known = ", ".join(f"{{{value}}}" for value in sorted(self.values() | {"text"}))
            yield "replacement", f"uses '{{{name}}}', which nothing captures; allowed: {known}"

    def values(self) -> frozenset[str]:
        """What every check whose hits count captures, and what the conditions do."""
        named = [check.values() for check in self.producers]
        base = frozenset.intersection(*named) if named else frozenset()
        must = (*self.every, *self._sought)
        return base.union(*(check.values() for check in must), *(inside.groups() for inside in self.inside))

    def repairs(self) -> bool:
        """Whether a replacement is given, or the checks whose hits count repair."""
        return self.replacement is not None or any(check.repairs() for check in self.producers)


def _at(check: Check, hit: Hit, places: Places, values: Mapping[str, str]) -> Held | None:
    """What a check captures where it holds at a place: by a hit of its own there, or by its conditions alone."""
    if isinstance(check, Composed) and not check.producers:
        return check.held(hit, places, values)
    overlapping = (other for other in places.hits(check, values) if other.span.overlaps(hit.span))
    found = next(overlapping, None)
    return None if found is None else Held(dict(found.values))


def _once(hits: Iterator[Hit]) -> Iterator[Hit]:
    """Hits in order, one for each place."""
    last = None
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span != last:
            yield hit
        last = hit.span
