"""A file written whole or not at all: to a temporary one beside it, which then takes its place.

A crash, a full disk or Ctrl-C leaves the old file or the new one, and parallel runs each a whole one.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

PREFIX = ".plan-lint-"  # of temporary files; hidden, so that no run takes one for a document


def replace(path: Path, data: bytes, durable: bool = True) -> None:
    """Write bytes to a file, or through a link to what it leads to. Raises OSError, and then nothing has changed.

    What was there keeps its mode and its owner. `durable` waits until the bytes have reached the disk.
    """
    import tempfile  # 3 ms that a run which writes nothing should not cost

    place = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=PREFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        _like(name, place)
        os.replace(name, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _like(name: str, place: Path) -> None:
    """Give a new file the mode and the owner of the one whose place it takes, or those that new files have."""
    try:
        found = place.stat()
    except FileNotFoundError:
        os.chmod(name, 0o666 & ~umask())
        return
    os.chmod(name, stat.S_IMODE(found.st_mode))
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(name, found.st_uid, found.st_gid)


def umask() -> int:
    """The bits that new files go without; there is no way to ask but to set it."""
    found = os.umask(0o077)
    os.umask(found)
    return found
