"""What is said twice: in one list, by a shorter word for a longer one, or by two rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from lint.advice.advice import Advice
from lint.advice.options import Given, given
from lint.checks import Hit
from lint.checks.check import Check
from lint.document import Document
from lint.patterns import branches
from lint.rules import Rule
from lint.text import Source, Span

PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]+")  # a pattern that is a word
AT_LEAST = 2  # characters of a pattern or word that two rules have by no accident


def in_one_rule(rule: Rule, texts: Iterable[Given]) -> Iterator[Advice]:
    """Texts that stand twice in an option, alternatives twice in a pattern, words that a shorter one makes needless."""
    lists: defaultdict[str, list[Given]] = defaultdict(list)
    for one in texts:
        lists[one.key].append(one)
        if one.pattern:
            for branch in _twice(branches(one.text)):
                yield Advice(rule.id, one.place, f"the alternative '{branch}' stands in it twice; take one away")
    for key, listed in lists.items():
        for text in _twice(tuple(one.text for one in listed)):
            again = [one.place.rsplit(".", 1)[-1] for one in listed if one.text == text]
            where = f"{key}.{again[-1]}"
            yield Advice(rule.id, where, f"'{text}' stands in the list twice, also as {key}.{again[0]}; take one away")
        yield from _needless(rule, listed)


def _twice(texts: tuple[str, ...]) -> Iterator[str]:
    if len(texts) != len(set(texts)):
        seen: set[str] = set()
        for text in texts:
            if text in seen:
                yield text
            seen.add(text)


def _needless(rule: Rule, listed: list[Given]) -> Iterator[Advice]:
    """Words that hold another word of their list which finds their places without them."""
    words = {one.text: one for one in listed if not one.excuses and (not one.pattern or PLAIN.fullmatch(one.text))}
    longest = max(map(len, words), default=0)
    for text, one in words.items():
        pieces = (
            text[start : start + size] for size in range(1, min(len(text), longest)) for start in range(len(text))
        )
        shorter = next((piece for piece in pieces if piece != text and piece in words), None)
        if shorter is not None and _finds_as_well(rule, one, shorter):
            sentence = f"'{text}' is needless, for '{shorter}' of the same list finds its places already; take one away"
            yield Advice(rule.id, one.place, sentence)


def _finds_as_well(rule: Rule, long: Given, short: str) -> bool:
    """Whether a check of the shorter word alone finds what one of the longer word alone finds in that word."""
    if not hasattr(long.check, long.field):  # a word of a map among the options
        return False
    document = Document(Source("advice", long.text))
    wanted, found = (_found(_only(long, word), document) for word in (long.text, short))
    if not wanted or not found:
        return False
    if {hit.span for hit in wanted} <= {hit.span for hit in found}:
        return True
    told = long.check.repairs() or "{text}" in rule.message  # what is told or repaired is another text
    return not told and all(any(_touch(one.span, other.span) for other in found) for one in wanted)


def _only(one: Given, word: str) -> Check:
    """A text's check with nothing else to find than a word."""
    empty: dict[str, Any] = {
        field.name: type(value)()
        for field in fields(one.check)
        if isinstance(value := getattr(one.check, field.name), tuple | dict) and "str" in str(field.type)
    }
    return replace(one.check, **empty | {one.field: (word,)})


def _found(check: Check, document: Document) -> list[Hit]:
    try:
        return list(check.run(document))
    except Exception:  # a kind that needs the options left out; nothing is said of it
        return []


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def in_two_rules(chosen: Iterable[Rule], rules: Iterable[Rule]) -> Iterator[Advice]:
    """Patterns and tokens with which a chosen rule looks for what another rule looks for already."""
    known: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
    texts = {rule.id: [one for one in given(rule) if _looks(one)] for rule in rules}
    for id_, own in texts.items():
        for one in own:
            known[one.pattern, one.text].append(id_)
    told: set[tuple[str, str]] = set()
    for rule in chosen:
        for one in texts[rule.id]:
            for other in known[one.pattern, one.text]:
                if other != rule.id and (other, one.text) not in told:
                    told.add((rule.id, one.text))
                    what = "pattern" if one.pattern else "word"
                    sentence = (
                        f"the {what} '{one.text}' is one of rule '{other}', too, so that its places are told twice; "
                        "take it away in one of them"
                    )
                    yield Advice(rule.id, one.place, sentence)


def _looks(one: Given) -> bool:
    own = one.key.count(".") == 1  # parts of composed checks may well be the same in two rules
    return own and not one.excuses and len(one.text) >= AT_LEAST and (one.pattern or one.field == "tokens")
