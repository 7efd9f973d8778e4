"""Fixed phrases and what synonyms make of them."""

from __future__ import annotations

import re

import pytest

from lint.phrases import Phrase

SYNONYMS = {"发展": "开展 成长", "供给侧": "供应侧", "结构性": "布局性 构造性", "改革": "变革", "本": "本钱"}
SUPPLY = Phrase.read("供给侧 结构性 改革", SYNONYMS)


@pytest.mark.parametrize("variant", ["供应侧结构性改革", "供给侧布局性改革", "供给侧结构性变革", "供应侧构造性变革"])
def test_one_word_or_several_may_be_swapped(variant: str) -> None:
    assert re.fullmatch(SUPPLY.variants, variant)
    assert SUPPLY.restored(variant) == "供给侧结构性改革"


def test_the_phrase_itself_is_no_variant() -> None:
    assert re.search(SUPPLY.variants, "供给侧结构性改革") is None


def test_each_of_several_words_is_restored_as_itself() -> None:
    phrase = Phrase.read("高质量|可持续 发展 观|战略", SYNONYMS)
    assert phrase.restored("可持续成长战略") == "可持续发展战略"
    assert re.search(phrase.variants, "高质量发展战略") is None


def test_a_synonym_that_is_right_in_the_same_place_is_no_variant() -> None:
    phrase = Phrase.read("科学 发展|开展 观", SYNONYMS)
    assert re.search(phrase.variants, "科学开展观") is None
    assert phrase.restored("科学成长观") == "科学发展观"


def test_a_longer_synonym_that_begins_as_the_word_does_is_found() -> None:
    phrase = Phrase.read("以人为 本 ，|。", SYNONYMS)
    assert [phrase.restored(found[0]) for found in re.finditer(phrase.variants, "以人为本，以人为本钱。")] == [
        "以人为本。"
    ]


@pytest.mark.parametrize(
    ("variant", "meant"), [("科学发展战略理论", "科学发展战略学说"), ("科学成长战略学说", "科学发展战略学说")]
)
def test_brackets_and_synonyms_may_stand_in_one_phrase(variant: str, meant: str) -> None:
    phrase = Phrase.read("科学 发展 战略[学说|的]", SYNONYMS)
    assert re.fullmatch(phrase.variants, variant)
    assert phrase.restored(variant) == meant


@pytest.mark.parametrize("text", ["密切联系的单位", "密切联系在一起", "密切联系群众"])
def test_a_particle_is_no_other_word(text: str) -> None:
    assert re.search(Phrase.read("密切联系[群众]", {}).variants, text) is None


def test_a_phrase_without_synonyms_has_no_variants() -> None:
    assert Phrase.read("立德 树人", SYNONYMS).variants == ""
