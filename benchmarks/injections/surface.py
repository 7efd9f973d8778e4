"""Surface damage leaves the words whole and breaks marks, blanks, dates, numbers, years or the order of lines."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.injections import injection
from benchmarks.injections.injection import HANZI, Damage, Generator, Injection, Sentence, Span, replace_span

_DATA = injection.data("garbling.yaml")
_PAIRS = ["“”", "‘’", "（）", "()", "《》", "【】", "〔〕", "「」"]
_WIDTHS = ["，,", "；;", "：:", "。.", "（(", "）)", "？?"]
_YEAR = r"(?<!\d)20\d\d(?=年|[—－–-])"
_ITEM = re.compile(r"\d{1,2}[.．、]|[（(第]")
_NARROW_TO_WIDE = {digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789"}


def _pair(text: str, random: Random, half: int | None) -> Injection | None:
    """The mark that lost its partner is the place; a list number in brackets is left whole."""
    if random.random() < 0.3:
        return _lone_mark(text, random)
    pairs = "|".join(f"{re.escape(pair[0])}[^{re.escape(pair)}\n]+{re.escape(pair[1])}" for pair in _PAIRS)
    found = [match.span() for match in re.finditer(f"(?<=[^\n])(?:{pairs})", text)]
    if not found:
        return None
    start, end = random.choice(found)
    gone, left = random.choice([(start, end - 2), (end - 1, start)])
    damaged = text[:gone] + text[gone + 1 :]
    return Injection(damaged, ((left, left + 1),), "pair", f"without {text[gone]}")


def _lone_mark(text: str, random: Random) -> Injection | None:
    start, end = random.choice(injection.paragraphs(text, 20) or [(0, len(text))])
    places = [match.end() for match in re.finditer(f"{HANZI}(?={HANZI})", text[start:end])]
    mark = random.choice("".join(_PAIRS))
    if not places:
        return None
    place = start + random.choice(places)
    return Injection(*replace_span(text, place, place, mark), "pair", f"lone {mark}")


def _other_widths(text: str) -> Iterator[tuple[int, str, str]]:
    """A mark of the other width is damage only where the text has a habit, and keeps it."""
    for pair in _WIDTHS:
        for kept, put in ((pair[0], pair[1]), (pair[1], pair[0])):
            places = [match.start() + 1 for match in re.finditer(HANZI + re.escape(kept), text)]
            if len(places) >= 3 and not re.search(HANZI + re.escape(put), text):
                yield from ((place, put, f"{kept} → {put}") for place in places)
    widths = _NARROW_TO_WIDE if len(re.findall("[0-9]", text)) > 20 else {}
    if not re.search("[０-９]", text):
        yield from (
            (match.start(), widths[match.group()], "digit → full-width")
            for match in re.finditer(r"(?<=\d)[0-9](?=[^\n])", text)
            if widths
        )


def _mixed_width(text: str, random: Random, half: int | None) -> Injection | None:
    changes = list(_other_widths(text))
    forms = injection.of_half(sorted({form for _, _, form in changes}), half)
    if not forms:
        return None
    chosen = random.choice(forms)
    place, put, form = random.choice([change for change in changes if change[2] == chosen])
    return Injection(*replace_span(text, place, place + 1, put), "mixed-width", form)


def _spacing(text: str, random: Random, half: int | None) -> Injection | None:
    """A blank is damage only in a text that has no such blanks."""
    splits = {
        "between Chinese characters": (HANZI, HANZI),
        "number and unit": (r"\d", HANZI),
        "before a mark": (HANZI, "[，。；,;]"),
    }
    name, (before, after) = random.choice(list(splits.items()))
    if re.search(f"(?<={before})[ \u3000]+{after}", text):
        return None
    start, end = random.choice(injection.paragraphs(text, 25) or [(0, 0)])
    places = [match.start() for match in re.finditer(f"(?<={before})(?={after})", text[start:end])]
    if not places:
        return None
    place, blank = start + random.choice(places), random.choice([" ", " ", "  ", "\u3000"])
    return Injection(*replace_span(text, place, place, blank), "spacing", f"{name} {blank!r}")


def _end_mark(text: str, random: Random, half: int | None) -> Injection | None:
    """A paragraph without its last mark is seen only among many that have it."""
    long = injection.paragraphs(text, 30)
    ended = [end for _, end in long if text[end - 1] == "。"]
    if len(ended) < 4 or len(ended) < 0.7 * len(long):
        return None
    end = random.choice(ended)
    return Injection(*replace_span(text, end - 1, end, ""), "end-mark", "without 。")


def _title_years(text: str) -> list[Span]:
    start, end = injection.lines(text)[0]
    return [match.span() for match in re.compile(_YEAR).finditer(text, start, end)]


def _year_conflict(text: str, random: Random, half: int | None) -> Injection | None:
    """The year of the title moves far from the one the lead names, and both are places."""
    years = _title_years(text)
    if len(years) != 1:
        return None
    start, end = years[0]
    moved = str(int(text[start:end]) - random.randint(7, 18))
    lead = re.compile(f"{text[start:end]}年").search(text, end, end + 400)
    if not lead:
        return _foreign_lead(text, (start, end), moved, random)
    changed, kept = random.choice([((start, end), lead.span()), (lead.span(), (start, end))])
    damaged = text[: changed[0]] + moved + text[changed[0] + 4 :]
    spans = tuple(sorted((place, place + 4) for place in (changed[0], kept[0])))
    return Injection(damaged, spans, "year-conflict", "title moved" if changed[0] == start else "lead moved")


def _foreign_lead(text: str, year: Span, moved: str, random: Random) -> Injection | None:
    """A lead that names no year is opened with the sentence of another year's plan."""
    place = next((start for start, _ in injection.paragraphs(text, 30)), None)
    if place is None or _ITEM.match(text, place):
        return None
    sentence = injection.habitual(random.choice(_DATA["year-sentences"]), text)
    damaged = text[:place] + moved + sentence + text[place:]
    return Injection(damaged, (year, (place, place + 4)), "year-conflict", f"lead {sentence}")


