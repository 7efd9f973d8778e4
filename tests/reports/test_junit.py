"""The format `junit`: XML that keeps to the schema Jenkins reads by."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from showing import printed, result, unreadable

from lint.findings import Severity
from lint.session import Result

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).with_name("schemas") / "junit-10.xsd"))
TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def suites(*results: Result) -> ElementTree.Element:
    told = printed("junit", *results)
    SCHEMA.validate(told)
    return ElementTree.fromstring(told.encode())


def counts(element: ElementTree.Element) -> tuple[int, int, int]:
    tests, failures, errors = (int(element.attrib[name]) for name in ("tests", "failures", "errors"))
    return tests, failures, errors


def test_a_file_is_a_suite_and_a_finding_a_failed_case() -> None:
    root = suites(result(TEXT, "甲", file="./甲/a.txt"))
    (suite,) = root
    (case,) = suite
    (failure,) = case
    assert (suite.tag, suite.attrib["name"], counts(suite), counts(root)) == (
        "testsuite", "甲/a.txt", (1, 1, 0), (1, 1, 0)
    )  # fmt: skip
    assert case.attrib == {"classname": "甲/a.txt", "name": "marked 1:5"}
    assert failure.attrib == {"type": "warning", "message": "有“甲”"}
    assert failure.text == "甲/a.txt:1:5: 有“甲”"


def test_an_info_is_a_case_that_passes_and_says_so() -> None:
    root = suites(result(TEXT, "甲", severity=Severity.INFO))
    assert counts(root) == (1, 0, 0)
    assert [element.tag for element in root[0][0]] == ["system-out"]


def test_a_file_without_findings_is_a_case_that_passes() -> None:
    root = suites(result(TEXT, suppressed=("甲",)))
    assert counts(root) == counts(root[0]) == (1, 0, 0)
    assert list(root[0][0]) == []


def test_what_could_not_be_read_is_a_case_with_an_error() -> None:
    root = suites(unreadable())
    assert counts(root) == counts(root[0]) == (1, 0, 1)
    assert root[0][0][0].attrib == {"type": "trouble", "message": "no such file or folder"}


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("]]> <b>&amp;\"'", "]]> <b>&amp;\"'"),
        ("\x00\x1b[31m\ud83d\ufffe\uffff", "<U+0000><U+001B>[31m<U+D83D><U+FFFE><U+FFFF>"),
        ("一\n二\t三", "一⏎二 三"),
    ],
)
def test_what_xml_cannot_hold_is_told_in_other_words(message: str, told: str) -> None:
    root = suites(result(TEXT, "甲", message=message))
    assert root[0][0][0].attrib["message"] == told
