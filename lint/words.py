"""The dictionary: jieba's 349,000 words with their frequencies, read from a trie in a millisecond.

jieba itself takes half a second to start, so its word list is turned once into a marisa-trie in the cache; the
frequencies are of the corpus that jieba was trained on (60 million words). Nothing is loaded until a word is asked.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lint import cache

FORMAT = "words-2"
NUL = "\0"
CORPUS = 60_000_000  # words that the dictionary was counted on


def frequency(word: str) -> int:
    """How often a word occurs in the dictionary's corpus; 0 for what is no word."""
    found = _trie().get(word) if NUL not in word else None  # the trie ends its keys there
    return int(found[0][0]) if found else 0


def known(word: str) -> bool:
    """Whether a word is in the dictionary."""
    return NUL not in word and word in _trie()


def begins(text: str) -> bool:
    """Whether a word of the dictionary begins with a text."""
    return NUL not in text and next(iter(_trie().iterkeys(text)), None) is not None


def total() -> int:
    """How many words the dictionary's corpus has in all, which is counted once and kept."""
    return int(stored("total-1", lambda: str(sum(seen for _, seen, _ in entries())).encode(), "jieba"))


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


def syllable(character: str) -> str:
    """The commonest reading of a character without its tone, from pypinyin's table; empty for what is none."""
    from pypinyin.constants import PINYIN_DICT

    return _plain(PINYIN_DICT.get(ord(character), "").split(",")[0])


def entries() -> Iterator[tuple[str, int, str]]:
    """Every word of the dictionary with its frequency and its part of speech, as jieba tags it; it takes a second."""
    for line in _source().read_text(encoding="utf-8").splitlines():
        word, seen, tag = line.split(" ")
        yield word, int(seen), tag


@lru_cache(maxsize=20_000)
def phrases(half: str) -> tuple[list[str], list[str]]:
    """The idioms and fixed phrases of four characters that begin with two characters, and those that end so."""
    if len(half) != 2 or NUL in half or TURNED in half:
        return [], []
    begun, ended = _phrases().keys(half), _phrases().keys(TURNED + half)
    return begun, [found[len(TURNED + half) :] + half for found in ended]


# The first code of each letter's characters in GB 2312, and the first beyond them all.
FIRST = [
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"), (0xB8C1, "G"),
    (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"), (0xC4C3, "N"), (0xC5B6, "O"),
    (0xC5BE, "P"), (0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S"), (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"),
    (0xD1B9, "Y"), (0xD4D1, "Z"),
]  # fmt: skip
BEYOND = 0xD7FA
COMMON = 100  # occurrences of a common word
QUOTED = {"i": 10, "l": 20}  # occurrences from which an idiom, a fixed phrase (as jieba tags them) is known to all
TURNED = "~"
ABBREVIATED = 30  # occurrences that a word has at least to be looked for by its initials


def _source() -> Path:
    """jieba's word list, found without importing jieba."""
    return _package("jieba").with_name("dict.txt")


def _package(name: str) -> Path:
    """Where a package begins, found without importing it. Raises ModuleNotFoundError where it is not installed."""
    from importlib.util import find_spec

    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the dictionary needs {name}: pip install {name.replace('_', '-')}")
    return Path(found.origin)


@lru_cache(maxsize=1)
def _trie() -> Any:
    return kept(FORMAT, "RecordTrie", _frequencies, "<I")


@lru_cache(maxsize=1)
def _initials() -> Any:
    return kept("initials-1", "RecordTrie", _abbreviated, "<I")


@lru_cache(maxsize=1)
def _phrases() -> Any:
    return kept("phrases-2", "Trie", _fixed)


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


def stored(format_: str, made: Callable[[], bytes], beside: str) -> bytes:
    """Bytes that are made of the dictionary and a package beside it, or as they were cached."""
    name = f"{format_}-{_sources(beside)}.bytes"
    found = cache.load(name)
    if found is None:
        found = made()
        cache.store(name, found)
    return found


def _sources(beside: str) -> str:
    """A key of the dictionary and a package beside it, as they are installed."""
    stats = (path.stat() for path in (_source(), _package(beside)))
    return cache.key(*(part for stat in stats for part in (str(stat.st_size), str(stat.st_mtime_ns))))


def kept(format_: str, kind: str, made: Callable[[], Iterable[Any]], *options: str, beside: str = "jieba") -> Any:
    """A trie of one of marisa's kinds that is made of the dictionary and a package beside it, or as it was cached."""
    import marisa_trie

    name = f"{format_}-{cache.key(_sources(beside), marisa_trie.__file__)}.marisa"
    make = getattr(marisa_trie, kind)
    found = cache.load(name)
    if found is not None:
        return make(*options).frombytes(found)
    trie = make(*options, made())
    cache.store(name, trie.tobytes())
    return trie


def _frequencies() -> Iterator[tuple[str, tuple[int]]]:
    return ((word, (seen,)) for word, seen, _ in entries())


def _abbreviated() -> Iterator[tuple[str, tuple[int]]]:
    letters = {chr(code): initial(chr(code)) for code in range(0x4E00, 0xA000)}
    for word, seen, _ in entries():
        short = "".join(letters.get(character, "") for character in word)
        if seen >= ABBREVIATED and 2 <= len(word) <= 4 and len(short) == len(word):
            yield f"{short} {word}", (seen,)


def _fixed() -> Iterator[str]:
    """Each phrase, and its second half before its first."""
    for word, seen, tag in entries():
        if len(word) == 4 and tag in QUOTED and seen >= QUOTED[tag]:
            yield from (word, TURNED + word[2:] + word[:2])
