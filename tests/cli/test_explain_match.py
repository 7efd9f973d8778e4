"""`plan-lint rule ID --explain-match`: why a rule finds something in a text, or does not, step by step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs

PACK = """\
rules:
  - id: vague-amount
    severity: warning
    message: “{text}”没有写明数量
    why: 无法考核。
    scope: [body]
    documents: [plan]
    check:
      kind: existence
      patterns: ['若干(?=[\\u4e00-\\u9fff]{2})', 一批]
      tokens: [许多, 大量]
      except: [若干意见]
    examples: {good: [好], bad: [⟦一批⟧]}
"""
TEXT = "某县2024年教育工作计划\n一、任务\n落实《关于招生的若干意见》，引进许多人才，培育若干名师。\n"
STEPS = """\
The document
  doc.txt: plan, told from the title: 计划
  the rule is for documents plan: yes
  the rule is for places in body
What occurs
  patterns: 若干(?=[\\u4e00-\\u9fff]{2})  2 places: 3:9 (body), 3:24 (body)
  except: 若干意见  1 place: 3:9 (body)
  tokens: 许多  1 place: 3:17 (body)
  patterns: 一批  nowhere
What the options do
  without 'patterns' would not be found: 3:24 “若干” (body)
  without '若干(?=[\\u4e00-\\u9fff]{2})' in 'patterns' would not be found: 3:24 “若干” (body)
  without 'tokens' would not be found: 3:17 “许多” (body)
  without '许多' in 'tokens' would not be found: 3:17 “许多” (body)
  without 'except' would be found: 3:9 “若干” (body)
What is found

doc.txt:3:17: warning vague-amount “许多”没有写明数量
  |
3 | 落实《关于招生的若干意见》，引进许多人才，培育若干名师。
  |                                 ^^^^
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack()


def pack(*changes: tuple[str, str]) -> None:
    text = PACK
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    Path("house.yaml").write_text(text, encoding="utf-8")


def explain(*arguments: str, given: str = "", rule: str = "vague-amount") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "rule", rule, "--rules", "house.yaml", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def steps(text: str, rule: str = "vague-amount") -> list[str]:
    status, shown, told = explain("--explain-match", text, rule=rule)
    assert (status, told) == (0, "")
    return shown.splitlines()


def test_the_steps_lead_from_the_document_to_what_is_found() -> None:
    Path("doc.txt").write_text(TEXT, encoding="utf-8")
    status, shown, told = explain("--file", "doc.txt")
    assert (status, told) == (0, "")
    assert "\n".join(line.rstrip() for line in shown.splitlines()).startswith(STEPS)
    assert shown.count("^^^^") == 2


def test_a_text_may_come_from_standard_input() -> None:
    status, shown, _ = explain("--explain-match", "-", given=TEXT)
    assert status == 0
    assert "  <stdin>: plan, told from the title: 计划" in shown


def test_a_document_of_another_kind_is_told_with_what_would_free_it() -> None:
    said = steps("培育若干名师。")
    assert said[1:3] == [
        "  <text>: page, neither title nor text nor headings tell more",
        "  the rule is for documents plan: no",
    ]
    assert said[-1] == (
        "  nothing: the rule is for plan, and this is told to be: page; it would be found without 'documents'"
    )


def test_the_configuration_may_say_what_a_file_is() -> None:
    Path("plan-lint.yaml").write_text("documents: [{files: '*.txt', type: plan}]\n", encoding="utf-8")
    Path("doc.txt").write_text("培育若干名师。\n", encoding="utf-8")
    shown = explain("--file", "doc.txt")[1]
    assert "  doc.txt: plan, told by the configuration\n" in shown
    assert "doc.txt:1:3: warning vague-amount" in shown


def test_what_an_exception_takes_away_is_told() -> None:
    pack(("    documents: [plan]\n", ""))
    said = steps("落实若干意见。")
    assert "  without 'except' would be found: 1:3 “若干” (body)" in said
    assert said[-1] == "  nothing: it would be found without 'except'"


def test_a_place_outside_of_the_scope_is_told_with_its_zone() -> None:
    pack(("    documents: [plan]\n", ""), ("scope: [body]", "scope: [tail]"))
    assert "  without 'scope' would be found: 1:3 “若干” (body)" in steps("培育若干名师，抓好落实。")


def test_two_obstacles_are_told_together() -> None:
    said = steps("落实若干意见。")
    assert "  without 'documents' and without 'except' would be found: 1:3 “若干” (body)" in said


def test_a_text_in_which_nothing_occurs_is_told_so() -> None:
    pack(("    documents: [plan]\n", ""))
    said = steps("抓好落实。")
    assert "  nothing that the check could begin with occurs" in said
    assert "  no option, varied by itself or with another, makes a difference here" in said
    assert said[-1] == "  nothing: no word or pattern that the check begins with occurs"


