"""A baseline's bytes read as entries, or one sentence that says where and why they are none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lint.baseline.entry import KEYS, NEEDED, Entry

VERSION = 1
REMEDY = "mend it, or delete it and use --write-baseline"
LIST = re.compile(r'"entries"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")


class BaselineError(Exception):
    """A baseline that cannot be read or written, with one sentence that says where and why."""


def entries(path: Path, data: bytes) -> Iterator[Entry]:
    """What a baseline's bytes say. Raises BaselineError."""
    for number, entry in enumerate(_told(path, data)):
        fault = _fault(entry)
        if fault:
            raise BaselineError(f"{path}:{_line(data, number)}: entry {number + 1}: {fault}; {REMEDY}")
        yield Entry(**entry)


def _told(path: Path, data: bytes) -> list[Any]:
    try:
        told = json.loads(data)
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8; {REMEDY}") from error
    except json.JSONDecodeError as error:
        raise BaselineError(f"{path}:{error.lineno}: not JSON: {error.msg.lower()}; {REMEDY}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, a list in a list in a list
        raise BaselineError(f"{path}: no baseline of version {VERSION}; {REMEDY}") from error
    version = told.get("version") if isinstance(told, dict) else None
    if type(version) is int and version > VERSION:
        raise BaselineError(f"{path}: of version {version}, and this plan-lint reads version {VERSION}; update it")
    if version != VERSION or not isinstance(told.get("entries"), list):
        raise BaselineError(f"{path}: no baseline of version {VERSION}; {REMEDY}")
    listed: list[Any] = told["entries"]
    return listed


def _fault(entry: Any) -> str:
    """What is wrong with an entry; empty where nothing is."""
    if not isinstance(entry, dict):
        return "must be a map"
    unknown = [key for key in entry if key not in KEYS]
    if unknown:
        return f"unknown key '{unknown[0]}'; allowed: {', '.join(KEYS)}"
    wrong = [key for key in entry if not isinstance(entry[key], str)]
    if wrong:
        return f"'{wrong[0]}' must be a text"
    missing = [key for key in NEEDED if not entry.get(key)]
    if missing:
        return f"'{missing[0]}' is missing"
    try:
        date.fromisoformat(entry.get("expires") or "2000-01-01")
    except ValueError:
        return f"'{entry['expires']}' is no date such as 2027-01-31"
    return ""


def _line(data: bytes, number: int) -> int:
    """The line in which an entry begins, counted from 0; the first line where it cannot be told."""
    text = data.decode(json.detect_encoding(data), "replace")
    found = LIST.search(text)
    place = BETWEEN.match(text, found.end()).end() if found else 0  # type: ignore[union-attr]
    try:
        for _ in range(number):
            _, end = json.JSONDecoder().raw_decode(text, place)
            place = BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    except ValueError:  # a key that is there twice
        return 1
    return text.count("\n", 0, place) + 1
