"""What a repair changes, as a unified diff that `git apply` and `patch` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

UNENDED = "\\ No newline at end of file\n"
CONTEXT = 3  # lines
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """Each line of the diff, with its end; lines end at `\\n` only."""
    old, new = (text.split("\n") for text in (before, after))
    lines = unified_diff(_ended(old), _ended(new), quoted(f"a/{name}"), quoted(f"b/{name}"), n=CONTEXT)
    for line in lines:
        if line.endswith("\n"):
            yield line
        else:
            yield line + "\n"
            yield UNENDED


def _ended(lines: list[str]) -> list[str]:
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def quoted(name: str) -> str:
    """A name as git writes it: as it is, or in quotation marks where it holds what a line cannot."""
    if all(character.isprintable() and character not in '"\\' for character in name):
        return name
    return '"' + "".join(map(_escaped, name)) + '"'


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))
