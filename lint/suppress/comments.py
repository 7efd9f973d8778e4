"""Suppressions in Markdown: `<!-- plan-lint: ignore[id, pack] -- reason -->`.

Alone on its line a comment holds for the next line of text, behind text for its own line; `ignore-file` holds for the
whole document, `ignore-start` up to `ignore-end`. Without names it holds for every rule, which is noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from lint.config.entry import Entry
from lint.findings import Finding, Suppression
from lint.suppress.notes import Note
from lint.text import Source, Span

SUFFIXES = (".md", ".markdown")
ANY = re.compile(r"<!--\s{0,9}plan-lint\b(?:(?!-->)[\s\S]){0,2000}-->")
WHOLE = re.compile(
    r"<!--\s{0,9}plan-lint:\s{0,9}(?P<word>[a-z-]+)\s{0,9}(?:\[(?P<names>[^\]\n]*)\])?\s{0,9}(?:--(?P<reason>[\s\S]*?))?\s*-->"
)
WORDS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
BLANK = re.compile(r"(?:\s|<!--(?:(?!-->)[\s\S]){0,2000}-->)*")  # what may stand before the text that is meant
SHAPE = "write <!-- plan-lint: ignore[rule] -- reason -->"
WHY = "an ignoring comment needs a reason here, and without one holds nothing; " + SHAPE


@dataclass
class _Comment:
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


class Comments:
    """The comments of the documents of one run. Where a reason is obligatory, one without holds nothing."""

    def __init__(self, require_reason: bool = False) -> None:
        self._require = require_reason
        self._read: dict[str, _Reader] = {}

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[Suppression | None]:
        """For each finding of a file why it does not count; what is found in a comment of ours never does."""
        if not source.path.lower().endswith(SUFFIXES) or "plan-lint" not in source.text:
            return [None] * len(findings)
        read = self._read[source.path] = _Reader(source, self._require)
        return [read.held(finding) for finding in findings]

    def notes(self, covered: Callable[[Entry], bool]) -> Iterator[Note]:
        """What is wrong with comments, and which hold nothing, in the files that were `covered`."""
        for path, read in self._read.items():
            yield from read.notes
            for comment in read.comments:
                if not comment.used and covered(Entry(rules=tuple(comment.names), file=path)):
                    yield Note(path, comment.line, "this comment holds nothing any more; take it away")


class _Reader:
    """The comments of one document, and what is wrong with some of them."""

    def __init__(self, source: Source, require: bool) -> None:
        self._source = source
        self._require = require
        self.comments: list[_Comment] = []
        self.notes: list[Note] = []
        self._places: list[Span] = []  # of all that begin as ours do
        self._open: list[_Comment] = []
        for match in ANY.finditer(source.text):
            self._places.append(Span(*match.span()))
            self._read(self._places[-1], match[0])
        for comment in self._open:
            self._note(comment.line, "ignore-start without an ignore-end; it holds up to the text's end")

    def held(self, finding: Finding) -> Suppression | None:
        """Why a finding does not count."""
        if any(p.start <= finding.start.offset and finding.end.offset <= p.end for p in self._places):
            return Suppression("comment", "")
        held = [comment for comment in self.comments if comment.holds(finding)]
        for comment in held:
            comment.used = True
        return Suppression("comment", held[0].reason) if held else None

    def _read(self, span: Span, text: str) -> None:
        line = self._source.position(span.start).line
        whole = WHOLE.fullmatch(text)
        word = whole["word"] if whole else ""
        if whole is None or word not in WORDS:
            close = get_close_matches(word, WORDS, 1)
            what = f"unknown word '{word}'" if word else "no comment that plan-lint understands"
            remedy = f"did you mean '{close[0]}'?" if close else SHAPE
            self._note(line, f"{what}; {remedy}")
        elif word == "ignore-end":
            self._end(span, line)
        else:
            names = frozenset(name.strip() for name in (whole["names"] or "").split(",") if name.strip())
            self._begin(_Comment(span, line, word, names, " ".join((whole["reason"] or "").split()), span))

    def _begin(self, comment: _Comment) -> None:
        if self._require and not comment.reason:
            self._note(comment.line, WHY)
            return
        if not comment.names:
            self._note(comment.line, "this comment names no rule, and so holds whatever is found; name rules")
        comment.held = _place(self._source, comment.span, comment.word)
        self.comments.append(comment)
        if comment.word == "ignore-start":
            self._open.append(comment)

    def _end(self, span: Span, line: int) -> None:
        if not self._open:
            self._note(line, "ignore-end without an ignore-start before it")
            return
        begun = self._open.pop()
        begun.held = Span(begun.held.start, span.start)

    def _note(self, line: int, reason: str) -> None:
        self.notes.append(Note(self._source.path, line, reason))


def _place(source: Source, span: Span, word: str) -> Span:
    """The part of a text that a comment holds for."""
    if word == "ignore-file":
        return Span(0, len(source.text))
    if word == "ignore-start":
        return Span(span.end, len(source.text))
    own = source.whole_lines(span)
    if ANY.sub("", source.text[own.start : own.end]).strip():
        return Span(own.start, source.line_span(source.position(span.end).line).end)
    skipped = BLANK.match(source.text, own.end)
    begin = skipped.end() if skipped else own.end
    return source.line_span(source.position(begin).line)
