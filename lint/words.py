"""The dictionary: jieba's 349,000 words with their frequencies, read from a trie in a millisecond.

jieba itself takes half a second to start, so its word list is turned once into a marisa-trie in the cache; the
frequencies are of the corpus that jieba was trained on (60 million words). Nothing is loaded until a word is asked.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from lint import cache

FORMAT = "words-2"
NUL = "\0"


def frequency(word: str) -> int:
    """How often a word occurs in the dictionary's corpus; 0 for what is no word."""
    found = _trie().get(word) if NUL not in word else None  # the trie ends its keys there
    return int(found[0][0]) if found else 0


def known(word: str) -> bool:
    """Whether a word is in the dictionary."""
    return NUL not in word and word in _trie()


def prefixes(text: str) -> list[str]:
    """The dictionary's words that a text begins with, shortest first."""
    return list(_trie().prefixes(text.partition(NUL)[0]))


def initial(character: str) -> str:
    """The letter that a character's pinyin begins with, A to Z; empty for rare characters.

    GB 2312-1980 lists its 3,755 common characters in the order of their pinyin, so that the code tells the letter.
    """
    code = character.encode("gb2312", "ignore")
    if len(code) != 2 or not FIRST[0][0] <= int.from_bytes(code) < BEYOND:
        return ""
    return FIRST[bisect_right(FIRST, (int.from_bytes(code), "~")) - 1][1]


def by_initials(letters: str) -> list[tuple[int, str]]:
    """The common words of two to four characters that these letters, A to Z, abbreviate, with their frequencies."""
    return [(int(values[0]), key.partition(" ")[2]) for key, values in _initials().items(letters + " ")]


def read_as(syllable: str) -> str:
    """The characters of GB 2312 that a syllable without its tone may read, ü written v; empty for what is none."""
    return _syllables().get(syllable, "")


# The first code of each letter's characters in GB 2312, and the first beyond them all.
FIRST = [
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"), (0xB8C1, "G"),
    (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"), (0xC4C3, "N"), (0xC5B6, "O"),
    (0xC5BE, "P"), (0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S"), (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"),
    (0xD1B9, "Y"), (0xD4D1, "Z"),
]  # fmt: skip
BEYOND = 0xD7FA
ABBREVIATED = 30  # occurrences that a word has at least to be looked for by its initials


def _source() -> Path:
    """jieba's word list, found without importing jieba. Raises ModuleNotFoundError where it is not installed."""
    from importlib.util import find_spec

    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the dictionary needs jieba: pip install jieba")
    return Path(found.origin).with_name("dict.txt")


@lru_cache(maxsize=1)
def _trie() -> Any:
    return _kept(FORMAT, _entries)


@lru_cache(maxsize=1)
def _initials() -> Any:
    return _kept("initials-1", _abbreviated)


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    """Characters by syllable; pypinyin's table is read once and kept in the cache."""
    name = f"syllables-1-{cache.key(FORMAT)}.txt"
    kept = cache.load(name)
    if kept is None:
        kept = "\n".join(f"{syllable} {characters}" for syllable, characters in _spelt().items()).encode()
        cache.store(name, kept)
    rows = (row.partition(" ") for row in kept.decode().splitlines())
    return {syllable: characters for syllable, _, characters in rows}


def _spelt() -> dict[str, str]:
    from pypinyin.constants import PINYIN_DICT

    found: dict[str, str] = {}
    for code, readings in PINYIN_DICT.items():
        if chr(code).encode("gb2312", "ignore"):
            for syllable in {_plain(reading) for reading in readings.split(",")}:
                found[syllable] = found.get(syllable, "") + chr(code)
    return found


def _plain(reading: str) -> str:
    """A syllable without its tone: lǜ is lv."""
    apart = unicodedata.normalize("NFD", reading.replace("ü", "v").translate(UMLAUT))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


UMLAUT = str.maketrans("ǖǘǚǜ", "vvvv")


def _kept(format_: str, entries: Callable[[Path], list[tuple[str, tuple[int]]]]) -> Any:
    """A trie of the dictionary, from the cache or made of its entries."""
    import marisa_trie

    source = _source()
    stat = source.stat()
    name = f"{format_}-{cache.key(str(stat.st_size), str(stat.st_mtime_ns), marisa_trie.__file__)}.marisa"
    trie = marisa_trie.RecordTrie("<I")
    kept = cache.load(name)
    if kept is not None:
        trie.frombytes(kept)
        return trie
    trie = marisa_trie.RecordTrie("<I", entries(source))
    cache.store(name, trie.tobytes())
    return trie


def _entries(source: Path) -> list[tuple[str, tuple[int]]]:
    rows = (line.split(" ") for line in source.read_text(encoding="utf-8").splitlines())
    return [(row[0], (int(row[1]),)) for row in rows if len(row) >= 2]


def _abbreviated(source: Path) -> list[tuple[str, tuple[int]]]:
    letters = {chr(code): initial(chr(code)) for code in range(0x4E00, 0xA000)}
    found = []
    for word, (seen,) in _entries(source):
        short = "".join(letters.get(character, "") for character in word)
        if seen >= ABBREVIATED and 2 <= len(word) <= 4 and len(short) == len(word):
            found.append((f"{short} {word}", (seen,)))
    return found
