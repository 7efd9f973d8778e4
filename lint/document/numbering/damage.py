"""What markers become when scraping damages them: `27构建`, `二。`, `（三`, a heading glued to the line before.

Each of these may be anything in running text. They count only where the numbering misses exactly that ordinal, or
where a list has just ended with the ordinal before. Their places are gathered in one pass each; which form it is, is
asked only where an ordinal is wanted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from lint import expressions, words
from lint.document import markers
from lint.document.markers import Marker, written
from lint.document.numbering import forms
from lint.document.numbering.forms import ALWAYS
from lint.numerals import number
from lint.text import Span

COMMON = 50  # how often a word occurs in the dictionary's corpus that a line may begin with


class Damage:
    """The damaged and glued markers of one text, found where an ordinal is wanted."""

    def __init__(self, text: str) -> None:
        self._text = text

    def missing(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        """The damaged and glued forms of one missing ordinal between two neighbours, the likeliest first.

        `like` is a sibling: it tells the scheme, and of a decimal its parent.
        """
        yield from self._sound(region, like, ordinal)
        yield from self._damaged(region, like, ordinal, ALWAYS)
        yield from self._bare(region, like, ordinal)
        yield from self._glued(region, like, ordinal)
        yield from self._swallowed(region, like, ordinal)

    def following(self, region: Span, like: Marker, ordinal: int, siblings: int) -> Iterator[Marker]:
        """The damaged and glued forms of the ordinal that would come next after a list of so many siblings."""
        sound = self._sound(region, like, ordinal) if siblings >= 2 else ()
        yield from (form for form in sound if not forms.QUANTITY.match(self._text, form.span.end))
        yield from self._damaged(region, like, ordinal, min(siblings, ALWAYS - 1))
        if siblings >= 2:
            yield from (form for form in self._bare(region, like, ordinal) if self._heads(form))
            yield from self._glued(region, like, ordinal, sure=True)

    def before(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        """The glued forms of the ordinal before a list's first."""
        yield from self._glued(region, like, ordinal, sure=True)
        yield from self._swallowed(region, like, ordinal)

    def inline_first(self, region: Span, scheme: str) -> Marker | None:
        """The first item of a list that begins behind a colon, on the line of its label: 附件：1.…"""
        pattern = forms.FIRST.get(scheme)
        found = pattern.search(self._text, *region) if pattern else None
        first = Marker(Span(*found.span("marker")), scheme, 1) if found else None
        return None if first and self._goes_on_inline(first) else first

    @cached_property
    def _odd(self) -> list[int]:
        """Offsets of line starts that might be a damaged marker."""
        return [match.end() for match in forms.ODD.finditer(self._text)]

    @cached_property
    def _inline(self) -> dict[tuple[str, int], list[Span]]:
        """Sound markers behind the end of a sentence, by scheme and ordinal."""
        found: dict[tuple[str, int], list[Span]] = {}
        for match in forms.INLINE.finditer(self._text):
            if match["decimal"]:
                name, _, last = match["decimal"].replace("．", ".").rpartition(".")
                ordinal = int(last)
            elif match["one"]:
                scheme, ordinal = markers.one(match["one"])
                name = forms.GROUPS[scheme]
            else:
                name = next(group for group in forms.GROUPS.values() if match[group])
                ordinal = number(match[name]) or 0
            if ordinal:
                found.setdefault((name, ordinal), []).append(Span(*match.span("marker")))
        return found

    def _lines(self, region: Span) -> Iterator[int]:
        for index in range(bisect_left(self._odd, region.start), len(self._odd)):
            if self._odd[index] >= region.end:
                return
            yield self._odd[index]

    def _sound(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        if like.scheme == "circled" and ordinal <= 20:
            at = self._text.find(written(like.scheme, ordinal), *region)
            yield from [Marker(Span(at, at + 1), like.scheme, ordinal)] if at >= 0 else []
        pattern = forms.SOUND.get(like.scheme)
        for start in self._lines(region) if pattern else ():
            match = pattern.match(self._text, start) if pattern else None
            if match and number(match["n"]) == ordinal:
                yield _marked(match, like, ordinal, None)

    def _damaged(self, region: Span, like: Marker, ordinal: int, siblings: int) -> Iterator[Marker]:
        lines = list(self._lines(region))
        decimal = [(1, forms.decimal(like.under, ordinal))] if like.under else []
        for needed, pattern in decimal or forms.DAMAGED.get(like.scheme, ()):
            for start in lines if siblings >= needed else ():
                match = pattern.match(self._text, start, region.end)
                if match and (forms.value(match["n"]) == ordinal if match["n"] else self._begins(start)):
                    yield _marked(match, like, ordinal, "malformed")

    def _bare(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        pattern = forms.BARE.get(like.scheme)
        for start in self._lines(region) if pattern else ():
            match = pattern.match(self._text, start, region.end) if pattern else None
            if match and number(match["n"]) == ordinal:
                yield _marked(match, like, ordinal, "malformed")

    def _heads(self, form: Marker) -> bool:
        """Whether a bare numeral stands before a heading, and begins no word (四川, 三好) and no count (3位)."""
        start, end = form.span
        if forms.MEASURE.match(self._text, end) or not forms.HEADING.match(self._text, end):
            return False
        begun = words.prefixes(self._text[start : end + 3].replace(" ", ""))
        return not any(len(word) > end - start and words.frequency(word) >= COMMON for word in begun)

    def _begins(self, start: int) -> bool:
        """Whether a line is no rest of a sentence that was cut before it."""
        before = self._text[max(0, start - 60) : start].rstrip(" \t\u3000\xa0\r\n*#")
        last = before.rpartition("\n")[2]
        return before[-1:] in ("", *forms.AFTER) or len(last) < forms.LABEL

    def _glued(self, region: Span, like: Marker, ordinal: int, sure: bool = False) -> Iterator[Marker]:
        """A marker behind a sentence; a sure one behind its full stop, not behind a colon or a bracket."""
        spans = self._inline.get((forms.GROUPS.get(like.scheme, like.under), ordinal), [])
        for span in spans[bisect_left(spans, (region.start, 0)) :]:
            if span.end > region.end:
                return
            if not sure or (self._ends_before(span.start) and not self._runs_inline(span, like, ordinal)):
                yield Marker(span, like.scheme, ordinal, "glued", like.under)

    def _ends_before(self, start: int) -> bool:
        """Whether a sentence has ended before an offset."""
        return self._text[max(0, start - 9) : start].rstrip(" \t\u3000\xa0*#”’）)")[-1:] in forms.ENDS

    def _goes_on_inline(self, first: Marker) -> bool:
        """Whether the second item stands in the same line, so that both belong to a list in its text."""
        end = self._text.find("\n", first.span.end)
        after = self._inline.get((forms.GROUPS.get(first.scheme, ""), 2), [])
        place = bisect_left(after, (first.span.end, 0))
        return place < len(after) and (end < 0 or after[place].start < end)

    def _runs_inline(self, span: Span, like: Marker, ordinal: int) -> bool:
        """Whether the ordinal before stands in the same line, so that both belong to a list in its text."""
        line = self._text.rfind("\n", 0, span.start) + 1
        before = self._inline.get((forms.GROUPS.get(like.scheme, like.under), ordinal - 1), [])
        place = bisect_left(before, (line, 0))
        return place < len(before) and before[place].start < span.start

    def _swallowed(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        """A heading behind another heading, which has no mark at its end."""
        form = forms.swallowed(like, ordinal)
        match = expressions.compile(form).search(self._text, *region) if form else None
        if match:
            yield _marked(match, like, ordinal, "glued")


def _marked(match: re.Match[str], like: Marker, ordinal: int, fault: str | None) -> Marker:
    return Marker(Span(*match.span("marker")), like.scheme, ordinal, fault, like.under)
