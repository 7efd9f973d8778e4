"""Patterns of files as in .gitignore, below the folder of the file that they are written in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache


@dataclass(frozen=True)
class Globs:
    """Some patterns. `base` is an absolute folder, or empty for the working directory."""

    patterns: tuple[str, ...] = ()
    base: str = ""

    def match(self, file: str | os.PathLike[str], folder: bool = False) -> bool:
        """Whether a file (or a folder) is meant; its path is absolute or relative to the working directory."""
        if not self.patterns:
            return False
        path = os.path.abspath(file)
        return path.startswith(self._prefix) and self._meant(path[len(self._prefix) :] + (os.sep if folder else ""))

    @cached_property
    def _prefix(self) -> str:
        return os.path.join(self.base or os.getcwd(), "")

    @cached_property
    def _meant(self) -> Callable[[str], bool]:
        import pathspec

        spec = pathspec.GitIgnoreSpec.from_lines(self.patterns, backend="simple")  # the others take longer to start
        return lambda path: bool(spec.check_file(path.replace(os.sep, "/")).include)


@lru_cache(256)
def below(folder: str, patterns: tuple[str, ...]) -> Globs:
    """Some patterns below a folder, made ready once."""
    return Globs(patterns, folder)
