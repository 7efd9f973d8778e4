"""Headings and items whose numbers do not follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.checks.check import Check, Hit
from lint.document import Document, Section, styles
from lint.document.markers import written
from lint.document.numbering import Fault
from lint.findings import Edit
from lint.text import Span

STYLED = 200  # sections that are looked at for how this document writes its markers


@dataclass(frozen=True)
class Numbering(Check):
    """Reports one fault of the outline's numbering.

    `gap`: ordinals are missing before a marker; `repeat`: one comes twice; `order`: one goes back; `malformed`: a
    marker lost its separator or digit (27构建); `glued`: a heading stands inside the line before; `skip`: a level is
    left out that most headings have; `mixed`: a marker is written otherwise than its siblings (1、 among 1.). Values:
    `missing`, `before` (the marker before), `marker` (as it should be written).
    """

    kind: Literal["numbering"]
    fault: Literal["gap", "repeat", "order", "malformed", "glued", "skip", "mixed"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each fault of this kind, at the marker."""
        if self.fault == "skip":
            yield from map(_skip, document.outline.skips)
        elif self.fault == "mixed":
            for marker, style in styles.odd(document.text, document.outline):
                right = styles.rewritten(style, marker.ordinal) or ""
                yield Hit(marker.span, {"missing": "", "before": "", "marker": right}, (Edit(marker.span, right),))
        for fault in document.outline.faults:
            if fault.kind == self.fault:
                hit = _hit(document, fault)
                if not any(edit.replacement == document.slice(edit.span) for edit in hit.edits):
                    yield hit

    def values(self) -> frozenset[str]:
        """What is missing, the neighbour before, the right marker."""
        return frozenset({"missing", "before", "marker"})

    def repairs(self) -> bool:
        """Malformed and mixed markers are rewritten and glued ones get their own line."""
        return self.fault in ("malformed", "glued", "mixed")


def _skip(section: Section) -> Hit:
    return Hit(section.heading, {"missing": "", "before": "", "marker": ""})


def _hit(document: Document, fault: Fault) -> Hit:
    marker = fault.marker
    right = _as_siblings_write(document, fault)
    values = {
        "missing": "、".join(written(marker.scheme, n, marker.under).rstrip("、.，") for n in fault.missing),
        "before": document.slice(fault.before.span).strip() if fault.before else "",
        "marker": right.strip(),
    }
    related = (("上一个编号", fault.before.span),) if fault.before else ()
    return Hit(marker.span, values, _edits(fault, right), related)


def _edits(fault: Fault, right: str) -> tuple[Edit, ...]:
    if fault.kind == "malformed":
        return (Edit(fault.marker.span, right),)
    if fault.kind == "glued":
        start = fault.marker.span.start
        return (Edit(Span(start, start), "\n"),)
    return ()


def _as_siblings_write(document: Document, fault: Fault) -> str:
    """The marker in the style of the first sound one of its scheme: 27. beside 26. and 28."""
    marker, ordinal = fault.marker, fault.right or fault.marker.ordinal
    for section in document.outline.sections[:STYLED]:
        other = section.marker
        if other.scheme == marker.scheme and other.fault is None and other.ordinal != marker.ordinal:
            like = styles.rewritten(styles.style(document.slice(other.span)), ordinal)
            if like and not marker.under:
                return like
    return written(marker.scheme, ordinal, marker.under)
