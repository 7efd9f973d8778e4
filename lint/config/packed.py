"""The packs that a configuration asks for: files and folders of its own, and those of installed distributions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lint.config.finding import shown
from lint.config.reading import Written
from lint.trees import nearest


def pack_paths(rules: Written | None, packs: Written | None, faults: list[str]) -> dict[str, tuple[Path, ...]]:
    """`rules` as paths, and `pack_paths`, these behind the folders of installed packs. Faults are noted."""
    own = tuple(_own(rules, faults)) if rules else ()
    return {"rules": own, "pack_paths": (*(_installed(packs, faults) if packs else ()), *own)}


def _own(said: Written, faults: list[str]) -> Iterator[Path]:
    for index, name in enumerate(said.values["rules"]):
        path = said.below(name)
        if os.path.exists(path):
            yield path
        else:
            what = f"no such pack or folder of packs: {shown(path)}; paths start from the folder of this file"
            faults.append(said.place("rules", index).fault(what))


def _installed(said: Written, faults: list[str]) -> Iterator[Path]:
    from lint.config import installed  # 15 ms that only those pay who have such packs

    for index, name in enumerate(said.values["packs"]):
        place = said.place("packs", index)
        try:
            found = installed.folders(name)
        except LookupError as error:
            faults.append(place.fault(f"'{name}': {error}"))
            continue
        if not found:
            faults.append(place.fault(_missing(name, installed.names())))
        elif len(found) > 1:
            faults.append(place.fault(f"'{name}' is the name of several packs: {', '.join(map(str, found))}"))
        yield from found[:1]


def _missing(name: str, known: list[str]) -> str:
    if not known:
        return f"no installed distribution brings packs '{name}'; none brings any (entry points plan_lint.packs)"
    return f"no installed distribution brings packs '{name}'; {nearest(name, known)}"
