"""What comes of one file: findings, trouble, or both."""

from __future__ import annotations

from dataclasses import dataclass

from lint.findings import Finding, Suppressed
from lint.text import Source


@dataclass(frozen=True)
class Trouble:
    """Something that kept plan-lint from a whole answer: one clear sentence about one file.

    A `grave` one breaks the run (exit status 2); the others are worth a word, such as an empty file.
    """

    file: str
    reason: str
    rule: str | None = None
    grave: bool = True


@dataclass(frozen=True)
class Result:
    """What came of one file. `source` is None where it could not be read; `suppressed` findings do not count."""

    file: str
    source: Source | None
    findings: tuple[Finding, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
