"""The reports of one run: one on standard output, and one for each `--output FORMAT=FILE`."""

from __future__ import annotations

import os
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


def parsed(outputs: Sequence[str]) -> list[tuple[str, Path]]:
    """`FORMAT=FILE` as format and file. Raises click.UsageError."""
    found = []
    for output in outputs:
        name, sign, file = output.partition("=")
        if name not in FORMATS or not sign or not file:
            raise click.UsageError(f"--output {output}: write FORMAT=FILE; formats: {', '.join(FORMATS)}")
        found.append((name, Path(file)))
    return found


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
        import tempfile

        try:
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=PREFIX)
        except OSError as error:
            raise click.UsageError(
                f"--output {file}: cannot be written: {(error.strerror or str(error)).lower()}"
            ) from error
        temporary = Path(name)
        self._stack.callback(_removed, temporary)
        stream = open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115
        self._stack.callback(stream.close)
        with suppress(OSError):
            temporary.chmod(0o666 & ~umask())
        self._kept.append((temporary, file))
        self._streams.append(stream)
        return stream


def _removed(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
