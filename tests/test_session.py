"""A session goes through all files: what cannot be read is told in a sentence and never stops the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from lint import session
from lint.checks import Check, Hit
from lint.checks.existence import Existence
from lint.document import Document
from lint.engine import Engine
from lint.files import Missing
from lint.findings import Severity
from lint.rules import Examples, Rule, RuleSet
from lint.session import Session, Trouble
from lint.text import Source

FOUND = Existence("existence", tokens=("禁词",))


@dataclass(frozen=True)
class Crashing(Check):
    kind: Literal["crashing"] = "crashing"

    def run(self, document: Document) -> Iterator[Hit]:
        raise ValueError("no such luck")


def rule(name: str, check: Check) -> Rule:
    return Rule(name, Severity.ERROR, "不应出现", "测试", check, Examples((), ()))  # type: ignore[arg-type]


ENGINE = Engine(RuleSet((rule("word", FOUND),)))


def troubles(*files: Path | Missing) -> list[tuple[Trouble, ...]]:
    return [result.troubles for result in session.run(ENGINE, files)]


def written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = [written(tmp_path / name, "有禁词".encode()) for name in ("b", "a", "c")]
    results = list(session.run(ENGINE, files))
    assert [result.file for result in results] == [str(file) for file in files]
    assert [(f.rule, f.text, tuple(f.start)) for r in results for f in r.findings] == [("word", "禁词", (1, 1, 2))] * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06", "binary file, not text"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "binary file, not text"),
        (
            bytes(0x80 | (number * 73 + 131) % 127 for number in range(2000)),
            "in no encoding that could be told for sure; convert it to UTF-8 first",
        ),
    ],
)
def test_what_is_no_text_is_told_and_the_next_file_is_read(data: bytes, reason: str, tmp_path: Path) -> None:
    bad, good = written(tmp_path / "bad.txt", data), written(tmp_path / "good.txt", "禁词".encode())
    first, second = session.run(ENGINE, [bad, good])
    assert (first.source, first.findings, first.troubles) == (None, (), (Trouble(str(bad), reason),))
    assert [finding.text for finding in second.findings] == ["禁词"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u3000\u3000\n".encode()])
def test_a_file_without_text_is_worth_a_word_and_breaks_nothing(data: bytes, tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", data)
    assert troubles(file) == [(Trouble(str(file), "empty file, nothing to check", grave=False),)]


def test_a_text_whose_lines_end_with_carriage_returns_alone_is_linted_and_told(tmp_path: Path) -> None:
    (result,) = session.run(ENGINE, [written(tmp_path / "a.txt", "甲\r禁词\r".encode())])
    assert [finding.start.column for finding in result.findings] == [3]
    assert [(trouble.grave, trouble.reason[:28]) for trouble in result.troubles] == [
        (False, "its lines end with \\r alone,")
    ]


def test_a_missing_path_is_told_with_its_reason() -> None:
    assert troubles(Missing("gone", "no such file or folder")) == [(Trouble("gone", "no such file or folder"),)]


def test_a_file_that_disappears_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gone.txt"
    assert troubles(file) == [(Trouble(str(file), "no such file or directory"),)]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    assert troubles(tmp_path) == [(Trouble(str(tmp_path), "is a directory"),)]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", b"text")
    file.chmod(0)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)  # root may read everything, nobody may not
        told = troubles(file)
    finally:
        os.seteuid(user)
    assert told == [(Trouble(str(file), "permission denied"),)]


def test_a_rule_that_crashes_is_told_and_the_others_still_find() -> None:
    engine = Engine(RuleSet((rule("bad", Crashing()), rule("word", FOUND))))
    result = next(Session(lambda: engine).run([Source("a.txt", "有禁词")]))
    assert [finding.rule for finding in result.findings] == ["word"]
    assert result.troubles == (Trouble("a.txt", "rule 'bad' crashed: ValueError: no such luck", rule="bad"),)
    assert result.troubles[0].grave


def test_two_encodings_of_one_text_have_the_same_findings() -> None:
    text = "第一行\r\n有禁词\r\n"
    sources = [Source.parse(data, "a") for data in (text.encode(), text.encode("utf-8-sig"), text.encode("gb18030"))]
    first, *others = [result.findings for result in Session(lambda: ENGINE).run(sources)]
    assert [tuple(finding.start) for finding in first] == [(6, 2, 2)]
    assert others == [first, first]
