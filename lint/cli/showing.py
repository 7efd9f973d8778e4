"""The reports of one run: one on standard output, and one for each `--output FORMAT=FILE`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from lint.replacing import PREFIX, umask
from lint.reports import FORMATS, Report, Summary, report
from lint.session import Result

if TYPE_CHECKING:
    from lint.rules import RuleSet

Rules = Callable[[], "RuleSet"]


def usual(given: str) -> str:
    """The format asked for; else GitHub's annotations where it runs there, else what people read."""
    return given or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def parsed(outputs: Sequence[str], taken: Sequence[Path]) -> list[tuple[str, Path]]:
    """`FORMAT=FILE` as format and file, never one that is `taken` by something else. Raises click.UsageError."""
    found: list[tuple[str, Path]] = []
    for output in outputs:
        name, sign, file = output.partition("=")
        if name not in FORMATS or not sign or not file:
            raise click.UsageError(f"--output {output}: write FORMAT=FILE; formats: {', '.join(FORMATS)}")
        place = Path(file if file.startswith("/dev/") else os.path.realpath(file))
        if place.is_dir():
            raise click.UsageError(f"--output {output}: is a folder; name a file in it")
        if _is_plain(place) and place in map(Path, map(os.path.realpath, (*taken, *(other for _, other in found)))):
            raise click.UsageError(f"--output {output}: that file is read or written by this run; name another")
        found.append((name, place))
    return found


def _is_plain(place: Path) -> bool:
    """Whether a file is one whose place another may take, not a device or a pipe."""
    return not str(place).startswith("/dev/") and (place.is_file() or not place.exists())


class Reports:
    """All reports of a run. Those in files appear whole, when the run has ended, or not at all."""

    def __init__(self, shown: Sequence[Report], files: Sequence[tuple[str, Path]], rules: Rules) -> None:
        self._reports = list(shown)
        self._stack = ExitStack()
        self._streams: list[TextIO] = []
        self._kept: list[tuple[Path, Path]] = []  # a temporary file, and whose place it takes
        try:
            for name, file in files:
                self._reports.append(report(name, False, "never", self._opened(file), rules))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Reports:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def result(self, result: Result) -> None:
        """Show one file's findings everywhere."""
        for shown in self._reports:
            shown.result(result)

    def close(self, summary: Summary) -> None:
        """Show what is said once, and put the files in their places."""
        for shown in self._reports:
            shown.close(summary)
        for stream in self._streams:
            stream.close()
        for temporary, file in self._kept:
            os.replace(temporary, file)

    def _opened(self, file: Path) -> TextIO:
        """A stream to a file; to a device or a pipe directly, else to a temporary file that will take its place."""
        try:
            stream = self._beside(file) if _is_plain(file) else _writing(file)
        except OSError as error:
            what = (error.strerror or str(error)).lower()
            raise click.UsageError(f"--output {file}: cannot be written: {what}") from error
        self._stack.callback(stream.close)
        self._streams.append(stream)
        return stream

    def _beside(self, file: Path) -> TextIO:
        import tempfile

        handle, name = tempfile.mkstemp(dir=file.parent, prefix=PREFIX)
        self._stack.callback(_removed, Path(name))
        os.chmod(name, stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o666 & ~umask())
        self._kept.append((Path(name), file))
        return _writing(handle)


def _writing(file: Path | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _removed(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
