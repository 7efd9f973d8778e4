"""Words that should read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.patterns import template
from lint.text import Span

SLOT = re.compile(r"\[([^\[\]]+)\]")
FIXED = 3  # characters that a phrase has around its word; fewer stand beside many words


@dataclass(frozen=True)
class Substitution(Check):
    r"""Reports what a pattern of `swap` matches and says what should stand there: the value `replacement`.

    Replacements may use the groups of their pattern as `\1`. `phrases` are fixed: 立德[树]人 reports any other word of
    about that length between 立德 and 人; where several words may stand there, [振兴|建设], the first is what should.
    `except` holds patterns that make a match right.
    """

    kind: Literal["substitution"]
    swap: dict[str, str] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    @cached_property
    def _all(self) -> dict[str, str]:
        return {**self.swap, **dict(map(_fixed, self.phrases))}

    def run(self, document: Document) -> Iterator[Hit]:
        """Each match that its replacement would change."""
        for pattern, replacement in self._all.items():
            for match in document.matches(pattern):
                span, better = Span(*match.span()), match.expand(replacement)
                if better != match[0] and not overlapping(self.except_, document, span):
                    yield Hit(span, {"replacement": better}, (Edit(span, better),))

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns must match."""
        return tuple(self._all)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns to be replaced and their exceptions."""
        return {"swap": tuple(self.swap), "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, a phrase without its word, or a replacement that speaks of an unknown group."""
        if not self.swap and not self.phrases:
            yield "swap", "is missing, and so is 'phrases': there is nothing to find"
        for phrase in self.phrases:
            if not SLOT.search(phrase) or phrase.startswith("[") or len(SLOT.sub("", phrase)) < FIXED:
                yield "phrases", f"'{phrase}' needs one word in [ ] behind others, and {FIXED} characters around it"
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


def _fixed(phrase: str) -> tuple[str, str]:
    """The pattern of a fixed phrase with another word in it, and what should stand there.

    >>> _fixed("立德[树]人")
    ('立德(?!的?(?:树))[\\u4e00-\\u9fff]{1,2}?人', '立德树人')
    """
    slot = SLOT.search(phrase)
    words = slot[1].split("|") if slot else [""]
    left, right = SLOT.split(phrase)[0], SLOT.split(phrase)[-1]
    length = len(words[0])
    longest = length + 1 if right else length
    other = rf"(?!的?(?:{'|'.join(words)}))[\u4e00-\u9fff]{{{max(1, length - 1) if right else length},{longest}}}?"
    return left + other + right, left + words[0] + right
