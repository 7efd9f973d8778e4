"""Rules that extend rules, and word lists in files beside a pack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs
from lint.checks.existence import Existence
from lint.checks.substitution import Substitution
from lint.examples import try_rule
from lint.rules import Rule

BASE = """\
rules:
  - id: base-word
    severity: warning
    message: 不应出现“{text}”
    why: 测试用。
    scope: [body]
    check:
      kind: existence
      tokens: {file: words.txt}
      except: [不是禁词]
    examples:
      good: [没有这个词。]
      bad: [这里有⟦禁词⟧。]
"""
MORE = """\
  - id: more-words
    extends: base-word
    severity: error
    check:
      tokens+: [坏词]
      tokens-: [错词]
    examples:
      good+: [错词不算。]
      bad+: [这里有⟦坏词⟧。]
"""
WORDS = "# 测试\n禁词\n\n  错词\r\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("words.txt").write_text(WORDS, encoding="utf-8")
    Path("swap.tsv").write_text("甲\t乙\n丙丁\t\n", encoding="utf-8")
    return Path("house.yaml")


def rules(file: Path, text: str, builtin: bool = False) -> list[Rule]:
    file.write_text(text, encoding="utf-8")
    return [rule for rule in packs.load((file,), builtin=builtin).rules if rule.pack == "house"]


def faults(file: Path, text: str) -> list[str]:
    with pytest.raises(packs.PackError) as caught:
        rules(file, text)
    return caught.value.faults


def tokens(rule: Rule) -> tuple[str, ...]:
    assert isinstance(rule.check, Existence)
    return rule.check.tokens


def test_a_word_list_is_the_lines_of_its_file_without_comments_and_blanks(house: Path) -> None:
    (rule,) = rules(house, BASE)
    assert tokens(rule) == ("禁词", "错词")


def test_a_map_is_pairs_parted_by_a_tab(house: Path) -> None:
    text = BASE.replace("kind: existence", "kind: substitution").replace("      except: [不是禁词]\n", "")
    (rule,) = rules(house, text.replace("tokens: {file: words.txt}", "swap: {file: swap.tsv}"))
    assert isinstance(rule.check, Substitution)
    assert rule.check.swap == {"甲": "乙", "丙丁": ""}


def test_a_changed_list_is_read_anew(house: Path) -> None:
    rules(house, BASE)
    Path("words.txt").write_text("新词\n", encoding="utf-8")
    assert tokens(rules(house, BASE)[0]) == ("新词",)


def test_a_rule_has_all_that_it_does_not_say_from_the_one_it_extends(house: Path) -> None:
    base, more = rules(house, BASE + MORE)
    assert (more.severity.value, more.message, more.scope) == ("error", base.message, base.scope)
    assert tokens(more) == ("禁词", "坏词")
    assert isinstance(more.check, Existence)
    assert more.check.except_ == ("不是禁词",)
    assert [bad.text for bad in more.examples.bad] == ["这里有⟦禁词⟧。", "这里有⟦坏词⟧。"]
    assert list(try_rule(more)) == []


def test_what_a_rule_says_itself_takes_the_place_of_the_other(house: Path) -> None:
    text = MORE.replace("tokens+:", "tokens:").replace("      tokens-: [错词]\n", "").replace("bad+:", "bad:")
    _, more = rules(house, BASE + text)
    assert tokens(more) == ("坏词",)
    assert [bad.text for bad in more.examples.bad] == ["这里有⟦坏词⟧。"]


def test_a_check_of_another_kind_takes_nothing_from_the_other(house: Path) -> None:
    text = MORE.replace(
        "      tokens+: [坏词]\n      tokens-: [错词]\n", "      kind: substitution\n      swap: {坏词: 好词}\n"
    )
    _, more = rules(house, BASE + text)
    assert isinstance(more.check, Substitution)


def test_rules_extend_rules_that_extend_rules_in_any_order(house: Path) -> None:
    third = MORE.replace("more-words", "third").replace("base-word", "more-words").replace("坏词", "烂词")
    third = third.replace("      tokens-: [错词]\n", "")
    found = {rule.id: rule for rule in rules(house, "rules:\n" + third + MORE + BASE.removeprefix("rules:\n"))}
    assert tokens(found["third"]) == ("禁词", "坏词", "烂词")


def test_a_built_in_rule_may_be_extended(house: Path) -> None:
    text = """\
