"""Checks put together: hits of one count only where conditions hold of the place that they point at.

`any` and `all` join checks, `not` denies a condition, `inside`, `has`, `precedes` and `follows` speak of what stands
around a place, `where` of the values that were captured there. Named groups are shared: a condition may speak of what
the check before it captured as `{name}`, and so may the message and the repair.
"""

from __future__ import annotations

from lint.composition.captures import speaks_of
from lint.composition.composed import Composed
from lint.composition.names import unknown
from lint.composition.plain import plain, says_nothing
from lint.composition.relations import Inside, Relation
from lint.composition.where import Where

PARTS = (Composed, Inside, Relation, Where)

__all__ = ["PARTS", "Composed", "Inside", "Relation", "Where", "plain", "says_nothing", "speaks_of", "unknown"]
