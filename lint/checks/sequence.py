"""Words in a row, told by what they are: a verb without its object, two prepositions, an adverb too many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal

from lint import patterns
from lint.checks.check import Check, Hit, overlapping, yaml_key
from lint.document import Document
from lint.tags import Tagged, tagged
from lint.text import Span

FARTHEST = 20  # words that may stand between two of a row
MOST = 30  # words of a row
Row = tuple[Tagged | None, ...]  # the word for each token; None for one that is optional and not there


@dataclass(frozen=True)
class Token:
    """One word of a row: `word` and `tag` are patterns of all of it and of its part of speech.

    `not`: the word must be another. `skip`: other words that may stand before it. `optional`: it may be left out.
    `at`: the finding points at it. `as`: the name of the word as a value.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": yaml_key}

    word: str = ""
    tag: str = ""
    not_: bool = False
    skip: int = 0
    optional: bool = False
    at: bool = False
    as_: str = ""

    @property
    def sure(self) -> bool:
        """Whether the text of its word must stand there."""
        return bool(self.word) and not self.not_ and not self.optional

    def fits(self, found: Tagged) -> bool:
        """Whether a word is this one, or for `not` another."""
        pairs = ((self.word, found.word), (self.tag, found.tag))
        same = all(not pattern or patterns.compiled(pattern).fullmatch(text) for pattern, text in pairs)
        return same is not self.not_

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with it: the key below it, and one sentence."""
        if not self.word and not self.tag:
            yield "", "has neither 'word' nor 'tag'; for any words in between give the next token 'skip'"
        if self.word and patterns.looks_around(self.word):
            what = "looks beyond the word (^, $, \\b, (?=…) and the like)"
            yield ".word", f"{what}, but is tried on the word alone; say it by other tokens"
        if not 0 <= self.skip <= FARTHEST:
            yield ".skip", f"is {self.skip}; write a number of words from 0 to {FARTHEST}"
        if self.skip and self.not_:
            yield ".skip", "beside 'not' is met by any other word; take it out, or write one token for each word"
        if self.optional and self.not_:
            yield ".optional", "beside 'not' is met by every word and by none; take one of them out"
        if self.as_ and (not self.as_.isidentifier() or self.as_ == "text"):
            yield ".as", f"'{self.as_}' is no name of a value; write letters, such as 'verb', but not 'text'"


@dataclass(frozen=True)
class Sequence(Check):
    """Reports words of one sentence that fit `tokens` one after the other; marks are words too.

    Tags are jieba's (`n.*` nouns, `v` verbs, `p` prepositions, `m` numbers, `x` marks …). Only sentences that hold a
    match of the `word` of each token that is neither optional nor negated are parted into words, of a long one 2,000
    characters. A finding points at the words marked `at`, or at all of them. `except` holds patterns that make an
    overlapping place right. Values: the words that have a name (`as`).
    """

    parts: ClassVar[Mapping[str, type]] = {"tokens": Token}
    kind: Literal["sequence"]
    tokens: tuple[Token, ...]
    except_: tuple[str, ...] = ()

    @cached_property
    def _sure(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(token.word for token in self.tokens if token.sure))

    def run(self, document: Document) -> Iterator[Hit]:
        """Each row of words, one after the other."""
        for sentence in self._sentences(document):
            for row in _rows(self.tokens, tagged(document.text, sentence)):
                pairs = [(word.span, token.at) for word, token in zip(row, self.tokens, strict=True) if word]
                places = [span for span, at in pairs if at] or [span for span, _ in pairs]
                span = Span(places[0].start, places[-1].end)
                if not overlapping(self.except_, document, span):
                    yield Hit(span, self._values(row))

    def _sentences(self, document: Document) -> list[Span]:
        """The sentences in which each sure word may stand."""
        if len(document.present(self._sure)) < len(self._sure):
            return []
        held: set[Span] | None = None
        for pattern in self._sure:
            found = {sentence for match in document.matches(pattern) for sentence in _meeting(document, match)}
            held = found if held is None else held & found
            if not held:
                return []
        return sorted(held or ())

    def _values(self, row: Row) -> Mapping[str, str]:
        named = zip(self.tokens, row, strict=True)
        return {token.as_: found.word if found else "" for token, found in named if token.as_}

    def anchors(self) -> tuple[str, ...] | None:
        """The words that must stand there; a text that lacks only some of them is passed in `run`."""
        return self._sure

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """Words and tags, each by the place of its token, and the exceptions."""
        named = {
            f"tokens.{index}.{key}": (pattern,)
            for index, token in enumerate(self.tokens)
            for key, pattern in (("word", token.word), ("tag", token.tag))
            if pattern
        }
        return named | {"except": self.except_}

    def faults(self) -> Iterator[tuple[str, str]]:
        """A row that no sentence can be chosen for, and tokens that say nothing or contradict themselves."""
        if not self._sure:
            what = "needs a token with 'word' that is neither 'optional' nor 'not', or every sentence would be tagged"
            yield "tokens", what
        if len(self.tokens) > MOST:
            yield "tokens", f"has {len(self.tokens)} tokens; at most {MOST} are allowed"
        names = [token.as_ for token in self.tokens if token.as_]
        for index, token in enumerate(self.tokens):
            yield from ((f"tokens.{index}{key}", what) for key, what in token.faults())
            if token.skip and index == 0:
                yield "tokens.0.skip", "says nothing, for no word stands before the first; take it out"
            if token.as_ and names.count(token.as_) > 1:
                yield f"tokens.{index}.as", f"'{token.as_}' is the name of more than one token; choose another"

    def values(self) -> frozenset[str]:
        """The names of words."""
        return frozenset(token.as_ for token in self.tokens if token.as_)


def _meeting(document: Document, match: patterns.Match) -> Iterator[Span]:
    """The sentences that a match stands in or reaches into."""
    sentences = document.sentences
    index = bisect_right(sentences, match.start(), key=lambda sentence: sentence.end)
    while index < len(sentences) and sentences[index].start < match.end():
        yield sentences[index]
        index += 1


def _rows(tokens: tuple[Token, ...], found: list[Tagged]) -> Iterator[Row]:
    """Each row of words that fits, the next one behind it."""
    lost: set[tuple[int, int]] = set()
    start = 0
    while start < len(found):
        row = _row(tokens, found, start, lost)
        there = [word for word in row or () if word is not None]
        if row is not None and there:
            yield row
            start = found.index(there[-1], start)
        start += 1


def _row(tokens: tuple[Token, ...], found: list[Tagged], start: int, lost: set[tuple[int, int]]) -> Row | None:
    """The word for each token, where the first that is there stands at a place; None where they do not fit.

    `lost` keeps the tokens and places behind the first from which the rest does not fit, so that none is tried twice.
    """

    def rest(index: int, place: int) -> Row | None:
        if index == len(tokens):
            return ()
        if (index, place) in lost:
            return None
        token, begun = tokens[index], place > start
        for at in range(place, min(len(found), place + (token.skip if begun else 0) + 1)):
            if token.fits(found[at]) and (row := rest(index + 1, at + 1)) is not None:
                return (found[at], *row)
        if token.optional and (row := rest(index + 1, place)) is not None:
            return (None, *row)
        if begun:
            lost.add((index, place))
        return None

    return rest(0, start)
