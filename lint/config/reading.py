"""What one file of configuration or one sidecar says, from the cache where its bytes are known.

pydantic and ruamel.yaml are imported only for bytes that nobody has read yet.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from lint.config.entry import Entry
from lint.config.faults import ConfigError
from lint.config.finding import shown
from lint.config.kept import Kept
from lint.trees import Place
from lint.trees.plain import LARGEST

TOML = ".toml"
_kept = {kind: Kept(kind) for kind in ("config", "section", "sidecar")}


@dataclass(frozen=True)
class Written:
    """What one file says: plain values by key, and the line of every path, its parts joined by line ends."""

    file: Path
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def place(self, *path: str | int) -> Place:
        """Where a path is written."""
        names = [str(part) for part in path]
        depths = ("\n".join(names[:depth]) for depth in range(len(names), 0, -1))
        line = next((self.lines[known] for known in depths if known in self.lines), 1)
        return Place(self.name, line, ".".join(names))

    @cached_property
    def name(self) -> str:
        """The file as people read it."""
        return shown(self.file)

    @cached_property
    def base(self) -> str:
        """The folder that its patterns and paths start from, absolute."""
        return os.path.dirname(os.path.abspath(self.file))

    def below(self, path: str) -> Path:
        """A path that is written here, as it is from the working directory."""
        return Path(shown(Path(self.base, os.path.expanduser(path))))


def written(file: Path) -> Written:
    """What a configuration file says. Raises ConfigError."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)  # one more is too many, which is told where it is parsed
    except (OSError, ValueError) as error:
        what = (getattr(error, "strerror", None) or str(error)).lower()
        raise ConfigError([f"{shown(file)}: cannot be read: {what}"]) from error
    return _said("section" if file.suffix == TOML else "config", file, content)


def entries(file: Path, content: bytes, require_reason: bool = False) -> tuple[Entry, ...]:
    """The suppressions in a sidecar, a YAML file with the one key `suppress`. Raises ConfigError.

    Call `keep` once all are read, so that the next run knows them.
    """
    return suppressions(_said("sidecar", file, content), require_reason)


def keep() -> None:
    """Remember for the next run what was read in this one."""
    for kept in _kept.values():
        kept.keep()


def suppressions(said: Written, require_reason: bool) -> tuple[Entry, ...]:
    """The entries under `suppress`, with where each is written. Raises ConfigError where one lacks its reason."""
    given: Sequence[Mapping[str, Any]] = said.values.get("suppress", ())
    faults = [
        said.place("suppress", index).fault("has no 'reason', and 'require-reason' is true; say why it is suppressed")
        for index, entry in enumerate(given)
        if require_reason and not entry.get("reason", "").strip()
    ]
    if faults:
        raise ConfigError(faults)
    return tuple(_entry(said, index, entry) for index, entry in enumerate(given))


def _entry(said: Written, index: int, entry: Mapping[str, Any]) -> Entry:
    place = said.place("suppress", index)
    return Entry(
        files=tuple(entry.get("files", ())),
        rules=tuple(entry.get("rules", ())),
        text=entry.get("text", ""),
        reason=entry.get("reason", ""),
        expires=date.fromisoformat(entry["expires"]) if "expires" in entry else None,
        base=said.base,
        file=place.file,
        line=place.line,
    )


def _said(kind: str, file: Path, content: bytes) -> Written:
    def made() -> tuple[dict[str, Any], dict[str, int]]:
        from lint.config import parsing  # pydantic and ruamel.yaml are imported only here

        return {"config": parsing.config, "section": parsing.section, "sidecar": parsing.sidecar}[kind](
            shown(file), content
        )

    return Written(file, *_kept[kind].said(content, made))
