"""Counts ahead of their list: 三项工程（甲、乙、丙）, 三个方面：一是…, “三化”（甲化、乙化、丙化）, 五件事。一是…"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.document.counts import lists, series
from lint.document.counts.declared import Declared
from lint.document.counts.words import ABSTRACT, CN, COUNT, NOUN, counted, near, value
from lint.patterns import Match, Pattern
from lint.text import Span

HOW = r"(?P<how>[（(〔]|[：:]|[，,]?(?:即|分别是|分别为|包括|就是)[：:]?(?=[\u4e00-\u9fff“《]))"
NAMED = Pattern(rf"{COUNT}(?P<thing>[\u4e00-\u9fff]{{0,8}}?)”?{HOW}")
SLOGAN = Pattern(
    rf"“(?P<count>{CN}{{1,2}})(?:(?P<unit>[个大项])(?P<one>一[\u4e00-\u9fff]?)|[个大项]?(?![级等年月日届次期岁中院区县])"
    rf"(?P<thing>(?:(?!{CN})[\u4e00-\u9fff]){{1,6}}))”[\u4e00-\u9fff]{{0,4}}?{HOW}"
)
ENDS = Pattern(rf"(?:{NOUN}|项目|方面|点|事)$")
LEAD = Pattern(r"(?:即|分别是|分别为|分别|包括|是指|指)[：:]?")
SENTENCE = Pattern(
    rf"{COUNT}(?P<thing>[\u4e00-\u9fff]{{0,8}})(?P<stop>[：:。])(?=\s*(?:[一1①][是要.．、]|[（(][1一]|①|第一))"
)
SAID = Pattern(rf"{ABSTRACT}$")
NO_LIST = Pattern(
    r"^(?:含|其中|不|除|见|详|附|如|例|由|具体|下同|责任|牵头|以|按)|等|…|部门|负责|牵头|配合|\.\.\.|以上|以下|左右"
)
# What stands in brackets behind a count without being counted: who does it, where, and when.
OTHER = Pattern(r"\d|[局委部厅办处科室院校司省市县区镇乡村年月日]$|单位|政府|学校|公司|中心$|第[一二三四五六七八九十]")
STOPS = Pattern(r"[。\n]")
# What makes a name, or an order, of a count before a colon: “五大项目”：…, 抓好五大项目：….
ORDER = Pattern(r"(?:抓[好实牢]|做[好实]|实施|推进|推动|建设|打造|开展|落实|突出|办好|启动)(?:以下|下列|如下|重点)?$")
PLAIN = Pattern(r"(?:“[^“”\n]{1,12}”)?[\u4e00-\u9fffA-Za-z]{0,16}$")
# A member that is a clause of its own, or names a body or a time: no project, though many end in 中心 or 院.
NO_NAME = Pattern(r"[是的将由已]|[局委厅处科司年月日]$|单位|政府|公司")
OVER = Pattern(r"。|[ \t\u3000\xa0\r]*\n\s*(?:\Z|[（(#*①㈠⒈⑴]|第?[一二三四五六七八九十\d]{1,3}[、.．章节条部])")


def named(text: str, places: Iterable[int]) -> Iterator[Declared]:
    """Counts of a thing that plans list, with the list in brackets, behind a colon, or behind 即."""
    for match in filter(None, (NAMED.match(text, place) for place in places)):
        thing = match["thing"] or match["unit"]
        declared = value(match["count"])
        if declared and ENDS.search(match["unit"] + match["thing"]):
            yield from _listed(text, match, declared, thing, (thing[-2:],))


def slogans(text: str) -> Iterator[Declared]:
    """Slogans that count what their own members bear in their names: “三化”, “四个一批”, “四好农村路”."""
    for match in SLOGAN.finditer(text):
        declared = value(match["count"])
        thing = match["one"] or match["thing"]
        keys = (thing,) if match["one"] else tuple(thing)
        if declared:
            yield from _listed(text, match, declared, thing, keys, slogan=True)


def _listed(
    text: str, match: Match, declared: int, thing: str, keys: tuple[str, ...], slogan: bool = False
) -> Iterator[Declared]:
    span = _region(text, match)
    if span is None:
        return
    where = Span(match.start("count"), match.end("one") if slogan and match["one"] else match.end("thing"))
    told = series.read(text, span.start, span.end if match["how"] in "（(〔" else None)
    if told:
        yield from _told(text, where, declared, told, thing)
        return
    listed = lists.read(text, span)
    if listed is None or len(listed.members) < 2:
        return
    if declared in listed.numbers:
        yield Declared(where, declared, declared, thing)
    elif near(listed.likeliest, declared) and _sure(text, match, span, listed, keys, slogan):
        yield Declared(where, declared, listed.likeliest, thing)


def _told(text: str, where: Span, declared: int, told: series.Series, thing: str) -> Iterator[Declared]:
    if declared in told.numbers:
        yield Declared(where, declared, declared, thing)
    elif near(told.sure, declared) and not counted(text, where.start, told.sure):
        yield Declared(where, declared, told.sure, thing)


def _sure(text: str, match: Match, span: Span, listed: lists.Listed, keys: tuple[str, ...], slogan: bool) -> bool:
    """Whether a list that has another number of members cannot be anything but the list that was declared.

    Every member bears the thing in its name; or a bracket explains a name in quotation marks, or parts by ；; or plain
    names fill the sentence behind a colon. Any other bracket may hold examples: 四类问题（推诿、扯皮）.
    """
    if not listed.even or NO_LIST.search(lists.flat(text, span)):
        return False
    names = [text[member.start : member.end].strip("。 \t\u3000\xa0\r") for member in listed.members]
    if any(all(key in name for name in names) for key in keys):
        return True
    parted = text[listed.members[0].end]
    if slogan or parted not in "、；;":
        return False
    if match["how"] in "：:":
        return parted == "、" and _plain(text, match, span, listed, names)
    bracket = match["how"] in "（(〔" and (parted in "；;" or "”" in match[0])
    return bracket and all(2 <= len(name) <= 30 and not OTHER.search(name) for name in names)


def _plain(text: str, match: Match, span: Span, listed: lists.Listed, names: list[str]) -> bool:
    """Whether plain names, and nothing else, follow a colon behind a count that is a name or an order.

    Nothing but the marks shows that they are the members, so one too few or too many is all that is believed, and
    no member may be two.
    """
    start, said, found = match.start(), value(match["count"]), len(names)
    named = text[start - 1 : start] == "“" and "”" in match[0] and match["unit"] in "大项个"
    ordered = match["unit"] in "大项" and ORDER.search(text, max(0, start - 8), start) is not None
    return (
        (named or ordered)
        and found > 2
        and abs(found - said) == 1
        and listed.numbers == {found}
        and all(len(name) > 2 and PLAIN.match(name) and not NO_NAME.search(name) for name in names)
        and OVER.match(text, span.end) is not None
        and not counted(text, start, found)
    )


def _region(text: str, match: Match) -> Span | None:
    """Where the list stands: inside the bracket, or up to the end of the sentence."""
    if match["how"] in "（(〔":
        end = lists.closing(text, match.start("how"))
        start = match.end()
    else:
        stop = STOPS.search(text, match.end(), match.end() + lists.LONGEST)
        start, end = match.end(), stop.start() if stop else -1
    lead = LEAD.match(text, start)
    return Span(lead.end() if lead else start, end) if end > start else None


def told(text: str, places: Iterable[int]) -> Iterator[Declared]:
    """Counts whose members follow as 一是… 二是…, in the same paragraph or each on a line."""
    for match in filter(None, (SENTENCE.match(text, place) for place in places)):
        declared = value(match["count"])
        read = series.read(text, match.end()) if declared and SAID.search(match["unit"] + match["thing"]) else None
        if read:
            where = Span(match.start("count"), match.end("thing"))
            yield from _told(text, where, declared, read, match["thing"] or match["unit"])
