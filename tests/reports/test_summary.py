"""The sentences that every report for people ends with."""

from __future__ import annotations

import pytest
from showing import printed, result, unreadable

from lint.findings import Severity
from lint.reports import Summary
from lint.session import Result

TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def summary(*results: Result, fixed: int = 0) -> Summary:
    told = Summary()
    for one in results:
        told.add(one)
    told.fixed = fixed
    return told


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        ([], "No findings in 0 files."),
        ([result(TEXT)], "No findings in 1 file."),
        ([result(TEXT, suppressed=("甲",))], "No findings in 1 file, 1 suppressed."),
        ([result(TEXT, "甲")], "1 finding (0 errors, 1 warning, 0 infos) in 1 file."),
        (
            [result(TEXT, "甲", suppressed=("乙",)), result(TEXT, "甲", severity=Severity.ERROR)],
            "2 findings (1 error, 1 warning, 0 infos) in 2 files, 1 suppressed.",
        ),
        ([unreadable()], "No document was read."),
    ],
)
def test_the_sentence_counts_what_counts(results: list[Result], sentence: str) -> None:
    assert summary(*results).sentence() == sentence


@pytest.mark.parametrize(
    ("results", "offer"),
    [
        ([result(TEXT, "甲")], ""),
        ([result(TEXT, "甲", new="丙")], "1 can be repaired with --fix."),
        ([result(TEXT, "甲", new="丙", safety="unsafe")], "1 can be repaired with --fix --unsafe-fixes."),
        (
            [result(TEXT, "甲", "乙", new="丙"), result(TEXT, "甲", new="丙", safety="unsafe")],
            "2 can be repaired with --fix, 1 more with --fix --unsafe-fixes.",
        ),
        ([result(TEXT, suppressed=("甲",), new="丙")], ""),
    ],
)
def test_the_offer_tells_safe_repairs_from_unsafe_ones(results: list[Result], offer: str) -> None:
    assert summary(*results).offer() == offer


@pytest.mark.parametrize("name", ["full", "grouped"])
def test_reports_for_people_end_with_repairs_made_counts_and_the_offer(name: str) -> None:
    assert printed(name, result(TEXT, "甲", new="丙"), fixed=12).endswith(
        "\n"
        "Fixed 12 findings.\n"
        "1 finding (0 errors, 1 warning, 0 infos) in 1 file.\n"
        "1 can be repaired with --fix.\n"
        "plan-lint rule ID explains a rule: why it matters, with examples.\n"
    )


def test_concise_ends_with_repairs_made_and_counts() -> None:
    assert printed("concise", result(TEXT, "甲", new="丙"), fixed=1).endswith(
        "\nFixed 1 finding.\n1 finding (0 errors, 1 warning, 0 infos) in 1 file.\n"
    )
