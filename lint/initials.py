"""Words hidden behind letters: which word the letters at a place stand for, told by what stands beside them.

Letters are the initials of a word's pinyin (D建, WD), or the syllable of one of its characters (zhen兴). A reading
counts where letters and neighbours make a word of the dictionary, a phrase, or what the same text says elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint import patterns, words
from lint.patterns import Pattern
from lint.text import Span

REACH = 4  # characters of a dictionary word to either side of the letters
COMMON = 3  # occurrences in the dictionary's 60 million words; below that a word proves nothing
# Syllables that are words of English or letters of Greek.
ENGLISH = frozenset((
    "ban", "bang", "bin", "bus", "can", "den", "die", "due", "fan", "fun", "gang", "gun", "hang", "he", "hen", "king",
    "lie", "long", "man", "me", "men", "mu", "nu", "pan", "pen", "pi", "pie", "pin", "ping", "ring", "run", "she",
    "sing", "song", "sue", "sun", "tan", "ten", "tie", "wing", "xi", "you",
))  # fmt: skip
SPELT_SEEN = 50  # occurrences of a word of which one character is spelt,
SPELT_LONG = 20  # or of one that four letters or more spell
BESIDE = 2  # characters to either side that a guessed word may reach
LONGEST = 4  # characters of a guessed word
GUESSED = 50  # occurrences in the dictionary's corpus that a guessed word has at least
RARER = 4  # times that a word ahead may be rarer than a guess which would cut it in two
WHOLES = 60  # the likeliest words that letters may hide as wholes, which phrases are tried on
NEAR = 20_000  # characters to either side in which the text may say a word again
ALONE = 100  # of a word of four characters that letters hide as a whole
VOWELS = frozenset("aeiouv")
FUNCTION = frozenset("的是和与等在及了为将对有以中上下可不从到并都把被也就或而由年月日")  # they stand beside any word
JOINING = frozenset("和与及或")  # before a letter they join it to what was said: 和Y轨道 is no 和约
RUN = "[A-Za-zＡ-Ｚａ-ｚ]+"
ACCENTED = frozenset(map(chr, range(0xC0, 0x250)))  # letters of other languages: Köln, São
# Beside such signs letters are part of a code.
CODE = frozenset("0123456789０１２３４５６７８９₀₁₂₃₄₅₆₇₈₉⁰¹²³+=＝&.-/×·・—－′ⅠⅡⅢⅣⅤ") | ACCENTED
FOREIGN = CODE | frozenset("_@:#")  # or of a foreign word
OPENS = frozenset("（“《，。；：、,;:）)\n")  # what small letters may begin a clause behind
CLOSES = frozenset("，。；、”）,;\n")
LISTED = Pattern("[A-Za-z][、,][A-Za-z]")
COUNTED = Pattern(
    r"\d{1,5}(?:\.\d{1,3})?(?:[名人位个户]|[万亿]?元)(?![\dA-Za-z])"
)  # a number that begins what follows: DY3名
HAN = Pattern(r"[\u4e00-\u9fff]+")
HAN_LAST = Pattern(r"[\u4e00-\u9fff]*$")


class Token(NamedTuple):
    """A run of letters, in half width, and the characters beside it; empty at the ends of the text."""

    span: Span
    letters: str
    before: str
    after: str
    listed: bool  # beside another letter, as in a、o、e

    @property
    def capital(self) -> bool:
        """Whether all letters are capitals, and no sign of a code stands beside them."""
        return self.letters.isupper() and self.before not in CODE and self.after not in CODE

    @property
    def touches(self) -> bool:
        """Whether a Chinese character stands on either side."""
        return _is_han(self.before) or _is_han(self.after)

    @property
    def itemised(self) -> bool:
        """Whether small letters are an item of a list by themselves: 综治、xf、司法."""
        return self.letters.islower() and self.before == self.after == "、"

    @property
    def small(self) -> bool:
        """Whether one or two small letters stand between a clause's beginning or a character, and another."""
        if not self.letters.islower() or self.listed:
            return False
        if len(self.letters) > 2:  # no syllable and no word is without a vowel
            return len(self.letters) <= LONGEST and VOWELS.isdisjoint(self.letters) and self.touches
        if _is_han(self.after):
            return _is_han(self.before) or self.before in OPENS
        return len(self.letters) == 1 and _is_han(self.before) and self.after in CLOSES

    @property
    def syllable(self) -> bool:
        """Whether small letters stand where a character may, and are no word of English: zhen兴, gong益."""
        if not self.letters.islower() or self.letters in ENGLISH or not 2 <= len(self.letters) <= 12:
            return False
        closes = _is_han(self.after) or self.after in "，。；、”）"
        return closes if _is_han(self.before) else self.before in "，。；：、（“\n" and _is_han(self.after)


