"""Rules that find nothing which another rule does not find, too, in a place as wide or wider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lint.advice.advice import Advice
from lint.document import Document
from lint.engine import apply
from lint.examples import PATIENCE, unmarked
from lint.findings import Finding, Severity
from lint.patience import OvertimeError
from lint.rules import Rule
from lint.text import Source, Span

KEPT = 512  # documents at hand
OVERTIME = "takes too long on a text that is none of its examples, and would be stopped there; bound its patterns"


def covered(chosen: Iterable[Rule], rules: Sequence[Rule], corpus: Sequence[Source] = ()) -> Iterator[Advice]:
    """Each chosen rule that another one covers wherever it finds something: in examples, and in a corpus.

    One that took too long on a text that is none of its examples is told, too.
    """
    told: set[tuple[str, str]] = set()
    slow: set[str] = set()
    chosen = list(chosen)
    texts = [unmarked(bad.text)[0] for rule in rules for bad in rule.examples.bad if not bad.todo]
    for rule in chosen:
        own = [unmarked(bad.text)[0] for bad in rule.examples.bad if not bad.todo]
        covering, places = _covering(rule, rules, (*map(_example, dict.fromkeys((*own, *texts))), *corpus), slow)
        for other in covering:
            if (other.id, rule.id) not in told:
                told.add((rule.id, other.id))
                yield Advice(rule.id, "check", _sentence(other, places, len(corpus)))
    for rule in chosen:
        if rule.id in slow:
            yield Advice(rule.id, "check", OVERTIME)


def _covering(rule: Rule, rules: Sequence[Rule], sources: Iterable[Source], slow: set[str]) -> tuple[list[Rule], int]:
    """The other rules that find all that a rule does, and in how many places it does."""
    others = [other for other in rules if other.id != rule.id and _may_cover(other, rule)]
    seen = []
    for source in sources:
        found = _spans(rule, source, slow)
        if found:
            seen.append((source, found))
            others = [other for other in others if _covers(_spans(other, source, slow), found)]
        if not others:
            break
    places = sum(len(found) for _, found in seen)
    return [other for other in others if any(_for_its_sake(other, *one, slow) for one in seen)], places


def _sentence(other: Rule, places: int, texts: int) -> str:
    seen = f"in the examples and {texts} documents" if texts else "in the examples"
    return (
        f"every place that it finds {seen} ({places}) is found by rule '{other.id}', too, which tells it twice; "
        f"give an example that '{other.id}' passes, or take one of the two away"
    )


def _may_cover(other: Rule, rule: Rule) -> bool:
    """Whether another rule speaks wherever this one does."""
    documents = not other.documents or (bool(rule.documents) and {*rule.documents} <= {*other.documents})
    files = not other.files or other.files == rule.files
    return documents and files and (other.severity is not Severity.OFF or rule.severity is Severity.OFF)


def _example(text: str) -> Source:
    return Source("example", text)


def _covers(wide: list[Span], places: list[Span]) -> bool:
    return all(any(one.start <= place.start and place.end <= one.end for one in wide) for place in places)


def _for_its_sake(other: Rule, source: Source, places: list[Span], slow: set[str]) -> bool:
    """Whether a rule finds less where these places are cut out, so that it does not only report the lines around."""
    text, reached = "", 0
    for place in sorted(places):
        text += source.text[reached : place.start]
        reached = max(reached, place.end)
    cut = _example(text + source.text[reached:])
    return len(_spans(other, cut, slow)) < len(_spans(other, source, slow))


def _spans(rule: Rule, source: Source, slow: set[str]) -> list[Span]:
    """Where a rule finds something; nowhere if it fails, or once it has been too `slow`, which is noted there."""
    free = replace(rule, documents=(), files=())
    try:
        if rule.id in slow:
            return []
        found: list[Finding] = PATIENCE.over(len(source.text), lambda: list(apply(free, _document(source))))
    except OvertimeError:
        slow.add(rule.id)
        return []
    except Exception:  # told where rules are tried on their examples
        return []
    return [Span(finding.start.offset, finding.end.offset) for finding in found]


@lru_cache(KEPT)
def _document(source: Source) -> Document:
    return Document(source)
