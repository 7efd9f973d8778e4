"""With and without the prefilter, the same findings: `python -m benchmarks.differential FOLDER...`.

The prefilter may only ever cost time. Every text is linted twice, by an engine as it is and by one that looks for every
pattern everywhere; what one of them finds and the other does not is told, and makes the exit status 1.
"""

from __future__ import annotations

import sys
from collections import Counter

from lint import packs, session
from lint.document import Document
from lint.engine import Engine, apply
from lint.files import find
from lint.findings import Finding
from lint.rules import RuleSet
from lint.text import Source


def unfiltered(ruleset: RuleSet, source: Source) -> list[Finding]:
    """What every rule finds where nothing is known of the text beforehand."""
    document = Document(source)
    return [finding for rule in ruleset.rules for finding in apply(rule, document)]


def differing(engine: Engine, ruleset: RuleSet, source: Source) -> Counter[str]:
    """The findings that only one of the two has, each as one line."""
    filtered, crashes = engine.lint(source)
    ours, theirs = (Counter(map(_line, found)) for found in (filtered, unfiltered(ruleset, source)))
    return (ours - theirs) + (theirs - ours) + Counter(f"{crash.file}: {crash.rule} crashed" for crash in crashes)


def _line(finding: Finding) -> str:
    return f"{finding.file}:{finding.start.line}:{finding.start.column}: {finding.rule} {finding.message} {finding.fix}"


def main(paths: tuple[str, ...]) -> int:
    """0 where both agree on all texts."""
    ruleset = packs.load()
    engine = Engine(ruleset)
    count, odd = 0, Counter[str]()
    for source in session.sources(find(paths)):
        if isinstance(source, Source):
            count += 1
            odd += differing(engine, ruleset, source)
    print(*sorted(odd), f"{count} texts, {odd.total()} findings differ", sep="\n")
    return int(bool(odd) or not count)


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
