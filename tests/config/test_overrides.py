"""A configuration changes severities and options of rules; what a rule cannot take is told with the place there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import packs
from lint.config import load
from lint.findings import Severity
from lint.packs import sources
from lint.rules import Rule

PACK = """\
rules:
  - id: forbidden-word
    severity: error
    message: 不应出现“{text}”
    why: 测试用。
    check: {kind: existence, tokens: [禁词], drop: true}
    fix: safe
    examples:
      good: [没有这个词。]
      bad: [{text: 这里有⟦禁词⟧。, fixed: 这里有。}]
  - id: named-word
    severity: off
    message: 不应出现“{word}”
    why: 测试用。
    check: {kind: existence, patterns: ['(?P<word>忌语)']}
    examples:
      good: [没有这个词。]
      bad: [这里有⟦忌语⟧。]
  - id: high-target
    severity: warning
    message: 指标“{fault}”
    why: 测试用。
    check: {kind: target, limits: [{unit: '%', above: 100}]}
    examples:
      good: [就业率达到95%。]
      bad: [就业率达到⟦195%⟧。]
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.yaml").write_text(PACK, encoding="utf-8")


def rules(text: str) -> dict[str, Rule]:
    Path("plan-lint.yaml").write_text("rules: house.yaml\n" + text, encoding="utf-8")
    found = load(Path("plan-lint.yaml"))
    return {rule.id: rule for rule in packs.load(found.pack_paths, False, found.overrides).rules}


def faults(text: str) -> list[str]:
    with pytest.raises(packs.PackError) as caught:
        rules(text)
    return caught.value.faults


def test_a_severity_is_changed_and_off_turns_a_rule_off() -> None:
    changed = rules("severity: {forbidden-word: off, named-word: error}\n")
    assert changed["forbidden-word"].severity is Severity.OFF
    assert changed["named-word"].severity is Severity.ERROR
    assert changed["high-target"].severity is Severity.WARNING


def test_a_rule_that_is_off_by_default_is_turned_on() -> None:
    Path("plan-lint.yaml").write_text("rules: house.yaml\nseverity: {named-word: info, forbidden-word: off}\n")
    found = load(Path("plan-lint.yaml"))
    chosen = packs.load(found.pack_paths, False, found.overrides).select((), ())
    assert [(rule.id, rule.severity.value) for rule in chosen.rules] == [
        ("named-word", "info"), ("high-target", "warning"),
    ]  # fmt: skip


def test_options_take_the_place_of_those_of_the_rule_and_the_others_stay() -> None:
    (before, after) = (
        rules("")["forbidden-word"],
        rules("options: {forbidden-word: {tokens: [旧词]}}\n")["forbidden-word"],
    )
    assert getattr(after.check, "tokens") == ("旧词",)  # noqa: B009
    assert getattr(after.check, "drop") is True  # noqa: B009
    assert (after.message, after.examples) == (before.message, before.examples)


def test_options_that_are_maps_in_lists_are_read_like_those_of_a_pack() -> None:
    own, changed = (
        rules(text)["high-target"].check for text in ("", "options: {high-target: {limits: [{unit: 人, above: 3}]}}\n")
    )
    assert own != changed
    assert "Limit(indicator='', unit='人', above=3.0, below=None)" in repr(changed)


def test_a_rule_whose_options_leave_nothing_to_repair_has_no_fix() -> None:
    assert rules("options: {forbidden-word: {drop: false}}\n")["forbidden-word"].fix is None


WRONG = """\
  forbidden-word:
    tokns: [旧词]
4: options.forbidden-word.tokns: unknown key; allowed: patterns, tokens, whole-words, except, replacement, without, \
drop, entities, breaks; did you mean 'tokens'?

  forbidden-word:
    tokens: 旧词
4: options.forbidden-word.tokens: must be a list, not '旧词'

  forbidden-word:
    tokens:
    - 旧词
    - 7
6: options.forbidden-word.tokens.1: must be text, not 7; write it in quotes

  forbidden-word:
    kind: line
4: options.forbidden-word.kind: unknown key; a rule keeps its kind, which is 'existence'; allowed: patterns, tokens, \
whole-words, except, replacement, without, drop, entities, breaks

  forbidden-word: {tokens: []}
3: options.forbidden-word.patterns: is missing, and so are 'tokens' and 'whole-words': there is nothing to find

  named-word:
    patterns: ['(词']
4: options.named-word.patterns.0: '(词' is not a regular expression: missing ), unterminated subpattern at position 0

  named-word:
    patterns: [忌语]
3: options.named-word: with these options the rule's message uses the unknown value '{word}'; allowed: {text}

  high-target:
    limits:
    - {unit: 人, above: 3}
    - {unit: 人, abov: 3}
6: options.high-target.limits.1.abov: unknown key; allowed: indicator, unit, above, below; did you mean 'above'?

  high-target:
    lacks: dedline
4: options.high-target.lacks: 'dedline' is not allowed; allowed: indicator, unit, scope, deadline, baseline, \
responsible; did you mean 'deadline'?
"""


@pytest.mark.parametrize("case", WRONG.split("\n\n"))
def test_a_wrong_option_is_told_at_its_place_in_the_configuration(case: str) -> None:
    *options, told = case.splitlines()
    assert faults("options:\n" + "\n".join(options) + "\n") == [f"plan-lint.yaml:{told}"]


def test_a_pattern_that_could_run_away_is_refused() -> None:
    (fault,) = faults("options: {named-word: {patterns: ['(?:词+)+']}}\n")
    assert fault.startswith("plan-lint.yaml:2: options.named-word.patterns.0: '(?:词+)+' repeats a repeat")


def test_every_wrong_option_of_every_rule_is_told() -> None:
    assert len(faults("options: {forbidden-word: {drop: 3, tokns: []}, high-target: {limit: []}}\n")) == 3


def test_overrides_of_rules_that_nobody_has_are_passed_over() -> None:
    assert rules("severity: {xyzzy: error}\noptions: {xyzzy: {a: 1}}\n").keys() == rules("").keys()


def test_overrides_have_keys_of_their_own() -> None:
    contents = sources.read((Path("house.yaml"),), builtin=False)
    plain = packs.Overrides()
    off = packs.Overrides({"named-word": "error"})
    other = packs.Overrides({}, {"forbidden-word": {"tokens": ["旧词"]}})
    for key in (sources.key, sources.key_of_findings):
        assert key(contents) == key(contents, plain)
        assert len({key(contents), key(contents, off), key(contents, other)}) == 3


def test_what_was_overridden_once_is_kept() -> None:
    text = "options: {forbidden-word: {tokens: [旧词]}}\nseverity: {named-word: info}\n"
    assert rules(text) == rules(text)
