"""Every rule and every kind has a page, on which stands what its pack or its docstring says."""

from __future__ import annotations

import dataclasses
import html
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import markdown
import pytest

from documentation import kinds, options, pages, rules
from lint import packs
from lint.checks.check import yaml_key
from lint.rules import Bad, Good, Rule, RuleSet

ROOT = Path(__file__).parents[2]
RULES = packs.load().rules
SAMPLE = RULES[0]
HOSTILE = "<script>x</script> | `y` {{ z }} *w*"


@cache
def reference() -> dict[str, str]:
    return pages.reference(ROOT, packs.load())


def shown(page: str) -> str:
    """What one reads on a page."""
    made = markdown.markdown(page, extensions=["tables"])
    return html.unescape(re.sub(r"<[^>]*>", "", made))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_page_of_a_rule_says_what_its_pack_does(rule: Rule) -> None:
    page = reference()[f"reference/rules/{rule.id}.md"]
    read = shown(page)
    for said in (rule.message, rule.why, rule.pack, rule.check.kind, rule.severity.value, *rule.scope, *rule.documents):
        assert said in read
    assert page.count("<li>") >= len(rule.examples.good) + len(rule.examples.bad)
    assert page.count("<mark>") == sum(bad.text.count("⟦") for bad in rule.examples.bad)
    assert page.count("<ins>") == sum(bad.fixed is not None for bad in rule.examples.bad)


@pytest.mark.parametrize("kind", kinds.ALL)
def test_the_page_of_a_kind_tells_its_options_and_its_rules(kind: str) -> None:
    page = reference()[f"reference/kinds/{kind}.md"]
    fields = [yaml_key(field.name) for field in dataclasses.fields(kinds.ALL[kind]) if field.name != "kind"]
    assert [key for key in fields if f"| <code>{key}</code> |" not in page] == []
    users = [rule.id for rule in RULES if rule.check.kind == kind]
    assert [rule for rule in users if f"](../rules/{rule}.md)" not in page] == []


def test_the_indexes_name_every_page() -> None:
    by_pack, all_kinds = reference()[rules.INDEX], reference()[kinds.INDEX]
    assert [rule.id for rule in RULES if f"[{rule.id}]({rule.id}.md)" not in by_pack] == []
    assert [kind for kind in kinds.ALL if f"[{kind}]({kind}.md)" not in all_kinds] == []


def hostile(rule: Rule) -> Rule:
    good, bad = Good(HOSTILE), Bad(f"⟦{HOSTILE}⟧", HOSTILE)
    examples = replace(rule.examples, good=(good,), bad=(bad,))
    return replace(rule, message=HOSTILE, why=HOSTILE, examples=examples, files=(HOSTILE,))


def test_what_a_rule_says_is_never_markup() -> None:
    made = markdown.markdown(rules.page(hostile(SAMPLE)), extensions=["tables"])
    assert "<script" not in made
    assert html.unescape(re.sub(r"<[^>]*>", "", made)).count(HOSTILE) == 6
    table = rules.index(RuleSet((hostile(SAMPLE),))).splitlines()[-1]
    assert table.count("|") == 5


def test_a_known_gap_is_told_as_one() -> None:
    examples = replace(SAMPLE.examples, bad=(Bad("⟦甲⟧", todo=True),))
    assert "甲</mark><span" in rules.page(replace(SAMPLE, examples=examples)).replace(rules.GAP, "<span")


DOCSTRING = ("Reports `a` beside `b`.", "`a` is one; with `c` another.", "`of: x`: this.", "`y`: that, with `d`.")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("a", "`a` is one."),
        ("b", "Reports `a` beside `b`."),
        ("c", "With `c` another."),
        ("of", "`of: x`: this."),
        ("d", ""),
    ],
)
def test_an_option_is_described_by_the_clauses_that_name_it(key: str, said: str) -> None:
    clauses = [clause for sentence in DOCSTRING for clause in options.CLAUSE.split(sentence)]
    assert options.about(key, str, clauses) == said


def test_an_option_that_nothing_names_is_described_by_its_values() -> None:
    page = reference()["reference/kinds/date.md"]
    row = next(line for line in page.splitlines() if line.startswith("| <code>fault</code>"))
    assert "<code>impossible</code>&#58; 2月30日" in row
    assert "<code>stale</code>&#58; " in row


def test_options_that_are_maps_have_a_table_of_their_own() -> None:
    page = reference()["reference/kinds/target.md"]
    assert "list of maps ([limit](#limit))" in page
    assert "### limit\n" in page
    assert "| <code>above</code> | number | — |" in page


def test_a_kind_says_whether_it_repairs() -> None:
    assert "## Repair\n\n<p>Always." in reference()["reference/kinds/obfuscation.md"]
    assert "## Repair\n\n<p>Where a replacement is given" in reference()["reference/kinds/existence.md"]
    assert "## Repair\n\n<p>None&#58; " in reference()["reference/kinds/required.md"]
