"""Which files a run reads: the paths given, and below folders every text that no .gitignore leaves out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".txt", ".md")  # of what is read below folders, where nothing else is asked for


class Missing(NamedTuple):
    """A path that leads to nothing, and why."""

    path: str
    reason: str


def find(
    paths: tuple[str, ...],
    exclude: tuple[str, ...] = (),
    include: Callable[[Path], bool] | None = None,
    excluded: Callable[[Path, bool], bool] | None = None,
    force_exclude: bool = False,
) -> Iterator[Path | Missing]:
    """Files in order, each once; folders give what `include` says, or .txt and .md.

    `exclude` are patterns below each folder and below the working directory, `excluded` tells of a path, and whether it
    is a folder, if it is left out. A file given by name is read whatever it is called, but with `force_exclude` not
    where it is left out.
    """
    seen: set[str] = set()
    wanted = include or _is_text
    for name in paths:
        if not os.path.lexists(name):
            yield Missing(name, "no such file or folder")
            continue
        path, is_folder = Path(name), os.path.isdir(name)
        ignored = (
            _Ignored(path if is_folder else path.parent, exclude, excluded) if is_folder or force_exclude else None
        )
        if ignored and force_exclude and ignored.above(path):
            continue
        for found in _below(path, ignored, wanted) if ignored and is_folder else (path,):
            if isinstance(found, Missing) or str(found) not in seen:
                seen.add(str(found))
                yield found


def _is_text(path: Path) -> bool:
    return path.name.endswith(SUFFIXES)


def _below(folder: Path, ignored: _Ignored, wanted: Callable[[Path], bool]) -> Iterator[Path | Missing]:
    broken: list[Missing] = []

    def failed(error: OSError) -> None:
        broken.append(Missing(str(error.filename or folder), error.strerror or str(error)))

    for place, folders, files in os.walk(folder, onerror=failed):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not ignored(here / name, True))
        for name in sorted(files):
            path = here / name
            if not name.startswith(".") and wanted(path) and not ignored(path, False) and _text(path):
                yield path
    yield from broken


def _text(path: Path) -> bool:
    """Whether a name in a folder may be a document: a file, or a link that leads nowhere, which will be told."""
    return path.is_file() or not path.exists()


class _Ignored:
    """What .gitignore files, from the repository's top down, --exclude and the configuration leave out."""

    def __init__(
        self, folder: Path, exclude: tuple[str, ...], excluded: Callable[[Path, bool], bool] | None = None
    ) -> None:
        self._excluded = excluded
        self._root = folder.absolute()
        self._here = Path.cwd()
        self._exclude = _matcher(exclude) if exclude else None
        self._by_folder: dict[Path, Callable[[str], bool | None] | None] = {}

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

    @cached_property
    def _top(self) -> Path:
        """The repository's folder, above which no .gitignore counts."""
        return next((p for p in (self._root, *self._root.parents) if (p / ".git").exists()), self._root)

    def above(self, path: Path) -> bool:
        """Whether a path, or a folder on the way to it, is left out by --exclude or the configuration."""
        return any(self.excluded(one, one != path or path.is_dir()) for one in (path, *path.parents))

    def excluded(self, path: Path, is_folder: bool) -> bool:
        """Whether --exclude leaves a path out, below the folder or the working directory, or the configuration."""
        if self._excluded and self._excluded(path, is_folder):
            return True
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
