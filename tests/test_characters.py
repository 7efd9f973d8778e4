"""What single characters are taken for."""

from __future__ import annotations

import pytest

from lint.characters import bound, character


@pytest.mark.parametrize("pair", ["拆诉", "顶项", "淘陶", "胀账", "狼浪", "屡履", "股服", "份纷", "串患", "噪操"])
def test_characters_that_share_a_part_are_alike_both_ways(pair: str) -> None:
    first, second = map(character, pair)
    assert first is not None
    assert pair[1] in first.alike
    assert second is not None
    assert pair[0] in second.alike


@pytest.mark.parametrize("pair", ["题提", "副富", "倒到", "错措", "段断"])
def test_characters_that_share_a_syllable_are_alike_whatever_its_tone(pair: str) -> None:
    first = character(pair[0])
    assert first is not None
    assert pair[1] in first.alike


@pytest.mark.parametrize("pair", ["河海", "数智", "们很"])
def test_a_part_that_hundreds_share_or_a_like_syllable_makes_none_alike(pair: str) -> None:
    first = character(pair[0])
    assert first is not None
    assert pair[1] not in first.alike


def test_a_character_is_not_its_own_look_alike() -> None:
    assert all((known := character(one)) and one not in known.alike for one in bound()[1])


@pytest.mark.parametrize("one", ["", "A", "。", "\0", "\ud800", "龘", "拆诉"])
def test_nothing_is_known_of_what_gb_2312_does_not_hold(one: str) -> None:
    assert character(one) is None


def test_how_words_use_a_character_is_known() -> None:
    of, surname, split = map(character, "的阎拆")
    assert of is not None
    assert surname is not None
    assert split is not None
    assert of.alone > 0.8 > split.alone
    assert surname.names == 1.0 > split.names
    assert "除" in split.after
    assert "的" not in bound()[0]
