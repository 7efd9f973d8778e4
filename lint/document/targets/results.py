"""Results already reached, told from goals by tense (建成了, 同比增长) and period (去年, a section that looks back)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Regions, Span

RESULT = Pattern(
    r"(?<![比较由从与])(?:去年|上年|上一年)|截[至止](?!20\d\d年底?前)|已经"
    r"|已(?=[完建实达新开培获有成形覆累])|近年来|过去|以来|(?<![由从比较])目前|现有(?!基础)|[成完达建办落](?:成|立|到|实)了"
    r"|[增提下降减培](?:长|高|加|升|降|低|少|训|养)了|[\u4e00-\u9fff]了(?=(?:约|近|超)?\d)|荣获|取得了|取得[^，。；]{0,10}(?:成绩|成就)|受到|名列"
    r"|跃居|居全[国省市]|被评为|原计划|(?<!人口)(?<!人)拥有(?!率|量)(?![^，。；]{0,16}(?:不少于|达到))"
)
WEAK = Pattern(r"累计|同比")  # results, unless the part of the text or the sentence looks ahead
# Words by which a sentence looks ahead, whatever else it says.
AHEAD = Pattern(
    r"[到至]20\d\d年|年底前|力争|争取|确保|(?<!即)将(?!士|军|近)|计划(?:投|建|新|完|用|安|招|培|开)|预期|目标"
    r"|今年|明年|每年|年内|拟|不低于|不少于|还要|继续"
    r"|[\u4e00-\u9fff]以上(?=目标)"
)
# Headings of what was done and of what only explains; what a plan announces under such words stays a target.
REVIEW = Pattern(
    r"回顾|成效|成绩|成就|新进展|工作总结|工作情况|基本情况|发展基础|现状|名词解释|名词注释|术语解释|完成情况"
    r"|进展情况|发展环境|面临形势|起草背景|背景"
)
PLANNED = Pattern(
    r"聚焦|夯实|增强|提升|加强|巩固|强化|打造|构建|优化|完善|深化|加快|目标|任务|安排|重点工作|打算|思路"
    r"|计划(?!完成)|要求|十五五|今后|下一步|下步"
)
# Sentences that open a review and those that end it, in reports without such headings.
OPENS = Pattern(
    r"(?:(?<=\n)|(?<=^))[ \t\u3000]{0,8}(?:(?:一|五|三)年来|过去的?[一三五]年|这[一三五]年|回顾过去"
    r"|“?十[三四]五”?(?:时期|期间|以来)|20\d\d年[，,](?:是|我们|在))"
    r"|(?<=[。：\n])这[一三五]年[，,是]|(?<=[。\n])[一三五]年来[，,]"
)
ENDS = Pattern(
    r"清醒地?(?:看到|认识到)|(?:主要)?预期目标|今年(?:的)?(?:工作|要|政府|是)|做好20\d\d年"
    r"|20\d\d年(?:工作)?(?:总体要求|重点|安排|目标)"
    r"|今后五年|未来五年|十五五|总体要求|指导思想|下一步"
)
FEW = 3  # headings that make what stands before them a preface
BINDS = Pattern(r"确保|务必|力争|必须")  # 剩余2个确保销号: whatever the sentence told before
YEAR = Pattern(r"20\d\d(?=\s?年)(?!\s?年[底末]?以?前)")


class Past:
    """What a text tells of the past: parts of it that look back, and sentences in the past tense."""

    def __init__(
        self, text: str, headings: Sequence[tuple[Span, Span]], year: int | None, kind: str, title: str
    ) -> None:
        self._text = text
        first = headings[0][0].start if kind == "plan" and len(headings) >= FEW else 0
        self._preface = Span(0, first)  # before the tasks a plan tells where it stands
        self._ahead = Regions(
            whole for heading, whole in headings if kind == "plan" or PLANNED.search(text[heading.start : heading.end])
        )
        self.parts = Regions(_parts(text, headings, kind == "report" and not PLANNING.search(title), year))
        self._year = year

    def tells_in(self, span: Span) -> bool:
        """Whether a sentence tells what was reached."""
        said = self._text[span.start : span.end]
        return span.start in self.parts or RESULT.search(said) is not None or self._by_year(said)

    def tells(self, place: Place, due: bool) -> bool:
        """Whether a quantity was reached already; what is due by a date that the text names is a goal."""
        start = place.quantity.span.start
        said = place.text[place.part.start : min(place.part.end, place.quantity.span.end + 6)]
        if start in self.parts or RESULT.search(said):
            return True
        if BINDS.search(place.left + place.right):
            return False
        if (
            start in self._preface
            and not due
            and AHEAD.search(place.text[place.sentence.start : place.sentence.end]) is None
        ):
            return True
        led = (
            place.text[place.sentence.start : place.part.start]
            if not YEAR.search(said) and not AHEAD.search(said)
            else ""
        )
        return self._by_year(led + said) or (not due and self._weak(place, said))

    def _by_year(self, said: str) -> bool:
        """Whether a sentence speaks only of years before the plan's."""
        years = [int(found) for found in YEAR.strings(said)]
        return self._year is not None and bool(years) and max(years) < self._year

    def _weak(self, place: Place, said: str) -> bool:
        """Whether a sentence adds up or compares what was done, where neither it nor its section looks ahead."""
        return (
            WEAK.search(said) is not None
            and AHEAD.search(said) is None
            and place.quantity.span.start not in self._ahead
        )


def _parts(text: str, headings: Sequence[tuple[Span, Span]], summarises: bool, year: int | None) -> list[Span]:
    found = []
    for heading, whole in headings:
        words = text[heading.start : heading.end]
        if "回顾" in words or (REVIEW.search(words) and not PLANNED.search(words)):
            found.append(whole)
    planned = [heading.start for heading, _ in headings if PLANNED.search(text[heading.start : heading.end])]
    ends = sorted([*(match.start() for match in ENDS.finditer(text)), *planned])
    for match in OPENS.finditer(text):
        ended = bisect_left(ends, match.end())
        found.append(Span(match.start(), ends[ended] if ended < len(ends) else match.end()))
    found += _dated(text, year) if year else []
    if summarises:
        found += _unplanned(text, headings)
    return found


def _unplanned(text: str, headings: Sequence[tuple[Span, Span]]) -> list[Span]:
    """A summary looks back from end to end, but where a heading plans."""
    ahead = [whole for heading, whole in headings if PLANNED.search(text[heading.start : heading.end])]
    begin = min((whole.start for whole in ahead), default=len(text))
    return [Span(0, begin)]


def _dated(text: str, year: int) -> list[Span]:
    """Paragraphs that begin with a year before the plan's, up to where they turn to the plan."""
    found = []
    for match in LED.finditer(text):
        if int(match["year"]) < year:
            turns = TURNS.search(text, match.end(), min(len(text), match.end() + PARAGRAPH))
            found.append(Span(match.start("year"), turns.start() if turns else match.end()))
    return found


LED = Pattern(r"(?:^|\n)[ \t\u3000]{0,8}(?P<year>20\d\d)年[，,]")
TURNS = Pattern(r"\n|今年|新的一年|新年度|下一步|下一年|将(?=以|坚持|围绕|全面|继续)|20\d\d年(?:[^，。]{0,6}要|工作)")
PARAGRAPH = 2000  # characters of a paragraph in which it turns
# A report so titled also plans; any other is a summary, and looks back from end to end.
PLANNING = Pattern(r"工作报告|计划|要点|打算|思路|安排")
