"""JSON Schema (draft 2020-12) of what people write and programs read: packs, configurations, sidecars, the report.

Editors complete and check YAML by it. Each is made from the models that the program itself reads and writes with, and
described by their docstrings, so that a new kind of check, option or key is in it without a line here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lint.schemas import config, report, rules

MADE: dict[str, Callable[[], dict[str, Any]]] = {
    "rules": rules.made,
    "config": config.made,
    "suppress": config.sidecar,
    "report": report.made,
}


def written(name: str) -> str:
    """The schema of this name as JSON, in one order and ending with a line end."""
    return json.dumps(MADE[name](), ensure_ascii=False, indent=2) + "\n"
