"""Things that are slow to make are made once and kept in the user's cache folder.

Entries are named by what they were made from, so a stale one is simply never looked up. Each is written to a
temporary file and renamed, so that parallel runs and crashes leave a whole entry or none, and ends with a checksum, for
the libraries that read entries trust them blindly. An entry that cannot be read is made anew in silence, and a folder
that cannot be written costs time, not results.
"""

from __future__ import annotations

import os
from pathlib import Path

from lint import replacing

PLACE = "PLAN_LINT_CACHE_DIR"  # the variable that names the folder; processes that a run starts inherit it
CHECKSUM = 4  # bytes at an entry's end
KEPT = 64  # entries; the oldest go when a new one comes


def folder() -> Path:
    """Where entries are kept: `PLAN_LINT_CACHE_DIR`, or the platform's place for caches."""
    chosen = os.environ.get(PLACE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("plan-lint", appauthor=False))


def key(*parts: bytes | str) -> str:
    """A short name for content: the same parts, the same name."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


def place_of(package: str) -> str:
    """Where a package is installed, and when that folder last changed."""
    from importlib.util import find_spec

    found = find_spec(package)
    if found is None or found.origin is None:
        return ""
    place = Path(found.origin).parent.parent
    return f"{place} {place.stat().st_mtime_ns}"


def load(name: str) -> bytes | None:
    """The bytes kept under a name, or None. Only entries that the same user wrote are read."""
    path = folder() / name
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return None
        with path.open("rb") as file:
            body = file.read(max(0, os.fstat(file.fileno()).st_size - CHECKSUM))
            sum_ = file.read()
        os.utime(path)  # what is in use stays
    except OSError:
        return None
    return body if len(sum_) == CHECKSUM and _checksum(body) == sum_ else None


def store(name: str, data: bytes) -> Path | None:
    """Keep bytes under a name; the path where they lie, or None where the folder cannot be written."""
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        replacing.replace(place / name, data + _checksum(data), durable=False)
        _drop_oldest(place)
    except OSError:
        return None
    return place / name


def _checksum(data: bytes) -> bytes:
    from zlib import crc32

    return crc32(data).to_bytes(CHECKSUM, "little")


def _drop_oldest(place: Path) -> None:
    entries = sorted((path for path in place.iterdir() if path.is_file()), key=lambda path: path.stat().st_mtime)
    for path in entries[:-KEPT]:
        path.unlink(missing_ok=True)
