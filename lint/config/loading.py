"""Files become one configuration: what they extend is read first, and what is nearer wins."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lint.config import reading
from lint.config.config import Config
from lint.config.faults import ConfigError
from lint.config.finding import shown
from lint.config.merging import merged
from lint.config.reading import Written

DEEPEST = 30  # files that extend each other in a row


def loaded(file: Path) -> Config:
    """The configuration that a file and all it extends make.

    Raises ConfigError with the faults of the first file that has some.
    """
    seen: set[str] = set()
    config = merged(file, list(_chain(reading.written(file), (), seen)))
    reading.keep()
    return config


def _chain(said: Written, above: tuple[Path, ...], seen: set[str]) -> Iterator[Written]:
    """A file behind all that it extends, each once."""
    way = (*above, said.file)
    seen.add(os.path.realpath(said.file))
    for index, name in enumerate(said.values.get("extends", ())):
        target = said.below(name)
        place = said.place("extends", index)
        if any(os.path.realpath(target) == os.path.realpath(other) for other in way):
            circle = " → ".join(shown(one) for one in (*way, target))
            raise ConfigError([place.fault(f"runs in a circle: {circle}")])
        if not os.path.isfile(target):
            raise ConfigError([place.fault(f"no such file: {shown(target)}; paths start from the folder of this file")])
        if len(way) > DEEPEST:
            raise ConfigError([place.fault(f"is the end of more than {DEEPEST} files that extend each other")])
        if os.path.realpath(target) not in seen:
            yield from _chain(reading.written(target), way, seen)
    yield said
