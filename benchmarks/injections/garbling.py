"""Garbling damages the letters of a text itself, each family by a procedure that is known from real pages."""

import re
from functools import cache
from random import Random
from unicodedata import normalize

from opencc import OpenCC

from benchmarks.injections import injection
from benchmarks.injections.injection import HANZI, Generator, Injection, Rewrite, Sentence, replace_span

_DATA = injection.data("garbling.yaml")
_WORDS: dict[str, str] = _DATA["words"]
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_DIGIT_RUN = re.compile(r"(?<![\w.])\d{2,}(?:\.\d+)?(?![A-Za-z.])|(?<=[\u4e00-\u9fff])\d{2,}")


def _hosted_word(text: str, words: list[str], random: Random) -> tuple[str, int, str] | None:
    """Half of the time the word is one of the text's own, else a sentence may bring it."""
    own = [word for word in words if word in text]
    word = random.choice(own if own and random.random() < 0.5 else words)
    hosted = injection.host(text, word, _DATA["carriers"], random)
    return (*hosted, word) if hosted else None


def _spellings(syllable: str) -> dict[str, str]:
    """A syllable is spelt with its tone as a mark, without it, or with a number for it."""
    apart = normalize("NFD", syllable)
    plain = normalize("NFC", "".join(letter for letter in apart if letter not in _TONES)).replace("ü", "v")
    return {"toned": syllable, "toneless": plain, "numbered": plain + "".join(_TONES.get(mark, "") for mark in apart)}


def _initials(word: str, how: str, place: int | None) -> str:
    """All characters, or only the one at a place, give way to the first letters of their pinyin."""
    initials = [_spellings(syllable)["toneless"][0] for syllable in _WORDS[word].split()]
    letters = [initial if how == "lower" else initial.upper() for initial in initials]
    if how == "full-width":
        letters = [chr(ord(letter) + 0xFEE0) for letter in letters]
    return "".join(letters) if place is None else word[:place] + letters[place] + word[place + 1 :]


def _readable(replaced: str) -> bool:
    """Letters that stand for something else, or for a number or a name left open, are no damage to see."""
    plain = normalize("NFKC", replaced).upper()
    return plain in _DATA["legitimate"] or bool(re.search("[NX]", plain))


def _letters(text: str, random: Random, half: int | None) -> Injection | None:
    hosted = _hosted_word(text, injection.of_half(_WORDS, half), random)
    if not hosted:
        return None
    whole, start, word = hosted
    how = random.choice(["upper", "upper", "lower", "full-width"])
    place = random.choice([None, random.randrange(len(word))])
    replaced = _initials(word, how, place)
    around = whole[max(start - 1, 0) : start] + whole[start + len(word) : start + len(word) + 1]
    if _readable(replaced) or re.search("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]", around):
        return None
    return Injection(*replace_span(whole, start, start + len(word), replaced), "letters", f"{word} {how} {place}")


def _pinyin(text: str, random: Random, half: int | None) -> Injection | None:
    hosted = _hosted_word(text, injection.of_half(_WORDS, half), random)
    if not hosted:
        return None
    whole, start, word = hosted
    place = random.randrange(len(word))
    how, spelling = random.choice(list(_spellings(_WORDS[word].split()[place]).items()))
    brackets = random.choice(["（）", "()", "[]", "〔〕", "【】"])
    offset = start + place + 1
    damage = replace_span(whole, offset, offset, brackets[0] + spelling + brackets[1])
    return Injection(*damage, "pinyin", f"{word} {how} {brackets}")


def _masks() -> list[Rewrite | Sentence]:
    """Every template of a mask is used with every symbol."""
    entry = _DATA["mask"]
    rewrites = [Rewrite(find, put) for find, puts in entry["rewrites"].items() for put in puts]
    masked: list[Rewrite | Sentence] = []
    for symbol in entry["symbols"]:
        masked += [Rewrite(rewrite.find, rewrite.put.replace("※", symbol)) for rewrite in rewrites]
        masked += [Sentence(sentence.replace("※", symbol)) for sentence in entry["sentences"]]
    return masked


@cache
def _converter(variant: str) -> OpenCC:
    return OpenCC(variant)


def _misread(run: str, path: str, errors: str) -> str:
    """A run is written with one codec and read with another, as often as the path says."""
    codecs = path.split()
    for written, read in zip(codecs[::2], codecs[1::2], strict=True):
        source = _converter("s2t").convert(run) if written.startswith("big5") else run
        octets = source.encode(written.removesuffix("+1"), errors)
        run = octets[written.endswith("+1") :].decode(read, errors)
    return run


