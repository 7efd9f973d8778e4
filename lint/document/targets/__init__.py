"""Targets: what a plan commits to in numbers.

Quantities are found first (`quantities`), then what stands around each is cut out once (`places`) and read: whether it
commits to anything (`commitments`) or was reached already (`results`), what it measures (`indicators`), how
(`operators`), how firmly (`modalities`), by when (`deadlines`), for whom and by whom (`scopes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lint.document.targets import commitments, indicators, lists, modalities, operators, quantities, scopes
from lint.document.targets.deadlines import Deadlines
from lint.document.targets.places import Place, Places
from lint.document.targets.results import Past
from lint.patterns import Pattern
from lint.text import Regions, Span

__all__ = ["Deadlines", "Past", "Reader", "Target", "summarises"]

# Headings of parts that tell conditions, procedures, rates and terms.
EXEMPT = Pattern(
    r"(?:申报|申请|基本|支持|准入|认定|推荐|参评)(?:条件|要求|对象|范围|程序|流程|材料|方式|主体|资格|事项)"
    r"|适用范围|附则|(?:奖励|补助|补贴|奖补|资助|支持|收费)标准|罚则|法律责任"
    r"|注意事项|名词解释|填[写报]说明|指标(?:解释|说明)|资格条件|任职条件|招聘条件|评分(?:标准|细则)|评审(?:标准"
    r"|程序)|报名(?:条件|方式)"
)


class Target(NamedTuple):
    """One commitment.

    `span` covers value, unit and what qualifies them; `amounts` are one number, or two of a range, with 万 and 亿
    multiplied out, and negative for what falls by them; `unit` is without 万 and 亿. `operator` is ≥ ≤ = ≈ range
    change-by change-to or from-to. `indicator` is what is measured or made, `scope` what it is counted over, `baseline`
    what it rises or falls from, `responsible` the unit that answers for it: text, empty where nothing says so.
    `modality` is ensure, reach, strive or explore; `deadline` the day by which it is due, where the text says so.
    `spans` has the place of each of these by its name. `result` says that the quantity tells what was reached.
    """

    span: Span
    value: str
    amounts: tuple[Decimal, ...]
    unit: str
    operator: str
    indicator: str
    scope: str
    deadline: date | None
    modality: str
    baseline: str
    responsible: str
    result: bool
    spans: Mapping[str, Span]


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

    def read(self, region: Span) -> Iterator[Target]:
        """Every target and every result in a region, in order."""
        cut = Places(self._text)
        places = (cut.of(quantity, region) for quantity in quantities.read(self._text, region))
        found = [at for at in places if not _rises(at)]
        respective = lists.respective(found)
        last: Target | None = None
        edges = [region.start, *(at.quantity.span.end for at in found)], [
            *(at.quantity.span.start for at in found[1:]), region.end,
        ]  # fmt: skip
        for at, before, after in zip(found, *edges, strict=False):
            exempt = at.quantity.span.start in self._exempt
            if not commitments.commits(at, self._kind, exempt):
                continue
            indicator = respective.get(at.quantity.span.start) or _indicator(at, before, after, last)
            last = self._target(at, indicator, last.operator if last and lists.goes_on(last.span, at) else "")
            yield last

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


def summarises(kind: str, title: str) -> bool:
    """Whether a document of this kind and title looks back from end to end."""
    return kind == "report" and PLANNING.search(title) is None


# A report so titled also plans; any other is a summary, and looks back from end to end.
PLANNING = Pattern(r"工作报告|计划|要点|打算|思路|安排")
RISES = Pattern(r"^(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压缩|缩短|压减|降|增|升|减|扩)(?:到|至|为)")
OLD = Pattern(r"[从由自][^，。；]{0,20}$")
RISE = Pattern(r"^、?[^，。；]{0,20}(?:提高|提升|增加|增长|降低|下降|减少|压缩|缩短|降|增|升|减)[到至]")


def _indicator(at: Place, before: int, after: int, last: Target | None) -> Span | None:
    """The indicator of a quantity, or that of the target before it, which it goes on with."""
    found = indicators.read(at, before, after)
    near = last is not None and last.span.start >= at.part.start and last.unit == at.quantity.unit
    return last.spans.get("indicator", found) if last and near and indicators.goes_on(at, found) else found


def _rises(at: Place) -> bool:
    """Whether a quantity is what a target rises or falls from."""
    return RISES.match(at.right) is not None or (OLD.search(at.left) is not None and RISE.search(at.right) is not None)
