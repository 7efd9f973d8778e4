"""Where the values of a merged configuration are written, and the names of rules among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lint.config.config import Name
from lint.config.reading import Written
from lint.trees import Place

SUMS = ("extend-select", "documents", "per-file", "suppress")
Places = Mapping[tuple[str, ...], Place]


def places(chain: list[Written]) -> dict[tuple[str, ...], Place]:
    """Where severities and options are written, those of the nearest file."""
    return {
        tuple(path): said.place(*path)
        for said in chain
        for path in (joined.split("\n") for joined in said.lines)
        if path[0] in ("severity", "options")
    }


def of_keys(chain: list[Written], nearest: Mapping[str, Written], places: Places) -> dict[str, str]:
    """Where the value of each key came from; of what adds up, every place."""
    origins = {key: str(said.place(key)) for key, said in nearest.items()}
    for key in SUMS:
        saying = [said for said in chain if key in said.values]
        one_by_one = [str(said.place(key, index)) for said in saying for index in range(len(said.values[key]))]
        origins |= {f"{key}.{index}": place for index, place in enumerate(one_by_one)}
        if saying:
            origins[key] = ", ".join(str(said.place(key)) for said in saying)
    return origins | {".".join(path): str(place) for path, place in places.items() if 1 < len(path) <= 3}


def names(chain: list[Written], nearest: Mapping[str, Written], places: Places) -> Iterator[Name]:
    """Every name of a rule or pack that counts."""
    for key in ("select", "ignore"):
        yield from _listed(nearest[key], key) if key in nearest else ()
    for said in chain:
        yield from _listed(said, "extend-select")
        for index, one in enumerate(said.values.get("per-file", ())):
            at = ("per-file", index)
            yield from (*_listed(said, *at, "select"), *_listed(said, *at, "ignore"))
            yield from (Name(id_, said.place(*at, "severity", id_), True) for id_ in one.get("severity", ()))
        for index, _ in enumerate(said.values.get("suppress", ())):
            yield from _listed(said, "suppress", index, "rules")
    yield from (Name(path[1], place, True) for path, place in places.items() if len(path) == 2)


def _listed(said: Written, *path: str | int) -> Iterator[Name]:
    names: Any = said.values
    for part in path:
        names = names[part] if isinstance(part, int) else names.get(part, ())
    yield from (Name(name, said.place(*path, index)) for index, name in enumerate(names))