def _known_year(text: str) -> int | None:
    """A document knows of nothing later than the year of its title, or else the last year it names."""
    years = _title_years(text) or [match.span() for match in re.finditer(_YEAR, text)]
    return max((int(text[start:end]) for start, end in years), default=None)


def _anachronism(text: str, random: Random, half: int | None) -> Injection | None:
    known = _known_year(text)
    if known is None:
        return None
    forms = [
        sentence.replace("※", name)
        for names, sentences in (("events", "event-sentences"), ("plans", "plan-sentences"))
        for name, year in _DATA[names].items()
        if year > known + (names == "plans")
        for sentence in _DATA[sentences]
    ]
    forms = injection.of_half(forms, half)
    damage = Sentence(random.choice(forms)).applied(text, random) if forms else None
    return Injection(*damage, "anachronism", damage.text[slice(*damage.spans[0])]) if damage else None


def _repeated_title(text: str, random: Random, half: int | None) -> Injection | None:
    start, end = injection.lines(text)[0]
    title = text[start:end].strip()
    ways: dict[str, Damage | None] = {
        "glued": replace_span(text, end, end, title),
        "below": injection.below_title(text, title, random),
        "above": injection.before_title(text, title, random),
        "midst": injection.between_paragraphs(text, title, random),
        "foot": injection.after_last_line(text, title, random),
    }
    name, damage = random.choice(list(ways.items()))
    return Injection(*damage, "repeated-title", name) if damage else None


def _repeated_paragraph(text: str, random: Random, half: int | None) -> Injection | None:
    """The second copy is the place; it follows at once, after some lines, or at the foot."""
    long = injection.paragraphs(text, 30)
    if not long:
        return None
    start, end = random.choice(long)
    later = [begin for begin, _ in injection.lines(text) if begin > end]
    offsets = {"at once": end + 1, "later": random.choice(later or [end + 1]), "foot": len(text)}
    name, offset = random.choice(list(offsets.items()))
    damage = injection.insert_lines(text, min(offset, len(text)), text[start:end])
    return Injection(*damage, "repeated-paragraph", name)


_ONCE: dict[str, Generator] = {
    "pair": _pair,
    "repeated-punctuation": injection.described("repeated-punctuation", _DATA["repeated-punctuation"]),
    "mixed-width": _mixed_width,
    "spacing": _spacing,
    "end-mark": _end_mark,
    "malformed-date": injection.described("malformed-date", _DATA["malformed-date"]),
    "impossible-date": injection.described("impossible-date", _DATA["impossible-date"]),
    "malformed-number": injection.described("malformed-number", _DATA["malformed-number"]),
    "year-conflict": _year_conflict,
    "anachronism": _anachronism,
    "repeated-title": _repeated_title,
    "repeated-paragraph": _repeated_paragraph,
}

GENERATORS = {family: injection.patient(generator) for family, generator in _ONCE.items()}
