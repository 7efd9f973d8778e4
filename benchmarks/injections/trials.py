"""Trials: one damage at a time is put into a clean text, and what the linter says at its place is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.injections import chrome, garbling, surface
from benchmarks.injections.injection import Generator, Injection, Span
from lint import packs
from lint.engine import Engine
from lint.findings import Finding
from lint.text import Source

PACKS = ("structure", "noise", "garbling", "punctuation", "consistency", "targets")
GENERATORS: dict[str, Generator] = {**chrome.GENERATORS, **garbling.GENERATORS, **surface.GENERATORS}
NEAR = 2  # characters beside a place of no width
AROUND = 30  # characters shown on either side of a place

# The rules that name a damage, where they do not bear the family's own name. A reader may call some damages by two
# names: a hole between two commas is a repeated mark, too, and a masked number is a target that was never filled in.
NAMED = {
    "template-intro": ("template-intro", "bundled-documents"),
    "pager": ("pager", "stray-page-number"),
    "library-notice": ("library-notice", "truncated-document"),
    "letters": ("obfuscated-term",),
    "pinyin": ("injected-pinyin",),
    "mask": ("masked-text", "anonymised-placeholder", "target-placeholder", "deleted-text"),
    "placeholder": ("anonymised-placeholder", "masked-text", "target-placeholder", "deleted-text"),
    "hole": ("deleted-text", "dangling-target", "repeated-punctuation", "malformed-date", "unbalanced-pair"),
    "mojibake": ("mojibake", "invalid-character"),
    "invalid": ("invalid-character", "mojibake"),
    "invisible": ("invisible-character", "invalid-character"),
    "jammer": ("markup-residue", "mojibake", "mixed-script", "advertisement", "invalid-character", "obfuscated-term"),
    "spun": ("spun-phrase", "misspelling"),
    "misspelling": ("misspelling", "spun-phrase"),
    "repeated-punctuation": ("repeated-punctuation", "deleted-text", "unbalanced-pair"),
    "pair": ("unbalanced-pair", "repeated-punctuation"),
    "mixed-width": ("mixed-width-punctuation", "mixed-markers"),
    "spacing": ("cjk-spacing",),
    "end-mark": ("missing-end-mark", "truncated-document", "inconsistent-heading"),
    "malformed-date": (
        "malformed-date",
        "impossible-date",
        "deleted-text",
        "masked-text",
        "malformed-number",
        "spaced-digits",
    ),
    "impossible-date": ("impossible-date", "malformed-date"),
    "malformed-number": (
        "malformed-number",
        "repeated-punctuation",
        "spaced-digits",
        "impossible-target",
        "deleted-text",
    ),
    "year-conflict": ("year-conflict", "stale-year"),
    "repeated-title": ("repeated-title", "repeated-paragraph", "malformed-title"),
}
DOUBLED = frozenset({"repeated-title", "repeated-paragraph"})  # either copy may be told


@dataclass(frozen=True)
class Trial:
    """One damage and whether it was found: by a rule that names it (`named`), or for chrome by any rule of the pack."""

    file: str
    injection: Injection
    named: bool
    found: bool
    told: tuple[str, ...]

    @property
    def context(self) -> str:
        """The first place of the damage with what stands around it."""
        start, end = self.injection.spans[0]
        text = self.injection.text
        shown = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
        return shown.replace("\n", "⏎")


def ready() -> Engine:
    """All rules of the packs that name such damage, those that are off left out."""
    return Engine(packs.load().select(PACKS, ()))


def run(
    engine: Engine, paths: Iterable[Path], families: Iterable[str], each: int, half: int | None, seed: int = 0
) -> Iterator[Trial]:
    """Some damages of every family in every text. `half` chooses the forms, `seed` which of them and where."""
    sources = [Source.read(path) for path in paths]
    for family in families:
        for source in sources:
            for turn in range(each):
                injection = GENERATORS[family](source.text, Random(f"{seed} {family} {turn} {source.text[:80]}"), half)
                if injection is not None:
                    yield judged(engine, source.path, injection)


def judged(engine: Engine, file: str, injection: Injection) -> Trial:
    """A trial of one damage. Raises RuntimeError where a rule crashes."""
    findings, crashes = engine.lint(Source(file, injection.text))
    if crashes:
        raise RuntimeError(f"{file}: rule '{crashes[0].rule}' crashed: {crashes[0].reason}")
    at = [finding for finding in findings if any(_touches(finding, span) for span in injection.spans)]
    rules = {finding.rule for finding in (findings if injection.family in DOUBLED else at)}
    named = bool(rules.intersection(NAMED.get(injection.family, (injection.family,))))
    noise = injection.family in chrome.GENERATORS and any(finding.pack == "noise" for finding in at)
    return Trial(file, injection, named, named or noise, tuple(sorted({finding.rule for finding in at})))


def _touches(finding: Finding, span: Span) -> bool:
    start, end = span
    if start == end:
        start, end = start - NEAR, end + NEAR
    return finding.start.offset < end and start < max(finding.end.offset, finding.start.offset + 1)


def shares(trials: Iterable[Trial]) -> dict[str, tuple[int, int, int]]:
    """By family: the trials, those named rightly, those found at all."""
    counted: dict[str, Counter[str]] = {}
    for trial in trials:
        row = counted.setdefault(trial.injection.family, Counter())
        row.update({"trials": 1, "named": trial.named, "found": trial.found})
    return {family: (row["trials"], row["named"], row["found"]) for family, row in counted.items()}
