"""A configuration as plain values, as YAML would hold them: what `plan-lint config` shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lint.config.config import Config
from lint.config.entry import Entry
from lint.config.finding import shown
from lint.config.per_file import PerFile, Typed
from lint.globs import Globs


def plain(config: Config, key: str) -> Any:
    """The value of a key as texts, numbers, lists and maps; None for what nobody gave.

    `extends` is every file that was read beside the one that was found.
    """
    if key == "extends":
        return [shown(file) for file in config.files[:-1]]
    return _plain(getattr(config, key.replace("-", "_")))


def _plain(value: Any) -> Any:
    match value:
        case Globs():
            return list(value.patterns)
        case Typed():
            return {"files": list(value.files.patterns), "type": value.type}
        case PerFile():
            severity = {id_: level.value for id_, level in value.severity.items()}
            files, select, ignore = list(value.files.patterns), list(value.select), list(value.ignore)
            return _filled({"files": files, "select": select, "ignore": ignore, "severity": severity})
        case Entry():
            expires = value.expires.isoformat() if value.expires else ""
            files, rules = list(value.files), list(value.rules)
            text = {"text": value.text, "reason": value.reason, "expires": expires}
            return _filled({"files": files, "rules": rules, **text})
        case Path():
            return value.as_posix()
        case tuple() | list():
            return [_plain(one) for one in value]
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case "":
            return None
        case _:
            return value


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    """Without what is left out."""
    return {key: value for key, value in given.items() if value}
