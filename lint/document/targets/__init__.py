"""Targets: what a plan commits to in numbers.

Quantities are found first (`quantities`), then what stands around each is cut out once (`places`) and read: whether it
commits to anything (`commitments`) or was reached already (`results`), what it measures (`indicators`), how
(`operators`), how firmly (`modalities`), by when (`deadlines`), for whom and by whom (`scopes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from lint.document.targets import commitments, indicators, modalities, operators, scopes
from lint.document.targets.deadlines import Deadlines
from lint.document.targets.lists import Lists
from lint.document.targets.places import Place, Places
from lint.document.targets.quantities import Quantity
from lint.document.targets.results import Past
from lint.document.targets.target import Target
from lint.patterns import Pattern
from lint.text import Regions, Span

__all__ = ["Deadlines", "Past", "Reader", "Target"]

# Headings of parts that tell conditions, procedures, rates and terms.
EXEMPT = Pattern(
    r"(?:申报|申请|基本|支持|准入|认定|推荐|参评)(?:条件|要求|对象|范围|程序|流程|材料|方式|主体|资格|事项)"
    r"|适用范围|附则|(?:奖励|补助|补贴|奖补|资助|支持|收费)标准|罚则|法律责任"
    r"|注意事项|名词解释|填[写报]说明|指标(?:解释|说明)|资格条件|任职条件|招聘条件|评分(?:标准|细则)|评审(?:标准"
    r"|程序)|报名(?:条件|方式)"
)
TOGETHER = 300  # places that are held in memory at once


class Reader:
    """Reads the targets of one text.

    `sections` are the spans of each heading and of all that stands under it, in order; `kind` is the document's.
    """

    def __init__(
        self, text: str, sections: Sequence[tuple[Span, Span]], kind: str, past: Past, deadlines: Deadlines
    ) -> None:
        self._text = text
        self._kind = kind
        self._past = past
        self._deadlines = deadlines
        self._responsibles = scopes.Responsibles(text)
        self._exempt = Regions(whole for heading, whole in sections if EXEMPT.search(text[heading.start : heading.end]))

    def read(self, region: Span, found_in_it: Iterable[Quantity]) -> Iterator[Target]:
        """Every target and every result among the quantities found in a region, in order."""
        found, before = list[Target](), region.start
        for places, end in self._parts(region, found_in_it):
            shared = Lists(places)
            for at, following in zip_longest(places, places[1:]):
                after = following.quantity.span.start if following else end
                indicator = shared.indicator(at, found) or indicators.of(at, before, after, found)
                found.append(self._target(at, indicator, shared.operator(at, found)))
                before = at.quantity.span.end
                yield found[-1]

    def _parts(self, region: Span, found: Iterable[Quantity]) -> Iterator[tuple[list[Place], int]]:
        """Some hundred places at a time, and where the next one is: none shares anything across a line's end."""
        places: list[Place] = []
        for at in self._places(region, found):
            if len(places) >= TOGETHER and "\n" in self._text[places[-1].quantity.span.end : at.quantity.span.start]:
                yield places, at.quantity.span.start
                places = []
            places.append(at)
        if places:
            yield places, region.end

    def _places(self, region: Span, found: Iterable[Quantity]) -> Iterator[Place]:
        """The places of the quantities that commit to something, be it done or to do."""
        cut, refused = Places(self._text), -1
        for quantity in found:
            at = cut.of(quantity, region)
            part = PART.match(at.left) and at.part.start <= refused
            if _rises(at) or part or not commitments.commits(at, self._kind, quantity.span.start in self._exempt):
                refused = quantity.span.start
            else:
                yield at

    def _target(self, at: Place, indicator: Span | None, shared: str) -> Target:
        quantity = at.quantity
        relation = operators.read(at, shared)
        modality, modal = modalities.read(at)
        deadline = self._deadlines.of(at)
        spans = {
            "indicator": indicator, "scope": scopes.read(at), "modality": modal,
            "deadline": deadline.span if deadline else None, "baseline": relation.baseline,
            "responsible": self._responsibles.of(at),
        }  # fmt: skip
        said = {name: span for name, span in spans.items() if span is not None}
        words = {name: self._text[span.start : span.end].strip() for name, span in said.items()}
        return Target(
            quantity.span,
            self._text[quantity.span.start : quantity.span.end],
            operators.signed(quantity.amounts, relation.sign),
            quantity.unit,
            relation.operator,
            words.get("indicator", ""),
            words.get("scope", ""),
            deadline.day if deadline else None,
            modality,
            words.get("baseline", ""),
            words.get("responsible", ""),
            self._past.tells(at, due=deadline is not None and deadline.absolute),
            said,
        )


PART = Pattern(r"^(?:其中|其余)[^达不至超突]{0,12}$")  # 共有党员50名，其中在职党员20名: no more a target than the whole
RISES = Pattern(r"^(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压缩|缩短|压减|降|增|升|减|扩)(?:到|至|为)")
OLD = Pattern(r"(?:[从由自]|将?原有)[^，。；]{0,20}$")
RISE = Pattern(
    r"^、?[^，。；]{0,20}(?:提高|提升|增加|增长|降低|下降|减少|压缩|缩短|降|增|升|减)[到至]|(?:调整|整合|合并|优化|缩减)(?:调整)?为"
)


def _rises(at: Place) -> bool:
    """Whether a quantity is what a target rises or falls from."""
    return RISES.match(at.right) is not None or (OLD.search(at.left) is not None and RISE.search(at.right) is not None)