def test_a_rule_that_is_off_is_tried_all_the_same() -> None:
    pack(("severity: warning", "severity: off"), ("    documents: [plan]\n", ""))
    said = steps("培育若干名师。")
    assert "  the rule is off, and runs only where it is selected by its id" in said
    assert any(line.startswith("<text>:1:3: ") for line in said)


def test_files_that_a_rule_is_for_are_told() -> None:
    pack(("    documents: [plan]\n", "    files: [plans/]\n"))
    said = steps("培育若干名师。")
    assert "  the rule is for files plans/: no" in said
    assert said[-1] == "  nothing: the file is none of those in 'files'; it would be found without 'files'"


WIDTH = """\
rules:
  - id: own-width
    severity: warning
    message: 应为“{replacement}”
    why: 统一。
    check: {kind: width, marks: {',': ，}, at-least: 8, odd: 40}
    examples: {good: [好], bad: ["一要抓，二要管，三要严⟦,⟧四要实，五要快，六要新，七要稳，八要好，九要准。"]}
"""


def test_a_number_that_holds_a_finding_back_is_told() -> None:
    Path("house.yaml").write_text(WIDTH, encoding="utf-8")
    said = steps("一要抓，二要管，三要严,四要实，五要快。", rule="own-width")
    assert "  with 'at-least: 0' would be found: 1:12 “,” (body)" in said
    assert said[-1] == "  nothing: it would be found with 'at-least: 0'"


COMPOSED = """\
rules:
  - id: joined
    severity: warning
    message: “{text}”后没有写明“{unit}”
    why: 测试。
    check:
      kind: existence
      patterns: ['若干(?P<unit>名|所)']
      inside: {heading: [任务]}
      not: [{kind: existence, tokens: [若干名额]}]
    examples:
      good: [好]
      bad: ["一、任务\\n培育⟦若干名⟧教师。\\n"]
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一、任务\n培育若干名教师。\n", "without 'inside.0' would be found"),
        ("一、背景\n培育若干名教师。\n", "without 'inside' would be found: 2:3 “若干名” (body)"),
        ("一、任务\n分配若干名额。\n", "without 'not' would be found: 2:3 “若干名” (body)"),
    ],
    ids=["found", "elsewhere", "denied"],
)
def test_each_part_of_a_composed_check_is_varied(text: str, told: str) -> None:
    Path("house.yaml").write_text(COMPOSED, encoding="utf-8")
    said = steps(text, rule="joined")
    assert (told in "\n".join(said)) == ("任务\n培育" not in text)
    assert any(line.startswith("<text>:2:3: ") for line in said) == ("任务\n培育" in text)


def test_code_in_markdown_is_told_to_be_no_text() -> None:
    pack(("    documents: [plan]\n", ""))
    Path("doc.md").write_text("培育`若干名师`。\n", encoding="utf-8")
    shown = explain("--file", "doc.md")[1]
    assert "1:4 “若干” (body) stands in code, a link or a comment of Markdown, and is left alone" in shown
    assert shown.endswith("  nothing: what is found stands in code, a link or a comment of Markdown\n")


def test_every_built_in_rule_explains_its_own_examples() -> None:
    script = (
        "from lint import packs\nfrom lint.examples import unmarked\nfrom lint.explanation import explained\n"
        "from lint.reports.explanation import Steps\nfrom lint.text import Source\n"
        "for rule in packs.load().rules:\n"
        "    for one in rule.examples.bad[:1]:\n"
        "        found = explained(rule, Source('a', unmarked(one.text)[0], kind=(rule.documents or ('',))[0]))\n"
        "        Steps().show(found)\n"
        "        assert found.findings and not found.crash, rule.id\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("What is found\n") == len(packs.load().rules)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["vague-amount", "--explain-match", "a", "--file", "a.txt"], "--explain-match TEXT and --file FILE exclude"),
        (["vague-amounts", "--explain-match", "a"], "need the id of a rule: no rule or pack 'vague-amounts'; did you"),
        (["--explain-match", "a"], "Error: --explain-match and --file need the id of a rule\n"),
        (["vague-amount", "--file", "gone.txt"], "plan-lint: error: gone.txt: no such file or directory"),
    ],
    ids=["both", "unknown", "none", "gone"],
)
def test_what_cannot_be_explained_is_told(arguments: list[str], told: str) -> None:
    command = [sys.executable, "-m", "lint", "rule", "--rules", "house.yaml", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_nothing_hostile_reaches_the_terminal() -> None:
    pack(("    documents: [plan]\n", ""), ("tokens: [许多, 大量]", 'tokens: ["\\e[31m", "\\u202e"]'))
    status, shown, _ = explain("--explain-match", "\x1b[31m若干名师\u202e")
    assert status == 0
    assert not {"\x1b", "\u202e"} & {*shown}
