"""Runs around a place that shows a misreading."""

from __future__ import annotations

import re

BEFORE, BEHIND = 20, 60  # characters to either side of such a place that one run reaches


def extended(text: str, match: re.Match[str], reached: int) -> tuple[int, int]:
    """The run around a match, up to a full stop or a line's end."""
    start, end = match.span()
    while start > max(reached, match.start() - BEFORE) and text[start - 1] > "\x7f" and text[start - 1] not in "。，；":
        start -= 1
    while end < min(len(text), match.end() + BEHIND) and text[end] not in "\n。，；":
        end += 1
    return start, end
