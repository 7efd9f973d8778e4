"""Words that should read otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.substitution import Substitution
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Substitution, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Substitution(
    kind="substitution",
    swap={"根底(?=教育)": "基础", r"到达(?=\d)": "达到", r"(\d)个百分比": r"\1个百分点", "(?:甲|乙)校": "乙校"},
    except_=("到达\\d号线",),
)


def test_each_match_is_reported_with_what_should_stand_there(document: Make) -> None:
    text = "根底教育到达98%，提高2个百分比，甲校"
    told = [
        (hit.span.start, document(text).slice(hit.span), hit.values["replacement"]) for hit in CHECK.run(document(text))
    ]
    assert sorted(told) == [
        (0, "根底", "基础"),
        (4, "到达", "达到"),
        (12, "2个百分比", "2个百分点"),
        (18, "甲校", "乙校"),
    ]


def test_the_repair_reads_right(document: Make) -> None:
    text = "根底教育到达98%，提高2个百分比，甲校"
    edits = [edit for hit in CHECK.run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == "基础教育达到98%，提高2个百分点，乙校"


@pytest.mark.parametrize(
    "text", ["打好根底", "到达会场", "乙校", "到达9号线"], ids=["后文", "no figure", "right", "except"]
)
def test_what_reads_right_is_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


FIXED = Substitution(kind="substitution", phrases=("立德[树]人", "全面建成[小康|社会主义]社会", "稳中求[进]工作"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("立德植人", "立德树人"),
        ("立德培育人", "立德树人"),
        ("全面建成温饱社会", "全面建成小康社会"),
        ("稳中求晋工作", "稳中求进工作"),
    ],
)
def test_another_word_in_a_fixed_phrase_is_reported(document: Make, text: str, meant: str) -> None:
    assert [hit.values["replacement"] for hit in FIXED.run(document(f"坚持{text}。"))] == [meant]


@pytest.mark.parametrize("text", ["立德树人", "全面建成社会主义社会", "立德、育人", "全面建成的小康社会", "立德"])
def test_a_fixed_phrase_as_it_should_be_is_passed(hits: Hits, text: str) -> None:
    assert hits(FIXED, text) == []


@pytest.mark.parametrize("phrase", ["立德树人", "[树]人立德", "以[人]"])
def test_a_phrase_needs_a_word_behind_others_that_tell_it(phrase: str) -> None:
    assert [key for key, _ in Substitution(kind="substitution", phrases=(phrase,)).faults()] == ["phrases"]
