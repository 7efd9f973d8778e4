"""How firmly a plan commits: the nearest governing verb of the clause, else a word that binds what follows it."""

from __future__ import annotations

from lint.document.targets.places import Place
from lint.patterns import Pattern
from lint.text import Span

MODALITIES = {
    "ensure": "确保|保证|必须|坚决|务必|严格|切实保障",
    "strive": "力争|争取|努力|力求|争创|冲刺",
    "explore": "探索|鼓励|支持|推动|推进|逐步|有序|引导|尝试",
}
FIRMNESS = {word: name for name, words in MODALITIES.items() for word in words.split("|")}
FIRM = Pattern("|".join(sorted(FIRMNESS, key=len, reverse=True)))
# These govern a clause that they begin: 积极支持, 大力推动.
GOVERNS = "支持 推动 推进 鼓励 引导"
GOVERNING = frozenset(GOVERNS.split())
CARRIED = ("力争", "确保", "力求", "保证")  # the others bind what they govern, and nothing after it
NEAR = 4  # characters before such a verb that may yet be its adverbs
LEADING = 6  # characters before a word that leads its clause
HOLDS = Pattern(r"[\d０-９](?!月|日)|全覆盖|清零|应.尽")


def read(place: Place) -> tuple[str, Span | None]:
    """ensure, strive, explore or reach, and the word that says so."""
    found = [match for match in FIRM.finditer(place.left) if match[0] not in GOVERNING or match.start() <= NEAR]
    if found:
        return FIRMNESS[found[-1][0]], Span(place.start + found[-1].start(), place.start + found[-1].end())
    return _carried(place)


def _carried(place: Place) -> tuple[str, Span | None]:
    """A word of an earlier clause with a value, which goes on binding: 力争A达到90%，B达到80%.

    One before a date, 力争到2027年， binds all that its sentence lists, past every ；.
    """
    earlier = place.text[place.sentence.start : place.start]
    part = place.part.start - place.sentence.start
    for match in reversed(list(FIRM.finditer(earlier))):
        name = FIRMNESS[match[0]]
        rest = earlier[match.end() :]
        clause = rest.split("，", 1)[0].split(",", 1)[0]
        begun = max(earlier.rfind(mark, 0, match.start()) for mark in "，,；;。：:")
        if match[0] not in CARRIED or match.start() - begun > LEADING:
            continue
        if clause.endswith("年") or (match.start() >= part and (not clause or HOLDS.search(clause))):
            begin = place.sentence.start + match.start()
            return name, Span(begin, begin + len(match[0]))
    return "reach", None
