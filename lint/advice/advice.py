"""What there is to say about a rule that loads and does what its examples say, and may still not do what was meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Advice:
    """One piece: the rule's id, the key in its YAML, and one sentence that says what, why and what to do.

    Advice is no fault: nothing is decided by it unless somebody asks for that.
    """

    rule: str
    key: str
    sentence: str
