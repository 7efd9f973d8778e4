"""Advice as the cache keeps it: half of a run of `plan-lint test` would go into finding again that there is none."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lint.advice.advice import Advice


def dumped(advice: Sequence[Advice]) -> bytes:
    """Advice as bytes."""
    return json.dumps([[one.rule, one.key, one.sentence] for one in advice]).encode()


def loaded(data: bytes | None) -> list[Advice] | None:
    """The advice that some bytes are; None for what is none."""
    try:
        found = [Advice(rule, key, sentence) for rule, key, sentence in json.loads(data or b"")]
    except (ValueError, TypeError):
        return None
    return found if all(isinstance(text, str) for one in found for text in vars(one).values()) else None
