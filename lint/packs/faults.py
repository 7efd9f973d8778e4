"""What is wrong with packs."""

from __future__ import annotations

from lint.trees import FaultyError


class PackError(FaultyError):
    """Faults of packs: one line for each, `file:line: key: what, and what is allowed`."""
