"""Chrome is what a page shows around a text: it is put in as lines, or glued to the end of one."""

import re
from collections.abc import Callable
from random import Random

from benchmarks.injections import injection
from benchmarks.injections.injection import Damage, Generator, Injection

_DATA = injection.data("chrome.yaml")
_SLOT = re.compile("{(" + "|".join(_DATA["slots"]) + ")}")

PLACES: dict[str, Callable[[str, str, Random], Damage | None]] = {
    "head": injection.before_title,
    "below-title": injection.below_title,
    "tail": injection.after_last_line,
    "middle": injection.between_paragraphs,
    "inline": injection.glued_to_line,
}


def filled(template: str, random: Random) -> str:
    """Every slot is filled on its own, and every `#` in what fills it is any digit."""
    return _SLOT.sub(lambda slot: _value(slot.group(1), random), template)


def _value(slot: str, random: Random) -> str:
    value: str = random.choice(_DATA["slots"][slot])
    return re.sub("#", lambda _: str(random.randrange(10)), value)


def _family(family: str) -> Generator:
    templates = [(place, template) for place, listed in _DATA["families"][family].items() for template in listed]

    def generate(text: str, random: Random, half: int | None) -> Injection | None:
        place, template = random.choice(injection.of_half(templates, half, lambda placed: placed[1]))
        damage = PLACES[place](text, filled(template, random), random)
        return Injection(*damage, family, f"{place}: {template}") if damage else None

    return generate


GENERATORS = {family: injection.patient(_family(family)) for family in _DATA["families"]}
