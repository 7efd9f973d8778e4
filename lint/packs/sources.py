"""The files that packs are, and the key of what they say: read without any of the code that rules need."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lint import __version__, cache
from lint.packs import lists
from lint.packs.faults import PackError
from lint.packs.overrides import Overrides

HERE = Path(__file__).parent.parent
BUILTIN = next((place for place in (HERE / "builtin", HERE.parent / "rules") if place.is_dir()), HERE / "builtin")
SUFFIXES = (".yaml", ".yml")
SHAPING = (
    "checks",
    "composition",
    "packs",
    "trees",
    "rules.py",
    "findings.py",
    "patterns.py",
)  # code that the shape of kept rules depends on

KIND = re.compile(rb"""\bkind['"]?\s*:\s*['"]?([A-Za-z][\w-]*)""")

Contents = list[tuple[Path, bytes]]


def read(extra: tuple[Path, ...] = (), builtin: bool = True) -> Contents:
    """The bytes of the built-in packs and of those at `extra` (files or folders), with their word lists.

    One that is asked for twice is read once. Raises PackError.
    """
    files = [*(_files(BUILTIN) if builtin else ()), *(file for path in extra for file in _files(path))]
    once = dict(zip(map(os.path.realpath, reversed(files)), reversed(files), strict=True))  # the first of each
    return with_lists([(file, _content(file)) for file in reversed(once.values())])


def with_lists(packs: Contents) -> Contents:
    """Packs, and the word lists that they may speak of. Raises PackError."""
    words = dict.fromkeys(words for file, content in packs for words in lists.named(content, file.parent))
    return [*packs, *((file, _content(file)) for file in words)]


def bases(contents: Contents) -> Contents:
    """The built-in packs, where these contents do without them, and have rules that may extend theirs."""
    if not any(b"extends" in data for _, data in contents):
        return []
    own = {file for file, _ in contents}
    return [(file, data) for file, data in read() if file not in own]


def packs_of(contents: Contents) -> list[Path]:
    """Those of the files that are packs."""
    return [file for file, _ in contents if file.suffix not in lists.SUFFIXES]


def key(contents: Contents, overrides: Overrides | None = None) -> str:
    """A name for packs as this version reads them, with what a configuration changes about them."""
    identity = overrides.identity if overrides is not None else ""
    parts = (part for some in (contents, bases(contents)) for file, data in some for part in (str(file), data))
    count = str(len(contents))  # which tells packs from those that they only extend
    return cache.key(__version__, code(SHAPING), identity, _foreign(contents), count, *parts)


def _foreign(contents: Contents) -> str:
    """The state of the code of kinds that are not built in, where a pack may speak of one."""
    spoken = {name.decode() for file, data in contents if file.parent != BUILTIN for name in KIND.findall(data)}
    wanted = spoken.difference(file.stem.replace("_", "-") for file in HERE.glob("checks/*.py")) if spoken else spoken
    if not wanted:
        return ""
    from lint.packs import foreign  # 15 ms that only those pay who have such kinds

    return foreign.identity(wanted)


def key_of_findings(contents: Contents, overrides: Overrides | None = None) -> str:
    """A name for what packs find, by all of the code and by the packages beside it."""
    packages = cache.place_of("click")  # a folder that changes when any package in it does
    return cache.key(key(contents, overrides), code((".",)), packages)


def speak_of_files(contents: Contents) -> bool:
    """Whether a rule may be for some files only; no rule that is one is passed over."""
    return any(b"files" in data for _, data in contents)


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


def code(names: tuple[str, ...]) -> str:
    """Some of the code, by the sizes and times of its files."""
    places = [HERE / name for name in names]
    files = [file for place in places for file in (place.rglob("*.py") if place.is_dir() else (place,))]
    stats = ((str(file), file.stat()) for file in sorted(files))
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])
