"""What has changed since a commit, by git: which files, and which of their lines.

Lines are compared as plan-lint reads them, decoded and without their ends, so that they are the same in every encoding,
and so that a text which is not, or not yet, what the file holds can be asked about: standard input, a repair on trial.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lint import cache
from lint.findings import Finding
from lint.text import Position, Source, Unreadable

HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# No program that a user's git would call for it, no colors, and no line beside the changed ones.
PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--text", "--unified=0", "--inter-hunk-context=0")
# Messages as they are known here, and no wait for a lock that an editor's git holds.
SURROUNDINGS = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
OVERRULING = "GIT_DIFF_OPTS"  # a variable whose context lines come before those of the command line


class ChangesError(Exception):
    """What has changed cannot be told, with one sentence that says why."""


class Changes:
    """The lines that have changed since a commit; a file that git knows nothing of has changed as a whole."""

    def __init__(self, root: Path, commit: str, changed: Mapping[str, str], tracked: frozenset[str]) -> None:
        self._root = root
        self._commit = commit
        self._changed = changed  # what changed files are called, and what they were called in the commit
        self._tracked = tracked
        self._lines: dict[str, tuple[str, Sequence[int] | None]] = {}  # by file, of the text that has this key

    @classmethod
    def since(cls, commit: str, folder: Path) -> Changes:
        """What has changed in the repository that a folder lies in. Raises ChangesError.

        Where the commit is on another branch, such as `origin/main`, what counts is the commit at which they parted:
        what others have changed there meanwhile is no change of ours.
        """
        root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
        given = _commit(root, commit)
        parted = _run(root, "merge-base", given, "HEAD")
        name = parted.stdout.decode().strip() if parted.returncode == 0 else given
        told = _git(
            root, "diff", "--name-status", "-z", "--find-renames", "--ignore-submodules", "--diff-filter=d", name, "--"
        )
        return cls(root, name, dict(_changed(told)), frozenset(_names(_git(root, "ls-files", "-z"))))

    def touched(self, path: str | Path) -> bool:
        """Whether a file has changed at all, so that it must be looked at. Of standard input only `judge` knows."""
        name = self._name(path)
        return name in self._changed or name not in self._tracked

    def judge(self, source: Source, findings: Sequence[Finding]) -> list[bool]:
        """For each finding of a file whether a line of it has changed, or one of a place that it refers to.

        Where lines were taken out, the lines that now meet there have changed, with the blank ones between them: a gap
        in the numbering is reported at the heading after it.
        """
        lines = self._lines_of(source) if findings else None
        if lines is None:
            return [True] * len(findings)
        return [any(_meets(lines, *place) for place in _places(finding)) for finding in findings]

    def _lines_of(self, source: Source) -> Sequence[int] | None:
        """The changed lines of a text in order; None for all."""
        name = self._name(source.path)
        text = _bytes(source.text)
        key = cache.key(text)
        known, lines = self._lines.get(name, ("", None))
        if known != key:
            before = self._before(name)
            lines = None if before is None else _changed_lines(_bytes(before), text, source)
            self._lines[name] = key, lines
        return lines

    def _before(self, name: str) -> str | None:
        """The text of a file as it was; None where there was none."""
        if name not in self._changed and name not in self._tracked:
            return None
        done = _run(self._root, "cat-file", "--filters", f"{self._commit}:{self._changed.get(name, name)}")
        try:
            return Source.parse(done.stdout, name).text if done.returncode == 0 else None
        except Unreadable:
            return None

    def _name(self, path: str | Path) -> str:
        """A path as git names it; empty where it lies outside the repository."""
        try:
            return Path(os.path.realpath(path)).relative_to(os.path.realpath(self._root)).as_posix()
        except ValueError:
            return ""


def _changed_lines(before: bytes, text: bytes, source: Source) -> Sequence[int] | None:
    """The changed lines of a text in order; None, which is all, where git does not tell."""
    with TemporaryDirectory(prefix="plan-lint-") as name:
        folder = Path(name)
        (folder / "before").write_bytes(before)
        (folder / "now").write_bytes(text)
        done = _run(folder, "diff", "--no-index", *PLAIN, "--", "before", "now")
    if done.returncode > 1:
        return None
    lines: set[int] = set()
    for hunk in HUNK.finditer(done.stdout):
        first, count = int(hunk[1]), int(hunk[2] or 1)
        lines.update(range(first, first + count) if count else _around(source, first))
    return sorted(lines)


def _around(source: Source, line: int) -> range:
    """The lines of text before and after the end of a line, and the blank ones between them."""
    above, below, last = line, line + 1, len(source.line_starts)
    while above > 1 and _blank(source, above):
        above -= 1
    while below < last and _blank(source, below):
        below += 1
    return range(above, below + 1)


def _blank(source: Source, line: int) -> bool:
    start, end = source.line_span(line)
    return not source.text[start:end].strip()


def _places(finding: Finding) -> Iterator[tuple[Position, Position]]:
    yield finding.start, finding.end
    yield from ((related.start, related.end) for related in finding.related)


def _meets(lines: Sequence[int], start: Position, end: Position) -> bool:
    index = bisect_left(lines, start.line)
    last = end.line - (end.column == 1 and end.line > start.line)
    return index < len(lines) and lines[index] <= last


def _bytes(text: str) -> bytes:
    """A text to be compared: another kind of line end, or one more behind the last line, is no change."""
    return (text.replace("\r\n", "\n") + "\n").encode("utf-8", "surrogatepass")


def _commit(root: Path, name: str) -> str:
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if done.returncode:
        raise ChangesError(f"no commit '{name}' in this repository; in CI, fetch the whole history")
    return done.stdout.split()[-1].decode()  # git before 2.30 says "--end-of-options" first


def _changed(told: bytes) -> Iterator[tuple[str, str]]:
    """What `--name-status -z` tells: for each file what it is called, and what it was."""
    parts = iter(_names(told))
    for status in parts:
        before = next(parts)
        yield (next(parts) if status[0] in "RC" else before), before


def _names(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in listed.split(b"\0") if name)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers. Raises ChangesError where it does not."""
    done = _run(folder, *arguments)
    if not done.returncode:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if any("not a git repository" in line for line in said):
        raise ChangesError("the working directory is in no git repository, so nothing is known of its changes")
    raise ChangesError(f"git says: {said[0] if said else f'exit status {done.returncode}'}")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {name: value for name, value in os.environ.items() if name != OVERRULING} | SURROUNDINGS
    try:
        return subprocess.run(
            ["git", *arguments], cwd=folder, env=surroundings, capture_output=True, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise ChangesError(f"no such folder '{folder}'") from error
        raise ChangesError("--since needs git, which is not installed") from error
    except (OSError, ValueError) as error:
        raise ChangesError(f"git could not be run: {error}") from error
