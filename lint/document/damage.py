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

from lint import expressions
from lint.document import markers
from lint.document.markers import BLANK, CN, COUNTED, HAN, Marker, written
from lint.numerals import chinese, number
from lint.patterns import Pattern
from lint.text import Span

ALIKE = str.maketrans("lIoO=＝ニ—－ー─人入", "1100二二二一一一一八八")
CLOSE = r"[」】}》\].．,，、:：）)]"
TITLE = r"(?=[\u4e00-\u9fff“《０-９]|(?:19|20)\d\d)"  # how the title behind a marker begins
ALONE = r"(?=[^\n。，；]{2,24}(?:\n|\Z))"  # a title with its line to itself
ALWAYS = 9  # siblings: a form that is taken only between two neighbours, never for the end of a list
# How markers look at a line's start when damaged, by scheme; `n` is the ordinal, or nothing where it cannot be read
# any more. The number says how many siblings a list must have had for the form to be taken as its last one.
Forms = tuple[tuple[int, Pattern], ...]


def _forms(*forms: tuple[int, str]) -> Forms:
    return tuple((needed, Pattern(rf"(?P<marker>{form})")) for needed, form in forms)


_NAMED = {"part": "(?:部分|[编篇])", "chapter": "章", "section": "节", "article": "条"}
_ARABIC = _forms(
    (2, rf"(?P<n>[\dlIoO]{{1,3}}){BLANK}?[.．、](?={BLANK}*{TITLE})"),
    (1, rf"(?P<n>\d{{1,3}}){BLANK}*[,，:：·。;；](?={BLANK}*{TITLE})"),
    (ALWAYS, rf"[（(]?(?P<n>\d{{1,3}})[）)][.．、]?(?={BLANK}*{TITLE})"),
    (1, rf"(?P<n>\d \d)[.．、](?={BLANK}*{TITLE})"),
    (2, rf"(?P<n>\d{{1,3}})[.．]{{2}}(?={BLANK}*{TITLE})"),
    (1, rf"(?P<n>\d{{1,3}}){BLANK}*{HAN}(?!{COUNTED}){ALONE}"),
    (2, rf"(?P<n>\d{{1,3}}){BLANK}*{HAN}(?!{COUNTED})"),
    (ALWAYS, rf"(?P<n>\d \d){HAN}(?!{COUNTED})"),
    (2, rf"(?P<n>(?!))?[.．、](?={BLANK}*{TITLE})"),
)
_PAREN = _forms(
    (1, rf"[（(【〔\[]{BLANK}*(?P<n>\d{{1,3}}){BLANK}*{CLOSE}?{HAN}(?!{COUNTED})"),
    (1, rf"(?P<n>\d{{1,3}}){BLANK}*[）)]"),
    (1, r"[（(](?P<n>\d \d)[）)]"),
    (2, rf"(?P<n>\d{{1,3}}){BLANK}*[.．、,，]?{HAN}(?!{COUNTED})"),
    (2, rf"[（(]{BLANK}?(?P<n>(?!))?[）)]"),
)
DAMAGED: dict[str, Forms] = {
    "arabic": _ARABIC,
    "arabic-comma": _ARABIC,
    "chinese": _forms(
        (1, rf"(?P<n>[{CN}]{{1,3}}){BLANK}?[.．,，:：·。;；](?={BLANK}*{TITLE})"),
        (ALWAYS, rf"[（(]?(?P<n>[{CN}]{{1,3}})[）)]、?(?={BLANK}*{TITLE})"),
        (1, rf"(?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}}){BLANK}?、(?={BLANK}*{TITLE})"),
        (2, rf"(?P<n>[{CN}]{{1,3}}){BLANK}*{HAN}(?!{COUNTED}|[{CN}]){ALONE}"),
        (3, rf"(?P<n>[{CN}]{{1,3}}){BLANK}*{HAN}(?!{COUNTED}|[{CN}])"),
        (1, rf"(?P<n>[{CN}=＝ニ—－ー─人入]{{1,3}})、(?={BLANK}*{TITLE})"),
        (2, rf"(?P<n>(?!))?、(?={BLANK}*{TITLE})"),
        (ALWAYS, rf"三(?P<n>(?!))?、(?={BLANK}*{TITLE})"),
    ),
    "chinese-paren": _forms(
        (1, rf"[（(【〔\[]{BLANK}*(?P<n>[{CN}]{{1,3}}){BLANK}*{CLOSE}?(?={BLANK}*{TITLE})"),
        (1, rf"(?P<n>[{CN}]{{1,3}}){BLANK}*[）)]"),
        (1, rf"[（(]{BLANK}*(?P<n>[{CN}]{{1,3}})(?=\n)"),
        (1, rf"[（(](?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}})[）)]"),
        (2, rf"[（(]{BLANK}?(?P<n>(?!))?[）)]"),
    ),
    "ordinal": _forms((1, rf"(?P<n>[{CN}]{{1,3}})[，,](?={TITLE})"), (2, rf"第(?P<n>(?!))?[，,、](?={TITLE})")),
    "chinese-close": _forms((1, rf"[（(](?P<n>[{CN}]{{1,3}})[）)]")),
    "arabic-paren": _PAREN,
    "arabic-close": _PAREN,
    **{
        scheme: _forms(
            (1, rf"(?P<n>[{CN}]{{1,7}}){BLANK}?{kind}(?={BLANK})"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,7}})(?={BLANK}+[\u4e00-\u9fff])"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,3}} [{CN}]{{1,3}}){BLANK}?{kind}"),
            (1, rf"第{BLANK}?(?P<n>[{CN}]{{1,3}})部(?={BLANK})"),
            (2, rf"第(?P<n>(?!))?{kind}(?={BLANK})"),
        )
        for scheme, kind in _NAMED.items()
    },
}
# Sound markers that only look like none: a digit follows the dot, a numeral the comma.
SOUND = {
    "arabic": Pattern(r"(?P<marker>(?P<n>\d{1,3})[.．、])(?=\d)"),
    "arabic-comma": Pattern(r"(?P<marker>(?P<n>\d{1,3})[.．、])(?=\d)"),
    "chinese": Pattern(rf"(?P<marker>(?P<n>[{CN}]{{1,3}})、)"),
}
ODD = Pattern(
    rf"(?:\A|\n){BLANK}*(?:\#{{1,6}}[ ]+)?(?:\*\*)?(?=[（(【〔\[]?[ ]?(?:[{CN}\dlIoO第.．、=＝ニ—－ー─人入）)]))"
)
INLINE = Pattern(
    rf"""[。；;！：:”）](?:{BLANK}|[*\#]){{0,9}}(?P<marker>
        (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?={BLANK}+[\u4e00-\u9fff“《])
      | (?P<arabic>\d{{1,3}})[.．、](?={BLANK}{{0,2}}[\u4e00-\u9fff“《])
      | (?P<chinese>[{CN}]{{1,3}})、{TITLE}
      | [（(](?P<chinese_paren>[{CN}]{{1,3}})[）)](?={BLANK}{{0,2}}[\u4e00-\u9fff“《])
      | [（(]?(?P<arabic_paren>\d{{1,3}})[）)]{HAN}
      | 第(?P<article>[{CN}]{{1,5}})条(?={BLANK})
      | 第(?P<section>[{CN}]{{1,3}})节(?={BLANK})
      | 第(?P<chapter>[{CN}]{{1,3}})章(?={BLANK})
      | 第(?P<part>[{CN}]{{1,3}})(?:部分|[编篇])(?={BLANK})
      | 第(?P<ordinal>[{CN}]{{1,3}})[，,、]
      | (?P<one>[⒈-⒛⑴-⒇㈠-㈩])
    )""",
    re.VERBOSE,
)
GROUPS = {"chinese-paren": "chinese_paren", "arabic-paren": "arabic_paren", "arabic-close": "arabic_paren"}
GROUPS |= {name: name for name in ("arabic", "chinese", "part", "chapter", "section", "article", "ordinal")} | {
    "arabic-comma": "arabic"
}
LABEL = 30  # characters; a shorter line before a marker is a heading
AFTER = "。；;！？!?：:”）)>"  # with which a line ends before one that begins anew
ENDS = ("。", "；", ";", "！")
OPENS = {
    "arabic": r"1[.．、]",
    "arabic-comma": r"1[.．、]",
    "arabic-paren": r"[（(]1[）)]",
    "chinese-paren": r"[（(]一[）)]",
}
FIRST = {scheme: Pattern(rf"[：:]{BLANK}*(?P<marker>{first})(?=\D|(?:19|20)\d\d)") for scheme, first in OPENS.items()}


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
        yield from self._glued(region, like, ordinal)
        yield from self._swallowed(region, like, ordinal)

    def following(self, region: Span, like: Marker, ordinal: int, siblings: int) -> Iterator[Marker]:
        """The damaged and glued forms of the ordinal that would come next after a list of so many siblings."""
        yield from self._damaged(region, like, ordinal, min(siblings, ALWAYS - 1))
        if siblings >= 2:
            yield from self._glued(region, like, ordinal, sure=True)

    def before(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        """The glued forms of the ordinal before a list's first."""
        yield from self._glued(region, like, ordinal, sure=True)
        yield from self._swallowed(region, like, ordinal)

    def inline_first(self, region: Span, scheme: str) -> Marker | None:
        """The first item of a list that begins behind a colon, on the line of its label: 附件：1.…"""
        pattern = FIRST.get(scheme)
        found = pattern.search(self._text, *region) if pattern else None
        return Marker(Span(*found.span("marker")), scheme, 1) if found else None

    @cached_property
    def _odd(self) -> list[int]:
        """Offsets of line starts that might be a damaged marker."""
        return [match.end() for match in ODD.finditer(self._text)]

    @cached_property
    def _inline(self) -> dict[tuple[str, int], list[Span]]:
        """Sound markers behind the end of a sentence, by scheme and ordinal."""
        found: dict[tuple[str, int], list[Span]] = {}
        for match in INLINE.finditer(self._text):
            if match["decimal"]:
                name, _, last = match["decimal"].replace("．", ".").rpartition(".")
                ordinal = int(last)
            elif match["one"]:
                scheme, ordinal = markers.one(match["one"])
                name = GROUPS[scheme]
            else:
                name = next(group for group in GROUPS.values() if match[group])
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
        pattern = SOUND.get(like.scheme)
        for start in self._lines(region) if pattern else ():
            match = pattern.match(self._text, start) if pattern else None
            if match and number(match["n"]) == ordinal:
                yield _marked(match, like, ordinal, None)

    def _damaged(self, region: Span, like: Marker, ordinal: int, siblings: int) -> Iterator[Marker]:
        lines = list(self._lines(region))
        decimal = [(1, _decimal_form(like.under, ordinal))] if like.under else []
        for needed, pattern in decimal or DAMAGED.get(like.scheme, ()):
            for start in lines if siblings >= needed else ():
                match = pattern.match(self._text, start, region.end)
                if match and (_value(match["n"]) == ordinal if match["n"] else self._begins(start)):
                    yield _marked(match, like, ordinal, "malformed")

    def _begins(self, start: int) -> bool:
        """Whether a line is no rest of a sentence that was cut before it."""
        before = self._text[max(0, start - 60) : start].rstrip(" \t\u3000\xa0\r\n*#")
        last = before.rpartition("\n")[2]
        return before[-1:] in ("", *AFTER) or len(last) < LABEL

    def _glued(self, region: Span, like: Marker, ordinal: int, sure: bool = False) -> Iterator[Marker]:
        """A marker behind a sentence; a sure one behind its full stop, not behind a colon or a bracket."""
        spans = self._inline.get((GROUPS.get(like.scheme, like.under), ordinal), [])
        for span in spans[bisect_left(spans, (region.start, 0)) :]:
            if span.end > region.end:
                return
            if not sure or self._text[max(0, span.start - 9) : span.start].rstrip(" \t\u3000\xa0*#”’）)")[-1:] in ENDS:
                yield Marker(span, like.scheme, ordinal, "glued", like.under)

    def _swallowed(self, region: Span, like: Marker, ordinal: int) -> Iterator[Marker]:
        """A heading behind another heading, which has no mark at its end."""
        form = _swallowed_form(like, ordinal)
        match = expressions.compile(form).search(self._text, *region) if form else None
        if match:
            yield _marked(match, like, ordinal, "glued")


def _marked(match: re.Match[str], like: Marker, ordinal: int, fault: str | None) -> Marker:
    return Marker(Span(*match.span("marker")), like.scheme, ordinal, fault, like.under)


def _decimal_form(under: str, ordinal: int) -> Pattern:
    """2.3 with a lost or wrong dot: 2 3, 2。3, 2,3."""
    parts = [re.escape(part) for part in (*under.split("."), str(ordinal))]
    return Pattern(
        rf"(?P<marker>{'[.．。,，、·:： ]{0,2}'.join(parts)}[.．、]?(?=(?P<n>(?!))?{BLANK}*[\u4e00-\u9fff“《]))"
    )


def _value(numeral: str) -> int | None:
    return number(numeral.replace(" ", "").translate(ALIKE))


def _swallowed_form(like: Marker, ordinal: int) -> str | None:
    scheme, numeral = like.scheme, chinese(ordinal)
    if like.under:
        return rf"[\u4e00-\u9fff]{BLANK}*(?P<marker>{re.escape(like.under)}[.．]{ordinal}){BLANK}+{HAN}"
    if scheme in ("arabic", "arabic-comma"):
        return rf"[\u4e00-\u9fff]{BLANK}*(?P<marker>{ordinal}[.．、]){HAN}"
    if scheme == "chinese":
        return rf"(?![第{CN}])[\u4e00-\u9fff，,>]{BLANK}*(?P<marker>{numeral}、){TITLE}"
    if scheme == "chinese-paren":
        return rf"[^\n（(“《第]{BLANK}*(?P<marker>[（(]{numeral}[）)]){HAN}"
    if scheme in ("arabic-paren", "arabic-close"):
        return rf"[^\n（(“《第]{BLANK}*(?P<marker>[（(]{ordinal}[）)]){HAN}"
    if scheme in _NAMED:
        return rf"[\u4e00-\u9fff>]{BLANK}*(?P<marker>{written(scheme, ordinal)})(?={BLANK}+[\u4e00-\u9fff])"
    return None
