"""Compiled expressions, kept between runs.

`re` takes some 0.4 ms to compile one expression, and a run over a few files needs hundreds: a third of its time. So
the code that `re` made is kept in the cache, by pattern, flags and Python's version, and handed to its engine again,
which checks it. The entry is an index of digests before what they stand for, so that a run unpacks only what it
needs. Where this Python has no such doors, or an entry is of no use, expressions are compiled as always.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from array import array
from collections.abc import Mapping
from hashlib import blake2b
from importlib import import_module
from typing import Any

from lint import cache

FORMAT = "expressions-4"
MOST = 6000  # expressions that are kept
PLACE = struct.Struct("<16sII")  # a digest, and where its expression begins and ends
HEAD = struct.Struct("<I")  # how long the description before the code is
FAULTS = (TypeError, ValueError, LookupError, RuntimeError, OverflowError, AttributeError, struct.error)

_kept: Mapping[bytes, bytes] | None = None
_made: dict[bytes, bytes] = {}
_used: set[bytes] = set()


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives. Raises re.error."""
    key = blake2b(f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
    packed = _made.get(key) or _codes().get(key)
    if packed is not None:
        try:
            made = _expression(pattern, packed)
        except FAULTS:
            pass  # a torn or foreign entry
        else:
            _used.add(key)
            return made
    try:
        packed = _packed(pattern, flags)
        made = _expression(pattern, packed)
    except (AttributeError, ImportError, TypeError):
        return re.compile(pattern, flags)
    _made[key] = packed
    return made


def keep() -> None:
    """Keep what this process compiled for the next run, beside what others have kept meanwhile."""
    global _kept
    if not _made:
        return
    _kept = None
    known = _codes()
    if len(known) + len(_made) > MOST:  # what this run had no use for goes
        known = {key: known[key] for key in known.keys() & _used}
    _kept = {**known, **_made}
    cache.store(_name(), _entry(_kept))
    _made.clear()


def _entry(codes: Mapping[bytes, bytes]) -> bytes:
    """The index and what it speaks of, as one entry of the cache."""
    places, start = [], 0
    for key, packed in codes.items():
        places.append(PLACE.pack(key, start, start + len(packed)))
        start += len(packed)
    return b"".join((HEAD.pack(len(codes)), *places, *codes.values()))


def _codes() -> Mapping[bytes, bytes]:
    global _kept
    if _kept is None:
        _kept = _read(cache.load(_name()) or b"")
    return _kept


def _read(entry: bytes) -> dict[bytes, bytes]:
    """What an entry holds; nothing where it is none."""
    try:
        body = HEAD.size + HEAD.unpack_from(entry)[0] * PLACE.size
        places = PLACE.iter_unpack(entry[HEAD.size : body])
        return {key: entry[body + start : body + end] for key, start, end in places}
    except struct.error:
        return {}


def _name() -> str:
    return f"{FORMAT}-{cache.key(sys.version, str(import_module('_sre').MAGIC))}.sre"


def _packed(pattern: str, flags: int) -> bytes:
    """The engine's code for a pattern, as `re` makes it. Raises AttributeError or ImportError where that differs."""
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    code = array("I", map(int, compiler._code(parsed, flags))).tobytes()
    about = json.dumps([int(flags | parsed.state.flags), parsed.state.groups, dict(parsed.state.groupdict)]).encode()
    return HEAD.pack(len(about)) + about + code


def _expression(pattern: str, packed: bytes) -> re.Pattern[str]:
    start = HEAD.size + HEAD.unpack_from(packed)[0]
    flags, groups, names = json.loads(packed[HEAD.size : start])
    instructions = array("I", packed[start:]).tolist()
    by_number: list[str | None] = [None] * groups
    for name, index in names.items():
        by_number[index] = name
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, flags, instructions, groups - 1, names, tuple(by_number)
    )
    return made
