"""The words around a place, for pages that break lines themselves."""

from __future__ import annotations

from lint.findings import Finding
from lint.text import Source

AROUND = 60  # characters of the line to each side of a place
LONGEST = 300  # characters of a place


def excerpt(finding: Finding, source: Source) -> tuple[str, str, str]:
    """What stands before a place in its line, the place, and what stands behind it, with … where something is cut."""
    text, start, end = source.text, finding.start.offset, finding.end.offset
    begin, stop = source.line_span(finding.start.line).start, max(end, source.line_span(finding.end.line).end)
    before, after = text[max(begin, start - AROUND) : start], text[end : min(stop, end + AROUND)]
    found = text[start:end] if end - start <= LONGEST else text[start : start + LONGEST] + "…"
    return ("…" if start - AROUND > begin else "") + before, found, after + ("…" if end + AROUND < stop else "")
