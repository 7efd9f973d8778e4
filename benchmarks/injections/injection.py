"""An injection is one damage in a clean text; splicing keeps its places true."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

from ruamel.yaml import YAML

Span = tuple[int, int]
Form = TypeVar("Form")

HANZI = "[\u4e00-\u9fff]"

_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[^\s。])。(?![”’）)》」』】\]。])")
_WIDTHS = {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"}


@dataclass(frozen=True)
class Injection:
    """A clean text with one damage in it; `spans` are half-open offsets in the damaged text."""

    text: str
    spans: tuple[Span, ...]
    family: str
    form: str


Generator = Callable[[str, Random, int | None], Injection | None]


class Damage(NamedTuple):
    """A damaged text and the places of the damage, before it is known by a family and a form."""

    text: str
    spans: tuple[Span, ...]


@cache
def data(name: str) -> Mapping[str, Any]:
    """The words and templates stand beside the code as YAML, and are read once."""
    return dict(YAML(typ="safe").load(Path(__file__).with_name(name).read_text(encoding="utf-8")))


def of_half(forms: Iterable[Form], half: int | None, key: Callable[[Form], str] = str) -> list[Form]:
    """Forms fall into two halves by a hash of their key that is the same in every process."""
    return [form for form in forms if half is None or crc32(key(form).encode()) % 2 == half]


def lines(text: str) -> list[Span]:
    """A blank line is never a place to damage, so only the others are listed; the first is the title."""
    return [match.span() for match in _LINE.finditer(text)]


def paragraphs(text: str, shortest: int) -> list[Span]:
    """A body paragraph is told from a heading by its length."""
    return [(start, end) for start, end in lines(text)[1:] if end - start >= shortest]


def replace_span(text: str, start: int, end: int, replacement: str) -> Damage:
    """The replacement is the damage; an empty one leaves a place of no width."""
    return Damage(text[:start] + replacement + text[end:], ((start, start + len(replacement)),))


def insert_lines(text: str, offset: int, block: str) -> Damage:
    """Every line of a block put at the start of a line is a place of its own."""
    lead = "\n" if offset and text[offset - 1] != "\n" else ""
    start = offset + len(lead)
    spans = tuple((start + match.start(), start + match.end()) for match in re.finditer(r"\S(?:.*\S)?", block))
    return Damage(text[:offset] + lead + block + "\n" + text[offset:], spans)


def before_title(text: str, block: str, random: Random) -> Damage:
    """What stands above a title is often cut off from it by an empty line."""
    return insert_lines(text, 0, block + random.choice(["", "\n"]))


def below_title(text: str, block: str, random: Random) -> Damage:
    """What stands below a title may come before or after the empty line that follows it."""
    end = lines(text)[0][1]
    offset = min(end + random.choice([1, 2]), len(text))
    return insert_lines(text, offset if text[offset - 1] == "\n" else min(end + 1, len(text)), block)


def after_last_line(text: str, block: str, random: Random) -> Damage:
    """What stands at the foot is often cut off by an empty line."""
    return insert_lines(text, len(text), random.choice(["", "\n"]) + block)


def between_paragraphs(text: str, block: str, random: Random) -> Damage | None:
    """Only between two lines of the body is a line truly in the midst of the text."""
    starts = [start for start, _ in lines(text)[2:]]
    return insert_lines(text, random.choice(starts), block) if starts else None


def glued_to_line(text: str, block: str, random: Random) -> Damage | None:
    """What a page shows beside a paragraph ends up behind its last mark."""
    ends = [end for _, end in paragraphs(text, 20)]
    if not ends:
        return None
    end = random.choice(ends)
    return replace_span(text, end, end, block)


def habitual(sentence: str, text: str) -> str:
    """A sentence put in must bring no second damage, so it writes its marks with the width the text prefers."""
    for wide, narrow in _WIDTHS.items():
        if len(re.findall(HANZI + re.escape(narrow), text)) > text.count(wide):
            sentence = sentence.replace(wide, narrow)
    return sentence


def sentence_place(text: str, random: Random) -> int | None:
    """A sentence may be put in only where another has ended, below the title."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, lines(text)[0][1])]
    return random.choice(ends) if ends else None


def host(text: str, word: str, sentences: Iterable[str], random: Random) -> tuple[str, int] | None:
    """A text that lacks a word is given a sentence that holds it; the offset is where the word stands."""
    places = [match.start() for match in re.finditer(re.escape(word), text)]
    if places:
        return text, random.choice(places)
    fitting = [sentence for sentence in sentences if word in sentence]
    place = sentence_place(text, random)
    if not fitting or place is None:
        return None
    sentence = habitual(random.choice(fitting), text)
    return text[:place] + sentence + text[place:], place + sentence.index(word)


def patient(generator: Generator) -> Generator:
    """A draw that fits no place is drawn again, so that only a text without a place has no injection."""

    def generate(text: str, random: Random, half: int | None) -> Injection | None:
        drawn = (generator(text, random, half) for _ in range(40 if text.strip() else 0))
        return next((injection for injection in drawn if injection and injection.text != text), None)

    return generate


class Rewrite(NamedTuple):
    """The group `x` of a pattern gives way to a replacement, in which groups may be named and `#` is any digit."""

    find: str
    put: str

    def applied(self, text: str, random: Random) -> Damage | None:
        """A pattern that matches often damages only one place."""
        if not (matches := list(re.finditer(self.find, text, re.MULTILINE))):
            return None
        match = random.choice(matches)
        put = re.sub("#", lambda _: str(random.randrange(1, 10)), match.expand(self.put))
        damage = replace_span(text, *match.span("x"), put)
        return damage if damage.text != text else None


class Sentence(NamedTuple):
    """A sentence put in with its damage, which stands between `[[` and `]]`."""

    marked: str

    def applied(self, text: str, random: Random) -> Damage | None:
        """Only the damage is a place, not the sentence that carries it."""
        place = sentence_place(text, random)
        if place is None:
            return None
        before, damage, after = re.split(r"\[\[|\]\]", self.marked)
        before, after = habitual(before, text), habitual(after, text)
        start = place + len(before)
        return Damage(text[:place] + before + damage + after + text[place:], ((start, start + len(damage)),))


def damaging(family: str, forms: Iterable[Rewrite | Sentence]) -> Generator:
    """Rewrites and sentences are tried in random order until one fits, mostly the text's own words first."""
    known = tuple(forms)

    def generate(text: str, random: Random, half: int | None) -> Injection | None:
        tried, own_first = of_half(known, half), random.random() < 0.7
        shuffled = random.sample(tried, len(tried))
        for form in sorted(shuffled, key=lambda form: own_first and isinstance(form, Sentence)):
            damage = form.applied(text, random)
            if damage is not None:
                return Injection(*damage, family, " → ".join(form))
        return None

    return generate


def described(family: str, names: Mapping[str, Any]) -> Generator:
    """A family of rewrites and sentences is read from its entry in the data."""
    rewrites = [Rewrite(find, put) for find, puts in names.get("rewrites", {}).items() for put in puts]
    return damaging(family, [*rewrites, *map(Sentence, names.get("sentences", []))])