def token(text: str, span: Span) -> Token:
    """The letters at a place with what stands beside them."""
    letters = text[span.start : span.end].translate(patterns.HALF)
    listed = LISTED.search(text, max(0, span.start - 2), span.end + 2) is not None
    after = "" if COUNTED.match(text, span.end) else text[span.end : span.end + 1]
    return Token(span, letters, text[max(0, span.start - 1) : span.start], after, listed)


class Restored(NamedTuple):
    """A place, the letters and such neighbours as belong to the word, and what should stand there."""

    span: Span
    word: str


def confirmed(text: str, span: Span, readings: Iterable[str], phrases: Iterable[str]) -> Restored | None:
    """The likeliest reading that makes a dictionary word with its neighbours, else one that a phrase confirms."""
    left, right = _han_before(text, span.start), _han_after(text, span.end)
    found = [(seen, reading, spread) for reading in readings for seen, spread in _words(left, reading, right)]
    if found:
        _, reading, _ = max(found, key=lambda one: (sum(one[2]), one[0]))
        before, after = min((s for _, r, s in found if r == reading), key=lambda s: (s[0], -s[1]))
        return _restored(text, span, reading, before, after)
    return _by_phrase(text, span, readings, phrases)


def echoed(text: str, span: Span, readings: Iterable[str]) -> Restored | None:
    """The reading that the text has beside the same character not too far away."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    beside = [own for own in (before, after) if HAN.match(own) and own not in FUNCTION]
    near = text[max(0, span.start - NEAR) : span.end + NEAR] if beside else ""
    said = [
        (near.count(before + reading) * (before in beside) + near.count(reading + after) * (after in beside), reading)
        for reading in readings
    ]
    count, reading = max(said, default=(0, ""))
    return Restored(span, reading) if count else None


def guessed(text: str, span: Span, phrases: Iterable[str] = ()) -> Restored | None:
    """The likeliest common word of which letters abbreviate a part, or all where a phrase tells or they are four."""
    left, right = _han_before(text, span.start), _han_after(text, span.end)
    letters = text[span.start : span.end].translate(patterns.HALF).upper()
    if len(letters) > 1:
        wholes = sorted(words.by_initials(letters), reverse=True)[:WHOLES]
        known = _by_phrase(text, span, [word for _, word in wholes], phrases)
        if known is not None or len(letters) == LONGEST:
            return known or (Restored(span, wholes[0][1]) if wholes and wholes[0][0] >= ALONE else None)
    guesses = _abbreviated(left, letters, right)
    return _likeliest(span, (g for g in guesses if len(letters) > 1 or not _cuts(g, left, right)))


def spelt(text: str, span: Span) -> Restored | None:
    """The likeliest common word of which a syllable stands for one character, or that two syllables spell."""
    left, right = _han_before(text, span.start), _han_after(text, span.end)
    letters = text[span.start : span.end]
    return _likeliest(span, _with_syllable(left, letters, right)) or _likeliest(span, _spelling(letters))


class _Guess(NamedTuple):
    """A word with its frequency and its reach to either side of the letters."""

    seen: int
    word: str
    before: int
    after: int


def _cuts(guess: _Guess, left: str, right: str) -> bool:
    """Whether a guess takes away a part of a word beside it: 染 of Y染色体, which is not 印染, 进 of 推进G, or 和."""
    near = left[-REACH:]
    inner = len(near) - guess.before
    if JOINING.issuperset(near[inner:] + right[: guess.after]):
        return True
    begun = (near[start:end] for start in range(inner) for end in range(inner + 1, len(near) + 1))
    reach = len(right[:REACH])
    ended = (right[start:end] for start in range(guess.after) for end in range(guess.after + 1, reach + 1))
    ahead = any(_rivals(word, guess.seen // RARER) for word in begun)
    return ahead or any(_rivals(word, guess.seen) for word in ended)


def _rivals(word: str, seen: int) -> bool:
    return words.frequency(word) >= (COMMON if len(word) > 2 else seen)


def _likeliest(span: Span, guesses: Iterator[_Guess]) -> Restored | None:
    best = max(guesses, default=None)
    return Restored(Span(span.start - best.before, span.end + best.after), best.word) if best else None


def _abbreviated(left: str, letters: str, right: str) -> Iterator[_Guess]:
    """Every common word that begins and ends as the neighbours do, its other characters abbreviated by the letters."""
    for before in range(min(BESIDE, len(left)) + 1):
        for after in range(min(BESIDE, len(right)) + 1):
            ahead, behind = left[len(left) - before :], right[:after]
            around = [words.initial(character) for character in ahead + behind]
            if not around or not all(around) or len(around) + len(letters) > LONGEST:
                continue
            for seen, word in words.by_initials("".join(around[:before]) + letters + "".join(around[before:])):
                if word.startswith(ahead) and word.endswith(behind) and seen >= GUESSED:
                    yield _Guess(seen, word, before, after)


def _spelling(letters: str) -> Iterator[_Guess]:
    """Every common word of two characters that these letters spell: xianzhi."""
    for end in range(2, len(letters) - 1):
        first, second = letters[:end], letters[end:]
        firsts, seconds = words.read_as(first), words.read_as(second)
        if not firsts or not seconds:
            continue
        for seen, word in words.by_initials((first[0] + second[0]).upper()):
            if seen >= SPELT_LONG and len(word) == 2 and word[0] in firsts and word[1] in seconds:
                yield _Guess(seen, word, 0, 0)


def _with_syllable(left: str, syllable: str, right: str) -> Iterator[_Guess]:
    """Every common word of the neighbours and a character that the syllable reads."""
    for character in words.read_as(syllable):
        for before, after in ((0, 1), (1, 0), (0, 2), (1, 1), (2, 0), (0, 3)):
            if before <= len(left) and after <= len(right):
                word = left[len(left) - before :] + character + right[:after]
                seen = words.frequency(word)
                if seen >= (SPELT_LONG if len(syllable) > 3 else SPELT_SEEN):
                    yield _Guess(seen, word, before, after)


def _words(left: str, reading: str, right: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The dictionary's words that hold a reading and more, each as its frequency and its reach to either side."""
    for before in range(min(REACH, len(left)) + 1):
        for after in range(min(REACH, len(right)) + 1):
            if before or after:
                seen = words.frequency(left[len(left) - before :] + reading + right[:after])
                if seen >= COMMON:
                    yield seen, (before, after)


def _by_phrase(text: str, span: Span, readings: Iterable[str], phrases: Iterable[str]) -> Restored | None:
    """The reading that a phrase confirms; the place reaches as far as the phrase."""
    left, right = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    for reading in readings:
        for pattern in phrases:
            for match in patterns.compiled(pattern).finditer(left + reading + right):
                if match.start() <= len(left) < match.end():
                    behind = max(0, match.end() - len(left) - len(reading))
                    return _restored(text, span, reading, len(left) - match.start(), behind)
    return None


def _restored(text: str, span: Span, reading: str, before: int, after: int) -> Restored:
    place = Span(span.start - before, span.end + after)
    return Restored(place, text[place.start : span.start] + reading + text[span.end : place.end])


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _han_before(text: str, offset: int) -> str:
    found = HAN_LAST.search(text[max(0, offset - REACH - 2) : offset])
    return found[0] if found else ""


def _han_after(text: str, offset: int) -> str:
    found = HAN.match(text, offset, offset + REACH + 2)
    return found[0] if found else ""
