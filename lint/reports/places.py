"""Names of files as CI services want them: relative to the working directory where they can be, with `/`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from lint.reports.visible import SURROGATES


def relative(file: str) -> str | None:
    """A file's name relative to the working directory; None where it lies outside."""
    name = os.path.normpath(file)
    if os.path.isabs(name):
        folder = os.path.join(os.getcwd(), "")
        if not name.startswith(folder):
            return None
        name = name[len(folder) :]
    name = name.replace(os.sep, "/")
    return None if name == ".." or name.startswith("../") else name


def path(file: str) -> str:
    """A file's name for a service: relative where it can be, and without what no Unicode text may hold."""
    said = relative(file)
    return SURROGATES.sub("\ufffd", file.replace(os.sep, "/") if said is None else said)


def uri(file: str) -> tuple[str, bool]:
    """A file's name as a URI, and whether it is relative to the working directory (RFC 3986, RFC 8089).

    The bytes of a name that is no UTF-8 are told as they are.
    """
    said = relative(file)
    if said is not None:
        return quote(_bytes(said), safe="/"), True
    whole = os.path.abspath(file).replace(os.sep, "/")
    return "file:///" + quote(_bytes(whole.lstrip("/")), safe="/:"), False


def here() -> str:
    """The URI of the working directory, with `/` at its end."""
    return Path.cwd().as_uri().rstrip("/") + "/"


def _bytes(name: str) -> bytes:
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a surrogate pair, which no file's name can hold
        return name.encode("utf-8", "replace")
