"""One thing of which a document says two values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.conflict import Conflict
from lint.document import Document

Make = Callable[[str], Document]
Hits = Callable[[Conflict, str], list[tuple[str, int]]]
CHECK = Conflict(kind="conflict", of="target")


def test_the_second_of_two_values_is_reported_and_names_the_first(document: Make) -> None:
    seen = document("学前毛入园率达到92%。\n学前毛入园率达到95%。")
    (hit,) = CHECK.run(seen)
    assert seen.slice(hit.span) == "95%"
    assert hit.span.start == 21
    assert hit.values == {"indicator": "学前毛入园率", "first": "92%", "value": "95%"}
    assert [(what, seen.slice(span)) for what, span in hit.related] == [("先前的数值", "92%")]


@pytest.mark.parametrize(
    "second",
    [
        "学前毛入园率达到92%以上。",
        "小学毛入园率达到95%。",
        "到2030年，学前毛入园率达到95%。",
        "全市学前毛入园率达到95%。",
        "力争学前毛入园率达到95%。",
        "学前毛入园率提高3%。",
        "去年学前毛入园率达到90%。",
    ],
    ids=["the same value", "another thing", "another date", "another scope", "an aim beyond", "a change", "a result"],
)
def test_values_that_may_both_be_true_are_passed(hits: Hits, second: str) -> None:
    assert hits(CHECK, "学前毛入园率达到92%。\n" + second) == []


def test_two_values_of_one_sentence_are_steps(hits: Hits) -> None:
    assert hits(CHECK, "学前毛入园率达到92%，学前毛入园率达到95%。") == []


def test_what_is_counted_may_be_made_twice(hits: Hits) -> None:
    assert hits(CHECK, "新建公办幼儿园3所。\n改建公办幼儿园5所。") == []


def test_a_bare_name_may_be_of_many_things(hits: Hits) -> None:
    assert hits(CHECK, "覆盖率达到92%。\n覆盖率达到95%。") == []
