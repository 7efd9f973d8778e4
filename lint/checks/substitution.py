"""Words that should read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.patterns import template
from lint.text import Span


@dataclass(frozen=True)
class Substitution(Check):
    r"""Reports what a pattern of `swap` matches and says what should stand there: the value `replacement`.

    Replacements may use the groups of their pattern as `\1`. `except` holds patterns that make a match right.
    """

    kind: Literal["substitution"]
    swap: dict[str, str]
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each match that its replacement would change."""
        for pattern, replacement in self.swap.items():
            for match in document.matches(pattern):
                span, better = Span(*match.span()), match.expand(replacement)
                if better != match[0] and not overlapping(self.except_, document, span):
                    yield Hit(span, {"replacement": better}, (Edit(span, better),))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns must match."""
        return tuple(self.swap)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns to be replaced and their exceptions."""
        return {"swap": tuple(self.swap), "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """A replacement that speaks of a group its pattern does not have."""
        for pattern, replacement in self.swap.items():
            try:
                template(pattern, replacement)
            except (re.error, IndexError) as error:
                yield "swap", f"'{replacement}' does not fit {pattern!r}: {error}"

    def values(self) -> frozenset[str]:
        """What should stand there."""
        return frozenset({"replacement"})

    def repairs(self) -> bool:
        """Always."""
        return True
