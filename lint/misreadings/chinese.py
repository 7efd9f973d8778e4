"""What Chinese text is made of: its common characters, its marks, and words that neighbours make."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from typing import NamedTuple

from lint import cache as kept
from lint import words
from lint.patterns import Pattern
from lint.text import Span

HAN = Pattern(r"[\u4e00-\u9fff]")
SEEN = 100  # occurrences of a common word in the dictionary's corpus
SIGNS = "§°±·×÷—–…‰℃№√≈≠≤≥□■○●◎◆◇▲△▼★☆→←↑↓※─━│┃μΩΦαβ¥€£\u00a0\u3000\u200b\u2002\u2003\ufeff•∶㎡"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』"


class Misreading(NamedTuple):
    """A run of wrongly decoded text, what can be restored of it, and whether that is exactly what it was."""

    span: Span
    restored: str
    exact: bool


@cache
def simplified() -> frozenset[str]:
    """The 3,755 characters of GB 2312's first level, which are 99.9 % of the characters of plan documents."""
    return frozenset(_square("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)))


@cache
def traditional() -> frozenset[str]:
    """The 5,401 common characters of Big5."""
    return frozenset(_square("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))))


@cache
def japanese() -> frozenset[str]:
    """The 2,965 common characters of JIS."""
    return frozenset(_square("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF)))


@cache
def ordinary() -> frozenset[str]:
    """What a plan document may hold at any place without a reader wondering."""
    wide = "".join(map(chr, (*range(0xFF01, 0xFF5F), *range(0x2160, 0x216C), *range(0x2460, 0x249C))))
    return certain() | frozenset("\t\r\n" + SIGNS + wide)


@cache
def certain() -> frozenset[str]:
    """What a restored text is made of where it is right: a wrong byte makes rare characters and wide letters."""
    return simplified() | frozenset(map(chr, range(0x20, 0x7F))) | frozenset(MARKS)


OLD = frozenset("為這個們會來時發對國學業務實進開關員經過還後動產與將從說")


def odd(characters: Set[str]) -> set[str]:
    """Those of a text's characters that do not belong into it: a Traditional one may hold Traditional ones."""
    found = {*characters} - ordinary()
    return found - traditional() if len(OLD & found) > len(OLD) // 2 else found


@lru_cache(maxsize=1 << 16)
def word(pair: str) -> bool:
    """Whether two characters make a common word, in either script."""
    if pair[0] < "\u3400" or pair[1] < "\u3400":
        return False
    return words.frequency(pair) >= SEEN or (
        not simplified().issuperset(pair) and words.frequency(_simplified_form(pair)) >= SEEN
    )


def held(text: str) -> list[bool]:
    """Of each character, whether it makes a common word with a neighbour."""
    flags = [False] * len(text)
    for at in range(len(text) - 1):
        if word(text[at : at + 2]):
            flags[at] = flags[at + 1] = True
    return flags


def _simplified_form(pair: str) -> str:
    forms = _forms()
    return "".join(forms.get(character, character) for character in pair)


@cache
def _forms() -> dict[str, str]:
    """Traditional characters with their Simplified forms; opencc's are read once and kept in the cache."""
    name = f"simplified-1-{kept.key('opencc')}.txt"
    data = kept.load(name)
    if data is None:
        from opencc import OpenCC

        convert, old = OpenCC("t2s").convert, sorted(traditional() - simplified())
        data = "".join(character + convert(character)[:1] for character in old).encode()
        kept.store(name, data)
    pairs = data.decode()
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def _square(encoding: str, leads: range, trails: range | tuple[int, ...]) -> str:
    return b"".join(bytes((lead, trail)) for lead in leads for trail in trails).decode(encoding, "ignore")
