"""Every page has a place in the navigation, and every place a page."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from documentation import kinds, navigation, rules
from lint import packs
from lint.rules import RuleSet

RULES = RuleSet(packs.load().rules[:1])
(RULE,) = RULES.rules
NAV = f"# kept\nsite_name: x\nnav:\n  - Start:\n      - index.md\n  - Rules:\n      - {rules.INDEX}\n"
PAGES = {"index.md", rules.INDEX, rules.file(RULE)}


def test_the_rules_stand_behind_their_index_by_pack() -> None:
    settings = YAML(typ="safe").load(navigation.configured(NAV, RULES, PAGES))
    assert settings["nav"][1] == {"Rules": [rules.INDEX, {RULE.pack: [{RULE.id: rules.file(RULE)}]}]}


def test_the_kinds_stand_behind_theirs() -> None:
    source = NAV + f"  - Kinds:\n      - {kinds.INDEX}\n"
    files = {kinds.file(kind) for kind in kinds.ALL}
    settings = YAML(typ="safe").load(navigation.configured(source, RULES, PAGES | {kinds.INDEX} | files))
    assert len(settings["nav"][2]["Kinds"]) == len(files) + 1


def test_a_page_without_a_place_is_told() -> None:
    with pytest.raises(navigation.LostPageError, match=r"nav has no place for new\.md; add it"):
        navigation.configured(NAV, RULES, PAGES | {"new.md"})


def test_a_place_without_a_page_is_told() -> None:
    with pytest.raises(navigation.LostPageError, match=r"nav names index\.md, which is no page"):
        navigation.configured(NAV, RULES, PAGES - {"index.md"})
