"""Counts behind their list: “甲、乙、丙”三项工程, “甲”“乙”“丙”三大行动, 甲、乙、丙三个方面."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.document.counts import lists
from lint.document.counts.declared import Declared
from lint.document.counts.words import COUNT, THING, near, value
from lint.patterns import Match, Pattern
from lint.text import Span

COUNTED = Pattern(rf"{COUNT}{THING}")
BETWEEN = Pattern(r"(?:、|以及|和|与|及)?$")
# A clause that does something is no list of names: 甲乡、乙乡建设三个平台.
VERB = Pattern(
    r"实施|开展|推进|建设|建立|建成|打造|培育|发展|承接|新增|完成|形成|达到|创建|启动|提出|制定|围绕|入选|获批|举办|组织"
    r"|落实|抓好|做好|提供|覆盖|设立|承担|应当|可以|需要|其他|其它|各|每|均|共|分别|累计|\d"
    r"|[一二两三四五六七八九十][级科大项个类种支门方]"
)
MARKER = Pattern(r"[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})、")
WINDOW = 240


def quoted(text: str, places: Iterable[int]) -> Iterator[Declared]:
    """Lists inside quotation marks, and chains of names in quotation marks."""
    for match, declared, end in _matches(text, places):
        names = _chain(text, end)
        numbers = _numbers(text, names)
        if declared in numbers:
            yield _declared(match, declared, declared)
            continue
        found = max(numbers, default=0)
        # Two names, or the titles of two papers, may be what the counted things come from.
        sure = len(names) != 2 and text[end - 1] == "”" and (end == match.start() or found > declared)
        if sure and near(found, declared):
            yield _declared(match, declared, found)


def _chain(text: str, end: int) -> list[Span]:
    """The insides of the quotation marks that end at a place, the last first; none where the first stand without."""
    names: list[Span] = []
    while end > 0 and text[end - 1] in "”》":
        opened = lists.opening(text, end - 1)
        if opened < 0 or text[opened] not in "“《":
            return []
        names.append(Span(opened + 1, end - 1))
        joint = BETWEEN.search(text, max(0, opened - 2), opened)
        end = joint.start() if joint else opened
        if end < opened and text[end - 1 : end] not in ("”", "》"):
            return []
    return names


def _numbers(text: str, names: list[Span]) -> frozenset[int]:
    """How many members the names are: themselves, or what the lists in them hold; none where that cannot be told."""
    inner = [lists.read(text, name) for name in names]
    if any(listed is None or (not listed.even and len(listed.members) > 1) for listed in inner):
        return frozenset()
    if len(names) > 1:
        return frozenset({len(names), sum(len(listed.members) for listed in inner if listed)})
    numbers = inner[0].numbers if inner and inner[0] else frozenset()
    return numbers if min(numbers, default=0) > 1 else frozenset()


def _matches(text: str, places: Iterable[int]) -> Iterator[tuple[Match, int, int]]:
    """Each count of a thing, what it declares, and where a list before it would end: at the count or at 等."""
    for place in places:
        match = COUNTED.match(text, place)
        declared = value(match["count"]) if match else 0
        if match and declared:
            yield match, declared, place - (text[place - 1 : place] == "等")


def plain(text: str, places: Iterable[int]) -> Iterator[Declared]:
    """Names without marks, where each is told by ending with the thing, or where too few can only mean a lost one."""
    for match, declared, end in _matches(text, places):
        span = Span(_clause(text, end), end)
        listed = lists.read(text, span) if text.find("、", *span) >= 0 else None
        if listed is None or not listed.even or len(listed.members) < 2:
            continue
        if declared in listed.numbers:
            yield _declared(match, declared, declared)
        elif end < match.start() or not near(listed.likeliest, declared):
            continue
        elif _names(text, listed, match["thing"], declared):
            yield _declared(match, declared, listed.likeliest)


def _clause(text: str, end: int) -> int:
    """Where the clause begins that ends at a place; brackets and quotation marks inside it are passed over."""
    offset = end - 1
    while offset >= max(0, end - WINDOW):
        if text[offset] in lists.OPENS:
            offset = lists.opening(text, offset)
            if offset < 0:
                return end
        elif text[offset] in lists.CLOSES or text[offset] in "，,。；;：:！？\n":
            break
        offset -= 1
    if offset < end - WINDOW:
        return end
    marker = MARKER.match(text, offset + 1, end)
    return marker.end() if marker else offset + 1


def _names(text: str, listed: lists.Listed, thing: str, declared: int) -> bool:
    """Whether the members are names, three and more: each ends with the thing, or too few of them are of one length.

    Too many may belong to another list before this one, so they count only where each is told by the thing.
    """
    names = [lists.flat(text, member) for member in listed.members]
    if len(names) < 3 or any("等" in name for name in names) or any(VERB.search(name) for name in names[1:]):
        return False
    if all(name.endswith(thing[-2:]) for name in names):
        return True
    middle = [len(name) for name in names[1:-1]]
    return max(listed.numbers) < declared and min(middle) > 1 and len(names[-1]) <= max(middle) * 2


def _declared(match: Match, count: int, found: int) -> Declared:
    return Declared(Span(match.start("count"), match.end()), count, found, match["thing"])