def _mojibake(text: str, random: Random, half: int | None) -> Injection | None:
    path = random.choice(injection.of_half(_DATA["mojibake"], half))
    errors = random.choice(["replace", "replace", "ignore"])
    start, end = random.choice(injection.paragraphs(text, 12) or [(0, len(text))])
    length = min(random.choice([6, 8, 12, 20, 40, 80, end - start]), end - start)
    start += random.randrange(end - start - length + 1)
    run = text[start : start + length]
    garbled = _misread(run, path, errors)
    strange = [letter for letter in garbled if letter not in run and letter != " "]
    if len(re.findall(HANZI, run)) < 5 or len(strange) < 4 or re.search(r"[\r\n]", garbled):
        return None
    return Injection(*replace_span(text, start, start + length, garbled), "mojibake", f"{path} {errors}")


def _between_hanzi(text: str, random: Random) -> int | None:
    """A stray character that splits a word is seen at once."""
    places = [match.end() for match in re.finditer(f"{HANZI}(?={HANZI})", text)]
    return random.choice(places) if places else None


def _stray(family: str, most: int) -> Generator:
    def generate(text: str, random: Random, half: int | None) -> Injection | None:
        name = random.choice(injection.of_half(_DATA[family], half))
        offset = _between_hanzi(text, random)
        if offset is None:
            return None
        count, eaten = random.randint(1, most), random.randint(0, int(family == "invalid"))
        damage = replace_span(text, offset, offset + eaten, _DATA[family][name] * count)
        return Injection(*damage, family, name)

    return generate


def _spaced_digits(text: str, random: Random, half: int | None) -> Injection | None:
    runs = [match.span() for match in _DIGIT_RUN.finditer(text)]
    if not runs:
        return None
    start, end = random.choice(runs)
    blank = random.choice([" ", " ", "  ", "\u3000", "\u00a0"])
    return Injection(*replace_span(text, start, end, blank.join(text[start:end])), "spaced-digits", repr(blank))


def _jammer(text: str, random: Random, half: int | None) -> Injection | None:
    shape = random.choice(injection.of_half(_DATA["jammer"]["shapes"], half))
    jam = "".join(random.choice(_DATA["jammer"]["letters"].get(letter, letter)) for letter in shape)
    if random.random() < 0.3:
        damage = injection.between_paragraphs(text, jam, random)
        return Injection(*damage, "jammer", f"line {shape}") if damage else None
    place = injection.sentence_place(text, random)
    return Injection(*replace_span(text, place, place, jam), "jammer", f"between {shape}") if place else None


def _paired(family: str) -> Generator:
    pairs = [(word, wrong) for word, wrongs in _DATA[family].items() for wrong in wrongs]

    def generate(text: str, random: Random, half: int | None) -> Injection | None:
        known = injection.of_half(pairs, half, lambda pair: pair[0])
        hosted = _hosted_word(text, [word for word, _ in known], random)
        if not hosted:
            return None
        whole, start, word = hosted
        wrong = random.choice(_DATA[family][word])
        return Injection(*replace_span(whole, start, start + len(word), wrong), family, f"{word} → {wrong}")

    return generate


def _mixed_script(text: str, random: Random, half: int | None) -> Injection | None:
    variant = random.choice(["s2t", "s2tw", "s2hk"])
    traditional = _converter(variant).convert(text)
    changed = [place for place, (old, new) in enumerate(zip(text, traditional, strict=False)) if old != new]
    if len(traditional) != len(text) or not changed:
        return None
    start = random.choice(changed)
    run = re.match(f"{HANZI}{{1,{random.randint(1, 4)}}}", text[start:])
    end = start + (run.end() if run else 1)
    return Injection(
        *replace_span(text, start, end, traditional[start:end]), "mixed-script", f"{variant} {end - start}"
    )


_ONCE: dict[str, Generator] = {
    "letters": _letters,
    "pinyin": _pinyin,
    "mask": injection.damaging("mask", _masks()),
    "placeholder": injection.described("placeholder", _DATA["placeholder"]),
    "hole": injection.described("hole", _DATA["hole"]),
    "mojibake": _mojibake,
    "invalid": _stray("invalid", 2),
    "invisible": _stray("invisible", 3),
    "spaced-digits": _spaced_digits,
    "jammer": _jammer,
    "spun": _paired("spun"),
    "misspelling": _paired("misspelling"),
    "mixed-script": _mixed_script,
}

GENERATORS = {family: injection.patient(generator) for family, generator in _ONCE.items()}
