"""The dictionary: jieba's words, in a file of the cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lint import words


@pytest.fixture
def other_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache, with nothing kept in memory before or after."""
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path))
    words._trie.cache_clear()
    yield tmp_path
    words._trie.cache_clear()


@pytest.mark.parametrize("word", ["教育", "党建", "社会主义", "投诉", "的"])
def test_a_word_is_known_and_has_a_frequency(word: str) -> None:
    assert words.known(word)
    assert words.frequency(word) > 0


@pytest.mark.parametrize("text", ["投拆", "育教", "", "教 育", "D建", "教育工作要点改革"])
def test_what_is_no_word_has_none(text: str) -> None:
    assert not words.known(text)
    assert words.frequency(text) == 0


def test_a_common_word_is_more_frequent_than_a_rare_one() -> None:
    assert words.frequency("工作") > words.frequency("工作量") > 0


def test_prefixes_are_the_words_a_text_begins_with_shortest_first() -> None:
    found = words.prefixes("社会主义核心")
    assert found[0] == "社"
    assert {"社会", "社会主义"} <= set(found)
    assert found == sorted(found, key=len)
    assert all("社会主义核心".startswith(word) for word in found)


def test_the_dictionary_is_built_once_and_then_read_from_the_cache(other_cache: Path) -> None:
    assert words.known("教育")
    (file,) = other_cache.iterdir()
    written = file.stat().st_ino
    words._trie.cache_clear()
    assert words.frequency("教育") > 0
    assert file.stat().st_ino == written


@pytest.mark.parametrize("torn", [b"", b"not a trie", b"\0" * 4096])
def test_a_torn_dictionary_is_built_anew(other_cache: Path, torn: bytes) -> None:
    words.known("教育")
    (file,) = other_cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(torn)
    words._trie.cache_clear()
    assert words.known("教育")
    assert file.read_bytes() == whole


def test_the_dictionary_works_where_no_cache_can_be_written(other_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (other_cache / "file").write_bytes(b"")
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(other_cache / "file" / "below"))
    assert words.known("教育")


@pytest.mark.parametrize(
    ("character", "letter"), [("党", "D"), ("政", "Z"), ("啊", "A"), ("座", "Z"), ("喆", ""), ("a", ""), ("D", "")]
)
def test_the_order_of_common_characters_tells_their_initial(character: str, letter: str) -> None:
    assert words.initial(character) == letter


def test_words_are_found_by_the_initials_of_their_characters(other_cache: Path) -> None:
    words._initials.cache_clear()
    found = {word: seen for seen, word in words.by_initials("ZZ")}
    assert found["政治"] > found["种植"] > 0
    assert all(words.initial(word[0]) + words.initial(word[1]) == "ZZ" for word in found)
    assert words.by_initials("IV") == []
    words._initials.cache_clear()


@pytest.mark.parametrize("word", ["\0", "推\0", "\0推", "推进\0改革"])
def test_a_text_with_nul_holds_no_word_behind_it(word: str) -> None:
    assert (words.frequency(word), words.known(word)) == (0, False)
    assert all("\0" not in found for found in words.prefixes(word))


def test_phrases_are_known_by_either_half() -> None:
    assert "再接再厉" in words.phrases("再接")[0]
    assert "再接再厉" in words.phrases("再厉")[1]
    assert all(len(phrase) == 4 for found in words.phrases("一心") for phrase in found)


@pytest.mark.parametrize("half", ["", "再", "再接再", "~再", "\0再"])
def test_what_is_no_half_begins_no_phrase(half: str) -> None:
    assert words.phrases(half) == ([], [])


@pytest.mark.parametrize(("character", "syllable"), [("绿", "lv"), ("行", "xing"), ("。", ""), ("A", "")])
def test_a_character_has_one_commonest_syllable(character: str, syllable: str) -> None:
    assert words.syllable(character) == syllable
