"""What a configuration changes about rules: their severities and the options of their checks, by id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.trees import Place


@dataclass(frozen=True)
class Overrides:
    """Severities and options by the id of a rule. Ids that no rule has are passed over.

    `severities` are words (off, info, warning, error), `options` plain values by the key a pack would have. `places`
    says where each is written, by path, all of it texts: `("severity", id)`, `("options", id, key, "0", …)`.
    """

    severities: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """The same for overrides that change the same, wherever they are written; empty where they change nothing."""
        given = [self.severities, self.options]
        return json.dumps(given, sort_keys=True) if any(given) else ""

    def place(self, path: tuple[Any, ...]) -> Place:
        """Where a path is written, by the deepest part of it that is known."""
        names = tuple(map(str, path))
        known = (self.places[names[:depth]] for depth in range(len(names), 0, -1) if names[:depth] in self.places)
        found = next(known, Place("configuration", 0, ""))
        return Place(found.file, found.line, ".".join(names))
