"""The dictionary: jieba's 349,000 words with their frequencies, read from a trie in a millisecond.

jieba itself takes half a second to start, so its word list is turned once into a marisa-trie in the cache; the
frequencies are of the corpus that jieba was trained on (60 million words). Nothing is loaded until a word is asked.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lint import cache

FORMAT = "words-2"


def frequency(word: str) -> int:
    """How often a word occurs in the dictionary's corpus; 0 for what is no word."""
    found = _trie().get(word)
    return int(found[0][0]) if found else 0


def known(word: str) -> bool:
    """Whether a word is in the dictionary."""
    return word in _trie()


def prefixes(text: str) -> list[str]:
    """The dictionary's words that a text begins with, shortest first."""
    return list(_trie().prefixes(text))


def _source() -> Path:
    """jieba's word list, found without importing jieba. Raises ModuleNotFoundError where it is not installed."""
    from importlib.util import find_spec

    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the dictionary needs jieba: pip install jieba")
    return Path(found.origin).with_name("dict.txt")


@lru_cache(maxsize=1)
def _trie() -> Any:
    import marisa_trie

    source = _source()
    stat = source.stat()
    name = f"{FORMAT}-{cache.key(str(stat.st_size), str(stat.st_mtime_ns), marisa_trie.__file__)}.marisa"
    trie = marisa_trie.RecordTrie("<I")
    kept = cache.load(name)
    if kept is not None:
        trie.frombytes(kept)
        return trie
    trie = marisa_trie.RecordTrie("<I", _entries(source))
    cache.store(name, trie.tobytes())
    return trie


def _entries(source: Path) -> list[tuple[str, tuple[int]]]:
    rows = (line.split(" ") for line in source.read_text(encoding="utf-8").splitlines())
    return [(row[0], (int(row[1]),)) for row in rows if len(row) >= 2]
