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


SPUN = Substitution(
    kind="substitution",
    swap={"布局": "结构"},
    phrases=("供给侧 结构性 改革", "结构性 改革", "科学 发展 观"),
    synonyms={"供给侧": "供应侧", "结构性": "布局性", "发展": "开展", "改革": "变革"},
    except_=("(?<!侧)结构性变革", "开展观摩"),
)


def test_synonyms_in_a_fixed_phrase_are_reported_and_repaired(document: Make) -> None:
    text = "树立科学开展观，推进供应侧布局性变革"
    edits = [edit for hit in SPUN.run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == "树立科学发展观，推进供给侧结构性改革"


def test_places_that_overlap_are_told_once_the_first_and_longest(hits: Hits) -> None:
    assert hits(SPUN, "推进供给侧布局性变革") == [("供给侧布局性变革", 2)]


@pytest.mark.parametrize("text", ["科学开展观摩活动", "经济的结构性变革", "供给侧结构性改革"])
def test_good_chinese_that_synonyms_make_is_passed(hits: Hits, text: str) -> None:
    assert hits(SPUN, text) == []


def test_a_phrase_that_is_not_parted_and_a_synonym_of_no_phrase_are_faults() -> None:
    check = Substitution(kind="substitution", phrases=("科学发展观",), synonyms={"发展": "开展"})
    assert [key for key, _ in check.faults()] == ["phrases", "synonyms"]
