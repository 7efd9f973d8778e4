"""The comments of plan-lint in one Markdown document, read: what each holds, and what is wrong with some.

`<!-- plan-lint: ignore[id, pack] -- reason (until 2027-01-31) -->`. What stands in a fenced block is an example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from lint.findings import Finding
from lint.text import Source, Span
from lint.text.asides import asides

WORDS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
SHAPE = "write <!-- plan-lint: ignore[rule] -- reason -->"
WHOLE = re.compile(
    r"<!--\s*+plan-lint:\s*+(?P<word>[a-z-]+)\s*+(?:\[(?P<names>[^\]\n]*)\])?\s*+(?:--(?P<reason>[\s\S]*?))?\s*+-->"
)
UNTIL = re.compile(r"[（(]until ([^()（）]*)[)）]$")
BLANK = re.compile(r"(?:\s|<!--(?:(?!-->)[\s\S]){0,2000}-->)*")  # what may stand before the text that is meant


@dataclass
class Comment:
    """One comment: where it stands, what it holds, and whether it has held something."""

    span: Span
    line: int
    word: str
    names: frozenset[str]
    reason: str
    held: Span
    used: bool = False

    def holds(self, finding: Finding) -> bool:
        """Whether a finding begins in what the comment holds, and is of one of its rules."""
        named = not self.names or not self.names.isdisjoint((finding.rule, finding.pack, "all"))
        return named and self.held.start <= finding.start.offset <= self.held.end


class Reading:
    """The `comments` of one document, the `places` of all that look like some, and `faults`, each with its line."""

    def __init__(self, source: Source, require_reason: bool, today: date) -> None:
        self._require = require_reason
        self._today = today
        self.comments: list[Comment] = []
        self.faults: list[tuple[int, str]] = []
        self.places: list[Span] = []
        self._open: list[Comment] = []
        for span in asides(source):
            self._read(source, span)
        for comment in self._open:
            self._fault(comment.line, "ignore-start without an ignore-end; it holds up to the text's end")

    def _read(self, source: Source, span: Span) -> None:
        text = source.text[span.start : span.end]
        if text.endswith("-->"):
            self.places.append(span)
        line = source.position(span.start).line
        whole = WHOLE.fullmatch(text)
        word = whole["word"] if whole else ""
        names = frozenset(name.strip() for name in ((whole and whole["names"]) or "").split(",") if name.strip())
        if whole is None or word not in WORDS:
            self._fault(line, _misread(text, word))
        elif word == "ignore-end":
            self._end(span, line, names)
        else:
            reason = " ".join((whole["reason"] or "").split())
            self._begin(source, Comment(span, line, word, names, reason, span))

    def _begin(self, source: Source, comment: Comment) -> None:
        until = UNTIL.search(comment.reason)
        if until:
            comment.reason = comment.reason[: until.start()].rstrip()
        fault = self._overdue(until[1].strip()) if until else ""
        if self._require and not comment.reason:
            fault = "an ignoring comment needs a reason here, and without one holds nothing; " + SHAPE
        if fault:
            self._fault(comment.line, fault)
            return
        if not comment.names or "all" in comment.names:
            self._fault(comment.line, "this comment names no rule, and so holds whatever is found; name rules")
        comment.held = _place(source, comment.span, comment.word)
        self.comments.append(comment)
        if comment.word == "ignore-start":
            self._open.append(comment)

    def _overdue(self, until: str) -> str:
        """Why a comment with a last day holds nothing."""
        try:
            past = date.fromisoformat(until) < self._today
        except ValueError:
            return f"'{until}' is no date such as 2027-01-31, and so this comment holds nothing"
        return f"this comment expired on {until}; its findings count again" if past else ""

    def _end(self, span: Span, line: int, names: frozenset[str]) -> None:
        """End what was begun last, or last with these names."""
        begun = next((comment for comment in reversed(self._open) if not names or comment.names == names), None)
        if begun is None:
            self._fault(line, "ignore-end without an ignore-start before it")
            return
        self._open.remove(begun)
        begun.held = Span(begun.held.start, span.start)

    def _fault(self, line: int, reason: str) -> None:
        self.faults.append((line, reason))


def _misread(text: str, word: str) -> str:
    if not text.endswith("-->"):
        return f"this comment is never closed; {SHAPE}"
    close = get_close_matches(word, WORDS, 1)
    what = f"unknown word '{word}'" if word else "no comment that plan-lint understands"
    return f"{what}; did you mean '{close[0]}'?" if close else f"{what}; {SHAPE}"


def _place(source: Source, span: Span, word: str) -> Span:
    """The part of a text that a comment holds for."""
    if word == "ignore-file":
        return Span(0, len(source.text))
    if word == "ignore-start":
        return Span(span.end, len(source.text))
    own = source.whole_lines(span)
    line = source.text[own.start : own.end]
    if BLANK.fullmatch(line) is None:
        return Span(own.start, source.line_span(source.position(span.end).line).end)
    skipped = BLANK.match(source.text, own.end)
    begin = skipped.end() if skipped else own.end
    return source.line_span(source.position(begin).line)
