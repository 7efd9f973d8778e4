"""Rules that other linters teach with or are asked for: they do what their examples and docs/other-linters.md say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lint import packs
from lint.examples import try_rule
from lint.rules import Bad, Good, Rule

ROOT = Path(__file__).parents[1]
FILES = tuple(ROOT / "tests" / "other_linters" / f"{name}.yaml" for name in ("taught", "asked"))
MANUAL = (ROOT / "docs" / "other-linters.md").read_text(encoding="utf-8")
CELL = r" ([^|]+) \|"
ROW = re.compile(rf"^\| (\d+) \|{CELL} `([a-z-]+)` \|{CELL}{CELL}{CELL}$", re.MULTILINE)
CONDITIONS = {"all", "any", "not", "inside", "has", "precedes", "follows", "where"}
PAGE, THREAD = re.compile(r"Vale|Semgrep|LanguageTool"), re.compile(r"`[\w.-]+/[\w.-]+#\d+`")
PLACEHOLDER = re.compile(r"[甲乙丙丁]|测试|示例|foo|bar")  # what stands where a plan would say something
RULES = packs.load(FILES, builtin=False).rules


def rows(index: int) -> list[tuple[str, ...]]:
    """The rows of the first or second table: what is asked, the rule, its kinds, its lines, what it leaves unsaid."""
    return [row[1:] for row in ROW.findall(MANUAL.split("\n## ")[index + 1])]


def given(file: Path) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = YAML(typ="safe").load(file)["rules"]
    return rules


def written(file: Path, rule: str) -> list[str]:
    """The lines that the check of a rule takes in its pack."""
    body = file.read_text(encoding="utf-8").partition(f"- id: {rule}\n")[2]
    check = re.search(r"^    check:.*\n(?: {6}.*\n)*", body, re.MULTILINE)
    return check[0].splitlines() if check else []


def means(check: Any) -> Iterator[str]:
    """The kinds and conditions of a check; `has: heading` is an option of a kind, and no condition."""
    for key, value in check.items() if isinstance(check, dict) else ():
        if key == "kind":
            yield value
        elif key in CONDITIONS and not isinstance(value, str):
            yield key
        for one in value if isinstance(value, list) else [value]:
            yield from means(one)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_does_what_its_examples_say(rule: Rule) -> None:
    assert list(try_rule(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_read_like_plans(rule: Rule) -> None:
    examples: tuple[Good | Bad, ...] = (*rule.examples.good, *rule.examples.bad)
    texts = [example.text for example in examples]
    assert [text for text in texts if PLACEHOLDER.search(text) or not re.search("[。；，]", text)] == []


@pytest.mark.parametrize("index", [0, 1], ids=["taught", "asked"])
def test_the_table_has_the_rules_of_its_pack_with_their_kinds_and_the_lines_they_take(index: int) -> None:
    told = [(rule, set(re.findall("`(.+?)`", kinds)), int(lines)) for _, rule, kinds, lines, _ in rows(index)]
    file = FILES[index]
    assert told == [(one["id"], set(means(one["check"])), len(written(file, one["id"]))) for one in given(file)]
    assert len(told) == 12


@pytest.mark.parametrize("file", FILES, ids=["taught", "asked"])
def test_no_line_of_a_check_is_longer_than_anybody_would_write(file: Path) -> None:
    assert [line for one in given(file) for line in written(file, one["id"]) if len(line) > 120] == []


@pytest.mark.parametrize(("index", "source"), [(0, PAGE), (1, THREAD)], ids=["taught", "asked"])
def test_every_row_names_its_source(index: int, source: re.Pattern[str]) -> None:
    assert [asked for asked, *_ in rows(index) if not source.search(asked)] == []
