"""Which files a run reads: the paths given, and below folders every text that no .gitignore leaves out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".txt", ".md")


class Missing(NamedTuple):
    """A path that leads to nothing, and why."""

    path: str
    reason: str


def find(paths: tuple[str, ...], exclude: tuple[str, ...] = ()) -> Iterator[Path | Missing]:
    """Files in order, each once. A file given by name is read whatever its suffix; folders give .txt and .md."""
    seen: set[str] = set()
    for name in paths:
        if not os.path.lexists(name):
            yield Missing(name, "no such file or folder")
            continue
        path = Path(name)
        for found in _below(path, exclude) if path.is_dir() else (path,):
            if isinstance(found, Missing) or str(found) not in seen:
                seen.add(str(found))
                yield found


def _below(folder: Path, exclude: tuple[str, ...]) -> Iterator[Path | Missing]:
    ignored = _Ignored(folder, exclude)
    broken: list[Missing] = []

    def failed(error: OSError) -> None:
        broken.append(Missing(str(error.filename or folder), error.strerror or str(error)))

    for place, folders, files in os.walk(folder, onerror=failed):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not ignored(here / name, True))
        for name in sorted(files):
            path = here / name
            if name.endswith(SUFFIXES) and not name.startswith(".") and not ignored(path, False) and _text(path):
                yield path
    yield from broken


def _text(path: Path) -> bool:
    """Whether a name in a folder may be a document: a file, or a link that leads nowhere, which will be told."""
    return path.is_file() or not path.exists()


class _Ignored:
    """What .gitignore files, from the repository's top down, and --exclude leave out."""

    def __init__(self, folder: Path, exclude: tuple[str, ...]) -> None:
        self._root = folder.absolute()
        self._here = Path.cwd()
        self._exclude = _matcher(exclude) if exclude else None
        self._by_folder: dict[Path, Callable[[str], bool | None] | None] = {}
        self._top = next((p for p in (self._root, *self._root.parents) if (p / ".git").exists()), self._root)

    def __call__(self, path: Path, is_folder: bool) -> bool:
        absolute = path.absolute()
        for base in (self._root, self._here):
            if self._exclude and absolute.is_relative_to(base) and self._exclude(_relative(absolute, base, is_folder)):
                return True
        for place in absolute.parents:
            if place.is_relative_to(self._top):
                rules = self._rules(place)
                decided = rules(_relative(absolute, place, is_folder)) if rules else None
                if decided is not None:
                    return decided
        return False

    def _rules(self, place: Path) -> Callable[[str], bool | None] | None:
        if place not in self._by_folder:
            file = place / ".gitignore"
            try:
                lines = tuple(file.read_text(encoding="utf-8", errors="replace").splitlines())
            except OSError:
                lines = ()
            self._by_folder[place] = _matcher(lines) if lines else None
        return self._by_folder[place]


def _relative(path: Path, place: Path, is_folder: bool) -> str:
    return path.relative_to(place).as_posix() + ("/" if is_folder else "")


def _matcher(lines: tuple[str, ...]) -> Callable[[str], bool | None]:
    import pathspec

    spec = pathspec.GitIgnoreSpec.from_lines(lines, backend="simple")  # the others take longer to start than to match
    return lambda path: spec.check_file(path).include
