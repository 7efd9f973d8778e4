"""Compiled expressions, kept between runs.

`re` takes some 0.4 ms to compile one expression, and a run over a few files needs two hundred: a third of its time.
So the code that `re` made is kept in the cache, by pattern, flags and Python's version, and handed to its engine
again, which checks it. What is kept is JSON, read only where the same user wrote it. Where this Python has no such
doors, or an entry is of no use, expressions are compiled as always.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from importlib import import_module
from typing import Any

from lint import cache

FORMAT = "expressions-3"
MOST = 3000  # expressions that are kept
Code = tuple[int, str, int, dict[str, int]]  # flags, the engine's code as hexadecimal words, groups, names of groups

_kept: dict[str, Code] | None = None
_made: dict[str, Code] = {}


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives. Raises re.error."""
    key = f"{int(flags)} {pattern}"
    code = _made.get(key) or _codes().get(key)
    if code is not None:
        try:
            return _expression(pattern, code)
        except (TypeError, ValueError, LookupError, RuntimeError, OverflowError, AttributeError):
            pass  # a torn or foreign entry
    try:
        code = _code(pattern, flags)
        made = _expression(pattern, code)
    except (AttributeError, ImportError, TypeError):
        return re.compile(pattern, flags)
    _made[key] = code
    return made


def keep() -> None:
    """Keep what this run compiled for the next one. Called once, when the work is done."""
    if not _made:
        return
    known = _codes()
    kept = known | _made if len(known) + len(_made) <= MOST else _made
    cache.store(_name(), json.dumps(kept, separators=(",", ":"), sort_keys=True).encode())
    _made.clear()


def _codes() -> dict[str, Code]:
    global _kept
    if _kept is None:
        try:
            found = json.loads(cache.load(_name()) or b"{}")
        except ValueError:
            found = {}
        _kept = found if isinstance(found, dict) else {}
    return _kept


def _name() -> str:
    return f"{FORMAT}-{cache.key(sys.version, str(import_module('_sre').MAGIC))}.json"


def _code(pattern: str, flags: int) -> Code:
    """The engine's code for a pattern, as `re` makes it. Raises AttributeError or ImportError where that differs."""
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    code = array("I", map(int, compiler._code(parsed, flags))).tobytes().hex()
    return int(flags | parsed.state.flags), code, parsed.state.groups, dict(parsed.state.groupdict)


def _expression(pattern: str, code: Code) -> re.Pattern[str]:
    flags, words, groups, names = code
    instructions = array("I", bytes.fromhex(words)).tolist()
    by_number: list[str | None] = [None] * groups
    for name, index in names.items():
        by_number[index] = name
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, flags, instructions, groups - 1, names, tuple(by_number)
    )
    return made
