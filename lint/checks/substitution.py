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
from lint.phrases import Phrase
from lint.text import Span

FIXED = 3  # characters that a phrase has around its word in brackets; fewer stand beside many words


@dataclass(frozen=True)
class Substitution(Check):
    r"""Reports what a pattern of `swap` matches and says what should stand there: the value `replacement`.

    Replacements may use the groups of their pattern as `\1`. `phrases` are fixed; their words are parted by blanks.
    A phrase in which `synonyms` of its words stand (科学 发展 观 as 科学开展观, where 开展 is one of 发展) is reported,
    and so is any other word of about that length where brackets stand: 立德[树]人. Of words with | between them each
    is right; in brackets the first is what should stand there. `except` holds patterns that make a match right. Of
    two places that overlap the first is told, or the longer one.
    """

    kind: Literal["substitution"]
    swap: dict[str, str] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    synonyms: dict[str, str] = field(default_factory=dict)
    except_: tuple[str, ...] = ()

    @cached_property
    def _variants(self) -> dict[str, str]:
        """The phrases by the patterns of their variants; `faults` makes them, so that they are cached with the rule."""
        return {Phrase.read(phrase, self.synonyms).variants: phrase for phrase in self.phrases}

    def run(self, document: Document) -> Iterator[Hit]:
        """Each match that its replacement would change."""
        end = 0
        for span, better in sorted(self._found(document), key=lambda one: (one[0].start, -one[0].end)):
            if span.start >= end and not overlapping(self.except_, document, span):
                end = span.end
                yield Hit(span, {"replacement": better}, (Edit(span, better),))

    def _found(self, document: Document) -> Iterator[tuple[Span, str]]:
        for pattern in document.present(self.swap):
            for match in document.matches(pattern):
                if (better := match.expand(self.swap[pattern])) != match[0]:
                    yield Span(*match.span()), better
        for pattern in document.present(self._variants):
            for match in document.matches(pattern):
                phrase = Phrase.read(self._variants[pattern], self.synonyms)
                yield Span(*match.span()), phrase.restored(match[0])

    def anchors(self) -> tuple[str, ...] | None:
        """One of the patterns must match."""
        return (*self.swap, *self._variants)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns to be replaced and their exceptions."""
        return {"swap": tuple(self.swap), "except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nothing to find, a phrase that nothing can be found of, or a replacement that speaks of an unknown group."""
        if not self.swap and not self.phrases:
            yield "swap", "is missing, and so is 'phrases': there is nothing to find"
        for pattern, text in self._variants.items():
            phrase = Phrase.read(text, self.synonyms)
            if not pattern:
                yield "phrases", f"'{text}' has no word with synonyms and none in [ ]; part its words with blanks"
            elif any(word.fixed for word in phrase.words) and (phrase.around < FIXED or phrase.words[0].fixed):
                yield "phrases", f"'{text}' needs its word in [ ] behind others, and {FIXED} characters around it"
        spoken = {word for phrase in self.phrases for place in Phrase.read(phrase, {}).words for word in place.right}
        for word in self.synonyms.keys() - spoken:
            yield "synonyms", f"'{word}' is a word of no phrase; part the words of phrases with blanks"
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