rules:
  - id: house-footer
    extends: editor-footer
    check: {labels+: [采写]}
    examples: {bad+: ["某县2024年计划\\n\\n抓好工作。\\n\\n⟦采写：某⟧"]}
"""
    (rule,) = rules(house, text, builtin=True)
    assert list(try_rule(rule)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("words.txt", "word.txt", "9: rule 'base-word': check.tokens: no file 'word.txt' beside the pack; allowed: "),
        (
            "words.txt",
            "../words.txt",
            "9: rule 'base-word': check.tokens: '../words.txt' leads out of the pack's folder",
        ),
        ("words.txt", "/etc/words.txt", "9: rule 'base-word': check.tokens: '/etc/words.txt' leads out of the pack's"),
        ("words.txt", "words.csv", "9: rule 'base-word': check.tokens: names no word list; write the name of a .txt"),
        ("words.txt", "broken.txt", "9: rule 'base-word': check.tokens: 'broken.txt' is not UTF-8 in line 2"),
        ("words.txt", "empty.txt", "9: rule 'base-word': check.tokens: 'empty.txt' holds no words"),
        ("words.txt", "odd.tsv", "9: rule 'base-word': check.tokens: line 2 of 'odd.tsv' is no pair; write a key"),
        ("s: base-word", "s: base-wrod", "15: rule 'more-words': extends: no rule 'base-wrod' to extend; did you mean"),
        ("s: base-word", "s: more-words", "15: rule 'more-words': extends: 'more-words' extends this rule in turn"),
        ("[错词]\n", "[错字]\n", "19: rule 'more-words': check.tokens-.0: '错字' is not in the list"),
        (
            "tokens+: [坏词]",
            "tokens+: 坏词",
            "18: rule 'more-words': check.tokens+: adds a text to a list; write a list",
        ),
        (
            "tokens+: [坏词]",
            "token+: [坏词]",
            "18: rule 'more-words': check.token+: unknown key; allowed: kind, patterns",
        ),
        ("tokens+: [坏词]", "patterns+: ['(']", "18: rule 'more-words': check.patterns+.0: '(' is not a regular"),
        (
            "tokens-: [错词]",
            "tokens-: 错词",
            "19: rule 'more-words': check.tokens-: takes a text out of a list; write a",
        ),
    ],
)
def test_what_is_wrong_is_told_once_and_where_it_stands(old: str, new: str, told: str, house: Path) -> None:
    Path("broken.txt").write_bytes(b"a\n\xff\xfe\n")
    Path("empty.txt").write_text("# 无\n\n", encoding="utf-8")
    Path("odd.tsv").write_text("甲\t乙\n丙\n", encoding="utf-8")
    (fault,) = faults(house, (BASE + MORE).replace(old, new))
    assert fault.removeprefix("house.yaml:").startswith(told)


def test_a_link_that_leads_out_of_the_packs_folder_is_no_word_list(house: Path, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/words.txt").symlink_to(tmp_path / "words.txt")
    (fault,) = faults(tmp_path / "inner/house.yaml", BASE)
    assert "no file 'words.txt' beside the pack" in fault


def test_rules_that_extend_each_other_are_told(house: Path) -> None:
    text = (BASE + MORE).replace("- id: base-word\n", "- id: base-word\n    extends: more-words\n")
    assert [fault.partition(": extends: ")[2] for fault in faults(house, text)] == [
        "'base-word' extends this rule in turn; one of them must stand by itself",
        "'more-words' extends this rule in turn; one of them must stand by itself",
    ]


def test_rules_for_some_files_are_kept_apart_by_path(house: Path, tmp_path: Path) -> None:
    house.write_text(BASE.replace("    scope: [body]\n", "    files: [archive/]\n"), encoding="utf-8")
    for name in ("archive/a.txt", "b.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("这里有禁词。\n", encoding="utf-8")
    surroundings = os.environ | {"PLAN_LINT_CACHE_DIR": str(tmp_path / "cache")}
    command = (sys.executable, "-m", "lint", "check", ".", "--rules", "house.yaml", "--select", "house", "-q")
    for _ in range(2):  # anew, and from what is kept
        done = subprocess.run([*command, "--output-format", "concise"], env=surroundings, capture_output=True)
        assert done.stdout.decode() == "archive/a.txt:1:4: warning base-word 不应出现“禁词”\n"
