"""Strays: lines without a word of their own that their neighbours show to be chrome, as the rows of a menu are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.document.lines import Line
from lint.document.markers import STRONG
from lint.document.zones import DATE_LINE, TITLE_WORDS, Zones
from lint.patterns import Pattern

LONGEST = 60  # characters; a longer line is no button and no link
LISTED = 40  # lines below a line of chrome: what the longest list of links has
TITLE = 8  # characters; a shorter line that ends in 计划 is the name of a column

# What documents hold above their text: numbers, dates of adoption, speakers, addressees, contents; and below it.
ABOVE = Pattern(
    r"^(?:[（(].{6,}[)）]$|——|目\s*录$|[#<])|[〔\[（(【]\s?(?:19|20)\d\d\s?[〕\]）)】]\s?(?:第\s?)?\d+\s?号|[:：]$"
    r"|(?:会议上?|通过|公布|施行|修订|修正)$"
)
BELOW = Pattern(
    r"^(?:[（(]|附件|附录|附表|附注|附\s?[:：]|抄\s?送|主\s?送|主题词|备注|注\s?[:：])|印发$|盖章|公章"
    r"|(?:人民政府|委员会|办公室|党委|党组|党支部|[局厅委校院部处司会])$"
)
SIGNATURE = Pattern(  # what else may stand below a date: departments, persons, copies
    r"[:：]|共印|份[）)]?$|存档|月$|签[名章收]|起草|执笔|制表|^(?:[\u4e00-\u9fff]{0,4}[长任记席])[ \u3000]"
    r"|(?:[科组股队站所社村]|中心|公司|[中小]学|幼儿园)$"
)


class Strays(NamedTuple):
    """Indexes of lines: `below` a line of chrome; or in the tail with no chrome above, but a signature's date."""

    below: frozenset[int]
    signed: frozenset[int]


def read(lines: tuple[Line, ...], zones: Zones) -> Strays:
    """The strays of the tail, and those above the text that stand between two lines of chrome."""
    where = [zones.at(line.start) for line in lines]
    between = _between(lines, [index for index, zone in enumerate(where) if zone in ("head", "metadata")])
    signed, below = _under(lines, [index for index, zone in enumerate(where) if zone == "tail"])
    return Strays(frozenset((*between, *below)), frozenset(signed))


def _between(lines: tuple[Line, ...], indexes: list[int]) -> Iterator[int]:
    """Those of some lines that stand between two lines of chrome."""
    run: list[int] = []
    begun = False
    for index in indexes:
        if run and index != run[-1] + 1:  # the title stands between
            run, begun = [], False
        if lines[index].chrome:
            yield from run
            run, begun = [], True
        elif begun and _drifts(lines[index]) and not _own(lines[index].text):
            run.append(index)
        else:
            run, begun = [], False


def _under(lines: tuple[Line, ...], indexes: list[int]) -> tuple[list[int], list[int]]:
    """Those of some lines that have no chrome above them, and those not too far below a line of it."""
    signed: list[int] = []
    below: list[int] = []
    dated = bool(indexes) and indexes[0] > 0 and DATE_LINE.match(lines[indexes[0] - 1].text) is not None
    left = None if dated else 0
    for index in _drifting(lines, indexes):
        if index < 0:
            left = LISTED
        elif left is None:
            signed += [] if SIGNATURE.search(lines[index].text) else [index]
        elif left > 0:
            left -= 1
            below.append(index)
    return signed, below


def _drifting(lines: tuple[Line, ...], indexes: list[int]) -> Iterator[int]:
    """The lines that may be strays, and -1 for each line of chrome between them."""
    for index in indexes:
        if lines[index].chrome:
            yield -1
        elif _drifts(lines[index]) and not BELOW.search(lines[index].text):
            yield index


def _own(text: str) -> bool:
    return ABOVE.search(text) is not None or (len(text) >= TITLE and TITLE_WORDS.search(text) is not None)


def _drifts(line: Line) -> bool:
    if line.chrome or line.prose or line.end - line.start > LONGEST:
        return False
    text = line.text
    return not ("。" in text or DATE_LINE.match(text) or STRONG.match(text))
