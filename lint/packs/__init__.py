"""YAML becomes a rule set, or an error with file, line, key and what is allowed.

What was read once is kept in the cache by the bytes of its files, so that a second run reads no YAML and imports
neither ruamel.yaml nor pydantic. Cached rules are unpickled through a list of allowed classes: a foreign file in the
cache can make a run slower, never make it run code.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from lint import __version__, cache
from lint.checks import AnyCheck
from lint.findings import Severity
from lint.packs.faults import PackError
from lint.rules import Bad, Examples, Good, Rule, RuleSet

__all__ = ["BUILTIN", "PackError", "load"]

HERE = Path(__file__).parent.parent
BUILTIN = next((place for place in (HERE / "builtin", HERE.parent / "rules") if place.is_dir()), HERE / "builtin")
SUFFIXES = (".yaml", ".yml")


def load(extra: tuple[Path, ...] = (), builtin: bool = True) -> RuleSet:
    """The built-in packs and those at `extra` (files or folders). Raises PackError with every fault of every pack."""
    files = [*(_files(BUILTIN) if builtin else ()), *(file for path in extra for file in _files(path))]
    contents = [(file, _content(file)) for file in files]
    name = f"rules-{cache.key(__version__, _code(), *(part for f, c in contents for part in (str(f), c)))}.pickle"
    kept = _unpickled(cache.load(name))
    if kept is not None:
        return kept
    from lint.packs.reading import read  # pydantic and ruamel.yaml are imported only here

    ruleset = read(contents)
    cache.store(name, pickle.dumps(ruleset, protocol=5))
    return ruleset


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES)
        if not found:
            raise PackError([f"{path}: no packs here; a pack is a .yaml file"])
        yield from found
    elif path.exists():
        yield path
    else:
        raise PackError([f"{path}: no such pack or folder of packs"])


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PackError([f"{file}: cannot be read: {error.strerror}"]) from error


def _code() -> str:
    """What the shape of cached rules depends on: the sources of checks and rules, by size and time."""
    folders = [file for folder in ("checks", "packs") for file in sorted((HERE / folder).glob("*.py"))]
    sources = [*folders, HERE / "rules.py", HERE / "findings.py", HERE / "patterns.py"]
    return repr([(file.name, (stat := file.stat()).st_size, stat.st_mtime_ns) for file in sources])


class _Unpickler(pickle.Unpickler):
    """Makes rules and checks, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a rule set")


CHECKS = (*get_args(AnyCheck), *(part for check in get_args(AnyCheck) for part in check.parts.values()))
ALLOWED = {(c.__module__, c.__name__) for c in (*CHECKS, Bad, Examples, Good, Rule, RuleSet, Severity)}


def _unpickled(data: bytes | None) -> RuleSet | None:
    if data is None:
        return None
    try:
        found = _Unpickler(io.BytesIO(data)).load()
    except Exception:  # a torn entry may fail in any way; it is made anew
        return None
    return found if isinstance(found, RuleSet) else None
