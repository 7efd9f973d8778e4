"""Which files a run reads: the paths given, and below folders every text that no .gitignore leaves out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

DOCUMENTS = ("*.txt", "*.md")  # what is read below folders, where nothing else is asked for


class Missing(NamedTuple):
    """A path that leads to nothing, and why."""

    path: str
    reason: str


def find(
    paths: tuple[str, ...],
    exclude: tuple[str, ...] = (),
    include: tuple[str, ...] = DOCUMENTS,
    force_exclude: bool = False,
) -> Iterator[Path | Missing]:
    """Files in order, each once; folders give what `include` matches.

    A file given by name is read whatever it is called, but with `force_exclude` not where it is left out.
    """
    seen: set[str] = set()
    wanted = _Wanted(include)
    for name in paths:
        if not os.path.lexists(name):
            yield Missing(name, "no such file or folder")
            continue
        path = Path(name)
        if force_exclude and _left_out(path, exclude):
            continue
        for found in _below(path, exclude, wanted) if path.is_dir() else (path,):
            if isinstance(found, Missing) or str(found) not in seen:
                seen.add(str(found))
                yield found


def _left_out(path: Path, exclude: tuple[str, ...]) -> bool:
    """Whether --exclude leaves out a path that was given by name, or a folder on the way to it."""
    ignored = _Ignored(path.parent, exclude)
    return any(ignored.excluded(above, above != path or path.is_dir()) for above in (path, *path.parents))


class _Wanted:
    """Which names below folders are documents."""

    def __init__(self, include: tuple[str, ...]) -> None:
        self._suffixes = tuple(glob[1:] for glob in include) if all(map(_is_suffix, include)) else ()
        self._matcher = None if self._suffixes else _matcher(include)

    def __call__(self, path: Path, folder: Path) -> bool:
        if self._matcher is None:
            return path.name.endswith(self._suffixes)
        return bool(self._matcher(path.relative_to(folder).as_posix()))


def _is_suffix(glob: str) -> bool:
    return glob[:2] == "*." and not set(glob[2:]) & set("*?[]!/\\")


def _below(folder: Path, exclude: tuple[str, ...], wanted: _Wanted) -> Iterator[Path | Missing]:
    ignored = _Ignored(folder, exclude)
    broken: list[Missing] = []

    def failed(error: OSError) -> None:
        broken.append(Missing(str(error.filename or folder), error.strerror or str(error)))

    for place, folders, files in os.walk(folder, onerror=failed):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not ignored(here / name, True))
        for name in sorted(files):
            path = here / name
            if not name.startswith(".") and wanted(path, folder) and not ignored(path, False) and _text(path):
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
        if self.excluded(path, is_folder):
            return True
        for place in absolute.parents:
            if place.is_relative_to(self._top):
                rules = self._rules(place)
                decided = rules(_relative(absolute, place, is_folder)) if rules else None
                if decided is not None:
                    return decided
        return False

    def excluded(self, path: Path, is_folder: bool) -> bool:
        """Whether --exclude leaves a path out, below the folder or below the working directory."""
        absolute = path.absolute()
        return any(
            self._exclude and absolute.is_relative_to(base) and self._exclude(_relative(absolute, base, is_folder))
            for base in (self._root, self._here)
        )

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
