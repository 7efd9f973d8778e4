"""Pinyin put behind the characters it reads: 现(xiàn)代化, 兴【XING】产业."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lint import words
from lint.checks.check import Check, Hit
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Span

HAN = "\u4e00-\u9fff"
LETTERS = r"[A-Za-zü\u00e0-\u00fc\u0101-\u016b\u01ce-\u01dc]{1,24}[1-4]?[ ]?"
GLOSS = rf"(?<=[{HAN}）)】\]}}］〕])[（(\[{{【［〔][ ]?(?:{LETTERS}){{1,4}}[)）\]}}】］〕](?=[{HAN}，。、；（(])"
AGAIN = rf"(?<=(?P<c>[{HAN}]))[（(](?P=c)[)）]"  # the character itself: 的(的)
SYLLABLE = Pattern(
    r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou"
    r"|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)$"
)
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
AHEAD = rf"(?:^|(?<=[。；]))[（(][a-z]{{0,4}}[{TONES}][a-z]{{0,4}}[)）](?=[{HAN}])"  # (quán)全县
TONED = rf"[a-z]{{0,4}}[{TONES}][a-z]{{0,4}}"
BARE = rf"(?<=[{HAN}，。、；：（“]){TONED}(?:[ ]?{TONED}){{0,3}}(?=[{HAN}，。、；])"  # 脱pín
NUMBERED = rf"(?<=[{HAN}])[a-z]{{1,6}}[1-4](?=[{HAN}])"  # tuo4宽
LINE = rf"^(?=(?:[^\n{TONES}]{{0,12}}[{TONES}]){{3}})[A-Za-z{TONES}'’ -]{{12,200}}$"  # the title, read out
SPELT = (
    rf"(?:^|(?<=[{HAN}]))[A-Z][a-z]{{0,5}}(?:[ ][A-Z]?[a-z]{{1,6}}){{2,20}}$"  # the same without tones: Gong Zuo Ji Hua
)
MOST = 4  # characters that one gloss reads
TAUGHT = Pattern("拼音|注音|读音|声调|拼读|带调|音节|多音字")  # where pinyin is what the text speaks of
NEAR = 30  # characters to either side
PLAIN = Pattern(r"[（(][a-zü]{1,6}[)）]$")


@dataclass(frozen=True)
class Pinyin(Check):
    """Reports pinyin in brackets of any kind behind the characters that it reads, and a character repeated so.

    With accents, or one lower-case syllable in round brackets, it counts as it stands; else the syllables must begin
    as the characters before them do, so that abbreviations (人工智能（AI）技术) are none. The repair takes it out.
    Syllables with accents stand out without brackets, too, alone or as a line; what they stand for is not known.
    """

    kind: Literal["pinyin"]

    def run(self, document: Document) -> Iterator[Hit]:
        """Each gloss."""
        behind = 0
        before = ""
        for match in document.matches(GLOSS):
            if match.start() != behind:
                before = document.text[max(0, match.start() - MOST) : match.start()]
            behind = match.end()
            if not _taught(document, match) and _reads(match[0], before) and not _rare(before[-1:]):
                yield _hit(match)
        yield from map(_hit, document.matches(AGAIN, AHEAD))
        for match in document.matches(BARE, LINE):
            if not _taught(document, match):
                yield Hit(Span(*match.span()))
        for match in document.matches(NUMBERED, SPELT):
            if all(SYLLABLE.match(word.rstrip("1234").lower()) for word in match[0].split()):
                yield Hit(Span(*match.span()))

    def anchors(self) -> tuple[str, ...] | None:
        """A gloss."""
        return GLOSS, AHEAD, BARE, LINE, NUMBERED, SPELT, AGAIN

    def repairs(self) -> bool:
        """Always."""
        return True


def _hit(match: re.Match[str]) -> Hit:
    span = Span(*match.span())
    return Hit(span, {}, (Edit(span, ""),))


def _taught(document: Document, match: re.Match[str]) -> bool:
    """Whether the text speaks of pinyin nearby."""
    return TAUGHT.search(document.text, max(0, match.start() - NEAR), match.end() + NEAR) is not None


def _rare(character: str) -> bool:
    """Whether a character is so rare that a document tells how to read it: 亳（bó）州."""
    return (
        "\u4e00" <= character <= "\u9fff" and not words.initial(character) and not words.initial(_simplified(character))
    )


@cache
def _simplified(character: str) -> str:
    import opencc

    return str(opencc.OpenCC("t2s").convert(character))


def _reads(gloss: str, before: str) -> bool:
    """Whether a gloss is the pinyin of the end of what stands before it."""
    told = unicodedata.normalize("NFD", gloss[1:-1].strip())
    letters = "".join(c for c in told if not unicodedata.combining(c) and c not in " 1234").lower()
    if any(map(unicodedata.combining, told)) or PLAIN.match(gloss):
        return SYLLABLE.match(letters) is not None or _split(letters, before)
    return _split(letters, before)


def _split(letters: str, before: str) -> bool:
    """Whether letters divide into syllables that begin as the last characters before them, one for each."""
    for count in range(1, min(MOST, len(before)) + 1):
        firsts = [words.initial(character).lower() for character in before[-count:]]
        if all(firsts) and _divides(letters, firsts):
            return True
    return False


def _divides(letters: str, firsts: list[str]) -> bool:
    if not firsts:
        return not letters
    if not letters.startswith(firsts[0]):
        return False
    return any(SYLLABLE.match(letters[:end]) and _divides(letters[end:], firsts[1:]) for end in range(1, 7))
