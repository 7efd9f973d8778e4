"""Documents written back: whole or not at all, in their own encoding, and only where they were read from."""

from __future__ import annotations

import os
from pathlib import Path

from lint import replacing
from lint.text import Source, Unreadable

MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
MARKS |= {"utf-32-le": b"\xff\xfe\0\0", "utf-32-be": b"\0\0\xfe\xff"}
WRITABLE = 0o222  # the bits of a file's mode that let somebody write it


class Unwritable(Exception):  # noqa: N818 - read as "raise Unwritable", it says what the file is
    """A document that must be left as it is, with one sentence that says why."""


class Changed(Exception):  # noqa: N818
    """A document is not what it was when it was read; it may be read and repaired anew."""


def write(path: Path, before: Source, after: Source) -> None:
    """Put a repaired text in the place of the one that was read. Raises Unwritable, or Changed."""
    place, repaired = checked(path, before, after)
    try:
        replacing.replace(place, repaired)
    except OSError as error:
        raise _refused(error) from error


def checked(path: Path, before: Source, after: Source) -> tuple[Path, bytes]:
    """Where a repaired text would be written, and its bytes. Raises Unwritable or Changed where `write` would."""
    try:
        place = target(path)
        state = place.stat()
        if not (state.st_mode & WRITABLE and os.access(place, os.W_OK)):  # root may write whatever it is told not to
            raise Unwritable("it is write-protected")
        if state.st_nlink > 1:
            raise Unwritable(f"it has {state.st_nlink} names (hard links), and only this one would be repaired")
        if place.read_bytes() != data(before):
            _refuse_damage(place, before)
            raise Changed
    except OSError as error:
        raise _refused(error) from error
    return place, data(after)


def _refused(error: OSError) -> Unwritable:
    return Unwritable((error.strerror or str(error)).lower())


def data(source: Source) -> bytes:
    """A text as bytes, in the encoding and with the mark that it was read with. Raises Unwritable."""
    if source.lossy:
        raise Unwritable("some of its bytes could not be read, and would be lost")
    try:
        return (MARKS[source.encoding] if source.bom else b"") + source.text.encode(source.encoding)
    except (UnicodeEncodeError, LookupError) as error:
        raise Unwritable(f"its encoding, {source.encoding}, does not have every character of the repair") from error


def target(path: Path) -> Path:
    """The file itself: a link's target, which must lie in the same tree. Raises Unwritable.

    The tree is the repository or the working directory that the link lies in, else the folder of the link.
    """
    real, here = path.resolve(strict=True), Path.cwd()
    lies = path.parent.resolve() / path.name
    if real == lies and not _through_link(path, here):
        return real
    given = here / path
    root = _repository(here) if given.is_relative_to(here) else lies.parent
    if not real.is_relative_to(root.resolve()):
        raise Unwritable(f"it is a link that leads out of {root.name or root}")
    return real


def _through_link(path: Path, here: Path) -> bool:
    """Whether a folder on the way from the working directory is a link."""
    given = Path(os.path.normpath(here / path))
    return given.is_relative_to(here) and given.parent.resolve() != given.parent


def _repository(here: Path) -> Path:
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _refuse_damage(place: Path, before: Source) -> None:
    """Raise Unwritable where the bytes are those that were read, which this encoding does not give back."""
    try:
        if Source.read(place).text == before.text:
            raise Unwritable(f"its bytes are not all {before.encoding}, and would be changed")
    except Unreadable as error:
        raise Unwritable(str(error)) from error
