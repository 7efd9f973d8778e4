"""Lists inside running text that lost, doubled or disordered a member: 一是… 二是… 四是…, （1）…；（2）…；（4）…"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, enumerations
from lint.document.enumerations import Fault
from lint.document.members import anchor, written

Mark = Literal["第一", "其一", "（一）", "（1）", "1）", "①", "1."]
TOLD = {
    "gap": "不连续：“{text}”之前缺少{missing}",
    "repeat": "重复：“{text}”在前面已经出现过",
    "order": "次序颠倒：“{text}”排在“{before}”之后",
    "misnumbered": "序号有误：“{text}”应为“{missing}”",
}


@dataclass(frozen=True)
class Enumeration(Check):
    """Reports the member of a list inside running text at which its order breaks.

    `words` are what follows the numeral (是, 要), `marks` the other forms, each by its first member. Each form is a
    list of its own. Where such a mark begins a line it belongs to the outline, and to the kind `numbering`.
    """

    kind: Literal["enumeration"]
    words: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each fault of each list, at the member that breaks the order."""
        for fault in enumerations.faults(document.text, self.words + self.marks, document.outline.sections):
            yield _hit(document, fault)

    def anchors(self) -> tuple[str, ...] | None:
        """A member after the first."""
        return tuple(anchor(form) for form in self.words + self.marks)

    def faults(self) -> Iterator[tuple[str, str]]:
        """No form to read, or an empty word."""
        if not self.words + self.marks:
            yield "words", "is missing, and so is 'marks': there is nothing to find"
        if "" in self.words:
            yield "words", "holds an empty word, so that every numeral would be a member"

    def values(self) -> frozenset[str]:
        """What is wrong, in a phrase; what is missing or meant; and the member before."""
        return frozenset({"fault", "missing", "before"})


def _hit(document: Document, fault: Fault) -> Hit:
    text = document.slice(fault.member.span)
    before = document.slice(fault.before.span) if fault.before else ""
    missing = "、".join(written(text, ordinal) for ordinal in fault.missing)
    told = TOLD[fault.kind].format(text=text, before=before, missing=missing)
    related = (("上一项", fault.before.span),) if fault.before else ()
    return Hit(fault.member.span, {"fault": told, "missing": missing, "before": before}, (), related)
