"""Why a rule finds something in a text, or does not: what occurs in it, and what each option of the rule changes.

Nothing here knows a kind of check. A rule is run as it is, and again with one of its options varied; what it then finds
more or less is what that option did.
"""

from __future__ import annotations

from lint.explanation.explaining import Effect, Explanation, explained
from lint.explanation.occurring import Occurrence

__all__ = ["Effect", "Explanation", "Occurrence", "explained"]
