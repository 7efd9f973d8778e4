"""Results and rules made of what breaks formats: controls, half surrogate pairs, every format's own signs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from showing import builtin

from lint.findings import Edit, Finding, Fix, Related, Severity, Suppression
from lint.rules import Bad, Examples, Good, RuleSet
from lint.session import Result, Trouble
from lint.text import Source, Span

FRAGMENTS = [
    "\x1b[31m", "\x9b2J", "\x1b]0;t\x07", "\n", "\r\n", "\r", "\t", "\x00", "\x0b", "\x85", "\udcff", "\ud83d",
    "\u202e", "\u2028", "\ufeff", "\ufffe", "\uffff", "\U0001fffe", "::error file=a::x", "::", "%", "%0A", ",", ":",
    "=", "]]>", "<![CDATA[", "<!--", "-->", "</script>", "<script>alert(1)</script>", "</title>", "</pre>",
    "<img src=x onerror=y>", "&amp;", "&#0;", '"', "'", "`" * 4, "[a](1)", "{0}", "[red]", ":smile:", "\\", "../", "/",
    "//", "./", "~", "#", "?", "全面落实", "D建", "𠮷", "é", "👍🏽", "⟦", "⟧",
]  # fmt: skip
ANY = st.text(st.characters(exclude_categories=()), max_size=4)
# Halves that make a pair are one character in JSON, whatever they were before; no name or text that is read has them.
PAIRS = re.compile("[\ud800-\udbff](?=[\udc00-\udfff])")
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | ANY, max_size=6).map(lambda parts: PAIRS.sub("", "".join(parts)))
WORDS = TEXTS.filter(bool)
RULES = ("obfuscated-term", "stale-year", "no-such-rule")


@st.composite
def findings(draw: st.DrawFn, source: Source) -> Finding:
    def span() -> Span:
        return Span(*sorted((draw(st.integers(0, len(source.text))), draw(st.integers(0, len(source.text))))))

    def places() -> Any:
        start, end = span()
        return {"start": source.position(start), "end": source.position(end)}

    start, end = span()
    fix = Fix(draw(st.sampled_from(["safe", "unsafe"])), (Edit(span(), draw(TEXTS)),)) if draw(st.booleans()) else None
    return Finding(
        source.path, draw(st.sampled_from(RULES)), "pack", draw(st.sampled_from(list(Severity)[1:])), draw(WORDS),
        source.text[start:end], source.position(start), source.position(end), {"value": draw(TEXTS)}, fix,
        tuple(Related(draw(WORDS), **places()) for _ in range(draw(st.integers(0, 2)))),
    )  # fmt: skip


@st.composite
def results(draw: st.DrawFn) -> tuple[Result, ...]:
    made = []
    for file in draw(st.lists(WORDS, max_size=3, unique=True)):
        source = Source(file, draw(TEXTS))
        found = sorted(draw(st.lists(findings(source), max_size=3)), key=lambda finding: finding.order)
        by = st.sampled_from(["config", "sidecar", "comment", "baseline"])
        left = tuple((finding, Suppression(draw(by), draw(TEXTS))) for finding in found[2:])
        troubles = (Trouble(file, draw(WORDS), rule=draw(st.none() | st.just("stale-year"))),) if draw(ANY) else ()
        read_ = draw(st.booleans()) or not troubles
        made.append(
            Result(file, source, tuple(found[:2]), troubles, left) if read_ else Result(file, None, (), troubles)
        )
    return tuple(made)


@st.composite
def rulesets(draw: st.DrawFn) -> RuleSet:
    examples = Examples((Good(draw(WORDS)),), (Bad(draw(WORDS), draw(TEXTS)),))
    told: dict[str, Any] = {"message": draw(WORDS), "why": draw(WORDS), "examples": examples}
    return RuleSet(tuple(replace(builtin().rules[0], id=id_, **told) for id_ in RULES[:2]))


def worst() -> tuple[Result, ...]:
    """All at once: one finding on everything, and one that does not count."""
    every = "".join(FRAGMENTS)
    source = Source(every, every)
    start, end = source.position(0), source.position(len(every))
    fix = Fix("safe", (Edit(Span(0, len(every)), every),))
    related = (Related(every, start, end),)
    finding = Finding(every, RULES[0], "pack", Severity.ERROR, every, every, start, end, {"value": every}, fix, related)
    left = ((finding, Suppression("comment", every)),)
    return (Result(every, source, (finding,), (Trouble(every, every),), left),)
