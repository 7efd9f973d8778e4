"""What a text and its parts measure: characters of every sort, lines, sentences, sections, targets.

Each count is made when it is first asked for. The characters of a part are counted once for all sorts; what has a place
belongs to the parts in which it begins.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from lint.patterns import Pattern
from lint.text import Span

Starts = Callable[[], Iterable[int]]

HANZI = Pattern("[\u3400-\u4dbf\u4e00-\u9fff〇]")
NO_MARKS = "%％‰#＃@＠&＆*＊"  # Unicode counts them among punctuation
SORTS: Mapping[str, Callable[[str], bool]] = {
    "characters": lambda character: not character.isspace(),
    "hanzi": lambda character: HANZI.match(character) is not None,
    "digits": str.isdecimal,
    "letters": lambda character: unicodedata.category(character) in ("Lu", "Ll"),
    "marks": lambda character: unicodedata.category(character)[0] == "P" and character not in NO_MARKS,
}
PLACED = ("lines", "sentences", "sections", "chapters", "targets", "deadlines", "quantities")
MEASURES = (*SORTS, *PLACED, "levels")


class Measures:
    """The measures of one text.

    `starts` tells, for each name in PLACED, where what is counted begins, in order; `levels` the level of each section.
    """

    def __init__(self, text: str, starts: Mapping[str, Starts], levels: Callable[[], Sequence[int]]) -> None:
        self._text = text
        self._starts = starts
        self._levels = levels
        self._places: dict[str, list[int]] = {}
        self._characters: dict[Span, Counter[str]] = {}

    def of(self, name: str, part: Span) -> int:
        """One of MEASURES, of a part of the text.

        `characters` are all that are not blank; `hanzi`, `digits` (of either width), `letters` (with a case) and
        `marks` (of punctuation) some of these. `lines` are those that are not blank, `sections` all headings and
        numbered items, a part's own among them, `chapters` the outermost ones, and `levels` how deep they nest.
        `targets` are those that the body states, `deadlines` those of the text, `quantities` all numbers of the body
        that have a unit.
        """
        if name in SORTS:
            return self._sort(name, part)
        first, last = self._between("sections" if name == "levels" else name, part)
        if name != "levels":
            return last - first
        levels = self._levels()[first:last]
        return max(levels) - min(levels) + 1 if levels else 0

    def _sort(self, name: str, part: Span) -> int:
        if part not in self._characters:
            self._characters[part] = Counter(self._text[part.start : part.end])
        wanted = SORTS[name]
        return sum(times for character, times in self._characters[part].items() if wanted(character))

    def _between(self, name: str, part: Span) -> tuple[int, int]:
        """The first of some places in a part, and the first behind it."""
        if name not in self._places:
            self._places[name] = list(self._starts[name]())
        places = self._places[name]
        return bisect_left(places, part.start), bisect_left(places, part.end)
