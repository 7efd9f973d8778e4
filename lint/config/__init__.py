"""Configuration: found on the way up from a folder, extended, checked where it is read, with the origin of each value.

A configuration that was read before imports neither pydantic nor ruamel.yaml, and a run without one no more than the
defaults.
"""

from __future__ import annotations

from pathlib import Path

from lint.config.config import KEYS, Config
from lint.config.entry import Entry
from lint.config.faults import ConfigError
from lint.config.finding import find, shown, within
from lint.config.naming import known_names, unknown_name, unknown_names
from lint.globs import Globs

__all__ = [
    "KEYS",
    "Config",
    "ConfigError",
    "Entry",
    "Globs",
    "find",
    "known_names",
    "load",
    "shown",
    "unknown_name",
    "unknown_names",
    "within",
]


def load(file: Path | None) -> Config:
    """The configuration that a file and all it extends make; without a file, all defaults.

    Raises ConfigError with the faults of the first file that has some.
    """
    if file is None:
        return Config()
    from lint.config.loading import loaded

    return loaded(file)
