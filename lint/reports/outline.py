"""The outline of a document shown: as a tree for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.document import Document, Section
from lint.document.markers import written
from lint.document.numbering import Fault
from lint.document.outline import Scheme
from lint.text import Span

STEP = "  "  # a level


def lines(document: Document) -> Iterator[tuple[str, str]]:
    """The tree in lines, each with a style: title and schemes, then each heading with its line number and level."""
    yield document.source.path, "bold"
    yield f"{STEP}{document.kind}  {document.title or '(no title)'}", ""
    yield f"{STEP}{evidence(document)}", "dim"
    for entry in document.metadata:
        label = "".join(document.slice(entry.label).split())
        yield (
            f"{STEP}{entry.name}: {entry.value or '(empty)'}"
            + (f"  ({label})" if label != "".join(entry.value.split()) else ""),
            "dim",
        )
    for scheme in document.outline.schemes:
        yield STEP + told(scheme), "dim"
    width = len(str(document.source.text.count("\n") + 1))
    for line, level, text, note in sorted(_rows(document), key=lambda row: row[0]):
        yield f"{line:>{width + 2}}  {STEP * (level - 1)}{text}{note and STEP + note}", "red" if note else ""


def evidence(document: Document) -> str:
    """`told from the title: 计划`"""
    if document.source.kind:
        return "told by the configuration"
    _, by, words = document.evidence
    return "neither title nor text nor headings tell more" if by == "nothing" else f"told from the {by}: {words}"


def told(scheme: Scheme) -> str:
    """`level 2  （一）  21 headings under 一、, which begin anew under each (7 of 7); evidence: …`"""
    parts = f"level {scheme.level}  {scheme.sample.strip()}  {_number(scheme.sections, 'heading')}"
    if scheme.inside is None:
        return parts
    evidence = f"{_number(scheme.whole, 'whole list')} and {_number(scheme.parts, 'part')} of lists between siblings"
    return f"{parts} under {_example(scheme.inside)}, {_habit(scheme)}; evidence: {evidence}"


def _habit(scheme: Scheme) -> str:
    restarts, runs = scheme.habit
    if not restarts and not runs:
        return "one list"
    if not runs:
        return f"which begin anew under each ({restarts} of {restarts})"
    if not restarts:
        return f"which run on through all ({runs} of {runs})"
    return f"which begin anew {restarts}× and run on {runs}×"


def _example(scheme: str) -> str:
    return written(scheme, 1, "1").rstrip()


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' if count != 1 else ''}"


def _rows(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Line, level, text and note of everything in the tree."""
    faults = _faults(document)
    for section in document.outline.sections:
        line = document.source.position(section.heading.start).line
        noted = "; ".join(_note(document, fault) for fault in faults.get(section.marker.span, []))
        yield line, section.level, document.slice(section.heading).strip(), noted and f"← {noted}"
    for table in document.outline.numbering.contents:
        first, last = (document.source.position(offset).line for offset in table)
        yield first, 1, f"(table of contents, lines {first} to {last})", ""
    for offset in document.outline.numbering.breaks:
        begin = offset + 1 if document.text[offset] == "\n" else offset
        end = document.text.find("\n", begin)
        text = document.text[begin : end if end >= 0 else len(document.text)].strip()
        yield document.source.position(begin).line, 1, f"── {text[:40]}", ""


def _faults(document: Document) -> dict[Span, list[Fault]]:
    faults: dict[Span, list[Fault]] = {}
    for fault in document.outline.faults:
        faults.setdefault(fault.marker.span, []).append(fault)
    return faults


def _note(document: Document, fault: Fault) -> str:
    marker = fault.marker
    if fault.kind == "gap":
        return "missing before: " + "、".join(_plain(marker.scheme, n, marker.under) for n in fault.missing)
    right = _plain(marker.scheme, fault.right or marker.ordinal, marker.under)
    before = f" after {document.slice(fault.before.span).strip()}" if fault.before else ""
    return {
        "repeat": "repeated",
        "order": f"out of order{before}",
        "glued": "glued to the text before",
        "malformed": f"damaged, read as {right}",
    }[fault.kind]


def _plain(scheme: str, ordinal: int, under: str) -> str:
    return written(scheme, ordinal, under).rstrip("、.，")


def told_in_json(document: Document) -> dict[str, Any]:
    """One document as an object; offsets count characters from 0, lines from 1, ends are exclusive."""
    numbering, faults = document.outline.numbering, _faults(document)
    return {
        "file": document.source.path,
        "kind": document.kind,
        "evidence": {"by": document.evidence.by, "words": document.evidence.words},
        "title": _text(document, document.zones.title) if document.zones.title else None,
        "metadata": [
            {"name": entry.name, "label": _text(document, entry.label), "value": entry.value}
            for entry in document.metadata
        ],
        "schemes": [_scheme(scheme) for scheme in document.outline.schemes],
        "contents": [_text(document, table) for table in numbering.contents],
        "breaks": [document.source.position(offset + 1).line for offset in numbering.breaks],
        "sections": [_section(document, section, faults) for section in document.outline.top],
    }


def _scheme(scheme: Scheme) -> dict[str, Any]:
    return {
        "name": scheme.name,
        "sample": scheme.sample,
        "level": scheme.level,
        "sections": scheme.sections,
        "inside": scheme.inside,
        "restarts": scheme.habit.restarts,
        "runs_on": scheme.habit.runs,
        "evidence": {"whole": scheme.whole, "below": scheme.below, "parts": scheme.parts},
    }


def _section(document: Document, section: Section, faults: dict[Span, list[Fault]]) -> dict[str, Any]:
    marker = section.marker
    return {
        "level": section.level,
        "scheme": marker.scheme,
        "ordinal": marker.ordinal,
        "marker": _text(document, marker.span),
        "heading": _text(document, section.heading),
        "end": section.whole.end,
        "faults": [{"fault": fault.kind, "missing": list(fault.missing)} for fault in faults.get(marker.span, [])],
        "sections": [_section(document, child, faults) for child in section.children],
    }


def _text(document: Document, span: Span) -> dict[str, Any]:
    place = document.source.position(span.start)
    return {"text": document.slice(span), "line": place.line, "start": span.start, "end": span.end}
