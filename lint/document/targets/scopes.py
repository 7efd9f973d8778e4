"""For whom and by whom: what a target is counted over (全市, 每校, 每生每年) and the unit that answers for it."""

from __future__ import annotations

from bisect import bisect_left

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Span

WIDE = (
    r"(?<![次届年第])(?<!服务)(?<!面向)(?<!辐射)全(?:系统|学区|集团|[市县区省校国镇乡州旗域盟])"
    r"(?!性|民|面|级|域|试点|统一|县域|重点|文明|优秀|首|领先|前|平均)"
)
EACH = (
    r"(?:每(?:个|所|家|名|位|万|千|百|间|台)?(?:学期|学年|季度|县区|乡镇|街道|社区|班级|学校|幼儿园|教师|学生"
    r"|企业|贫困户|县|市|区|镇|村|乡|校|园|班|年|月|周|天|日|生|人|师|户|科|课|秒|季|所|名|个|套|亩|辆)(?!口))+"
)
OF_EACH = r"各(?:县区|市县|乡镇|学校|中小学|幼儿园|市州|地市|部门|科室|单位|[市县区州校园镇村])(?=[^级类]|$)"
SCOPES = rf"{EACH}|{WIDE}|{OF_EACH}"
SCOPE = Pattern(SCOPES)
RESPONSIBLE = Pattern(
    r"(?:责任|牵头|主办|承办|实施|主责)(?:单位|部门|科室|处室|股室|人|领导)[:：][ ]?(?P<named>[^）)；;。\n]{2,80})"
    r"|[（(](?P<leads>[^（()）\n:：，。]{2,60}?)(?:等[^，。（）()]{0,8})?(?:按职责分工|分别|共同)?(?:牵头|负责"
    r"|指导)(?:落实|推进)?(?=[，,）)])"
)
BY = Pattern(r"(?:^|[，。；\n])由(?P<by>[\u4e00-\u9fff、]{2,24}?)(?:牵头|负责)")
OPENING = 30  # characters of a sentence in which it says for whom all of it is
PARAGRAPH = 1500  # characters behind a target in which its paragraph names a unit at most
HEADED = Pattern(r"\n\s*(?:[（(【]?(?:责任|牵头|主办))")  # the responsible unit on a line of its own, below


def read(place: Place) -> Span | None:
    """The nearest scope in the clause before a quantity; 全市 before that in the sentence is for all of it."""
    found = list(SCOPE.finditer(place.left))
    begin = place.start
    if not found:
        opening = place.text[place.sentence.start : place.start]
        found = [m for m in SCOPE.finditer(opening) if m[0].startswith("全") and m.start() <= OPENING][-1:]
        begin = place.sentence.start
    return Span(begin + found[-1].start(), begin + found[-1].end()) if found else None


class Responsibles:
    """The units that a text makes responsible, each for what stands before it in its paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = [Span(*match.span(match.lastgroup or 0)) for match in RESPONSIBLE.finditer(text)]
        self._starts = [span.start for span in self._found]

    def of(self, place: Place) -> Span | None:
        """The unit that a sentence names (由教育局负责), else the first behind it in its paragraph or below."""
        by = BY.search(place.text, place.sentence.start, place.sentence.end)
        return Span(*by.span("by")) if by else self._behind(place.quantity.span.end)

    def _behind(self, offset: int) -> Span | None:
        index = bisect_left(self._starts, offset)
        if index == len(self._found):
            return None
        found = self._found[index]
        if found.start - offset > PARAGRAPH:
            return None
        between = self._text[offset : found.start]
        line = between.find("\n")
        below = line >= 0 and HEADED.match(between[line:]) is not None and "\n" not in between[line:].strip("\n")
        return found if line < 0 or below else None
