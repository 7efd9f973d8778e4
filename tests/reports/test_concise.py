"""The format `concise`: one line a finding, fit for pipes and editors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def concise(*arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-m", "lint", *arguments, "--output-format", "concise"]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("全面落实基层D建工作。\n第二行，，有D建工作。\n", encoding="utf-8")
    return tmp_path


def test_a_finding_is_one_line_with_its_place_severity_rule_and_message(folder: Path) -> None:
    assert concise("a.txt", "--select", "obfuscated-term,repeated-punctuation", cwd=folder) == (
        "a.txt:1:7: error obfuscated-term “D建”疑为“党建”的替写\n"
        "a.txt:2:4: warning repeated-punctuation 标点重复：“，，”\n"
        "a.txt:2:7: error obfuscated-term “D建”疑为“党建”的替写\n"
        "3 findings (2 errors, 1 warning, 0 infos) in 1 file.\n"
    )


def test_quiet_leaves_the_findings_alone(folder: Path) -> None:
    assert concise("a.txt", "-q", "--select", "repeated-punctuation", cwd=folder) == (
        "a.txt:2:4: warning repeated-punctuation 标点重复：“，，”\n"
    )


def test_no_findings_are_said(folder: Path) -> None:
    assert concise("a.txt", "--select", "mojibake", cwd=folder) == "No findings in 1 file.\n"


def test_colors_are_never_put_in(folder: Path) -> None:
    assert "\x1b" not in concise("a.txt", "--select", "repeated-punctuation", "--color", "always", cwd=folder)


def test_a_message_that_quotes_hostile_text_stays_on_its_line(tmp_path: Path) -> None:
    check = "check: {kind: existence, patterns: ['甲[^乙]*乙']}, examples: {good: [无], bad: [⟦甲乙⟧]}"
    pack = f"rules: [{{id: any, severity: error, message: '{{text}}', why: w, {check}}}]"
    (tmp_path / "any.yaml").write_text(pack, encoding="utf-8")
    (tmp_path / "a.txt").write_text("前" * 200 + "甲\x1b[2J\u202e\n\x9b乙" + "后" * 200, encoding="utf-8")
    shown = concise("a.txt", "-q", "--rules", "any.yaml", "--select", "any", cwd=tmp_path)
    assert shown == "a.txt:1:201: error any 甲<U+001B>[2J<U+202E>⏎<U+009B>乙\n"
