"""Counts in a line above a numbered list: 以下五项工作：, 下设四个工作组：, 四项措施要落实到位：."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lint.document.counts.declared import Declared
from lint.document.counts.words import ABSTRACT, COUNT, NOUN, counted, near, places, value
from lint.document.outline import Outline, Section
from lint.patterns import Match, Pattern
from lint.text import Span

BELOW = r"[ \t\u3000\xa0\r]*\n\s*(?=[（(\d一①第㈠⒈⑴])"
ABOVE = Pattern(rf"{COUNT}(?P<thing>[\u4e00-\u9fff]{{0,8}})”?(?P<stop>[：:。]){BELOW}")
# A demand to carry out what was counted. Another count in it, 的, or an object at its end (须明确责任单位：) may
# announce another list.
ON = Pattern(
    rf"{COUNT}(?P<thing>[\u4e00-\u9fff]{{0,6}}?{ABSTRACT})”?(?:[都均]?(?:要(?!求)|必?须|应|需|务必))"
    r"(?:(?![的两二三四五六七八九十])[\u4e00-\u9fff]){0,8}?(?:到位|落实|落地|见效|推进|把握好?|[抓做][好紧实牢])(?P<stop>[：:])"
    rf"{BELOW}"
)
SAID = Pattern(rf"{ABSTRACT}$")
# What the names of items end with, so that they show what was counted: 综合协调组, 阳光家园工程.
BORNE = Pattern(rf"(?:{NOUN}|项目|中心|专班|[组办所站队])$")
NAME = Pattern(r"[^。：:；;，,（(\n]*")
LEAST = 3  # items that show by their names what they are
# Sections that a document has at its end, whatever it counted before.
BESIDE = Pattern(
    r"组织|保障|领导|要求|附则|监督|督[查导促]|考核|评估|宣传|下一?步|打算|其[他它]|有关|事项|说明|时间|奖惩|经费|纪律|责任|联系"
)


def read(text: str, outline: Outline) -> Iterator[Declared]:
    """Every count whose list begins right below its line."""
    starts = {section.marker.span.start: section for section in outline.sections}
    for match in filter(None, (_line(text, place) for place in places(text))):
        first, declared = starts.get(match.end()), value(match["count"])
        items = _run(first, outline) if declared and first else []
        borne = _borne(text, match["thing"], items)
        if len(items) < 2 or not (borne or SAID.search(match["unit"] + match["thing"])):
            continue
        beside = 0 if borne else _beside(text, items)
        kept = len(items) - beside <= declared <= len(items)
        found = declared if kept else len(items) if len(items) < declared else len(items) - beside
        if kept or (_promised(text, match, found) and near(found, declared)):
            thing = match["thing"] or match["unit"]
            yield Declared(Span(match.start("count"), match.end("thing")), declared, found, thing)


def _line(text: str, place: int) -> Match | None:
    """The end of a line from a count on, where a list may follow."""
    begins = text[max(0, text.rfind("\n", 0, place) + 1) : place].strip("“ \t\u3000\xa0") == ""
    return (ON.match(text, place) if begins else None) or ABOVE.match(text, place)


def _promised(text: str, match: Match, found: int) -> bool:
    """Whether the line says that its list follows, and counts nothing else that the list keeps."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip("“")
    below = before.endswith(("以下", "下列", "如下"))
    return (below or match["stop"] != "。") and not counted(text, match.start(), found)


def _run(first: Section, outline: Outline) -> list[Section]:
    """The items of a list that begins with a section; none where its numbering is not sound."""
    siblings = first.parent.children if first.parent else outline.top
    run = [section for section in siblings[siblings.index(first) :] if section.marker.scheme == first.marker.scheme]
    counting = [section for _, section in takewhile(lambda row: row[0] == row[1].marker.ordinal, enumerate(run, 1))]
    return counting if outline.sound(run) else []


def _borne(text: str, thing: str, items: list[Section]) -> bool:
    """Whether every item bears the counted thing at the end of its name."""
    noun = BORNE.search(thing)
    if noun is None or len(items) < LEAST:
        return False
    names = (NAME.match(text, item.marker.span.end, item.heading.end) for item in items)
    return all(name and name[0].rstrip(" \t\u3000\xa0”").endswith(noun[0]) for name in names)


def _beside(text: str, items: list[Section]) -> int:
    """How many items at the end may stand beside what was counted; none where all of them may."""
    others = [BESIDE.search(text, *item.heading) is not None for item in items]
    return 0 if all(others) else others[::-1].index(False)
