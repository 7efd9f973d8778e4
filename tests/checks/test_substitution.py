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
