"""Rules that find nothing which another rule does not find, too, in a place as wide or wider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lint.advice.advice import Advice
from lint.document import Document
from lint.engine import apply
from lint.examples import unmarked
from lint.findings import Finding, Severity
from lint.rules import Rule
from lint.text import Source, Span

KEPT = 512  # documents at hand


def covered(chosen: Iterable[Rule], rules: Sequence[Rule], corpus: Sequence[Source] = ()) -> Iterator[Advice]:
    """Each chosen rule that another one covers wherever it finds something: in examples, and in a corpus."""
    told: set[tuple[str, str]] = set()
    examples = [unmarked(bad.text)[0] for rule in rules for bad in rule.examples.bad if not bad.todo]
    for rule in chosen:
        own = [unmarked(bad.text)[0] for bad in rule.examples.bad if not bad.todo]
        others = [other for other in rules if other.id != rule.id and _may_cover(other, rule)]
        places, seen = 0, []
        for source in (*map(_example, dict.fromkeys((*own, *examples))), *corpus):
            found = _spans(rule, source)
            places += len(found)
            if found:
                seen.append((source, found))
                others = [other for other in others if _covers(_spans(other, source), found)]
            if not others:
                break
        for other in others if places else ():
            if (other.id, rule.id) not in told and any(_for_its_sake(other, *one) for one in seen):
                told.add((rule.id, other.id))
                yield Advice(rule.id, "check", _sentence(other, places, len(corpus)))


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


def _for_its_sake(other: Rule, source: Source, places: list[Span]) -> bool:
    """Whether a rule finds less where these places are cut out, so that it does not only report the lines around."""
    text, reached = "", 0
    for place in sorted(places):
        text += source.text[reached : place.start]
        reached = max(reached, place.end)
    return len(_spans(other, _example(text + source.text[reached:]))) < len(_spans(other, source))


def _spans(rule: Rule, source: Source) -> list[Span]:
    try:
        found: list[Finding] = list(apply(replace(rule, documents=(), files=()), _document(source)))
    except Exception:  # told where rules are tried on their examples
        return []
    return [Span(finding.start.offset, finding.end.offset) for finding in found]


@lru_cache(KEPT)
def _document(source: Source) -> Document:
    return Document(source)
