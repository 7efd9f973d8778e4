"""Whatever text there is, it has an outline, and all of it lies within the text and in order."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from lint.document import Document, Outline, styles
from lint.document.numbering.links import FIRST
from lint.text import Source

CHARACTERS = (
    "一二三十、，,.．：:；。（）()【】〔第章节条部分编篇①②㈠⒈⑴0123459１２ \u3000\t\xa0\n\r#*…附件注抓好年月日lO=—"
)
PIECES = [
    "一、", "二、", "三、", "四、", "（一）", "（二）", "（三）", "一）", "第一章 ", "第三条 ", "第一，", "①", "③",
    "1.", "2.", "3.", "1、", "2、", "1.1 ", "1.2 ", "2.1 ", "1 ", "2 ", "1)", "2)", "\n", "\n", "\r\n", "\n\n",
    "甲乙", "抓好落实", "。", "：", "附件\n", "2024年1月5日\n", "……1", "## ", "**",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(st.sampled_from(CHARACTERS), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
ITEM_OF_ANOTHER_LIST = "1)甲\n2、乙\n"  # one list whose first looks like another scheme's
FIRST_OF_TWO_LISTS = "1.甲\n2)乙\n"


def outline(text: str) -> Outline:
    return Document(Source("t", text)).outline


@given(TEXTS)
def test_every_marker_and_heading_lies_within_the_text_and_in_order(text: str) -> None:
    sections = outline(text).sections
    for section in sections:
        assert 0 <= section.marker.span.start < section.marker.span.end <= section.heading.end <= len(text)
        assert section.heading.start == section.marker.span.start
        assert section.marker.ordinal >= 0
    starts = [section.heading.start for section in sections]
    assert starts == sorted(starts)


@given(TEXTS)
def test_every_fault_has_its_marker_within_the_text_and_behind_its_sibling(text: str) -> None:
    faults = outline(text).faults
    for fault in faults:
        assert 0 <= fault.marker.span.start < fault.marker.span.end <= len(text)
        assert fault.before is None or fault.before.span.end <= fault.marker.span.start
        assert bool(fault.missing) == (fault.kind == "gap")
        assert list(fault.missing) == sorted({n for n in fault.missing if 0 < n < max(fault.marker.ordinal, FIRST)})
    assert [fault.marker.span for fault in faults] == sorted(fault.marker.span for fault in faults)


@given(TEXTS)
def test_parts_and_tables_of_contents_lie_within_the_text(text: str) -> None:
    numbering = outline(text).numbering
    assert all(0 <= table.start < table.end <= len(text) for table in numbering.contents)
    assert all(text[offset] == "\n" for offset in numbering.breaks)


@given(TEXTS)
@example(FIRST_OF_TWO_LISTS)
def test_sections_lie_within_their_parents_and_behind_one_another(text: str) -> None:
    seen = outline(text)
    for section in seen.sections:
        assert section.heading.end == section.body.start <= section.body.end <= section.whole.end <= len(text)
        assert section.whole.start == section.heading.start
        ends = [section.heading.end, *(child.whole.end for child in section.children)]
        for end, child in zip(ends, section.children, strict=False):
            assert child.parent is section
            assert end <= child.whole.start < child.whole.end <= section.whole.end
    for section, after in zip(seen.sections, seen.sections[1:], strict=False):
        assert section.body.end == after.heading.start


@given(TEXTS)
@example(ITEM_OF_ANOTHER_LIST)
def test_every_scheme_has_sections(text: str) -> None:
    seen = outline(text)
    assert sum(scheme.sections for scheme in seen.schemes) == len(seen.sections)
    assert set(seen.skips) <= set(seen.sections)
    assert all(text[marker.span.start : marker.span.end] for marker, _ in styles.odd(text, seen))
