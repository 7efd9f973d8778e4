"""A finding's fingerprint: a name by which another run knows it again, though lines have moved.

It is made of the rule, the text found, without blanks, and its neighbours in the same line, without blanks and marks,
so that a repair of a blank or a mark beside it makes no new finding of it. What stands in other lines may be edited,
moved or taken away, and the file renamed, which is why its name is no part of `content`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from lint.findings import Finding
from lint.text import Source

NEIGHBOURS = 16  # characters to each side that tell one place of a line from another with the same text
BYTES = 16


def content(finding: Finding, source: Source) -> str:
    """The fingerprint without the file: 32 hexadecimal digits. `source` is the text that the finding was made in."""
    start, end = finding.start.offset, finding.end.offset
    line = source.line_span(finding.start.line).start
    last = source.line_span(finding.end.line).end
    left = _words(source.text[max(line, start - 4 * NEIGHBOURS) : start])[-NEIGHBOURS:]
    right = _words(source.text[end : max(end, min(last, end + 4 * NEIGHBOURS))])[:NEIGHBOURS]
    return _digest(finding.rule, left, "".join(finding.text.split()), right)


def fingerprints(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """The fingerprint of each finding of one file, as reports carry it; where two are alike, they are counted."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = content(finding, source)
        yield _digest(finding.file, name, str(seen[name]))
        seen[name] += 1


def _words(text: str) -> str:
    """The letters, characters and digits of a text, those of full width as their usual forms."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=BYTES).hexdigest()
